export function isMidSentence(before: string, after: string): boolean {
  return !endsSentence(before) && startsLower(after);
}

/** "… results.", "… (see below).”" */
const SENTENCE_END = /[.!?。！？…][)\]}"'”’}$]{0,3}$/;
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

/** "results. We": an end and a beginning; titles ask and exclaim, but rarely state */
const SENTENCE_BREAK = /[a-z\d)]\.\s+[A-Z]/g;
export function sentenceBreaks(text: string): number {
  return text.slice(0, 2000).match(SENTENCE_BREAK)?.length ?? 0;
}

export function startsLower(text: string): boolean {
  return /^[("'“‘[]?\p{Ll}/u.test(text);
}

/** "Circuits in the Wild": most of the longer words are capitalised */
const LONGER_WORD = /\p{L}{4,}/gu;
export function isTitleCase(text: string): boolean {
  const words = text.slice(0, 300).match(LONGER_WORD) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}
