/** A logarithm below which a probability adds nothing to another one. */
const NEGLIGIBLE = -40;

/**
 * The share of arrivals that find all places taken, by Erlang's recursion: B(0) = 1, B(n) = A B(n-1) / (n + A B(n-1)). No
 * factorials, so it neither overflows nor loses digits.
 */
export function erlangB(offeredLoad: number, places: number): number {
  let share = 1;
  for (let n = 1; n <= places; n++) {
    share = nextErlangB(offeredLoad, n, share);
  }
  return share;
}

/** The fewest places, at least one, with which no more than the accepted share of arrivals finds all of them taken. */
export function fewestPlaces(offeredLoad: number, acceptedShare: number): number {
  let places = 0;
  let share = 1;
  do {
    share = nextErlangB(offeredLoad, ++places, share);
  } while (share > acceptedShare);
  return places;
}

/** The chance of `count` or more events where `mean` are expected: the upper tail of the Poisson distribution. */
export function poissonTail(mean: number, count: number): number {
  return tails(mean, NEGLIGIBLE, count)[count] ?? 0;
}

/** The smallest count, at least one, that is reached with no more than the accepted chance where `mean` events are expected. */
export function rareCount(mean: number, acceptedChance: number): number {
  return Math.max(
    1,
    tails(mean, Math.log(acceptedChance) + NEGLIGIBLE, 0).findIndex(tail => tail <= acceptedChance),
  );
}

function nextErlangB(offeredLoad: number, places: number, share: number): number {
  return (offeredLoad * share) / (places + offeredLoad * share);
}

/** The upper tails for 0, 1, 2 ... events, added up from the far end so that small ones keep their digits. */
function tails(mean: number, negligible: number, atLeast: number): number[] {
  const logs = [-mean];
  for (let n = 1; n <= atLeast || n <= mean || logs[n - 1] > negligible; n++) {
    logs.push(logs[n - 1] + Math.log(mean / n));
  }
  const result = [...logs.map(Math.exp), 0];
  for (let n = logs.length - 1; n >= 0; n--) {
    result[n] += result[n + 1];
  }
  return result;
}
