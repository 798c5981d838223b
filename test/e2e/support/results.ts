import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeUnless } from '../../support/skip';

/** A row of the table of results. */
export interface Row {
  readonly case: string;
  readonly expected: string;
  readonly seen: string;
  count: number;
}

/** The results of one suite; a file may have several. */
export interface Section {
  readonly title: string;
  /** What it ran on. */
  readonly versions: string;
  readonly rows: readonly Row[];
}

/** Where the results of a run are kept until they are put together. */
export const RESULTS = join(__dirname, '..', '..', '..', 'reports', 'e2e');

/** The log of all results. */
export const LOG = join(__dirname, '..', 'results.md');

/** Keeps what a file of the suite sees. */
export class Results {
  private readonly rows: Row[] = [];

  constructor(private readonly title: string) {}

  /** Adds to the row of the case, and fails the test where something else than the expected is seen. */
  check(name: string, expected: string, seen: string): void {
    this.note(name, expected, seen);
    expect(`${name}: ${seen}`).toBe(`${name}: ${expected}`);
  }

  /** Adds to the row of a case that is known to be otherwise. */
  note(name: string, expected: string, seen: string): void {
    const same = this.rows.find(row => row.case === name && row.expected === expected && row.seen === seen);
    if (same) {
      same.count += 1;
    } else {
      this.rows.push({ case: name, expected, seen, count: 1 });
    }
  }

  save(): void {
    mkdirSync(RESULTS, { recursive: true });
    const section: Section = { title: this.title, versions: process.env.E2E_VERSIONS ?? '', rows: this.rows };
    const file = `${basename(expect.getState().testPath!, '.e2e.ts')}~${this.title.replace(/\W+/g, '-')}.json`;
    writeFileSync(join(RESULTS, file), JSON.stringify(section, undefined, 2));
  }
}

/** What a check that fails says, so that others can follow it. */
export function collect(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/**
 * A part of the suite: tests that deploy, and their results. Where azapi cannot be installed they are skipped.
 */
export function describeDeployed(title: string, tests: (results: Results) => void): void {
  const results = new Results(title);
  describeUnless(
    process.env.E2E_SKIP_REASON || undefined,
    title,
    () => {
      afterAll(() => results.save());
      tests(results);
    },
    'REQUIRE_AZAPI',
  );
}
