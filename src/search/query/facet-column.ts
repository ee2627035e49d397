/** One facet of all papers: the values that there are, and which of them each paper has. */
export class FacetColumn {
  readonly values: readonly string[];
  /** Where each paper's values begin in `items`; one more at the end. */
  private readonly starts: Uint32Array;
  private readonly items: Uint16Array;

  /** `read` gives the places in `values` of one paper after the other. */
  constructor(values: readonly string[], count: number, read: () => readonly number[]) {
    this.values = values;
    this.starts = new Uint32Array(count + 1);
    const items: number[] = [];
    for (let paper = 0; paper < count; paper++) {
      items.push(...read());
      this.starts[paper + 1] = items.length;
    }
    this.items = Uint16Array.from(items);
  }

  of(paper: number): string[] {
    const items = this.items.subarray(this.starts[paper], this.starts[paper + 1]);
    return Array.from(items, (value) => this.values[value]!);
  }

  /** For each value how many of the papers have it. */
  count(papers: readonly number[]): Uint32Array {
    const counts = new Uint32Array(this.values.length);
    for (const paper of papers) {
      const end = this.starts[paper + 1]!;
      for (let at = this.starts[paper]!; at < end; at++) counts[this.items[at]!]! += 1;
    }
    return counts;
  }

  /** The papers that have a value of these; or, where `has` is false, those that have none. */
  keep(papers: readonly number[], isOne: (value: string) => boolean, has = true): number[] {
    const mask = this.values.map(isOne);
    return papers.filter((paper) => {
      const end = this.starts[paper + 1]!;
      for (let at = this.starts[paper]!; at < end; at++) if (mask[this.items[at]!]) return has;
      return !has;
    });
  }
}
