/** What was read or worked out of late, by a key; the longest unused is forgotten. */
export class Recent {
  private readonly most: number;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(most: number) {
    this.most = most;
  }

  /** What `make` gives for the key, made once; what fails is tried again the next time. */
  get<Value>(key: string, make: (key: string) => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key) as Promise<Value> | undefined;
    const value = known ?? make(key);
    this.kept.delete(key);
    this.kept.set(key, value);
    if (known) return known;
    value.catch(() => this.kept.delete(key));
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return value;
  }
}
