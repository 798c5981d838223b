/** The smallest value: the run that other work on the machine disturbed least. */
export function minimum(values: readonly number[]): number {
  return Math.min(...values);
}

/** A quantile by linear interpolation between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) {
    throw new Error('nothing was measured');
  }
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** How one case compares to another. */
export interface Ratio {
  /** The ratio of the minima, which is what limits are about. */
  readonly ofMinima: number;
  /** The quartiles of the ratios of the runs of one round, which show the spread. */
  readonly quartiles: readonly [lower: number, median: number, upper: number];
}

export function ratioOf(values: readonly number[], base: readonly number[]): Ratio {
  const pairs = values.map((value, round) => value / base[round]);
  return {
    ofMinima: minimum(values) / minimum(base),
    quartiles: [quantile(pairs, 0.25), quantile(pairs, 0.5), quantile(pairs, 0.75)],
  };
}
