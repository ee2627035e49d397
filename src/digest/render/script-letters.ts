const SUPERSCRIPTS = pair(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθ∘°′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿ°°′',
);

const SUBSCRIPTS = pair(
  '0123456789+-−=()aehijklmnoprstuvxβγρφϕχ∞',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ∞',
);

/** Marks that stand raised on their own. "†" */
const RAISED = /^[*∗⋆†‡′″‴⁺⁻]+$/;

/** A word in tiny letters is a riddle: from this length on it stays a word. "test" */
const WORD = /\p{L}{4}/u;

/** A script that needs no brackets. "max", "2.5", "𝒪" */
const ATOM = /^(?:[\p{L}\p{N}\p{M}]+|\d+\.\d+|.)$/u;

/** A superscript in plain text: `²`, `⁽ⁱ⁾`, `^(n,m)`. */
export function toSuperscript(text: string): string {
  if (RAISED.test(text)) return text.replaceAll('∗', '*');
  return spell(text, SUPERSCRIPTS) ?? `^${bracket(text)}`;
}

/** A subscript in plain text: `₂`, `ᵢⱼ`, `_(i,j)`. */
export function toSubscript(text: string): string {
  return spell(text, SUBSCRIPTS) ?? `_${bracket(text)}`;
}

function spell(text: string, letters: Map<string, string>): string | undefined {
  if (text === '' || WORD.test(text)) return text === '' ? '' : undefined;
  let spelt = '';
  for (const character of text) {
    const letter = letters.get(character);
    if (letter === undefined) return undefined;
    spelt += letter;
  }
  return spelt;
}

const bracket = (text: string) => (ATOM.test(text) ? text : `(${text})`);

function pair(from: string, to: string): Map<string, string> {
  const letters = [...to];
  return new Map([...from].map((character, index) => [character, letters[index]!]));
}
