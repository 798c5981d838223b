import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLine } from './demo-session';
import { LocalArm } from '../../test/arm/local-arm';
import { putEnvironmentOf } from '../../test/e2e/support/azurerm-environment';

const ROOT = join(__dirname, '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const STAND_INS = join(ROOT, 'test', 'e2e', 'support', 'app-without-azurerm.ts');
const OFFLINE = { CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color' };
/** What of the CLI's output tells the story. */
const STEP = /(Creating|Creation complete|Destroying|Destruction complete|Plan:|No changes\.|(Apply|Destroy) complete!)/;

const EXAMPLES = [
  { name: 'quickstart', standIns: false, runsCode: true },
  { name: 'custom-container', standIns: true, runsCode: false },
];

const HOW_TO_GET_AZAPI = `
Terraform 1.11 or newer installs the azapi provider, 2.12 or newer, from its registry. Where the registry cannot be reached, run
  terraform providers mirror <directory>
in a directory with a configuration that requires Azure/azapi, on a machine that can, and name the copy of <directory> as
filesystem_mirror in the file that TF_CLI_CONFIG_FILE points to.`;

interface Ended {
  readonly status: number;
  readonly output: string;
}

/** Runs a command while this process goes on answering as Azure Resource Manager. */
async function run(command: string, args: string[], cwd: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...OFFLINE, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => resolve({ status: 1, output: error.message }));
    child.on('close', status => resolve({ status: status ?? 1, output }));
  });
}

/** Why azapi cannot be installed here; nothing where it can. */
async function whyNoAzapi(directory: string): Promise<string | undefined> {
  const required_providers = { azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' } };
  writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
  const { status, output } = await run(
    process.env.TERRAFORM_BINARY_NAME ?? 'terraform',
    ['init', '-input=false', '-no-color'],
    directory,
    {},
  );
  return status === 0 ? undefined : output.trim();
}

async function cdktf(directory: string, environment: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  console.log(`\n$ cdktf ${args.join(' ')}`);
  const { status, output } = await run(join(BIN, 'cdktf'), [...args, '--skip-provider-lock'], directory, environment);
  if (status !== 0) throw new Error(`cdktf ${args[0]} ended with ${status}:\n${output}`);
  const steps = output
    .split('\n')
    .filter(line => STEP.test(line))
    .map(line => line.replace(/\[id=.*\]$/, '').trim());
  console.log(steps.map(step => `  ${step}`).join('\n'));
  return output;
}

async function deploy(arm: LocalArm, directory: string, { name, standIns, runsCode }: (typeof EXAMPLES)[number]): Promise<void> {
  console.log(`\n=== examples/${name}${standIns ? ' (azurerm talks to Azure alone: terraform_data stands in for its resources)' : ''}`);
  const app = [
    `${join(BIN, 'tsx')} --tsconfig ${join(ROOT, 'tsconfig.dev.json')}`,
    ...(standIns ? [STAND_INS] : []),
    join(__dirname, '..', name, 'main.ts'),
  ];
  writeFileSync(
    join(directory, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app: app.join(' '), projectId: name, sendCrashReports: 'false' }),
  );
  const environment = arm.environment();
  const environmentId = putEnvironmentOf(name, arm);

  await cdktf(directory, environment, 'deploy', '--auto-approve', '--outputs-file', 'outputs.json');
  const outputs = JSON.parse(readFileSync(join(directory, 'outputs.json'), 'utf8')) as {
    [stack: string]: { poolManagementEndpoint: string };
  };
  console.log(`\npoolManagementEndpoint: ${outputs[name].poolManagementEndpoint}`);
  if (runsCode) await runLine(outputs[name].poolManagementEndpoint, id => arm.resource(id) !== undefined);

  const plan = await cdktf(directory, environment, 'diff');
  if (!plan.includes('No changes.')) throw new Error('the second plan has changes');
  console.log('\nThe second plan has no changes.');

  await cdktf(directory, environment, 'destroy', '--auto-approve');
  const left = arm.resources.map(({ id }) => id.id).filter(id => id !== environmentId);
  if (left.length > 0) throw new Error(`${left.join(', ')} is left`);
  console.log('\nNothing is left.');
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-demo-'));
  const arm = await LocalArm.start();
  try {
    const reason = await whyNoAzapi(mkdtempSync(join(directory, 'azapi-')));
    if (reason) {
      console.error(`The azapi provider cannot be installed here:\n${reason}\n${HOW_TO_GET_AZAPI}`);
      process.exitCode = 1;
      return;
    }
    console.log(`A stand-in for Azure Resource Manager answers on ${arm.endpoint}.`);
    for (const example of EXAMPLES) await deploy(arm, directory, example);
  } finally {
    await arm.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

void main();
