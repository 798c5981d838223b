import type { Variant } from '../apps/definition';
import { PHASES } from '../apps/phases';
import { KIND_TITLES, KINDS, SIZES, USUAL, VARIANT_TITLES, VARIANTS } from '../cases';
import { minimum } from '../measure/statistics';
import { fastestOf, runsOf, totalsOf } from '../measure/synthesis';
import type { Results } from '../results';

/** Plots by file name, each as a specification for Vega-Lite. */
export interface Plots {
  readonly [file: string]: object;
}

const COMMON = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', background: 'white', config: { view: { stroke: '#ddd' } } };
const COLOR = {
  field: 'variant',
  type: 'nominal',
  title: null,
  scale: { domain: VARIANTS.map(variant => VARIANT_TITLES[variant]), range: ['#888888', '#4c78a8', '#54a24b', '#e45756'] },
};
const FACET = { field: 'kind', type: 'nominal', title: null, sort: KINDS.map(kind => KIND_TITLES[kind]) };
const POOLS = {
  field: 'pools',
  type: 'quantitative',
  title: 'pools, in stacks of 200',
  scale: { type: 'log' },
  axis: { values: [1, 10, 100, 1000, 5000] },
};
const IN_STACKS = SIZES.filter(({ poolsPerStack }) => poolsPerStack === USUAL.poolsPerStack);

export function plotsOf(results: Results): Plots {
  return {
    'seconds.svg': seconds(results),
    'ratios.svg': ratios(results),
    'phases.svg': phases(results),
    'imports.svg': imports(results),
  };
}

function seconds({ synthesis }: Results): object {
  return curves(
    'Seconds to define and synthesize, smallest of all runs',
    valuesOf((size, kind, variant) => minimum(totalsOf(synthesis, size, kind, variant)) / 1000),
    { field: 'value', type: 'quantitative', title: 'seconds', scale: { type: 'log' } },
  );
}

function ratios({ synthesis }: Results): object {
  const ratio: Value = (size, kind, variant) =>
    minimum(totalsOf(synthesis, size, kind, variant)) / minimum(totalsOf(synthesis, size, kind, 'bare'));
  return curves('Time as a multiple of that of the bare resource', valuesOf(ratio), {
    field: 'value',
    type: 'quantitative',
    title: 'x bare resource',
  });
}

type Value = (size: (typeof SIZES)[number], kind: (typeof KINDS)[number], variant: Variant) => number;

function valuesOf(value: Value): object[] {
  return IN_STACKS.flatMap(size =>
    KINDS.flatMap(kind =>
      VARIANTS.map(variant => ({
        pools: size.pools,
        kind: KIND_TITLES[kind],
        variant: VARIANT_TITLES[variant],
        value: value(size, kind, variant),
      })),
    ),
  );
}

function curves(title: string, values: object[], y: object): object {
  return {
    ...COMMON,
    title,
    data: { values },
    facet: { column: FACET },
    spec: { width: 230, height: 230, mark: { type: 'line', point: true }, encoding: { x: POOLS, y, color: COLOR } },
  };
}

function phases({ synthesis }: Results): object {
  const values = KINDS.flatMap(kind =>
    VARIANTS.flatMap(variant => {
      const fastest = fastestOf(runsOf(synthesis, USUAL, kind, variant));
      return PHASES.map((phase, order) => ({
        kind: KIND_TITLES[kind],
        variant: VARIANT_TITLES[variant],
        phase,
        order,
        value: fastest.phases[phase],
      }));
    }),
  );
  return {
    ...COMMON,
    title: `Milliseconds of each phase, ${USUAL.title} pools, fastest run`,
    data: { values },
    mark: 'bar',
    width: 600,
    encoding: {
      row: { ...FACET, header: { labelAngle: 0, labelAlign: 'left' } },
      y: { field: 'variant', type: 'nominal', title: null, sort: VARIANTS.map(variant => VARIANT_TITLES[variant]) },
      x: { field: 'value', type: 'quantitative', title: 'ms', stack: 'zero' },
      color: { field: 'phase', type: 'nominal', title: null, sort: PHASES },
      order: { field: 'order', type: 'quantitative' },
    },
  };
}

function imports({ imports: series }: Results): object {
  const values = series
    .filter(({ runs }) => runs.length > 0)
    .map(({ title, runs }) => ({ title, value: minimum(runs.map(({ total }) => total)) }));
  return {
    ...COMMON,
    title: 'Milliseconds to import, after cdktf, smallest of all runs',
    data: { values },
    width: 600,
    encoding: {
      y: { field: 'title', type: 'nominal', title: null, sort: 'x', axis: { labelLimit: 300 } },
      x: { field: 'value', type: 'quantitative', title: 'ms', scale: { type: 'log', domainMin: 1 } },
    },
    layer: [
      { mark: { type: 'bar' }, encoding: { x2: { datum: 1 } } },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'value', format: ',.0f' } } },
    ],
  };
}
