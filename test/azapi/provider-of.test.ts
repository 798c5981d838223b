import { TerraformOutput, TerraformStack } from 'cdktf';
import type { AzapiProvider, ISessionPool } from '../../lib';
import {
  AzapiProvider as Provider,
  CodeInterpreterPoolFleet,
  CodeInterpreterType,
  McpServerApiKey,
  McpServerApiKeyRotation,
  Principal,
  RegistryCredentials,
  SessionPool,
  SessionPoolEnvironment,
} from '../../lib';
import { container, ENVIRONMENT_ID, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { parse, synthesize, testApp } from '../support/synth';

const PRINCIPAL = '11111111-2222-3333-4444-555555555555';

/** Everything that can be made of a pool. */
function use(stack: TerraformStack, pool: ISessionPool, hasMcpServer: boolean): void {
  pool.grants.execute(Principal.user(PRINCIPAL));
  pool.metrics.ready().createAlert(stack, 'alert', { threshold: 1 });
  const values = [pool.poolManagementEndpoint, pool.endpoints.executeCode];
  if (hasMcpServer) {
    values.push(pool.endpoints.mcpServer);
    new McpServerApiKeyRotation(stack, 'rotation', { pool, rotationId: 'once' });
    new McpServerApiKey(stack, 'key', { pool });
  }
  new TerraformOutput(stack, 'values', { value: values });
}

/** The azapi elements of a stack by their addresses, each with its provider. */
function providersIn(configuration: Configuration): { [address: string]: unknown } {
  const kinds = ['resource', 'data', 'ephemeral'] as const;
  return Object.fromEntries(
    kinds.flatMap(kind =>
      Object.entries(configuration[kind] ?? {})
        .filter(([type]) => type.startsWith('azapi_'))
        .flatMap(([type, elements]) =>
          Object.entries(elements as { [id: string]: { provider?: string } }).map(([id, { provider }]) => [
            `${kind}.${type}.${id}`,
            provider,
          ]),
        ),
    ),
  );
}

type Build = (stack: TerraformStack, provider: AzapiProvider) => ISessionPool;

const POOLS: Array<[kind: string, elements: number, hasMcpServer: boolean, build: Build]> = [
  [
    'code interpreter pool',
    5,
    true,
    (stack, provider) => interpreter(stack, { provider, mcpServer: {}, containerType: CodeInterpreterType.PYTHON_LTS }),
  ],
  [
    'pool of a fleet',
    3,
    false,
    (stack, provider) =>
      new CodeInterpreterPoolFleet(stack, 'fleet', { sessions: 1, locations: ['westus2'], resourceGroupId: RESOURCE_GROUP_ID, provider })
        .pools[0],
  ],
  [
    'imported pool',
    6,
    true,
    (stack, provider) => SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, hasMcpServer: true, provider }),
  ],
];

test.each(POOLS)('everything that is made of a %s uses its provider', (_kind, elements, hasMcpServer, build) => {
  const providers = providersIn(
    synthesize(stack => use(stack, build(stack, new Provider(stack, 'azapi', { alias: 'other' })), hasMcpServer)),
  );
  expect(Object.keys(providers).length).toBeGreaterThanOrEqual(elements);
  expect(providers).toStrictEqual(Object.fromEntries(Object.keys(providers).map(address => [address, 'azapi.other'])));
});

test('what a custom container pool needs uses the provider of the pool', () => {
  const providers = providersIn(
    synthesize(stack => {
      const provider = new Provider(stack, 'azapi', { alias: 'other' });
      const pool = container(stack, {
        provider,
        environment: SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID, { provider }),
        registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
          server: 'registry.azurecr.io',
          identityId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`,
          identityPrincipalId: PRINCIPAL,
          registryId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`,
        }),
      });
      new TerraformOutput(stack, 'endpoint', { value: pool.poolManagementEndpoint });
    }),
  );
  expect(providers).toMatchObject({ 'resource.azapi_resource.SessionPools_AcrPull_registry_puller': 'azapi.other' });
  expect(new Set(Object.values(providers))).toStrictEqual(new Set(['azapi.other']));
});

test('another stack, which does not have the provider of the pool, uses its default one', () => {
  const app = testApp();
  const [pools, agents] = ['pools', 'agents'].map(id => new TerraformStack(app, id));
  const pool = interpreter(pools, { mcpServer: {}, provider: new Provider(pools, 'azapi', { alias: 'other' }) });
  pool.grants.execute(Principal.user(PRINCIPAL), { scope: agents });
  pool.metrics.ready().createAlert(agents, 'alert', { threshold: 1 });
  new McpServerApiKey(agents, 'key', { pool });
  expect(new Set(Object.values(providersIn(parse(agents))))).toStrictEqual(new Set([undefined]));
});
