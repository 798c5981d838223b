import { KIND_TITLES, VARIANT_TITLES } from '../cases';
import { minimum, quantile } from '../measure/statistics';
import type { Results } from '../results';
import { figure, table } from './markdown';

/** What importing costs. */
export function imports({ imports: series }: Results): string {
  const measured = series.filter(({ runs }) => runs.length > 0);
  const smallest = (values: readonly number[]) => figure(minimum(values));
  const [own] = measured;
  return [
    table(
      ['module', 'runs', 'files', 'smallest ms', 'median ms', 'CPU ms', 'heap MB', 'RSS MB'],
      measured.map(({ title, runs }) => {
        const totals = runs.map(({ total }) => total);
        return [
          title,
          String(runs.length),
          String(runs[0].files),
          smallest(totals),
          figure(quantile(totals, 0.5)),
          smallest(runs.map(({ cpu }) => cpu)),
          smallest(runs.map(({ heap }) => heap)),
          smallest(runs.map(({ rss }) => rss)),
        ];
      }),
    ),
    `cdktf itself takes ${smallest(own.runs.map(({ cdktf }) => cdktf))} ms.`,
    ...series.flatMap(({ skipped }) => (skipped ? [`Not measured: ${skipped}.`] : [])),
  ].join('\n\n');
}

/** What a pool costs in Python. */
export function python({ python: { costs, built, skipped } }: Results): string {
  if (skipped) {
    return `Not measured: ${skipped}.`;
  }
  return [
    `The wheel was built on ${built}. A process with one pool is taken off from one with 501.`,
    table(
      ['ms a pool, smallest of all runs', 'define', 'synthesize', 'both'],
      costs.map(({ kind, variant, construct, synth }) => [
        `${KIND_TITLES[kind]}: ${VARIANT_TITLES[variant]}`,
        figure(construct),
        figure(synth),
        figure(construct + synth),
      ]),
    ),
  ].join('\n\n');
}

/** What `cdktf synth` costs, and where its seconds go. */
export function cli({ cli: costs }: Results): string {
  const wall = (title: string) => {
    const cost = costs.find(each => each.title === title);
    if (!cost) {
      throw new Error(`${title} was not measured`);
    }
    return cost.wall;
  };
  const share = (title: string, seconds: number) => [title, seconds.toFixed(2)];
  return [
    table(
      ['command', 'wall s', 'CPU s'],
      costs.map(({ title, wall: seconds, cpu }) => [`\`${title}\``, seconds.toFixed(2), cpu.toFixed(2)]),
    ),
    'Of the seconds of `cdktf synth` with the app `npx tsx main.ts`:',
    table(
      ['part', 's'],
      [
        share('the CLI of cdktf', wall('cdktf synth: npx tsx main.ts') - wall('npx tsx main.ts')),
        share('`npx`', wall('npx tsx main.ts') - wall('tsx main.ts')),
        share('`tsx`, beyond `node`', wall('tsx main.ts') - wall('node main.js')),
        share('cdktf, this library and the app itself', wall('node main.js') - wall('node -e 0')),
        share('the start of `node`', wall('node -e 0')),
      ],
    ),
  ].join('\n\n');
}

/** How time grows with text. */
export function text({ text: { characters, milliseconds } }: Results): string {
  const [shorter, longer] = milliseconds;
  return (
    `Twelve pools, each with one argument of ${figure(characters[0])} characters that regular expressions like least: ${figure(shorter)} ms. ` +
    `With ${figure(characters[1])} characters each: ${figure(longer)} ms, which is ${(longer / shorter).toFixed(1)} times as much for four times the text.`
  );
}
