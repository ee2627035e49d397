import { OperatorFault } from '../../src/site/operator-fault.ts';

/** The numbers of papers that an option names: "56,1000" */
export function readSizes(option: string): number[] {
  const sizes = option.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new OperatorFault(`Unexpected sizes \`${option}\`, expected numbers of papers: 56,1000`);
}
