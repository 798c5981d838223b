import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putEnvironmentOf } from './azurerm-environment';
import type { DeployedStack } from './deployed-example';
import { prepareExample } from './deployed-example';
import { sameEchoes } from './echoes';
import type { Results } from './results';
import { LocalArm } from '../../arm/local-arm';
import { CDKTF_EXAMPLES } from '../../support/examples';

/** The examples that use azurerm, or those that do not. */
function examplesWith(azurerm: boolean): string[] {
  const sourceOf = (example: string) => readFileSync(join(__dirname, '..', '..', '..', 'examples', example, 'main.ts'), 'utf8');
  return CDKTF_EXAMPLES.filter(example => /provider-azurerm|required_providers\.azurerm/.test(sourceOf(example)) === azurerm);
}

/** Deploys each example that uses azurerm, or each that does not, plans it again for each way of echoing, and destroys it. */
export function testExamples(azurerm: boolean, results: Results): void {
  let arm: LocalArm;
  let stacks: DeployedStack[];

  beforeEach(async () => {
    arm = await LocalArm.start();
  });

  afterEach(async () => {
    stacks.forEach(({ workspace }) => workspace.remove());
    await arm.stop();
  });

  test.each(examplesWith(azurerm))('%s deploys, stays as it is and is destroyed', async example => {
    stacks = prepareExample(example, arm);
    expect(stacks.some(({ replaced }) => replaced.length > 0)).toBe(azurerm);
    const title = azurerm ? `${example} (azurerm replaced)` : example;
    const environmentId = putEnvironmentOf(example, arm);
    for (const { workspace } of stacks) await workspace.apply();
    results.check(
      `${title}: deploy`,
      'deployed',
      arm.resources.every(({ provisioningState }) => provisioningState === 'Succeeded') ? 'deployed' : 'failed',
    );

    const [{ workspace, outputs }] = stacks;
    if (outputs.includes('poolManagementEndpoint')) {
      results.check(`${title}: output`, 'https endpoint', endpointKind(await workspace.output('poolManagementEndpoint')));
    }
    for (const echo of sameEchoes(arm)) {
      arm.echo = echo;
      for (const each of stacks) results.check(`${title}: second plan, for each echo`, 'no changes', await each.workspace.secondPlan());
    }
    arm.echo = 'recorded';
    for (const each of [...stacks].reverse()) await each.workspace.destroy();
    results.check(`${title}: destroy`, 'nothing is left', leftIn(arm, environmentId) || 'nothing is left');
  });
}

function leftIn(arm: LocalArm, environmentId: string | undefined): string {
  return arm.resources
    .map(({ id }) => id.id)
    .filter(id => id !== environmentId)
    .join(', ');
}

function endpointKind(endpoint: string): string {
  return /^https:\/\/[\w.-]+\.(dynamicsessions\.io\/subscriptions\/.+\/sessionPools\/[\w-]+|azurecontainerapps\.io)$/.test(endpoint)
    ? 'https endpoint'
    : endpoint;
}
