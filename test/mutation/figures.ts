import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARDS } from './shards';

/** What was measured of a shard. */
export interface Figure {
  readonly date: string;
  readonly noticed: number;
  readonly notNoticed: number;
}

const FIGURES = join(__dirname, 'figures.json');
const DOCUMENT = join(__dirname, '..', '..', 'docs', 'quality.md');
const BEGIN = '<!-- mutations: npm run mutation -->\n';
const END = '<!-- /mutations -->\n';

/** What was measured so far, by shard. */
export function figures(): { readonly [shard: string]: Figure } {
  return JSON.parse(readFileSync(FIGURES, 'utf8')) as { [shard: string]: Figure };
}

/** Keeps a measurement in place of an older one of the shard. */
export function record(shard: string, figure: Figure): void {
  writeFileSync(FIGURES, `${JSON.stringify({ ...figures(), [shard]: figure }, null, 2)}\n`);
  writeFileSync(DOCUMENT, qualityDocument().expected);
}

/** The document as it is, and as the figures have it. */
export function qualityDocument(): { readonly actual: string; readonly expected: string } {
  const actual = readFileSync(DOCUMENT, 'utf8');
  const [before, rest] = actual.split(BEGIN);
  return { actual, expected: `${before}${BEGIN}${table()}${END}${rest.split(END)[1]}` };
}

function table(): string {
  const measured = figures();
  const rows = Object.keys(SHARDS).map(shard => rowOf(shard, measured[shard]));
  return `\n| Shard | Noticed | Not noticed | Score | Measured on |\n| --- | ---: | ---: | ---: | --- |\n${rows.join('')}\n`;
}

function rowOf(shard: string, figure: Figure | undefined): string {
  if (!figure) {
    return `| ${shard} | | | | not yet |\n`;
  }
  const { date, noticed, notNoticed } = figure;
  const score = ((100 * noticed) / (noticed + notNoticed)).toFixed(1);
  return `| ${shard} | ${noticed} | ${notNoticed} | ${score} % | ${date} |\n`;
}
