import type { Kind, Variant } from '../apps/definition';
import type { Measurement, Request } from '../apps/synthesize';
import type { Case, Size } from '../cases';
import { runApp } from './apps';
import { interleave } from './rounds';

/** All runs of one case. */
export interface Series {
  readonly size: string;
  readonly kind: Kind;
  readonly variant: Variant;
  readonly runs: Measurement[];
}

/** Measures the synthesis of apps. Each run must write the JSON that the other variants of its kind and size write. */
export function measureSynthesis(cases: readonly Case[], rounds: number, nodeOptions: string[] = []): Series[] {
  const digests = new Map<string, string>();
  const results = interleave(cases, rounds, ({ size, kind, variant }) => {
    const measurement = measure(size, kind, variant, nodeOptions);
    const digest = digests.get(`${size.title} ${kind}`) ?? measurement.digest;
    digests.set(`${size.title} ${kind}`, digest);
    if (measurement.digest !== digest) {
      throw new Error(`${variant} writes other JSON than the rest for ${kind}: npx jest test/bench shows the difference`);
    }
    return measurement;
  });
  return cases.map(({ size, kind, variant }, index) => ({ size: size.title, kind, variant, runs: results[index] }));
}

function measure({ title, pools, poolsPerStack }: Size, kind: Kind, variant: Variant, nodeOptions: string[]): Measurement {
  const request: Omit<Request, 'outdir'> = { kind, variant, pools, poolsPerStack };
  const measurement = runApp<Measurement>('synthesize', request, nodeOptions);
  process.stderr.write(`${title}, ${kind}, ${variant}: ${Math.round(measurement.total)} ms\n`);
  return measurement;
}

/** The runs of a case. */
export function runsOf(series: readonly Series[], size: Size, kind: Kind, variant: Variant): Measurement[] {
  const found = series.find(each => each.size === size.title && each.kind === kind && each.variant === variant);
  if (!found) {
    throw new Error(`${size.title}, ${kind}, ${variant} was not measured`);
  }
  return found.runs;
}

/** The times of a case in milliseconds. */
export function totalsOf(series: readonly Series[], size: Size, kind: Kind, variant: Variant): number[] {
  return runsOf(series, size, kind, variant).map(({ total }) => total);
}

/** The CPU times of a case in milliseconds. */
export function cpuOf(series: readonly Series[], size: Size, kind: Kind, variant: Variant): number[] {
  return runsOf(series, size, kind, variant).map(({ cpu }) => cpu);
}

/** The run that took the least time. */
export function fastestOf(runs: readonly Measurement[]): Measurement {
  return runs.reduce((fastest, run) => (run.total < fastest.total ? run : fastest));
}
