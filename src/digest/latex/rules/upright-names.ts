import type { TextRule } from './text-rule.ts';

/** "rm StatsQ": what is left of `$\rm StatsQ$`; `rm README.md` is a command of a shell */
const UPRIGHT =
  /(?<![\w\\{./-])rm ([A-Z](?=[A-Za-z\d]{0,30}[A-Z])[A-Za-z\d]{1,40})(?![\w/-]|\.\w)/g;

/**
 * `(rm StatsQ)` → `($\rm StatsQ$)`: the short name that a bracket gives, and wherever it stands
 * again.
 */
export const uprightNames: TextRule = {
  id: 'math',
  signs: ['rm '],
  propose(source) {
    const found = [...source.matchAll(UPRIGHT)];
    const given = new Set(
      found.flatMap(({ index, 0: whole, 1: name }) =>
        source[index - 1] === '(' && source[index + whole.length] === ')' ? [name] : [],
      ),
    );
    return found
      .filter(({ 1: name }) => given.has(name))
      .map(({ index, 0: whole }) => ({
        start: index,
        end: index + whole.length,
        nodes: [{ type: 'inlineMath', value: `\\${whole}` }],
      }));
  },
};
