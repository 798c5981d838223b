import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');
const COPIED = [
  'lib',
  'test',
  'policy',
  'docs/policies.md',
  'package.json',
  'tsconfig.json',
  'tsconfig.dev.json',
  'README.md',
  'LICENSE',
  '.jsii',
];
const LEFT_BEHIND = /\/lib\/.*(\.d\.ts|\.js)$|\/test\/policies\/engines\/\.|__pycache__/;

/** What is put into a file that exists: the text takes the place of what is matched, in which `$&` stands for it. */
export type Replacement = readonly [matched: RegExp, text: string];

/** A file that is edited by hand. */
export interface Step {
  readonly file: string;
  /** The file as CONTRIBUTING.md names it. @default - its path */
  readonly named?: string;
  /** The text of a new file, or what is changed in one that exists. */
  readonly content: string | readonly Replacement[];
  /** The suite that fails without it. */
  readonly missedBy: string;
}

/** Titles of tests, each after the suite that it is in and before what has failed. */
export interface Outcome {
  readonly passed: string[];
  readonly failed: string[];
}

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly message: string;
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string; readonly failureMessages: string[] }>;
  }>;
}

/** A copy of the repository that can be changed. */
export class ScratchCopy {
  private readonly directory = mkdtempSync(join(tmpdir(), 'session-pools-walk-'));

  constructor() {
    for (const entry of COPIED) {
      cpSync(join(ROOT, entry), this.at(entry), { recursive: true, filter: source => !LEFT_BEHIND.test(source) });
    }
    symlinkSync(join(ROOT, 'node_modules'), this.at('node_modules'));
  }

  at(file: string): string {
    return join(this.directory, file);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  apply({ file, content }: Step): void {
    if (typeof content === 'string') return writeFileSync(this.at(file), content);
    for (const replacement of content) this.replace(file, replacement);
  }

  replace(file: string, [matched, text]: Replacement): void {
    const source = readFileSync(this.at(file), 'utf8');
    if (!matched.test(source)) throw new Error(`${file} has nothing that matches ${matched}`);
    writeFileSync(this.at(file), source.replace(matched, text));
  }

  leaveOut({ file, content }: Step): void {
    if (typeof content === 'string') rmSync(this.at(file));
    else copyFileSync(join(ROOT, file), this.at(file));
  }

  /** Runs a command of node_modules that has to succeed. */
  run(command: string, ...args: string[]): void {
    const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', command), args, {
      cwd: this.directory,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  }

  runScript(file: string): void {
    this.run('tsx', '--tsconfig', 'tsconfig.dev.json', file);
  }

  /** The tests of suites whose titles match. */
  test(suites: readonly string[], titles: RegExp): Outcome {
    const report = this.at('report.json');
    rmSync(report, { force: true });
    const options = ['--ci', '--json', '--outputFile', report, '--testPathIgnorePatterns', '/node_modules/', '-t', titles.source];
    const matches = ['--testMatch', ...suites.map(suite => `<rootDir>/${suite}`)];
    const { stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), ...options, ...matches], {
      cwd: this.directory,
      encoding: 'utf8',
    });
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    if (testResults.length !== suites.length) throw new Error(stderr);
    const tests = testResults.flatMap(({ name, message, assertionResults }) => {
      const suite = suites.find(each => name.endsWith(each))!;
      // A suite that does not even load has no tests.
      if (assertionResults.length === 0) return [{ status: 'failed', title: `${suite}: ${message}` }];
      return assertionResults.map(({ status, fullName, failureMessages }) => ({
        status,
        title: [`${suite}: ${fullName}`, ...failureMessages].join('\n'),
      }));
    });
    const having = (wanted: string) => tests.filter(({ status }) => status === wanted).map(({ title }) => title);
    return { passed: having('passed'), failed: having('failed') };
  }
}
