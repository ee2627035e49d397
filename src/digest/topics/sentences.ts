/** What a sentence of an abstract does; decides how much a phrase in it says about the paper. */
type SentenceRole = 'own' | 'background' | 'outlook' | 'plain';

export interface Sentence {
  start: number;
  end: number;
  role: SentenceRole;
}

/** The end of a sentence: ". We", "? (", "! " */
const SENTENCE_END = /[.!?]["'”’)]{0,2}\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu;

/** Ends that are none: "e.g. ", "et al. ", "vs. " */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|et al|vs|cf|resp|approx|Fig|Eq|Dr|St|w\.r\.t)|\b\p{Lu})\.$/u;

/** The authors speak of this paper: "we propose", "this work", "is introduced" */
const OWN =
  /\b(?:we|our|ours|i (?:present|propose|introduce|show|examine))\b|\b(?:this|the present) (?:paper|work|study|article|letter|thesis|book|survey|review|method|approach|framework|technique)\b|\b(?:is|are) (?:proposed|introduced|presented|developed)\b|^here,/i;

/** Speaks of the field or of others: "existing methods", "however", "has been" */
const BACKGROUND =
  /\b(?:existing|previous|previously|prior|recent|recently|traditional|traditionally|conventional|current|currently|typically|often|usually|most|many|unlike|widely|commonly|popular|state-of-the-art|first version)\b|\b(?:has|have) (?:been|emerged|become|shown|achieved|attracted)\b|\bhowever\b/i;

/** Speaks of what may follow: "paves the way", "potential implications for" */
const OUTLOOK =
  /\b(?:pav(?:e|es|ing) the way|implications?|avenues?|future|potential(?:ly)? (?:for|applications?|in|use)|applications? (?:in|to|such|include)|broad(?:er)? (?:range|applicability)|opens?|opening|can be (?:applied|extended|used)|of interest|towards?|establish(?:es)?|highlights?)\b/i;

// Cue words stand near the beginning; what follows after that tells nothing more.
const CUES_WITHIN = 600;

/** The sentences of an abstract, in order, covering it from its first character to its last. */
export function toSentences(text: string): Sentence[] {
  const starts = [0];
  for (const match of text.matchAll(SENTENCE_END)) {
    const stop = match.index + 1;
    const ending = text.slice(Math.max(starts.at(-1)!, stop - 12), stop);
    if (!ABBREVIATION.test(ending)) starts.push(match.index + match[0].length);
  }
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    const cues = text.slice(start, Math.min(end, start + CUES_WITHIN));
    return { start, end, role: roleOf(cues, index > 1 && index >= starts.length - 2) };
  });
}

function roleOf(sentence: string, nearTheEnd: boolean): SentenceRole {
  if (nearTheEnd && OUTLOOK.test(sentence)) return 'outlook';
  if (OWN.test(sentence)) return 'own';
  return BACKGROUND.test(sentence) ? 'background' : 'plain';
}
