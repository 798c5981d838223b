import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withoutAzurerm } from './without-azurerm';
import type { JsonObject } from '../../arm/json';

/**
 * The app of an example, whose file is the argument, with stand-ins for the resources of azurerm: what the cdktf CLI runs
 * in the place of the app itself where only azapi can be deployed.
 */
async function main(): Promise<void> {
  await import(resolve(process.argv[2]));
  const stacks = join(process.env.CDKTF_OUTDIR ?? 'cdktf.out', 'stacks');
  for (const stack of readdirSync(stacks)) {
    const file = join(stacks, stack, 'cdk.tf.json');
    const { configuration } = withoutAzurerm(JSON.parse(readFileSync(file, 'utf8')) as JsonObject);
    writeFileSync(file, JSON.stringify(configuration, undefined, 2));
  }
}

void main();
