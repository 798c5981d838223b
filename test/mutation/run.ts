import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { record } from './figures';
import { SHARDS } from './shards';

/*
 * Runs the shards that are named, or all of them, one after the other, and writes what was measured into figures.json and docs/quality.md. From
 * the first `--` on, arguments are Stryker's: `access fleet --concurrency 1`.
 */
const [named, options] = argumentsOf(process.argv.slice(2));
const REPORT = 'reports/mutation.json';
const NOTICED = ['Killed', 'Timeout'];
const NOT_NOTICED = ['Survived', 'NoCoverage'];

interface Report {
  readonly files: { readonly [file: string]: { readonly mutants: ReadonlyArray<{ readonly status: string }> } };
}

function measure(shard: string): number {
  rmSync(REPORT, { force: true });
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', SHARDS[shard].mutate.join(','), ...options], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_SHARD: shard },
  });
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  copyFileSync(REPORT, REPORT.replace('mutation', `mutation-${shard}`));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(mutant => mutant.status));
  const count = (counted: string[]) => statuses.filter(each => counted.includes(each)).length;
  record(shard, { date: new Date().toISOString().slice(0, 10), noticed: count(NOTICED), notNoticed: count(NOT_NOTICED) });
  return status ?? 1;
}

function argumentsOf(given: string[]): [named: string[], options: string[]] {
  const first = given.findIndex(each => each.startsWith('--'));
  return first < 0 ? [given, []] : [given.slice(0, first), given.slice(first)];
}

const unknown = named.filter(each => !Object.hasOwn(SHARDS, each));
if (unknown.length > 0) {
  throw new Error(`no shard ${unknown.join(', ')}: there are ${Object.keys(SHARDS).join(', ')}`);
}
process.exitCode = Math.max(...(named.length > 0 ? named : Object.keys(SHARDS)).map(measure));
