const UNIT = /(in)?(seconds|minutes)$/;

/** The name that the text is probably meant to be: one that differs in casing, in separators, in the unit, or in a letter or two. */
export function nearMissOf(text: string, names: string[]): string | undefined {
  const given = lettersOf(text);
  const candidates = names
    .map(name => ({ name, distance: withoutUnit(given) === withoutUnit(lettersOf(name)) ? 0 : distanceOf(given, lettersOf(name)) }))
    .filter(({ name, distance }) => distance <= Math.min(2, Math.max(1, Math.floor(name.length / 4))))
    .sort((a, b) => a.distance - b.distance);
  return candidates[0]?.name;
}

/** A name as it is in every casing: `maxConcurrentSessions` is `max_concurrent_sessions` in Python. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutUnit(letters: string): string {
  return letters.replace(UNIT, '') || letters;
}

/** How many letters have to be added, removed, replaced or exchanged with the next one (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) {
    return Infinity;
  }
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2] + 1 : Infinity;
      row.push(Math.min(last[j] + 1, row[j - 1] + 1, replaced, exchanged));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
