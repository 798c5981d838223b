import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run ended. */
export interface Run {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs code. */
export type Interpreter = (code: string) => Promise<Run> | Run;

/** Repeats the code, and fails where the code says `fail`: enough to test a client. */
export const parrot: Interpreter = code =>
  code.includes('fail') ? { succeeded: false, stdout: '', stderr: `cannot run ${code}` } : { succeeded: true, stdout: code, stderr: '' };

/** The path of Python on this machine: of the interpreter itself, since what stands in for it on the path may bring variables of its own. */
export function findPython(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs Python in a temporary folder and with an empty environment, so that the code finds nothing of this process. */
export function pythonAt(path: string): Interpreter {
  return async code => {
    const directory = mkdtempSync(join(tmpdir(), 'session-'));
    try {
      return await new Promise<Run>((resolve, reject) => {
        const child = spawn(path, ['-I', '-'], { cwd: directory, env: {}, stdio: 'pipe' });
        let [stdout, stderr] = ['', ''];
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.on('error', reject);
        child.on('close', status => resolve({ succeeded: status === 0, stdout, stderr }));
        child.stdin.end(code);
      });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };
}
