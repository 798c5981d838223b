import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './scratch-copy';
import { ROOT, ScratchCopy } from './scratch-copy';

/** A change that CONTRIBUTING.md describes, with something that there is not. */
export interface Walk {
  /** The heading in CONTRIBUTING.md. */
  readonly heading: string;
  /** How many files may be edited by hand. */
  readonly atMost: number;
  readonly steps: readonly Step[];
  /** What is in the titles of the tests that are derived from it. */
  readonly named: RegExp;
  /** The suites that have such tests. */
  readonly derived: readonly string[];
  /** Tests beside those that are named after it, of those suites and others. */
  readonly alsoRun: { readonly suites?: readonly string[]; readonly titles: string };
  /** Brings what is generated up to date; without the file that is left out, if there is one. */
  readonly generate: (copy: ScratchCopy, leftOut?: string) => void;
}

/** Tests that the files which CONTRIBUTING.md names are enough, and that each of them is needed. */
export function testWalk({ heading, atMost, steps, named, derived, alsoRun, generate }: Walk): void {
  const titles = new RegExp(`${named.source}|${alsoRun.titles}`);
  let copy: ScratchCopy;

  beforeAll(() => {
    copy = new ScratchCopy();
    steps.forEach(step => copy.apply(step));
    generate(copy);
  }, 300_000);

  afterAll(() => copy?.remove());

  test('takes the files that CONTRIBUTING.md names', () => {
    const [, section] = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split(`### ${heading}`);
    const files = [...section.split('\n### ')[0].matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file);
    expect(files).toStrictEqual(steps.map(step => step.named ?? step.file));
    expect(steps.length).toBeLessThanOrEqual(atMost);
  });

  test('is in all derived suites', () => {
    const { passed, failed } = copy.test([...derived, ...(alsoRun.suites ?? [])], titles);
    const counts = derived.map(suite => {
      const own = passed.filter(title => title.startsWith(suite));
      return [suite, own.filter(title => named.test(title)).length] as const;
    });
    process.stdout.write(`${heading}: tests in ${counts.map(([suite, count]) => `${suite} ${count}`).join(', ')}\n`);
    expect(failed).toStrictEqual([]);
    expect(counts.filter(([, count]) => count === 0)).toStrictEqual([]);
  }, 300_000);

  test.each(steps.map(step => [step.file, step] as const))(
    'is noticed without %s',
    (file, step) => {
      copy.leaveOut(step);
      generate(copy, file);
      const { failed } = copy.test([step.missedBy], titles);
      copy.apply(step);
      process.stdout.write(`without ${file}: ${failed[0]?.split('\n')[0]}\n`);
      expect(failed).not.toStrictEqual([]);
    },
    300_000,
  );
}
