import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import { AzapiResource, SessionPoolQuotaCheck } from '../../lib';
import { interpreter, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';

/** The stand-in answers with the limit that was measured. */
const LIMIT = 50;

describeDeployed('The limit of session pools', results => {
  const local = forEachTest();

  async function warningsWith(pools: number): Promise<string> {
    local.workspace.write(stack => {
      interpreter(stack, { sessionPoolName: 'pool' });
      const more = { type: 'Microsoft.App/sessionPools@2026-01-01', parentId: RESOURCE_GROUP_ID, location: 'westus2' };
      for (let index = 1; index < pools; index++) new AzapiResource(stack, `pool${index}`, { ...more, name: `pool${index}` });
      new SessionPoolQuotaCheck(stack, 'quota', { subscriptionId: SUBSCRIPTION, location: 'westus2' });
    });
    const { status, output } = await local.workspace.run('plan', '-input=false');
    return `${status}${/session pools in westus2/.test(output.replace(/\s*\n[│\s]*/g, ' ')) ? ', warns' : ''}`;
  }

  test('is a warning where the app defines more pools', async () => {
    results.check('pools up to the limit', '0', await warningsWith(LIMIT));
    results.check('more pools', '0, warns', await warningsWith(LIMIT + 1));
  });

  test('changes neither the second plan nor its exit code', async () => {
    local.workspace.write(stack => {
      interpreter(stack, { sessionPoolName: 'pool' });
      new SessionPoolQuotaCheck(stack, 'quota', { subscriptionId: SUBSCRIPTION, location: 'westus2' });
    });
    const applied = await local.workspace.tryApply();
    results.check('apply', '0', `${applied.status}${/Warning/.test(applied.output) ? ' with a warning' : ''}`);
    const { status, output } = await local.workspace.run('plan', '-input=false', '-detailed-exitcode');
    results.check('second plan', '0', `${status}${/Warning/.test(output) ? ' with a warning' : ''}`);
  });

  test('that Azure does not know is no reason to warn', async () => {
    local.workspace.write(stack => {
      interpreter(stack, { sessionPoolName: 'pool' });
      new SessionPoolQuotaCheck(stack, 'quota', { subscriptionId: SUBSCRIPTION, location: 'westus2' });
    });
    local.arm.inject({
      method: 'GET',
      match: 'Microsoft.Quota',
      times: 10,
      fault: { kind: 'status', status: 404, code: 'ResourceNotFound' },
    });
    const { status, output } = await local.workspace.tryApply();
    results.check('no such limit', '0', `${status}${/Warning/.test(output) ? ' with a warning' : ''}`);
  });
});
