import { OTHERS, sameEchoes } from './support/echoes';
import { forEachTest } from './support/local';
import { describeAreas } from './support/plan';
import { buildPlatform, PLATFORM_SECRETS } from './support/platform';
import { describeDeployed } from './support/results';
import type { Echo } from '../arm/echo';

const AT_LEAST = 25;

describeDeployed('A platform of pools', results => {
  const local = forEachTest(Object.fromEntries(PLATFORM_SECRETS.map(name => [name.replaceAll('-', '_'), `value-of-${name}`])));

  test('deploys, stays as it is and is destroyed', async () => {
    local.workspace.write(buildPlatform);
    await local.workspace.apply();
    const count = local.workspace.state.filter(address => address.startsWith('azapi_resource.')).length;
    results.check('deploy', `${AT_LEAST} resources or more`, count >= AT_LEAST ? `${AT_LEAST} resources or more` : String(count));
    const echoes = sameEchoes(local.arm);
    for (const echo of echoes) {
      local.arm.echo = echo;
      results.check('second plan, for each echo', 'no changes', await local.workspace.secondPlan());
    }
    for (const [echo, expected] of Object.entries(OTHERS)) {
      local.arm.echo = echo as Echo;
      results.check(`plan, answered '${echo}'`, expected, describeAreas((await local.workspace.plan()).resource_changes ?? []));
    }
    console.log(`${count} resources, ${echoes.length} ways to answer that are no change, ${Object.keys(OTHERS).length} that are one`);
    local.arm.echo = 'recorded';
    await local.workspace.destroy();
    results.check('destroy', 'nothing is left', local.arm.resources.map(({ id }) => id.id).join(', ') || 'nothing is left');
  });
});
