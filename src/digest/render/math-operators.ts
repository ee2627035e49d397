import type { Element } from 'hast';

/** How a part of a formula behaves towards its neighbours: TeX's classes of atoms. */
export type Role = 'ord' | 'op' | 'bin' | 'rel' | 'punct' | 'open' | 'close' | 'space';

const RELATIONS = new Set('=≠<>≤≥≪≫≲≳⩽⩾∼≈≃≅≡≜≐∝∈∉∋⊂⊃⊆⊇⊊⊋≺≻⪯⪰≼≽→←↔⇒⇐⇔⟶⟵⟹⟺↦⟼⊢⊨≔⇝↪⊑⊒⊥≍⋈⊣');
const BINARY = new Set('+−±∓×÷*∗⋆⋅·∘∪∩∧∨⊕⊖⊗⊙∖⊔⊓⊎∙•');
const PUNCTUATION = new Set(',;:');
const OPENING = new Set('([{⟨⌊⌈');
const CLOSING = new Set(')]}⟩⌋⌉!');
const LARGE = new Set('∑∏∐∫∬∭∮⋃⋂⨁⨂⨀⋁⋀⨄⨆');
/** "max", "argmin" */
const NAME = /^\p{L}{2,}/u;

/** The role of an `mo` element with this text. */
export function operatorRole(sign: string, properties: Element['properties']): Role {
  const { lspace, stretchy, fence } = properties;
  // `{\sim}` is no relation: TeX sets it without space, and KaTeX says so.
  if (lspace === '0em' && !CLOSING.has(sign)) return 'ord';
  const isBar = '|‖∣∥'.includes(sign) && sign !== '' && !stretchy && !fence;
  if (isBar || RELATIONS.has(sign)) return 'rel';
  if (BINARY.has(sign)) return 'bin';
  if (PUNCTUATION.has(sign)) return 'punct';
  if (OPENING.has(sign)) return 'open';
  if (CLOSING.has(sign)) return 'close';
  return LARGE.has(sign) || NAME.test(sign) ? 'op' : 'ord';
}

/** A sign of operation between two parts, or alone before or after one: −1, 3×. */
export function isUnary(before: Role | undefined, after: Role | undefined): boolean {
  return (
    !(before === 'ord' || before === 'close') ||
    !(after === 'ord' || after === 'op' || after === 'open')
  );
}

/** The comma of 1,000. */
export function isThousands(before: string, after: string): boolean {
  return /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after);
}
