import { forEachTest } from './support/local';
import type { Running } from './support/process';
import { describeDeployed } from './support/results';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;

describeDeployed('What Azure drops', results => {
  const local = forEachTest();

  /** What is answered after the PUT is not what was put. */
  async function applyWhileAzureAnswers(properties: JsonObject): Promise<string> {
    local.arm.inject({ method: 'GET', match: '/sessionPools/pool', times: 2, fault: { kind: 'slow', milliseconds: 1000 } });
    const running: Running = local.workspace.start('apply', '-input=false', '-auto-approve');
    const answer = setInterval(() => {
      if (local.arm.resource(POOL_ID)) {
        Object.assign(asObject(local.arm.resource(POOL_ID)!.body.properties), properties);
      }
    }, 10);
    const { status, output } = await running.ended;
    clearInterval(answer);
    return describeFailure(status, output);
  }

  test('networkStatus fails the apply', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool' }));
    const seen = await applyWhileAzureAnswers({ sessionNetworkConfiguration: { status: 'EgressEnabled' } });
    results.check('networkStatus', 'fails: Azure did not take networkStatus', seen);
  });

  test('mcpServer fails the apply', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool', mcpServer: {} }));
    const seen = await applyWhileAzureAnswers({ mcpServerSettings: null });
    results.check('mcpServer', 'fails: Azure ignored mcpServer', seen);
  });

  test('nothing fails where everything is taken', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: 'pool', mcpServer: {} }));
    const { status, output } = await local.workspace.tryApply();
    results.check('nothing', 'applied', describeFailure(status, output));
  });
});

function describeFailure(status: number | null, output: string): string {
  if (status === 0) return 'applied';
  return `fails: ${/Azure (did not take|ignored) \w+/.exec(output.replace(/\n\s*/g, ' '))?.[0] ?? output}`;
}
