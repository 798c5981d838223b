import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { succeed } from './support/process';
import { describeDeployed } from './support/results';
import { LocalArm } from '../arm/local-arm';

const ROOT = join(__dirname, '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const OFFLINE = { CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color' };

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
  async function cdktf(app: string, ...args: string[]): Promise<void> {
    const home = join(directory, app);
    mkdirSync(home, { recursive: true });
    const command = `${join(BIN, 'tsx')} --tsconfig ${join(ROOT, 'tsconfig.dev.json')} ${join(__dirname, 'apps', `${app}.ts`)}`;
    writeFileSync(join(home, 'cdktf.json'), JSON.stringify({ language: 'typescript', app: command, projectId: app, sendCrashReports: 'false' }));
    const env = { ...process.env, ...OFFLINE, ...arm.environment(), FIRST_STATE: join(directory, 'first.tfstate') };
    await succeed(join(BIN, 'cdktf'), [...args, '--skip-provider-lock'], { cwd: home, env });
  }

  const outputsOf = (app: string) => JSON.parse(readFileSync(join(directory, app, 'outputs.json'), 'utf8')) as Outputs;
  const endpoint = (name: string) => `https://westus2.dynamicsessions.io/subscriptions/${arm.subscriptionId}/resourceGroups/rg/sessionPools/${name}`;
  const grantsIn = () => arm.resources.filter(({ id }) => /roleAssignments/i.test(id.id)).length;

  test('two stacks of one app', async () => {
    await cdktf('two-stacks', 'deploy', 'platform', 'agents', '--auto-approve', '--outputs-file', 'outputs.json');
    const { executeCode, agent } = outputsOf('two-stacks').agents;
    results.check('two stacks: endpoint in the other stack', `${endpoint('platformpool')}/code/execute`, executeCode.split('?')[0]);
    results.check('two stacks: environment of the app', endpoint('platformpool'), agent!.POOL_MANAGEMENT_ENDPOINT);
    results.check('two stacks: grants', '1', `${grantsIn()}`);
    await cdktf('two-stacks', 'destroy', 'platform', 'agents', '--auto-approve');
    results.check('two stacks: destroy', 'nothing is left', arm.resources.length === 0 ? 'nothing is left' : 'something is left');
  });

  test('two apps', async () => {
    await cdktf('first-app', 'deploy', '--auto-approve');
    await cdktf('second-app', 'deploy', '--auto-approve', '--outputs-file', 'outputs.json');
    results.check('two apps: endpoint from the remote state', `${endpoint('firstpool')}/code/execute`, outputsOf('second-app').second.executeCode.split('?')[0]);
    results.check('two apps: grants', '1', `${grantsIn()}`);
  });
});
