import { casesOf, USUAL } from '../../bench/cases';
import { passes, synthesisChecks, textCheck } from '../../bench/checks';
import { LIMITS } from '../../bench/limits';
import { interleave } from '../../bench/measure/rounds';
import { minimum, quantile, ratioOf } from '../../bench/measure/statistics';
import type { Series } from '../../bench/measure/synthesis';

test('cases take turns, in reversed order every other round', () => {
  const order: string[] = [];
  const results = interleave(['a', 'b', 'c'], 3, of => order.push(of));
  expect(order.join('')).toBe('abccbaabc');
  expect(results).toEqual([
    [1, 6, 7],
    [2, 5, 8],
    [3, 4, 9],
  ]);
});

test.each([
  [[3], 0.25, 3],
  [[1, 2, 3, 4, 5], 0.25, 2],
  [[5, 1, 4, 2, 3], 0.5, 3],
  [[1, 2], 0.5, 1.5],
  [[4, 1], 1, 4],
])('the quantile of %j at %d is %d', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});

test('nothing has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow('nothing was measured');
});

test('a ratio is that of the minima, whichever rounds they are from', () => {
  expect(minimum([6, 2, 4])).toBe(2);
  expect(ratioOf([6, 2, 4], [3, 4, 1])).toEqual({ ofMinima: 2, quartiles: [1.25, 2, 3] });
});

describe('a limit', () => {
  const cases = casesOf(USUAL, ['bare', 'l2'], ['full']);
  const limit = LIMITS[USUAL.title].full.l2;
  const series = (total: number, cpu: number) =>
    [
      { total: 100, cpu: 100 },
      { total, cpu },
    ].map((run, index) => ({
      size: USUAL.title,
      kind: 'full',
      variant: cases[index].variant,
      runs: [run],
    })) as unknown as Series[];
  const most = limit * 100;

  test.each([
    [most, most, true],
    [most + 1, most, true],
    [most, most + 1, true],
    [most + 1, most + 1, false],
  ])('lets %d ms and %d of CPU, both beside 100, pass: %s', (total, cpu, expected) => {
    expect(synthesisChecks(series(total, cpu), cases).map(passes)).toEqual([expected]);
  });

  test.each([
    [400, true],
    [1600, false],
  ])('lets text that takes 100 ms, and %d ms for four times as much, pass: %s', (longer, expected) => {
    expect(passes(textCheck({ characters: [1, 4], milliseconds: [100, longer] }))).toBe(expected);
  });
});
