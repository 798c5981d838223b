import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import type { Bypass } from '../bypasses';
import { bypassStack } from '../bypasses';
import type { Fixture } from '../fixtures';
import { stackOf } from '../fixtures';
import type { Plan } from './plan';
import { prunedConfiguration } from './plan';

/** The plan of a configuration, which is told by its digest. */
export interface PlanFile {
  readonly configuration: string;
  readonly plan: Plan;
}

/** A plan of nothing, in place of one that could not be made. */
export const NO_PLAN: Plan = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: { root_module: {} },
  resource_changes: [],
  configuration: { provider_config: {}, root_module: {} },
};

/** The synthesized configuration of a fixture. */
export function configurationOf(fixture: Fixture): string {
  return Testing.synth(stackOf(fixture));
}

/** The synthesized configuration of a bypass. */
export function configurationOfBypass(bypass: Bypass): string {
  return Testing.synth(bypassStack(bypass));
}

/** The plan of a bypass; where there is no real one, its changes beside those of the pool that nothing is wrong with. */
export function planOfBypass({ title, changes, invocations }: Bypass): Plan {
  const plans = readPlanFile(planFileOf('bypasses'));
  if (!changes) {
    return plans[title]?.plan ?? NO_PLAN;
  }
  const { plan } = plans[CLEAN.title];
  const created = changes.map(({ address, type, after }) => ({
    address,
    mode: 'managed',
    type,
    change: { actions: ['create'], before: null, after, after_unknown: {} },
  }));
  return { ...plan, resource_changes: [...plan.resource_changes, ...created], ...(invocations && { action_invocations: invocations }) };
}

/** Only the pool that nothing is wrong with. */
export const CLEAN: Bypass = { title: 'nothing', ruleId: '', build: () => undefined, configuration: false, plan: false };

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

/** Whether a plan of the configuration can only be made where azurerm can be installed: elsewhere the present one is kept. */
export function needsAzurerm(configuration: string): boolean {
  const { terraform } = JSON.parse(configuration) as { terraform?: { required_providers?: { azurerm?: object } } };
  return terraform?.required_providers?.azurerm !== undefined;
}
