import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { interleave } from './rounds';
import { minimum } from './statistics';

/** Seconds that a command takes, its child processes included. */
export interface CommandCost {
  /** The command line; for `cdktf synth`, that of the app follows. */
  readonly title: string;
  readonly wall: number;
  readonly cpu: number;
}

interface Command {
  readonly title: string;
  readonly command: string[];
  /** What `cdktf synth` runs, where the command is that. */
  readonly app?: string;
  readonly directory?: string;
}

const ROOT = join(__dirname, '..', '..');
const QUICKSTART = join(ROOT, 'examples', 'quickstart');
const COPY = join(ROOT, 'reports', 'bench', 'quickstart');
const PACKAGE = join(COPY, 'node_modules', 'cdktf-azure-session-pools');
const OFFLINE = { CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };
/** What this process was started with is not for the commands. */
const CLEAN = { NODE_OPTIONS: '', TSX_TSCONFIG_PATH: undefined };
const SYNTH = ['cdktf', 'synth'];
const APPS = ['node main.js', 'node --import tsx main.ts', 'tsx main.ts', 'npx tsx main.ts'];

const COMMANDS: readonly Command[] = [
  { title: 'node -e 0', command: ['node', '-e', '0'] },
  ...APPS.map(app => ({ title: app, command: app.split(' ') })),
  { title: 'cdktf --version', command: ['cdktf', '--version'] },
  ...APPS.map(app => ({ title: `cdktf synth: ${app}`, command: SYNTH, app })),
  { title: 'cdktf synth: examples/quickstart, library from TypeScript', command: SYNTH, directory: QUICKSTART },
];

/** Measures where the seconds of `cdktf synth` go, with the app of the quickstart as users have it: the library comes compiled. */
export function measureCli(rounds: number): CommandCost[] {
  copyQuickstart();
  const results = interleave(COMMANDS, rounds, measure);
  return COMMANDS.map(({ title }, index) => ({
    title,
    wall: minimum(results[index].map(({ wall }) => wall)),
    cpu: minimum(results[index].map(({ cpu }) => cpu)),
  }));
}

function copyQuickstart(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(PACKAGE, 'package.json'));
  cpSync(join(ROOT, 'lib'), join(PACKAGE, 'lib'), { recursive: true, filter: path => !path.endsWith('.ts') });
  const main = readFileSync(join(QUICKSTART, 'main.ts'), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  writeFileSync(join(COPY, 'main.ts'), main);
  writeFileSync(join(COPY, 'main.js'), ts.transpileModule(main, { compilerOptions }).outputText);
}

/** `time` of bash counts the processes that a command starts, too. */
function measure({ title, command, app, directory = COPY }: Command): { readonly wall: number; readonly cpu: number } {
  if (app) {
    const settings = { language: 'typescript', app, projectId: 'quickstart', sendCrashReports: 'false' };
    writeFileSync(join(COPY, 'cdktf.json'), JSON.stringify(settings));
  }
  const script = 'TIMEFORMAT="%R %U %S"; exec 3>&2; { time "$@" >/dev/null 2>/dev/null; } 2>&3';
  const PATH = `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`;
  const { status, stderr } = spawnSync('bash', ['-c', script, 'time', ...command], {
    cwd: directory,
    env: { ...process.env, ...OFFLINE, ...CLEAN, PATH },
    encoding: 'utf8',
    timeout: 300_000,
  });
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  if (status !== 0 || Number.isNaN(system)) {
    throw new Error(`${title} ended with ${status}: ${stderr}`);
  }
  process.stderr.write(`${title}: ${wall} s\n`);
  return { wall, cpu: user + system };
}
