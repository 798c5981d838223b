import type { Case } from './cases';
import { KIND_TITLES, VARIANT_TITLES } from './cases';
import { IMPORT_LIMIT, LIMITS, TEXT_LIMIT } from './limits';
import type { ImportSeries } from './measure/imports';
import { minimum, ratioOf } from './measure/statistics';
import type { Series } from './measure/synthesis';
import { cpuOf, totalsOf } from './measure/synthesis';
import type { TextGrowth } from './measure/text';

/** A ratio beside its limit. */
export interface Check {
  readonly title: string;
  readonly ratio: number;
  readonly limit: number;
  /** The figures behind the ratio. */
  readonly figures: string;
}

export function passes({ ratio, limit }: Check): boolean {
  return ratio <= limit;
}

export function describeCheck(check: Check): string {
  return `${passes(check) ? 'ok  ' : 'OVER'} ${check.title}: ${check.ratio.toFixed(2)} (limit ${check.limit}; ${check.figures})`;
}

/**
 * The checks of the cases that have a limit. A slower library needs more time and more CPU; a busy machine makes one of the two ratios worse at
 * random. So the smaller one counts.
 */
export function synthesisChecks(series: readonly Series[], cases: readonly Case[]): Check[] {
  return cases.flatMap(({ size, kind, variant }) => {
    const limit = variant === 'bare' ? undefined : LIMITS[size.title]?.[kind][variant];
    if (limit === undefined) {
      return [];
    }
    const own = totalsOf(series, size, kind, variant);
    const bare = totalsOf(series, size, kind, 'bare');
    const wall = ratioOf(own, bare);
    const cpu = ratioOf(cpuOf(series, size, kind, variant), cpuOf(series, size, kind, 'bare'));
    const spread = wall.quartiles.map(quartile => quartile.toFixed(2)).join(' / ');
    return {
      title: `${size.title}, ${KIND_TITLES[kind]}: ${VARIANT_TITLES[variant]} to bare resource`,
      ratio: Math.min(wall.ofMinima, cpu.ofMinima),
      limit,
      figures:
        `wall ${wall.ofMinima.toFixed(2)} of ${Math.round(minimum(own))} to ${Math.round(minimum(bare))} ms, CPU ${cpu.ofMinima.toFixed(2)}, ` +
        `rounds ${own.length}, quartiles ${spread}`,
    };
  });
}

export function importCheck({ runs }: ImportSeries): Check {
  const own = minimum(runs.map(({ total }) => total));
  const cdktf = minimum(runs.map(run => run.cdktf));
  const cpu = minimum(runs.map(run => run.cpu)) / minimum(runs.map(run => run.cdktfCpu));
  return {
    title: 'import of the package to import of cdktf',
    ratio: Math.min(own / cdktf, cpu),
    limit: IMPORT_LIMIT,
    figures: `wall ${(own / cdktf).toFixed(2)} of ${own.toFixed(1)} to ${cdktf.toFixed(1)} ms, CPU ${cpu.toFixed(2)}, rounds ${runs.length}`,
  };
}

export function textCheck({ characters, milliseconds: [shorter, longer] }: TextGrowth): Check {
  return {
    title: `${characters[1]} characters of text to ${characters[0]}`,
    ratio: longer / shorter,
    limit: TEXT_LIMIT,
    figures: `${Math.round(longer)} to ${Math.round(shorter)} ms`,
  };
}
