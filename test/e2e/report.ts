import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, logOfRun, openTofuPart, parseLog, renderLog } from './support/log';
import { PAGE, withFigures } from './support/page';
import type { Section } from './support/results';
import { LOG, RESULTS } from './support/results';

/** Puts the results of a run together. `REGENERATE=1` writes them to the log and the page, otherwise they must be what the log says. */

interface Run {
  readonly versions: string;
  readonly sections: readonly Section[];
  /** Whether every suite ran. */
  readonly complete: boolean;
}

function main(): number {
  const run = readRun();
  if (run.sections.length === 0) {
    console.log('No results: every test was skipped. The reason stands above.');
    return 0;
  }
  const count = run.sections.flatMap(({ rows }) => rows).length;
  const text = readFileSync(LOG, 'utf8');
  const before = parseLog(text);
  const isOpenTofu = run.versions.startsWith('OpenTofu');
  console.log(`${run.versions}: ${count} results of ${run.sections.length} suites.`);
  if (!run.complete && (isOpenTofu || !process.env.REGENERATE)) {
    console.log('A part of the suites, not compared with test/e2e/results.md.');
    return 0;
  }
  const after = isOpenTofu ? { ...before, openTofu: openTofuPart(before, run) } : logOfRun(before, run, run.complete);
  if (process.env.REGENERATE) {
    writeFileSync(LOG, renderLog(after));
    writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8'), after));
    console.log('Wrote them to test/e2e/results.md, and their figures to docs/reliability.md.');
    return 0;
  }
  const changes = differences(text, renderLog(after));
  console.log(
    changes.length > 0
      ? `test/e2e/results.md says something else. Run it again with REGENERATE=1 if that is right:\n${changes.join('\n')}`
      : 'They are what test/e2e/results.md says.',
  );
  return changes.length > 0 ? 1 : 0;
}

function readRun(): Run {
  const files = existsSync(RESULTS) ? readdirSync(RESULTS).filter(name => name.endsWith('.json')) : [];
  const all = readdirSync(__dirname).filter(name => name.endsWith('.e2e.ts'));
  const ran = new Set(files.map(name => name.split('~')[0]));
  const sections = files.sort().map(name => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Section);
  return { versions: sections[0]?.versions ?? '', sections, complete: ran.size === all.length };
}

process.exitCode = main();
