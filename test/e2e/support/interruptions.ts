import type { Ended, Running } from './process';
import { succeed } from './process';
import type { LocalArm } from '../../arm/local-arm';

/** A signal, who gets it, and what it leaves of a pool that is being created, updated or deleted. */
export interface Interruption {
  readonly title: string;
  readonly signal: NodeJS.Signals;
  readonly target: 'terraform' | 'group' | 'azapi';
  readonly create: string;
  readonly update: string;
  readonly delete: string;
}

const KEPT = 'in the state, in Azure';
const TAINTED = 'tainted, in Azure';
const ORPHANED = 'not in the state, in Azure';

/** Ctrl-C in a terminal reaches the whole group; azapi ignores it and hears from Terraform. */
export const INTERRUPTIONS: readonly Interruption[] = [
  { title: 'SIGINT to Terraform', signal: 'SIGINT', target: 'terraform', create: TAINTED, update: KEPT, delete: KEPT },
  { title: 'SIGTERM to Terraform', signal: 'SIGTERM', target: 'terraform', create: TAINTED, update: KEPT, delete: KEPT },
  { title: 'SIGINT to the process group', signal: 'SIGINT', target: 'group', create: TAINTED, update: KEPT, delete: KEPT },
  { title: 'SIGTERM to the process group', signal: 'SIGTERM', target: 'group', create: ORPHANED, update: KEPT, delete: KEPT },
  { title: 'SIGKILL to the process group', signal: 'SIGKILL', target: 'group', create: ORPHANED, update: KEPT, delete: KEPT },
  { title: 'SIGKILL to azapi', signal: 'SIGKILL', target: 'azapi', create: ORPHANED, update: KEPT, delete: KEPT },
];

/** Interrupts a run as soon as it waits for the operation that its request started. */
export async function interrupt(
  running: Running,
  { signal, target }: Interruption,
  arm: LocalArm,
  poolId: string,
  method: string,
): Promise<Ended> {
  const first = arm.requests.length;
  await waitFor(() => {
    const requests = arm.requests.slice(first);
    const start = requests.findIndex(request => request.method === method && request.path === poolId && request.status !== undefined);
    return start >= 0 && requests.slice(start).some(({ path, status }) => path.includes('/operation') && status !== undefined);
  });
  switch (target) {
    case 'terraform':
      running.signal(signal);
      break;
    case 'group':
      running.signalGroup(signal);
      break;
    case 'azapi':
      process.kill(await azapiOf(running.pid), signal);
      break;
  }
  return running.ended;
}

/** Waits for what a process that is running brings about. */
export async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the operation did not start within a minute');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** The process of the provider that a process of Terraform has started. */
async function azapiOf(pid: number): Promise<number> {
  const { stdout } = await succeed('ps', ['-A', '-o', 'pid=,ppid=,args='], { cwd: '/', env: process.env });
  const line = stdout
    .split('\n')
    .map(text => text.trim().split(/\s+/))
    .find(([, parent, command]) => Number(parent) === pid && command.includes('azapi'));
  if (!line) throw new Error(`${pid} has not started azapi`);
  return Number(line[0]);
}
