import { isDeepStrictEqual } from 'node:util';
import type { TerraformStack } from 'cdktf';
import { TerraformOutput } from 'cdktf';
import { forEachTest } from './support/local';
import { describeAction } from './support/plan';
import { describeDeployed } from './support/results';
import { ContainerProbe, ProbeHandler, SessionSecret } from '../../lib';
import { environmentBody } from '../arm/bodies';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import { container, ENVIRONMENT_ID, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const VERSION = '2026-01-01';
const CONTAINER = 'spcustomcontainer000006';
const INTERPRETER = 'spjupyterpython000006';

const PROBE = ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }));

/** As the Azure CLI was recorded to send it. */
const CONTAINER_BODY: JsonObject = {
  location: 'westus2',
  properties: {
    environmentId: ENVIRONMENT_ID,
    poolManagementType: 'Dynamic',
    containerType: 'CustomContainer',
    customContainerTemplate: {
      containers: [
        {
          image: 'mcr.microsoft.com/k8se/quickstart:latest',
          name: CONTAINER,
          command: null,
          args: null,
          env: null,
          resources: { cpu: 0.5, memory: '1Gi' },
          volumeMounts: null,
        },
      ],
      ingress: { targetPort: 80 },
      registryCredentials: null,
    },
    secrets: [{ name: 'testsecret', value: 'testsecretvalue', keyVaultUrl: '', identity: '' }],
    dynamicPoolConfiguration: {
      lifecycleConfiguration: { lifecycleType: 'Timed', maxAlivePeriodInSeconds: null, cooldownPeriodInSeconds: 300 },
    },
    scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 2 },
    sessionNetworkConfiguration: { status: 'EgressDisabled' },
  },
};

const INTERPRETER_BODY: JsonObject = {
  location: 'westus2',
  properties: {
    environmentId: null,
    poolManagementType: 'Dynamic',
    containerType: 'PythonLTS',
    customContainerTemplate: null,
    secrets: null,
    dynamicPoolConfiguration: {
      lifecycleConfiguration: { lifecycleType: 'Timed', maxAlivePeriodInSeconds: null, cooldownPeriodInSeconds: '300' },
    },
    scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 5 },
    sessionNetworkConfiguration: { status: 'EgressDisabled' },
  },
  identity: { type: 'None', userAssignedIdentities: null },
};

const POOLS: ReadonlyArray<[string, string, JsonObject, (stack: TerraformStack, adoptExisting: boolean) => void]> = [
  [
    'CustomContainerPool',
    CONTAINER,
    CONTAINER_BODY,
    (stack, adoptExisting) =>
      void container(stack, {
        sessionPoolName: CONTAINER,
        image: 'mcr.microsoft.com/k8se/quickstart:latest',
        cpu: 0.5,
        memory: '1Gi',
        readySessionInstances: 2,
        secrets: [SessionSecret.ephemeral(stack, 'testsecret')],
        adoptExisting,
      }),
  ],
  [
    'CodeInterpreterPool',
    INTERPRETER,
    INTERPRETER_BODY,
    (stack, adoptExisting) => void interpreter(stack, { sessionPoolName: INTERPRETER, adoptExisting }),
  ],
];

describeDeployed('Adopting a pool that the Azure CLI made', results => {
  const local = forEachTest({ testsecret: 'testsecretvalue' });

  test.each(POOLS)('%s takes one PUT at most', async (title, name, body, build) => {
    const id = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/${name}`;
    const before = local.arm.put(id, VERSION, body).body;
    local.workspace.write(stack => build(stack, true));
    const { resource_changes: changes = [] } = await local.workspace.plan();
    const action = describeAction(changes[0].change);
    results.check(`${title}: plan with adoptExisting`, 'imported', action.startsWith('imported') ? 'imported' : action);
    await local.workspace.apply();
    const puts = local.arm.requests.filter(({ method }) => method === 'PUT').length;
    results.check(`${title}: PUT requests`, 'at most one', puts <= 1 ? 'at most one' : String(puts));
    const after = local.arm.resource(id)!.body;
    results.check(
      `${title}: the pool in Azure`,
      'as it was',
      isDeepStrictEqual(essence(after), essence(before)) ? 'as it was' : JSON.stringify(after),
    );
    results.check(`${title}: plan after that`, 'no changes', await local.workspace.secondPlan());
    local.workspace.write(stack => build(stack, false));
    results.check(`${title}: plan without adoptExisting`, 'no changes', await local.workspace.secondPlan());
  });

  test('also with terraform import, whose state has nothing read of a pool that azapi does not know the API version of', async () => {
    const id = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/${CONTAINER}`;
    local.arm.put(ENVIRONMENT_ID, VERSION, { ...environmentBody(), location: 'westus2' });
    local.arm.put(id, '2026-07-01', CONTAINER_BODY);
    const { resource } = local.workspace.write(stack => {
      const pool = container(stack, { sessionPoolName: CONTAINER, image: 'mcr.microsoft.com/k8se/quickstart:1.0', probes: [PROBE] });
      new TerraformOutput(stack, 'endpoint', { value: pool.poolManagementEndpoint, staticId: true });
    });
    const [address] = Object.keys(resource.azapi_resource);
    const imported = await local.workspace.run('import', '-input=false', `azapi_resource.${address}`, `${id}?api-version=2026-07-01`);
    results.check('terraform import', 'imported', imported.status === 0 ? 'imported' : imported.output);
    await local.workspace.apply();
    results.check('terraform import: output', 'https://', (await local.workspace.output('endpoint')).slice(0, 8));
    results.check('terraform import: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('that is not there fails the plan', async () => {
    local.workspace.write(stack => interpreter(stack, { sessionPoolName: INTERPRETER, adoptExisting: true }));
    const { status, output } = await local.workspace.run('plan', '-input=false');
    results.check('adoptExisting without a pool: plan', 'fails', status === 1 && /import/i.test(output) ? 'fails' : output);
  });
});

/** A body without empty lists and without the identity of the type None. */
function essence({ identity, ...body }: JsonObject): unknown {
  const given = asObject(identity).type === 'None' ? body : { ...body, identity };
  return JSON.parse(JSON.stringify(given, (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value)));
}
