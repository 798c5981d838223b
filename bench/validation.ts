import { App, TerraformStack, Testing } from 'cdktf';
import { AzapiResource, CustomContainerPool, SessionPoolEnvironment } from '../lib';
import * as rules from '../lib/custom-container/custom-container-pool-rules';
import { Findings } from '../lib/validation/findings';

/*
 * What the constructs cost, as ratios that are measured in one run: against the bare L1 with the same body, and the share of
 * validation in defining and synthesizing. The smallest of several rounds is the one that other work disturbed least.
 */
const POOLS = 500;
const ROUNDS = 5;
const LIMIT_PERCENT = 10;
const RESOURCE_GROUP_ID = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';

function props(stack: TerraformStack) {
  return {
    resourceGroupId: RESOURCE_GROUP_ID,
    location: 'westus2',
    environment: SessionPoolEnvironment.fromEnvironmentId(
      stack,
      'environment',
      `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/e`,
    ),
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 80,
    command: ['sh', '-c', 'serve'],
    environmentVariables: { A: '1', B: '${HOME}', C: 'three' },
    tags: { team: 'agents', costCenter: '42' },
  };
}

function time(work: () => void): number {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1e6;
}

function smallest(work: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, work));
}

function stackOf(define: (stack: TerraformStack) => void): void {
  const stack = new TerraformStack(new App({ skipValidation: true }), 'stack');
  define(stack);
  Testing.synth(stack);
}

function definePools(stack: TerraformStack): void {
  const given = props(stack);
  for (let index = 0; index < POOLS; index++) {
    new CustomContainerPool(stack, `pool${index}`, given);
  }
}

const template = new CustomContainerPool(new TerraformStack(new App(), 'template'), 'pool', props(new TerraformStack(new App(), 'other')))
  .node.defaultChild as AzapiResource;

const whole = smallest(() => time(() => stackOf(definePools)));
const bare = smallest(() =>
  time(() =>
    stackOf(stack => {
      for (let index = 0; index < POOLS; index++) {
        new AzapiResource(stack, `pool${index}`, { type: template.type, name: `pool${index}`, body: template.body });
      }
    }),
  ),
);
const validation = smallest(() => {
  const stack = new TerraformStack(new App(), 'stack');
  const given = props(stack);
  const pool = new CustomContainerPool(stack, 'pool', given);
  return time(() => {
    for (let index = 0; index < POOLS; index++) {
      rules.validateCustomContainerPool(pool, given);
      new Findings();
    }
  });
});

const share = (100 * validation) / whole;
console.log(`a custom container pool costs ${(whole / bare).toFixed(1)} times its bare azapi_resource to define and synthesize`);
console.log(`validation is ${share.toFixed(1)} % of that (limit: ${LIMIT_PERCENT} %)`);
process.exitCode = share < LIMIT_PERCENT ? 0 : 1;
