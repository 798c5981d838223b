import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformVariable } from 'cdktf';
import type { Artefact } from './support/artefacts';
import { artefactsIn, holding } from './support/artefacts';
import { cdktf, writeProject } from './support/cdktf-cli';
import { forEachTest } from './support/local';
import { changedPaths, describeAction } from './support/plan';
import { describeDeployed } from './support/results';
import { RegistryCredentials, SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { asObject } from '../arm/json';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';

const CANARIES = { one: 'canary-one/7Q+z?4', two: 'canary-two/8R+y?5', password: 'canary-password/9S+x?6' };
const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;

describeDeployed('Secrets', results => {
  const local = forEachTest(CANARIES);

  beforeEach(() => {
    local.workspace.write(stack =>
      container(stack, {
        sessionPoolName: 'pool',
        registryCredentials: RegistryCredentials.fromUsernamePassword({
          server: 'registry.azurecr.io',
          username: 'user',
          password: SessionSecret.ephemeral(stack, 'password'),
        }),
        secretEnvironmentVariables: [
          SecretEnvironmentVariable.of('ONE', SessionSecret.ephemeral(stack, 'one')),
          SecretEnvironmentVariable.of('TWO', SessionSecret.ephemeral(stack, 'two')),
        ],
      }),
    );
  });

  function stored(): unknown {
    return asObject(local.arm.resource(POOL_ID)?.body.properties).secrets;
  }

  function namesOf(found: readonly string[]): string {
    return [...new Set(found)].join(', ') || 'nowhere';
  }

  /** The requests that hold a secret. */
  function requestsHolding(secrets: readonly string[]): string {
    return namesOf(
      holding(
        local.arm.requests.map(({ method, path, headers, body }) => ({
          name: `${method} ${path === POOL_ID || path.includes('/sessionPools/') ? 'of the pool' : path}`,
          text: JSON.stringify({ path, headers, body }),
        })),
        secrets,
      ),
    );
  }

  test('are in the requests that create and update the pool, and nowhere else', async () => {
    local.workspace.environment = { TF_LOG: 'TRACE', TF_LOG_PATH: join(local.workspace.directory, 'trace.log') };
    const outputs: Artefact[] = [];
    for (const args of [
      ['plan', '-out=plan'],
      ['show', '-json', 'plan'],
      ['apply', 'plan'],
      ['show', '-json'],
      ['plan', '-out=second-plan'],
    ]) {
      outputs.push({ name: `output of ${args[0]}`, text: (await local.workspace.succeed(...args)).output });
    }
    local.workspace.variables.one = 'canary-rotated/1T+w?7';
    outputs.push({ name: 'output of apply', text: (await local.workspace.apply()).output });
    const secrets = [...Object.values(CANARIES), local.workspace.variables.one];
    const artefacts = artefactsIn(local.workspace.directory);
    expect(artefacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cdk.tf.json', 'terraform.tfstate', 'terraform.tfstate.backup', 'trace.log', 'plan/tfplan']),
    );
    const logs = artefacts.filter(({ name }) => name === 'trace.log');
    expect(logs[0].text).toContain(POOL_ID);
    results.check(
      'configuration, plans, state and its backup',
      'nowhere',
      namesOf(
        holding(
          artefacts.filter(each => !logs.includes(each)),
          secrets,
        ),
      ),
    );
    results.check('what Terraform prints', 'nowhere', namesOf(holding(outputs, secrets)));
    results.check('log with TF_LOG=TRACE', 'nowhere', namesOf(holding(logs, secrets)));
    results.check('requests', 'PUT of the pool', requestsHolding(secrets));
  });

  test('are found where they are', async () => {
    local.workspace.write(stack =>
      container(stack, {
        sessionPoolName: 'pool',
        secrets: [SessionSecret.fromVariable('one', new TerraformVariable(stack, 'one', { type: 'string', sensitive: true }))],
      }),
    );
    await local.workspace.succeed('plan', '-out=plan');
    const found = holding(artefactsIn(local.workspace.directory), Object.values(CANARIES));
    results.check('control: a variable that is not ephemeral', 'plan/tfplan', namesOf(found));
  });

  test('are nowhere in what the cdktf CLI leaves', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'session-pools-cli-'));
    writeProject(directory, join(__dirname, '..', '..', 'examples', 'registry-password', 'main.ts'));
    const variables = { TF_VAR_ghcr_token: CANARIES.password, TF_VAR_model_api_key: CANARIES.one, CDKTF_LOG_LEVEL: 'debug' };
    const { status, output } = await cdktf(directory, local.arm, variables, 'deploy', '--auto-approve', '--skip-provider-lock');
    expect({ status, output }).toMatchObject({ status: 0 });
    const artefacts = [{ name: 'output of deploy', text: output }, ...artefactsIn(directory)];
    rmSync(directory, { recursive: true });
    expect(artefacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cdk.tf.json', 'manifest.json', 'terraform.registry-password.tfstate']),
    );
    results.check('cdktf deploy: configuration, manifest, state, output', 'nowhere', namesOf(holding(artefacts, Object.values(CANARIES))));
    results.check('cdktf deploy: requests', 'PUT of the pool', requestsHolding(Object.values(CANARIES)));
  });

  test('rotate one by one, and the others stay', async () => {
    await local.workspace.apply();
    local.workspace.variables.one = 'rotated';
    const { resource_changes: changes = [] } = await local.workspace.plan();
    const paths = changedPaths(changes[0].change);
    results.check(
      'rotation of one of three: plan',
      'in place, no argument',
      `${describeAction(changes[0].change)}, ${paths.join(', ') || 'no argument'}`,
    );
    await local.workspace.apply();
    const { password, two } = CANARIES;
    const wanted = [
      { name: 'one', value: 'rotated' },
      { name: 'password', value: password },
      { name: 'two', value: two },
    ];
    results.check(
      'rotation of one of three: in Azure',
      'all three, one new',
      JSON.stringify(stored()) === JSON.stringify(wanted) ? 'all three, one new' : JSON.stringify(stored()),
    );
    results.check('rotation of one of three: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('that Azure says are gone are drift', async () => {
    await local.workspace.apply();
    local.arm.echo = 'empty';
    results.check(
      'answer with an empty list of secrets',
      'seen as drift',
      /in place: body.properties.secrets/.test(await local.workspace.secondPlan()) ? 'seen as drift' : 'not seen',
    );
  });
});
