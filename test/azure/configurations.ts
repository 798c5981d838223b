import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings';
import type { Json, JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import { run } from '../e2e/support/process';

const ROOT = join(__dirname, '..', '..');
const ENVIRONMENT_TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';
const POOL_TYPE = 'Microsoft.App/sessionPools';
/** A public image that listens on port 80. */
const IMAGE = 'mcr.microsoft.com/k8se/quickstart:latest';
const VERSIONS = ['2025-07-01', '2025-10-02-preview', '2026-01-01', '2026-07-01'];

export const EXAMPLES = ['quickstart', 'custom-container'] as const;
export type Example = (typeof EXAMPLES)[number];

const nameOf = (example: Example, { suffix }: Settings) => `${example === 'quickstart' ? 'interpreter' : 'container'}${suffix}`;
const groupId = ({ subscriptionId, resourceGroup }: Settings) => `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
const environmentName = ({ suffix }: Settings) => `environment${suffix}`;

/** The configuration of an example as it is, but in the resource group of the settings, small, and with nothing that needs azurerm. */
export async function exampleConfiguration(example: Example, settings: Settings, outdir: string): Promise<JsonObject> {
  const cwd = join(ROOT, 'examples', example);
  const env = { ...process.env, ARM_SUBSCRIPTION_ID: settings.subscriptionId, CDKTF_OUTDIR: outdir };
  const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
  const { status, output } = await run(tsx, ['--tsconfig', join(ROOT, 'tsconfig.dev.json'), 'main.ts'], { cwd, env });
  if (status !== 0) throw new Error(`examples/${example} was not synthesized:\n${output}`);
  const [stack] = readdirSync(join(outdir, 'stacks'));
  return adapted(JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as JsonObject, example, settings);
}

function adapted(given: JsonObject, example: Example, settings: Settings): JsonObject {
  const { '//': _, ...configuration } = given;
  const text = JSON.stringify(configuration)
    .replaceAll('${azurerm_resource_group.resource-group.id}', groupId(settings))
    .replaceAll('azurerm_container_app_environment.environment.id', 'azapi_resource.environment.id')
    .replaceAll('/resourceGroups/my-resource-group', `/resourceGroups/${settings.resourceGroup}`)
    .replaceAll('my-session-pool', nameOf(example, settings))
    .replaceAll('myregistry.azurecr.io/my-container-image:1.0', IMAGE)
    .replaceAll('"readySessionInstances":5', '"readySessionInstances":1')
    .replaceAll('westus2', settings.location);
  const { resource, provider, terraform, ...rest } = JSON.parse(text) as { [block: string]: JsonObject };
  const { azurerm: __, ...required } = asObject(terraform.required_providers);
  const pools = asObject(resource.azapi_resource);
  return {
    ...rest,
    provider: { azapi: provider.azapi },
    resource: { azapi_resource: example === 'quickstart' ? pools : { environment: environment(settings), ...pools } },
    terraform: { ...terraform, backend: undefined as unknown as Json, required_providers: required },
  };
}

function environment(settings: Settings): JsonObject {
  return {
    type: ENVIRONMENT_TYPE,
    name: environmentName(settings),
    parent_id: groupId(settings),
    location: settings.location,
    body: { properties: { workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }] } },
  };
}

/** The same with one session more, which is an update, and with everything read at several API versions. */
export function observedConfiguration(configuration: JsonObject, example: Example, settings: Settings): JsonObject {
  const resources = asObject(asObject(configuration.resource).azapi_resource);
  const [address, pool] = Object.entries(resources).find(([, each]) => String(asObject(each).type).startsWith(`${POOL_TYPE}@`))!;
  const edited = JSON.parse(
    JSON.stringify(pool).replace(
      /"maxConcurrentSessions":(\d+)/,
      (_, sessions: string) => `"maxConcurrentSessions":${Number(sessions) + 1}`,
    ),
  ) as JsonObject;
  const read = (type: string, name: string) => ({
    type,
    resource_id: `${groupId(settings)}/providers/${type.split('@')[0]}/${name}`,
    response_export_values: ['*'],
    depends_on: [`azapi_resource.${address}`],
  });
  const pools = VERSIONS.map(version => [`pool-${version}`, read(`${POOL_TYPE}@${version}`, nameOf(example, settings))]);
  const environments = example === 'quickstart' ? [] : [['environment', read(ENVIRONMENT_TYPE, environmentName(settings))]];
  const data = asObject(asObject(configuration.data).azapi_resource);
  return {
    ...configuration,
    resource: { azapi_resource: { ...resources, [address]: edited } },
    data: { azapi_resource: { ...data, ...(Object.fromEntries([...pools, ...environments]) as JsonObject) } },
  };
}

/** Pools that should be refused, by name. Terraform destroys them where they are not. */
export function refusedConfigurations(settings: Settings): { readonly [name: string]: JsonObject } {
  const environmentId = `${groupId(settings)}/providers/Microsoft.App/managedEnvironments/${environmentName(settings)}`;
  const custom = (properties: object) => ({
    environmentId,
    containerType: 'CustomContainer',
    poolManagementType: 'Dynamic',
    scaleConfiguration: { maxConcurrentSessions: 2, readySessionInstances: 1 },
    customContainerTemplate: {
      containers: [{ name: 'main', image: IMAGE, resources: { cpu: 0.25, memory: '0.5Gi' } }],
      ingress: { targetPort: 80 },
    },
    dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
    ...properties,
  });
  const elsewhere = settings.location === 'westus3' ? 'westus2' : 'westus3';
  const pools: { readonly [name: string]: JsonObject } = {
    'without ready sessions': { body: { properties: custom({ scaleConfiguration: { maxConcurrentSessions: 2 } }) } },
    'in another region than its environment': { location: elsewhere, body: { properties: custom({}) } },
    'in an environment that does not exist': { body: { properties: custom({ environmentId: `${environmentId}none` }) } },
    'with a secret without value': { body: { properties: custom({ secrets: [{ name: 'key' }] }) } },
    'with an underscore in its name': { name: `refused_${settings.suffix}`, body: { properties: custom({}) } },
  };
  const configurationOf = (pool: JsonObject): JsonObject => ({
    terraform: { required_providers: { azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' } } },
    provider: { azapi: [{ subscription_id: settings.subscriptionId }] },
    resource: {
      azapi_resource: {
        refused: {
          type: `${POOL_TYPE}@2026-01-01`,
          name: `refused${settings.suffix}`,
          parent_id: groupId(settings),
          location: settings.location,
          schema_validation_enabled: false,
          ...pool,
        },
      },
    },
  });
  return Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, configurationOf(pool)]));
}
