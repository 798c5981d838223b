import { createHash } from 'node:crypto';
import { App, TerraformStack } from 'cdktf';
import type { Fill, Kind, Variant } from './definition';
import { normalizedStacks } from './normalize';
import type { Milliseconds } from './phases';
import { Phases } from './phases';

/** What one process is asked to do. */
export interface Request {
  readonly kind: Kind;
  readonly variant: Variant;
  readonly pools: number;
  readonly poolsPerStack: number;
  readonly outdir: string;
}

/** What one process measured. */
export interface Measurement {
  /** Milliseconds from the first construct to the last file. */
  readonly total: number;
  /** Milliseconds of all cores in that time. */
  readonly cpu: number;
  readonly phases: Milliseconds;
  /** The largest resident set of the process, in MB. */
  readonly rss: number;
  /** MB on the heap after garbage collection, above what was there before the first construct; where node exposes it. */
  readonly heap?: { readonly constructed: number; readonly synthesized: number };
  /** A digest of what was written, but for construct paths and logical ids. */
  readonly digest: string;
}

const MEGABYTE = 2 ** 20;

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

function synthesize({ kind, variant, pools, poolsPerStack, outdir }: Request): Measurement {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { fill } = require(`./${variant}`) as { fill: Fill };
  const names = Array.from({ length: pools }, (_, index) => `pool${index}`);
  const measuresHeap = 'gc' in globalThis;
  const heapBefore = measuresHeap ? heap() : 0;

  const cpuBefore = process.cpuUsage();
  const phases = new Phases();
  const app = new App({ outdir });
  for (let first = 0; first < pools; first += poolsPerStack) {
    fill(new TerraformStack(app, `stack${first}`), kind, names.slice(first, first + poolsPerStack));
  }
  phases.switchTo('other');
  const constructed = measuresHeap ? heap() - heapBefore : 0;
  phases.follow(app);
  app.synth();
  phases.switchTo('other');
  const { user, system } = process.cpuUsage(cpuBefore);

  return {
    total: Object.values(phases.milliseconds).reduce((sum, milliseconds) => sum + milliseconds, 0),
    cpu: (user + system) / 1000,
    phases: phases.milliseconds,
    rss: process.resourceUsage().maxRSS / 1024,
    ...(measuresHeap && { heap: { constructed, synthesized: heap() - heapBefore } }),
    digest: createHash('sha256').update(normalizedStacks(app.outdir).join('\n')).digest('hex'),
  };
}

console.log(JSON.stringify(synthesize(JSON.parse(process.argv[2]) as Request)));
