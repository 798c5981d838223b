import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plots } from './plots';

/** Renders plots to SVG files. Vega needs no browser for that. */
export async function renderPlots(plots: Plots, directory: string): Promise<void> {
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  mkdirSync(directory, { recursive: true });
  for (const [file, plot] of Object.entries(plots)) {
    const svg = await new View(parse(compile(plot).spec), { renderer: 'none' }).toSVG();
    writeFileSync(join(directory, file), `${svg}\n`);
  }
}
