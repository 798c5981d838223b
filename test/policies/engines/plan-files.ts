import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import type { Fixture } from '../fixtures';
import { stackOf } from '../fixtures';
import type { Plan } from './plan';
import { prunedConfiguration } from './plan';

/** The plan of a configuration, which is told by its digest. */
export interface PlanFile {
  readonly configuration: string;
  readonly plan: Plan;
}

/** The synthesized configuration of a fixture. */
export function configurationOf(fixture: Fixture): string {
  return Testing.synth(stackOf(fixture));
}

/** A short digest of what a plan depends on. */
export function digestOf(configuration: string): string {
  return createHash('sha256').update(prunedConfiguration(configuration)).digest('hex').slice(0, 16);
}

/** The file with the plans of the fixtures of a rule. */
export function planFileOf(ruleId: string): string {
  return join(__dirname, 'plans', `${ruleId}.json`);
}

/** The plans in a file, by the name of the fixture. */
export function readPlanFile(file: string): { readonly [name: string]: PlanFile } {
  return JSON.parse(readFileSync(file, 'utf8')) as { [name: string]: PlanFile };
}

/** Writes one line a plan. */
export function writePlanFile(file: string, plans: { readonly [name: string]: PlanFile }): void {
  const lines = Object.entries(plans).map(([name, plan]) => `${JSON.stringify(name)}: ${JSON.stringify(plan)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
