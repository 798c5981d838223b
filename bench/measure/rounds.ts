/**
 * Measures every case once a round, every other round in reversed order, so that neither a drift of the machine nor what runs before a
 * case favours one. Gives the results of each case, one a round.
 */
export function interleave<Case, Result>(cases: readonly Case[], rounds: number, measure: (of: Case) => Result): Result[][] {
  const results: Result[][] = cases.map(() => []);
  const order = cases.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    for (const index of round % 2 === 0 ? order : [...order].reverse()) {
      results[index].push(measure(cases[index]));
    }
  }
  return results;
}
