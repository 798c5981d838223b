import { forEachTest } from './support/local';
import type { Ended } from './support/process';
import { describeDeployed } from './support/results';
import { asObject } from '../arm/json';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;
const EGRESS = 'body.properties.sessionNetworkConfiguration.status';

describeDeployed('What Azure drops', results => {
  const local = forEachTest();

  /** What is answered after the PUT is not what was put. */
  async function applyWhileAzureTurnsEgressOn(): Promise<Ended> {
    local.arm.inject({ method: 'GET', match: '/sessionPools/pool', times: 2, fault: { kind: 'slow', milliseconds: 1000 } });
    const running = local.workspace.start('apply', '-input=false', '-auto-approve');
    const turn = setInterval(() => turnEgressOn(), 10);
    const ended = await running.ended;
    clearInterval(turn);
    return ended;
  }

  function turnEgressOn(): void {
    const resource = local.arm.resource(POOL_ID);
    if (resource) asObject(resource.body.properties).sessionNetworkConfiguration = { status: 'EgressEnabled' };
  }

  test('networkStatus is a warning after the apply, and a difference in the next plan', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool' }));
    results.check('networkStatus', 'applied, warns of networkStatus', describe(await applyWhileAzureTurnsEgressOn()));
    const seen = await local.workspace.secondPlan();
    results.check('networkStatus: next plan', `in place: ${EGRESS}`, seen.replace(/^\S+ /, ''));
    await local.workspace.apply();
    results.check('networkStatus: plan after the next apply', 'no changes', await local.workspace.secondPlan());
  });

  test('nothing warns where everything is taken', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool', mcpServer: {} }).poolManagementEndpoint);
    results.check('nothing', 'applied', describe(await local.workspace.tryApply()));
  });

  test('what somebody changes is a warning where it is only looked at, and changes no exit code', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool' }));
    await local.workspace.apply();
    turnEgressOn();
    const looked = await local.workspace.run('apply', '-input=false', '-auto-approve', '-refresh-only');
    results.check('refresh after somebody turned egress on', 'applied, warns of networkStatus', describe(looked));
    await local.workspace.apply();
    const { status, output } = await local.workspace.run('plan', '-input=false', '-detailed-exitcode');
    results.check('plan after the repair', '0', `${status}${/Warning/.test(output) ? ' with a warning' : ''}`);
  });
});

function describe({ status, output }: Ended): string {
  if (status !== 0) return `fails: ${output}`;
  const failed = /Check block assertion failed[^]*session pool '[^']+': (\w+)/.exec(output);
  return failed ? `applied, warns of ${failed[1]}` : 'applied';
}
