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

/** The shortest such list of characters. */
export function toRange(characters: Iterable<string>): string {
  const codes = Array.from(characters, (character) => character.codePointAt(0)!).sort(
    (a, b) => a - b,
  );
  const runs: [from: number, to: number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code <= last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const hex = (code: number) => code.toString(16).toUpperCase();
