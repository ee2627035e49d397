import { hashText } from './hash-text.ts';

const MAX_LENGTH = 80;
const HASH_LENGTH = 6;

/** Names that Windows, the site's own folders or JavaScript objects claim for themselves. */
const RESERVED = new Set(
  [
    'con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9',
    'lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9',
    'index page paper papers topic topics digest digests search about subscribe api',
    'rss atom feed feeds opml sitemap robots constructor prototype proto',
  ].flatMap((names) => names.split(' ')),
);

/** `"` in `Schr\"odinger`, with the letter that it stands on */
const LATEX_ACCENT = /\\["'^`~=.]\{?([A-Za-z])\}?/g;
/** "S^{2}FT": braces and carets are dropped, so the parts stay one word */
const MATH_MARKUP = /[{}^$\\'’‘ʼ`´]/g;
/** "code_transformed", but not "__proto__" */
const INNER_UNDERSCORE = /(?<=[A-Za-z0-9}])_(?=[A-Za-z0-9{])/g;
/** Invisible characters: joiners, spaces of no width, direction marks, soft hyphen */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What a word boundary says as well as it does: `:`, `–`, `(` … Any other symbol carries meaning. */
const PLAIN_PUNCTUATION = /[\s\-‐-―−:;,.!?()[\]/&"“”„«»…·]+/g;
const COMBINING = /\p{M}/gu;
/** "τ²-Bench": a Greek letter that stands for itself, not one of a Greek word */
const LONE_GREEK = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;

/** "α alpha": lower case; the two forms of theta, phi and epsilon read alike. */
const GREEK_NAMES = new Map(
  [
    'α alpha|β beta|γ gamma|δ delta|ε epsilon|ϵ epsilon|ζ zeta|η eta|θ theta|ι iota|κ kappa',
    'λ lambda|μ mu|ν nu|ξ xi|ο omicron|π pi|ρ rho|σ sigma|τ tau|υ upsilon|φ phi|χ chi|ψ psi',
    'ω omega',
  ].flatMap((row) => row.split('|').map((pair) => pair.split(' ') as [string, string])),
);

/** Latin letters that have no decomposition. */
const LATIN_FOLDS = new Map(
  ['ß ss', 'æ ae', 'œ oe', 'ø o', 'ł l', 'đ d', 'ð d', 'þ th', 'ı i', 'ŋ ng'].map(
    (pair) => pair.split(' ') as [string, string],
  ),
);
const FOLDABLE = /[ßæœøłđðþıŋ]/g;

/**
 * The permanent id of a paper, from its raw title alone: `[a-z0-9]` words joined by hyphens, at
 * most 80 characters, safe as a file name everywhere. Where the words do not say the whole title
 * (it is cut, or symbols or scripts are lost), a hash of the title follows them.
 *
 *     paperId('S^{2}FT: Efficient Fine-tuning')  // 's2ft-efficient-fine-tuning'
 *     paperId('C# for Circuits')                 // 'c-for-circuits-0k3v9x'
 */
export function paperId(rawTitle: string): string {
  const { words, faithful } = slugTitle(rawTitle);
  const plain = words.join('-');
  const usable = plain.length <= MAX_LENGTH && !RESERVED.has(plain) && /[a-z]/.test(plain);
  return faithful && usable ? plain : hashedId(rawTitle, rawTitle);
}

/** The id of a paper whose title another one has already: `about` is what tells the two apart. */
export function hashedId(rawTitle: string, about: string): string {
  const { words } = slugTitle(rawTitle);
  const room = MAX_LENGTH - HASH_LENGTH - 1;
  return `${cutAtWord(words, room) || 'paper'}-${hashText(oneLine(about), HASH_LENGTH)}`;
}

/** What two titles share that differ in case, punctuation or symbols at most. */
export function titleKey(rawTitle: string): string {
  return slugTitle(rawTitle).words.join('-') || oneLine(rawTitle);
}

/** `faithful`: the words tell the title apart from every title with other letters or symbols. */
function slugTitle(rawTitle: string): { words: string[]; faithful: boolean } {
  const folded = rawTitle
    .replace(INVISIBLE, '')
    .replace(LATEX_ACCENT, '$1')
    .normalize('NFKD')
    .replace(INNER_UNDERSCORE, '-')
    .replace(MATH_MARKUP, '')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(FOLDABLE, (letter) => LATIN_FOLDS.get(letter)!)
    .replace(LONE_GREEK, (letter) => GREEK_NAMES.get(letter) ?? letter)
    .replace(PLAIN_PUNCTUATION, '-');
  const words = folded.split(/[^a-z0-9]+/).filter(Boolean);
  return { words, faithful: /^[a-z0-9-]*$/.test(folded) };
}

function cutAtWord(words: readonly string[], room: number): string {
  let cut = (words[0] ?? '').slice(0, room);
  for (const word of words.slice(1)) {
    if (cut.length + 1 + word.length > room) break;
    cut += `-${word}`;
  }
  return cut;
}

function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
