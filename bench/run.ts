import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Size } from './cases';
import { casesOf, SIZES, USUAL } from './cases';
import { importCheck, passes, synthesisChecks, textCheck } from './checks';
import { gate } from './gate';
import { compileApps } from './measure/apps';
import { measureCli } from './measure/cli';
import { measureImports } from './measure/imports';
import { thisMachine } from './measure/machine';
import { measurePython } from './measure/python';
import { measureSynthesis } from './measure/synthesis';
import { measureText } from './measure/text';
import { document } from './report/document';
import { plotsOf } from './report/plots';
import { renderPlots } from './report/render';
import type { Results } from './results';

const ROOT = join(__dirname, '..');
const DOCS = join(ROOT, 'docs');
const RAW = join(ROOT, 'reports', 'bench');
const RESULTS = join(RAW, 'results.json');

/** Rounds of what is no app with many pools. */
const ROUNDS = { memory: 3, text: 9, imports: 9, python: 3, cli: 5 };
const TRIAL_ROUNDS = { memory: 1, text: 1, imports: 1, python: 1, cli: 1 };

function measureAll(sizes: readonly Size[], usual: Size, rounds: typeof ROUNDS): Results {
  return {
    machine: thisMachine(),
    synthesis: sizes.flatMap(size => measureSynthesis(casesOf(size), size.rounds)),
    memory: measureSynthesis(casesOf(usual), rounds.memory, ['--expose-gc']),
    text: measureText(rounds.text),
    imports: measureImports(rounds.imports),
    python: measurePython(rounds.python),
    cli: measureCli(rounds.cli),
  };
}

/** One round with a fiftieth of the pools: whether everything works, not how fast it is. */
function trial(): Results {
  const small = (size: Size) => ({
    ...size,
    rounds: 1,
    pools: Math.ceil(size.pools / 50),
    poolsPerStack: Math.ceil(size.poolsPerStack / 50),
  });
  return measureAll(SIZES.map(small), small(USUAL), TRIAL_ROUNDS);
}

/** All sizes in no more rounds than asked for. */
function atMost(most: number): [readonly Size[], Size, typeof ROUNDS] {
  const sizes = SIZES.map(size => ({ ...size, rounds: Math.min(size.rounds, most) }));
  const rounds = Object.fromEntries(Object.entries(ROUNDS).map(([of, count]) => [of, Math.min(count, most)])) as typeof ROUNDS;
  return [sizes, USUAL, rounds];
}

async function report(results: Results, directory: string): Promise<boolean> {
  const own = results.imports[0];
  const checks = [
    ...synthesisChecks(
      results.synthesis,
      SIZES.flatMap(size => casesOf(size)),
    ),
    importCheck(own),
    textCheck(results.text),
  ];
  writeFileSync(join(directory, 'performance.md'), document(results, checks));
  await renderPlots(plotsOf(results), join(directory, 'performance'));
  console.log(`wrote ${join(directory, 'performance.md')}`);
  return checks.every(passes);
}

async function main(): Promise<boolean> {
  const flag = { type: 'boolean' } as const;
  const options = { gate: flag, trial: flag, report: flag, rounds: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  mkdirSync(RAW, { recursive: true });
  if (values.report) {
    if (!existsSync(RESULTS)) {
      throw new Error('there is no reports/bench/results.json: npm run bench without options writes it');
    }
    return report(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results, DOCS);
  }
  compileApps();
  if (values.gate) {
    return gate();
  }
  if (values.trial) {
    await report(trial(), RAW);
    return true;
  }
  const results = measureAll(...atMost(Number(values.rounds ?? Infinity)));
  writeFileSync(RESULTS, JSON.stringify(results));
  return report(results, DOCS);
}

void main().then(passed => (process.exitCode = passed ? 0 : 1));
