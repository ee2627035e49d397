/** "U+0000-00FF", "U+0131" */
const RANGE = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i;

/** Whether a character is in a list such as `U+0000-00FF,U+0131`. */
export function inRange(list: string): (character: string) => boolean {
  const ranges = list.split(',').map((part) => {
    const [, from = '0', to = from] = RANGE.exec(part.trim()) ?? [];
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (character) => {
    const code = character.codePointAt(0)!;
    return ranges.some(([from, to]) => code >= from && code <= to);
  };
}

/** More than so many characters that nobody asks for are no gap to close. */
const WIDEST_GAP = 64;

/** A short such list that has these characters, and perhaps some between them, but none of `others`. */
export function toRange(characters: Iterable<string>, others: Iterable<string> = []): string {
  const own = new Set(codesOf(characters));
  const foreign = new Set(codesOf(others)).difference(own);
  const codes = [...own, ...foreign].sort((a, b) => a - b);
  const runs: [from: number, to: number][] = [];
  let isOpen = false;
  for (const code of codes) {
    const last = runs.at(-1);
    if (foreign.has(code)) isOpen = false;
    else if (last && isOpen && code <= last[1] + WIDEST_GAP) last[1] = code;
    else {
      runs.push([code, code]);
      isOpen = true;
    }
  }
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const codesOf = (characters: Iterable<string>) =>
  Array.from(characters, (character) => character.codePointAt(0)!);

const hex = (code: number) => code.toString(16).toUpperCase();
