import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { cdktf, writeProjectOf } from './support/cdktf-cli';
import { describeDeployed } from './support/results';
import { readJson } from './support/terraform';
import { installWheel } from './support/wheel';
import { Workspace } from './support/workspace';
import {
  AzapiProvider,
  CodeInterpreterPool,
  CodeInterpreterType,
  ContainerProbe,
  CustomContainerPool,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionNetworkStatus,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import type { JsonObject } from '../arm/json';
import { LocalArm } from '../arm/local-arm';
import { RESOURCE_GROUP_ID } from '../support/fixtures';

/** The same stack as in python/main.py. */
function build(outdir: string): void {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'python');
  new AzapiProvider(stack, 'azapi');
  const placed = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
  const interpreter = new CodeInterpreterPool(stack, 'interpreter', {
    ...placed,
    maxConcurrentSessions: 50,
    cooldownPeriodInSeconds: 600,
    networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
    acknowledgements: [{ id: 'egress-enabled', reason: 'the agent searches the web' }],
    tags: { team: 'agents' },
  });
  interpreter.grants.execute(Principal.servicePrincipal('11111111-1111-4111-8111-111111111111'));
  new CodeInterpreterPool(stack, 'shell', { ...placed, containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } });
  const pool = new CustomContainerPool(stack, 'container', {
    ...placed,
    environment: new SessionPoolEnvironment(stack, 'environment', placed),
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 8080,
    cpu: 1,
    memory: '2Gi',
    args: ['--home', '${HOME}'],
    maxConcurrentSessions: 20,
    readySessionInstances: 5,
    lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 1800 }),
    environmentVariables: { LOG_LEVEL: 'info' },
    secretEnvironmentVariables: [SecretEnvironmentVariable.of('API_KEY', SessionSecret.ephemeral(stack, 'api-key'))],
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`,
    }),
    identities: [SessionIdentity.systemAssigned()],
    probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 8080, path: '/healthz' }), { periodSeconds: 5 })],
  });
  pool.addEnvironmentVariable('REGION', 'westus2');
  new TerraformOutput(stack, 'endpoint', { value: pool.poolManagementEndpoint, staticId: true });
  app.synth();
}

describeDeployed('Python', results => {
  let directory: string;
  let arm: LocalArm;
  let python: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'session-pools-python-'));
    arm = await LocalArm.start();
    python = await installWheel(directory);
  });

  afterAll(async () => {
    rmSync(directory, { recursive: true, force: true });
    await arm.stop();
  });

  test('a program in Python gives the configuration that the same in TypeScript gives, and deploys', async () => {
    writeProjectOf(directory, `${python} ${join(__dirname, 'python', 'main.py')}`);
    const { status, output } = await cdktf(directory, arm, {}, 'synth');
    expect({ status, output }).toMatchObject({ status: 0 });
    const configuration = configurationIn(join(directory, 'cdktf.out'));
    const twin = join(directory, 'typescript');
    build(twin);
    expect(configuration).toEqual(configurationIn(twin));
    results.check(
      'cdktf synth: configuration',
      `as from TypeScript: ${count(configurationIn(twin))} resources`,
      `as from TypeScript: ${count(configuration)} resources`,
    );

    const workspace = new Workspace(arm);
    workspace.variables = { api_key: 'the-key' };
    workspace.writeConfiguration(configuration);
    await workspace.apply();
    const names = arm.resources
      .filter(({ provisioningState }) => provisioningState === 'Succeeded')
      .map(({ id }) => id.type.split('/')[1])
      .sort();
    results.check(
      'deploy',
      'managedEnvironments, roleAssignments, 3 sessionPools',
      names.join(', ').replace('sessionPools, sessionPools, sessionPools', '3 sessionPools'),
    );
    results.check('second plan', 'no changes', await workspace.secondPlan());
    workspace.remove();
  });
});

/** The configuration without metadata, and without the place of the state. */
function configurationIn(outdir: string): JsonObject {
  const { terraform, ...rest } = withoutMetadata(readJson<JsonObject>(outdir, 'stacks', 'python', 'cdk.tf.json')) as {
    [name: string]: JsonObject;
  };
  const { backend: _, ...others } = terraform;
  return { ...rest, terraform: others };
}

function count({ resource }: JsonObject): number {
  return Object.values(resource as { [type: string]: object }).flatMap(Object.keys).length;
}

function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== '//')
          .map(([name, member]) => [name, withoutMetadata(member)]),
      )
    : value;
}
