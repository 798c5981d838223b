import type { TerraformStack } from 'cdktf';
import { RESOURCE_GROUP_ID } from './fixtures';
import type { SynthesizedResource } from './synth';
import { synthesize } from './synth';

export const ACTION_GROUP_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Insights/actionGroups/oncall`;

/** The alerts of a stack. */
export function alertsOf(build: (stack: TerraformStack) => unknown): SynthesizedResource[] {
  return Object.values(synthesize(stack => void build(stack)).resource.azapi_resource).filter(({ type }) =>
    type.startsWith('Microsoft.Insights/'),
  );
}

/** The only alert of a stack. */
export function alertOf(build: (stack: TerraformStack) => unknown): SynthesizedResource {
  const alerts = alertsOf(build);
  expect(alerts).toHaveLength(1);
  return alerts[0];
}

/** The criterion of an alert. */
export function criterionOf({ body }: SynthesizedResource): { [property: string]: unknown } {
  return (body.properties.criteria as { allOf: Array<{ [property: string]: unknown }> }).allOf[0];
}
