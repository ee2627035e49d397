import { CHEMISTRY } from './certain/certain-scripts.ts';
import type { Token } from './tokenize.ts';

/**
 * The scripts of a formula that is no formula but a name or a molecule with raised or lowered
 * digits: "A^2R^2", "PD^3F", "H_2O". Its letters stay upright prose. Undefined for a real formula.
 */
export function scriptsOfName(tokens: readonly Token[]): Token[][] | undefined {
  if (!tokens.every((token, i) => i === 0 || !token.spaced)) return undefined;
  const scripts: Token[][] = [];
  let letters = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    if (kind === 'letter' || kind === 'word') letters += text.length;
    else if (isScript(tokens, i)) scripts.push(tokens.slice(i, ++i + 1));
    else return undefined;
  }
  const isName = letters > 1 && /^[A-Z]/.test(tokens[0]!.text);
  return isName ? scripts : undefined;
}

/** "^2" of a name; "_2" only of a molecule: "J_1J_2" is a product. */
function isScript(tokens: readonly Token[], at: number): boolean {
  const { kind, text } = tokens[at]!;
  if (kind !== 'script' || tokens[at + 1]?.kind !== 'number') return false;
  return text === '^' || CHEMISTRY.test(tokens[at - 1]?.text ?? '');
}
