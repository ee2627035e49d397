/** What is taken out of a text, in the words of a report. */
export type Dirt = 'control' | 'direction' | 'invisible' | 'noncharacter' | 'surrogate' | 'stacked';

/** Line feed and carriage return have split the lines before; tab, form feed and the like are spaces. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** "\u202e": overrides, embeddings, isolates and marks that turn the direction of text */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Zero-width space, word joiner, byte order mark, soft hyphen, fillers */
const INVISIBLE =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
/** Letters that nobody sees and machines read; six after a flag draw whose it is */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]+/gu;
/** "zero\u200dwidth": joiners between Latin letters join nothing; elsewhere scripts and emoji need them */
const LATIN_JOINER = /([A-Za-z])[\u200c\u200d]+/g;
/** "\uffff": what no text may hold and XML refuses */
const NONCHARACTER =
  /[\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;
/**
 * More marks on one letter than any script needs: they would paint over the lines around. Bounded,
 * since a run of millions is more than a pattern can hold.
 */
const STACKED = /(?<=\p{M}{4})\p{M}{1,1000}/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Not a variation selector alone, or a Braille cell without dots: a line of these is a blank one */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Plain text in single spaces: nothing to do */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** All but a single plain space: those of a long text are millions, and stay. */
const SPACES = / [\s\u0085]+|(?:[^\S ]|\u0085)[\s\u0085]*/g;

/** Hears of each kind of character that was taken out, with their number. */
type Found = (dirt: Dirt, count: number) => void;

/** A line as it can be shown anywhere: its characters clean, in single spaces; empty where none is seen. */
export function cleanText(text: string, found: Found): string {
  if (text.length < 4000 && CLEAN.test(text)) return text;
  const clean = cleanCharacters(text, found).replace(SPACES, ' ').trim();
  return SEEN.test(clean) ? clean : '';
}

/** Text that can be shown anywhere: NFC, nothing invisible; a lone surrogate becomes U+FFFD. */
export function cleanCharacters(text: string, found: Found): string {
  if (!/[^\n\r\t -~]/.test(text)) return text;
  let clean = text;
  const take = (dirt: Dirt, pattern: RegExp, replacement = '') => {
    let count = 0;
    const next = clean.replace(pattern, (...match) => {
      count += 1;
      return replacement.replace('$1', () => String(match[1]));
    });
    if (count === 0) return;
    clean = next;
    found(dirt, count);
  };
  take('noncharacter', NONCHARACTER);
  take('surrogate', LONE_SURROGATE, '\ufffd');
  take('control', CONTROL);
  take('direction', DIRECTION);
  take('invisible', INVISIBLE);
  take('invisible', TAGS);
  take('invisible', LATIN_JOINER, '$1');
  clean = clean.normalize('NFC');
  take('stacked', STACKED);
  return clean;
}
