import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdktf, writeProject } from './support/cdktf-cli';
import { describeDeployed } from './support/results';
import { LocalArm } from '../arm/local-arm';

interface Outputs {
  readonly [stack: string]: { readonly executeCode: string; readonly agent?: { readonly [variable: string]: string } };
}

describeDeployed('Stacks and apps that use a pool of another', results => {
  let arm: LocalArm;
  let directory: string;

  beforeEach(async () => {
    arm = await LocalArm.start();
    directory = mkdtempSync(join(tmpdir(), 'session-pools-cross-'));
  });

  afterEach(async () => {
    await arm.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Runs the cdktf CLI for an app in a directory of its own. */
  async function runApp(app: string, ...args: string[]): Promise<void> {
    const home = join(directory, app);
    mkdirSync(home, { recursive: true });
    writeProject(home, join(__dirname, 'apps', `${app}.ts`));
    const { status, output } = await cdktf(home, arm, { FIRST_STATE: join(directory, 'first.tfstate') }, ...args, '--skip-provider-lock');
    expect({ status, output }).toMatchObject({ status: 0 });
  }

  const outputsOf = (app: string) => JSON.parse(readFileSync(join(directory, app, 'outputs.json'), 'utf8')) as Outputs;
  const endpoint = (name: string) =>
    `https://westus2.dynamicsessions.io/subscriptions/${arm.subscriptionId}/resourceGroups/rg/sessionPools/${name}`;
  const grantsIn = () => arm.resources.filter(({ id }) => /roleAssignments/i.test(id.id)).length;

  test('two stacks of one app', async () => {
    await runApp('two-stacks', 'deploy', 'platform', 'agents', '--auto-approve', '--outputs-file', 'outputs.json');
    const { executeCode, agent } = outputsOf('two-stacks').agents;
    results.check('two stacks: endpoint in the other stack', `${endpoint('platformpool')}/executions`, executeCode.split('?')[0]);
    results.check('two stacks: environment of the app', endpoint('platformpool'), agent!.POOL_MANAGEMENT_ENDPOINT);
    results.check('two stacks: grants', '1', `${grantsIn()}`);
    await runApp('two-stacks', 'destroy', 'platform', 'agents', '--auto-approve');
    results.check('two stacks: destroy', 'nothing is left', arm.resources.length === 0 ? 'nothing is left' : 'something is left');
  });

  test('two apps', async () => {
    await runApp('first-app', 'deploy', '--auto-approve');
    await runApp('second-app', 'deploy', '--auto-approve', '--outputs-file', 'outputs.json');
    results.check(
      'two apps: endpoint from the remote state',
      `${endpoint('firstpool')}/executions`,
      outputsOf('second-app').second.executeCode.split('?')[0],
    );
    results.check('two apps: grants', '1', `${grantsIn()}`);
  });
});
