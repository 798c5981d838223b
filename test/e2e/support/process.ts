import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  /** Standard output and standard error. */
  readonly output: string;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * A process in a group of its own. It never blocks this process, which has to answer it meanwhile as Azure Resource
 * Manager.
 */
export class Running {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private stdout = '';
  private output = '';

  constructor(command: string, args: readonly string[], options: ProcessOptions) {
    this.child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
      this.output += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', status => resolve({ status, stdout: this.stdout, output: this.output }));
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Signals the process alone. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name);
  }

  /** Signals the process and everything that it started. */
  signalGroup(name: NodeJS.Signals): void {
    process.kill(-this.pid, name);
  }
}

/** Runs a process to its end. */
export async function run(command: string, args: readonly string[], options: ProcessOptions): Promise<Ended> {
  return new Running(command, args, options).ended;
}

/** Runs a process to its end, and fails where it does. */
export async function succeed(command: string, args: readonly string[], options: ProcessOptions): Promise<Ended> {
  const ended = await run(command, args, options);
  if (ended.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${ended.status}:\n${ended.output}`);
  return ended;
}
