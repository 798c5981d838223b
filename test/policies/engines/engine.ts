/** The engines, each on the input that it reads. */
export const ENGINES = ['aspect', 'Rego on cdk.tf.json', 'Checkov on cdk.tf.json', 'Rego on plan JSON', 'Checkov on plan JSON'] as const;
export type Engine = (typeof ENGINES)[number];

/** Whether it is a plan. */
export function engineReadsPlans(engine: Engine): boolean {
  return engine.endsWith('on plan JSON');
}
