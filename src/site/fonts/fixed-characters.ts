/**
 * Characters that the site's fonts have whether the digest uses them or not. What is used besides
 * changes a font, with it the style sheets, and so every page: a new dump is to bring such a
 * character seldom, and the fonts that readers have are to last.
 */

/** All from the first to the last. "a", "e" → "abcde" */
const range = (first: string, last: string): string => {
  const [from, to] = [first.codePointAt(0)!, last.codePointAt(0)!];
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
};
const LETTERS_AND_DIGITS = range('A', 'Z') + range('a', 'z') + range('0', '9');
const ASCII = range(' ', '~');

/** What nearly every page needs of a text face: one small file, loaded before all others. */
export const CORE = `${LETTERS_AND_DIGITS} .,;:!?'"()[]/-_–—‘’“”…·×%&+=<>~\`\u00A0`;

/** What texts of research hold now and then; each part of Unicode has a file of its own. */
export const TEXT = [
  ASCII,
  'áàâäãåæçéèêëíìîïñóòôöõøúùûüýÁÀÂÄÅÇÉÈÍÑÓÖÕØÚÜß°±²³µ¹§®†′−',
  'čćěęąłńňřšśůžżőűğışŠŽŁČŚŻāēīōūŌ',
  'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪₐₑₕₖₗₘₙₒₚₛₜₓ',
  'αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩϵϕ',
  '\u0304\u0308\u02C6\u02C7\u02C9\u02DC',
].join('');

/**
 * What the formulae of abstracts hold, a slanted letter upright too: a browser measures the one and
 * draws the other. In one file, since it measures by a family's first file alone.
 */
export const MATH = [
  ASCII,
  range('𝐴', '𝑧'),
  'ℎℏℓ',
  range('𝛼', '𝜔') + range('α', 'ω'),
  '𝜖𝜗𝜙𝜚ϵϑϕϱ𝛤𝛥𝛩𝛬𝛱𝛴𝛷𝛹𝛺𝛻ΓΔΘΛΞΠΣΦΨΩ',
  '×·∗∘±−∼≈≃≤≥≪≫≲≳≠≡∈∝∞→←↔⇒↦∑∏∫√∇∂∪∩⊂⊆⊗⊤⊥∣∥‖⟨⟩⌈⌉⌊⌋…⋯⋅⋆†′ˆˉ˜\u2061\u00A0',
  '∓⊙∖∧∨⇔↑↓∙⋃⩽⩾',
  'ℝℤℕ𝔼𝒪ℒℋ𝒟𝒩𝒜𝒞ℰℳ𝒫𝒮𝒳𝟏',
].join('');
