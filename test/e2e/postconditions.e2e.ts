import { Running } from './support/process';
import { describeDeployed } from './support/results';
import { Workspace } from './support/workspace';
import { asObject } from '../arm/json';
import { LocalArm } from '../arm/local-arm';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;

describeDeployed('What Azure drops', results => {
  let arm: LocalArm;
  let workspace: Workspace;

  beforeEach(async () => {
    arm = await LocalArm.start();
    workspace = new Workspace(arm);
  });

  afterEach(async () => {
    workspace.remove();
    await arm.stop();
  });

  /** What is answered after the PUT is not what was put. */
  async function applyWhileAzureTurnsEgressOn(): Promise<string> {
    arm.inject({ method: 'GET', match: '/sessionPools/pool', times: 2, fault: { kind: 'slow', milliseconds: 1000 } });
    const running: Running = workspace.start('apply', '-input=false', '-auto-approve');
    const turn = setInterval(() => {
      if (arm.resource(POOL_ID)) asObject(arm.resource(POOL_ID)!.body.properties).sessionNetworkConfiguration = { status: 'EgressEnabled' };
    }, 10);
    const { status, output } = await running.ended;
    clearInterval(turn);
    return describeFailure(status, output);
  }

  test('networkStatus fails the apply', async () => {
    workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool' }));
    results.check('networkStatus', 'fails: Azure did not take networkStatus', await applyWhileAzureTurnsEgressOn());
  });

  test('mcpServer of a custom container pool fails the apply', async () => {
    workspace.write(stack => container(stack, { sessionPoolName: 'pool', mcpServer: {} }));
    const { status, output } = await workspace.tryApply();
    results.check('mcpServer of a CustomContainerPool', 'fails: Azure did not take mcpServer', describeFailure(status, output));
  });

  test('nothing fails where everything is taken', async () => {
    workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool', mcpServer: {} }));
    const { status, output } = await workspace.tryApply();
    results.check('nothing', 'applied', describeFailure(status, output));
  });
});

function describeFailure(status: number | null, output: string): string {
  if (status === 0) return 'applied';
  return `fails: ${/Azure did not take \w+/.exec(output.replace(/\n\s*/g, ' '))?.[0] ?? output}`;
}
