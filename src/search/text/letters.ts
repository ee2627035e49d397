/** The letters of a word as bits, other characters as one. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

/** How many letters one of two words has and the other has not. */
export function countDifferent(letters: number, others: number): number {
  let count = 0;
  for (let rest = letters ^ others; rest !== 0; rest &= rest - 1) count++;
  return count;
}
