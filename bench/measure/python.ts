import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave } from './rounds';
import { minimum } from './statistics';

/** Milliseconds that a pool costs in Python. */
export interface PythonCost {
  readonly kind: 'interpreter' | 'minimal';
  readonly variant: 'l1' | 'l2';
  readonly construct: number;
  readonly synth: number;
}

/** The costs in Python, or why they were not measured. */
export interface PythonCosts {
  readonly costs: PythonCost[];
  /** The day on which the wheel was built. */
  readonly built?: string;
  readonly skipped?: string;
}

const WHEELS = join(__dirname, '..', '..', 'dist', 'python');
const SCRIPT = join(__dirname, '..', 'python', 'synthesize.py');
const POOLS = 500;
const CASES = (['interpreter', 'minimal'] as const).flatMap(kind => (['l1', 'l2'] as const).map(variant => ({ kind, variant })));
const OPTIONS = { encoding: 'utf8', stdio: 'pipe', timeout: 900_000 } as const;

/** Measures the wheel that `projen package:python` builds. */
export function measurePython(rounds: number): PythonCosts {
  const wheel = existsSync(WHEELS) ? readdirSync(WHEELS).find(name => name.endsWith('.whl')) : undefined;
  if (!wheel) {
    return skip('there is no wheel in dist/python: npx projen package:python builds it');
  }
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-bench-'));
  const path = join(WHEELS, wheel);
  try {
    const python = install(path, directory);
    const results = interleave(CASES, rounds, ({ kind, variant }) => ({
      one: run(python, kind, variant, 1, directory),
      many: run(python, kind, variant, POOLS + 1, directory),
    }));
    const perPool = (runs: (typeof results)[number], phase: 'construct' | 'synth') =>
      (minimum(runs.map(({ many }) => many[phase])) - minimum(runs.map(({ one }) => one[phase]))) / POOLS;
    const costs = CASES.map((of, index) => ({
      ...of,
      construct: perPool(results[index], 'construct'),
      synth: perPool(results[index], 'synth'),
    }));
    return { costs, built: statSync(path).mtime.toISOString().slice(0, 10) };
  } catch (error) {
    return skip(
      String((error as { stderr?: string }).stderr ?? error)
        .trim()
        .split('\n')
        .at(-1)!,
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function install(wheel: string, directory: string): string {
  const environment = join(directory, 'venv');
  execFileSync('python3', ['-m', 'venv', environment], OPTIONS);
  execFileSync(join(environment, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', wheel], OPTIONS);
  return join(environment, 'bin', 'python');
}

function run(python: string, kind: string, variant: string, pools: number, directory: string): { construct: number; synth: number } {
  const args = [SCRIPT, kind, variant, String(pools), join(directory, 'cdktf.out')];
  const stdout = execFileSync(python, args, { ...OPTIONS, env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' } });
  process.stderr.write(`Python, ${kind}, ${variant}, ${pools} pools\n`);
  return JSON.parse(stdout) as { construct: number; synth: number };
}

function skip(reason: string): PythonCosts {
  process.stderr.write(`skipped: Python: ${reason}\n`);
  return { costs: [], skipped: reason };
}
