import type { Kind, Variant } from '../apps/definition';
import { PHASES } from '../apps/phases';
import { KIND_TITLES, KINDS, SIZES, USUAL, VARIANT_TITLES, VARIANTS } from '../cases';
import { LIMITS } from '../limits';
import { minimum, quantile, ratioOf } from '../measure/statistics';
import { cpuOf, fastestOf, runsOf, totalsOf } from '../measure/synthesis';
import type { Results } from '../results';
import { figure, table } from './markdown';

const title = (kind: Kind, variant: Variant) => `${KIND_TITLES[kind]}: ${VARIANT_TITLES[variant]}`;
const each = <Row>(row: (kind: Kind, variant: Variant) => Row): Row[] => KINDS.flatMap(kind => VARIANTS.map(variant => row(kind, variant)));

/** Times and ratios of the usual size. */
export function usualSize({ synthesis }: Results): string {
  return table(
    ['1,000 pools in stacks of 200', 'runs', 'smallest ms', 'lower quartile', 'median', 'CPU ms', 'x bare', 'limit', 'CPU x bare'],
    each((kind, variant) => {
      const totals = totalsOf(synthesis, USUAL, kind, variant);
      const ratio = ratioOf(totals, totalsOf(synthesis, USUAL, kind, 'bare'));
      const cpu = minimum(cpuOf(synthesis, USUAL, kind, variant));
      const bareCpu = minimum(cpuOf(synthesis, USUAL, kind, 'bare'));
      return [
        title(kind, variant),
        String(totals.length),
        figure(minimum(totals)),
        figure(quantile(totals, 0.25)),
        figure(quantile(totals, 0.5)),
        figure(cpu),
        variant === 'bare' ? '1' : `**${ratio.ofMinima.toFixed(2)}**`,
        variant === 'bare' ? '' : String(LIMITS[USUAL.title][kind][variant]),
        (cpu / bareCpu).toFixed(2),
      ];
    }),
  );
}

/** Ratios of all sizes with their spread. */
export function allSizes({ synthesis }: Results): string {
  return table(
    ['x bare [quartiles of the rounds]', ...SIZES.map(size => size.title)],
    each((kind, variant) => [
      title(kind, variant),
      ...SIZES.map(size => {
        const totals = totalsOf(synthesis, size, kind, variant);
        if (variant === 'bare') {
          return `${figure(minimum(totals))} ms`;
        }
        const { ofMinima, quartiles } = ratioOf(totals, totalsOf(synthesis, size, kind, 'bare'));
        return `${ofMinima.toFixed(2)} [${quartiles[0].toFixed(2)}–${quartiles[2].toFixed(2)}]`;
      }),
    ]),
  );
}

/** Where the time goes. */
export function phases({ synthesis }: Results): string {
  return table(
    ['ms of the fastest run', ...PHASES],
    each((kind, variant) => {
      const fastest = fastestOf(runsOf(synthesis, USUAL, kind, variant));
      return [title(kind, variant), ...PHASES.map(phase => String(Math.round(fastest.phases[phase])))];
    }),
  );
}

/** The heap, and the resident set of the same runs that were timed. */
export function memory({ memory: series, synthesis }: Results): string {
  const megabytes = (kind: Kind, variant: Variant) => {
    const heaps = runsOf(series, USUAL, kind, variant).map(run => run.heap!);
    return {
      constructed: minimum(heaps.map(heap => heap.constructed)),
      synthesized: minimum(heaps.map(heap => heap.synthesized)),
      rss: minimum(runsOf(synthesis, USUAL, kind, variant).map(run => run.rss)),
    };
  };
  return table(
    ['1,000 pools in stacks of 200', 'heap, defined (MB)', 'heap, synthesized (MB)', 'kB a pool above bare', 'max RSS (MB)', 'RSS x bare'],
    each((kind, variant) => {
      const own = megabytes(kind, variant);
      const bare = megabytes(kind, 'bare');
      return [
        title(kind, variant),
        figure(own.constructed),
        figure(own.synthesized),
        variant === 'bare' ? '' : figure(((own.synthesized - bare.synthesized) * 1024) / USUAL.pools),
        figure(own.rss),
        (own.rss / bare.rss).toFixed(2),
      ];
    }),
  );
}
