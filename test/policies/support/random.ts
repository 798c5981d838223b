/** Numbers that are the same in every run. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0, below the limit. */
  public below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  /** One of the values. */
  public of<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}
