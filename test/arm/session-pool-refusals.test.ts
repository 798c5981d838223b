import { ArmClient } from './arm-client';
import { customPool, pythonPool, template } from './bodies';
import type { JsonObject } from './json';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-07-01';
const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg';
const POOL = `${GROUP}/providers/Microsoft.App/sessionPools/pool`;
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/env`;
const ASSUMED = 'SessionPoolInvalidConfiguration';

let arm: LocalArm;
let client: ArmClient;

beforeAll(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterAll(async () => arm.stop());

const python = pythonPool;
const custom = (properties: JsonObject = {}, rest: JsonObject = {}) => customPool(ENVIRONMENT, properties, rest);
const container = (fields: JsonObject) => custom({ customContainerTemplate: template(fields) });
const registry = (fields: JsonObject) => custom({ customContainerTemplate: template({}, { registryCredentials: fields }) });
const lifecycle = (fields: JsonObject) => ({ dynamicPoolConfiguration: { lifecycleConfiguration: fields } });
const scale = (max: number, ready?: number) => ({ scaleConfiguration: { maxConcurrentSessions: max, readySessionInstances: ready } });

test.each<[string, string, JsonObject]>([
  [
    'SessionPoolInvalidPoolManagementType',
    "The pool management type 'Manual' is not supported. Supported values: Dynamic.",
    python({ poolManagementType: 'Manual' }),
  ],
  [
    'SessionPoolInvalidPoolManagementType',
    "The pool management type '' is not supported. Supported values: Dynamic.",
    python({ poolManagementType: undefined }),
  ],
  ...[
    [10, 0],
    [10, 10],
    [10, 11],
    [1, 1],
  ].map(([max, ready]): [string, string, JsonObject] => [
    'SessionPoolInvalidReadySessionInstances',
    `Invalid readySessionInstances '${ready}': supported values should be greater than 0 and smaller than maxConcurrentSessions.`,
    custom(scale(max, ready)),
  ]),
  [
    'SessionPoolInvalidReadySessionInstances',
    "Invalid readySessionInstances '0': supported values should be greater than 0 and smaller than maxConcurrentSessions.",
    custom(scale(10)),
  ],
  [
    'LinkedInvalidPropertyId',
    "Property id '/identity' at path '' is invalid. Expect fully qualified resource Id that start with " +
      "'/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.",
    custom({}, { identity: { type: 'UserAssigned', userAssignedIdentities: { '/identity': {} } } }),
  ],
  [
    'LinkedInvalidPropertyId',
    `Property id '${ENVIRONMENT}' at path '' is invalid. Expect fully qualified resource Id that start with ` +
      "'/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.",
    custom({}, { identity: { type: 'UserAssigned', userAssignedIdentities: { [ENVIRONMENT]: {} } } }),
  ],
  [
    'SessionPoolSecretInvalid',
    "Invalid Request: Session pool secret(s) with name(s) 'b, c' are invalid: value should be provided.",
    custom({ secrets: [{ name: 'a', value: '1' }, { name: 'b' }, { name: 'c', value: '' }] }),
  ],
  [
    'InvalidRequestContent',
    'The request content was invalid: properties.customContainerTemplate.containers[0].command[1] must not be null.',
    container({ command: ['serve', null] }),
  ],
  [
    'SessionPoolManagedIdentityCreationError',
    "Managed identity is not supported for session pools of container type 'PythonLTS'.",
    python({}, { identity: { type: 'SystemAssigned' } }),
  ],
  [
    'SessionPoolManagedIdentityCreationError',
    "Managed identity is not supported for session pools of container type 'PythonLTS'.",
    python({ managedIdentitySettings: [{ identity: 'system' }] }),
  ],
  [ASSUMED, 'containerType is required.', python({ containerType: undefined })],
  [ASSUMED, 'dynamicPoolConfiguration is required.', python({ dynamicPoolConfiguration: null })],
  [ASSUMED, 'maxConcurrentSessions must be at least 1.', python(scale(0))],
  [ASSUMED, 'maxConcurrentSessions must be at most 600.', python(scale(601))],
  [ASSUMED, 'maxAlivePeriodInSeconds is not supported for the lifecycle type Timed.', custom(lifecycle({ maxAlivePeriodInSeconds: 60 }))],
  [
    ASSUMED,
    'cooldownPeriodInSeconds is not supported for the lifecycle type OnContainerExit.',
    custom(lifecycle({ lifecycleType: 'OnContainerExit', cooldownPeriodInSeconds: 300 })),
  ],
  [ASSUMED, 'cooldownPeriodInSeconds must be between 300 and 3600.', python(lifecycle({ cooldownPeriodInSeconds: 299 }))],
  [ASSUMED, 'cooldownPeriodInSeconds must be between 300 and 3600.', python(lifecycle({ cooldownPeriodInSeconds: 3601 }))],
  [
    ASSUMED,
    'maxAlivePeriodInSeconds must be at least 1.',
    custom(lifecycle({ lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 0 })),
  ],
  [
    ASSUMED,
    'The lifecycle type OnContainerExit is not supported for container type PythonLTS.',
    python(lifecycle({ lifecycleType: 'OnContainerExit' })),
  ],
  [ASSUMED, 'customContainerTemplate is not supported for container type PythonLTS.', python({ customContainerTemplate: template() })],
  [ASSUMED, 'environmentId is required for container type CustomContainer.', custom({ environmentId: null })],
  [
    ASSUMED,
    'customContainerTemplate with a container is required for container type CustomContainer.',
    custom({ customContainerTemplate: null }),
  ],
  [ASSUMED, 'ingress.targetPort must be between 1 and 65535.', custom({ customContainerTemplate: template({}, { ingress: null }) })],
  [ASSUMED, 'Secret names must be unique.', custom({ secrets: [{ name: 'a' }, { name: 'a' }] })],
  [
    ASSUMED,
    "The identity '/identity' is not assigned to the session pool.",
    custom({ managedIdentitySettings: [{ identity: '/identity' }] }),
  ],
  [ASSUMED, "The identity 'system' is not assigned to the session pool.", registry({ server: 'x', identity: 'system' })],
  [ASSUMED, 'A container must have an image.', container({ image: undefined })],
  [ASSUMED, "The container name 'Main' must be in lower case.", container({ name: 'Main' })],
  [
    ASSUMED,
    'The names of environment variables must be unique and not empty.',
    container({
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
  ],
  [
    ASSUMED,
    'An environment variable must have either a value or a secretRef.',
    container({ env: [{ name: 'A', value: '1', secretRef: 'testsecret' }] }),
  ],
  [ASSUMED, "The secret 'missing' is not defined.", container({ env: [{ name: 'A', secretRef: 'missing' }] })],
  [ASSUMED, "The secret 'missing' is not defined.", registry({ server: 'x', username: 'u', passwordSecretRef: 'missing' })],
  [ASSUMED, 'cpu must be at least 0.1.', container({ resources: { cpu: 0.05 } })],
  [ASSUMED, 'memory must be a quantity such as 0.5Gi.', container({ resources: { memory: 'banana' } })],
  [
    ASSUMED,
    'A container must have at most one probe of each type.',
    container({
      probes: [
        { type: 'Startup', httpGet: { port: 80 } },
        { type: 'Startup', httpGet: { port: 81 } },
      ],
    }),
  ],
  [
    ASSUMED,
    'A probe must have either httpGet or tcpSocket, with a port between 1 and 65535.',
    container({ probes: [{ type: 'Startup' }] }),
  ],
  [ASSUMED, 'registryCredentials must have a server.', registry({ username: 'u', passwordSecretRef: 'testsecret' })],
  [
    ASSUMED,
    'registryCredentials must have either an identity or a username and a passwordSecretRef.',
    registry({ server: 'x', username: 'u' }),
  ],
  ['InvalidRequestContent', 'The request content was invalid: properties.bogus is not a known property.', python({ bogus: true })],
  [
    'InvalidRequestContent',
    'The request content was invalid: properties.scaleConfiguration.maxConcurrentSessions must be an integer, got a value of type string.',
    python({ scaleConfiguration: { maxConcurrentSessions: 'many' } }),
  ],
  ['LocationRequired', 'The location property is required for this definition.', python({}, { location: undefined })],
])('PUT is refused with %s: %s', async (code, message, body) => {
  expect(await client.put(POOL, VERSION, body)).toMatchObject({ status: 400, body: { error: { code, message } } });
  expect(arm.resource(POOL)).toBeUndefined();
});

test.each<[string, JsonObject]>([
  ['the least custom pool', custom(scale(2, 1))],
  ['a long-lived custom pool', custom(lifecycle({ lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 6000 }))],
  ['more than 600 custom sessions', custom(scale(1000, 1))],
  [
    'failureThreshold beyond its documented bound',
    container({ probes: [{ type: 'Startup', httpGet: { port: 80 }, failureThreshold: 30 }] }),
  ],
])('PUT accepts %s', async (name, body) => {
  const id = `${GROUP}/providers/Microsoft.App/sessionPools/${name.replace(/\W/g, '-')}`;
  expect((await client.put(id, VERSION, body)).status).toBe(201);
});

test.each<[string, boolean]>([
  ['abc', true],
  ['my-session-pool', true],
  ['Upper', true],
  ['a'.repeat(63), true],
  ['a'.repeat(64), false],
  ['ab', false],
  ['1pool', false],
  ['-pool', false],
  ['pool-', false],
  ['my_pool', false],
  ['my.pool', false],
])('a pool of the name %s is accepted: %s', async (name, accepted) => {
  const { body } = await client.put(`${GROUP}/providers/Microsoft.App/sessionPools/${name}`, VERSION, python());
  expect(asObject(body.error).message).toBe(
    accepted
      ? undefined
      : `The session pool name '${name}' must have 3 to 63 letters, digits and hyphens, start with a letter and not end with a hyphen.`,
  );
});

test('PUT is refused in a region that has no session pools', async () => {
  const { status, body } = await client.put(POOL, VERSION, pythonPool({}, { location: 'atlantis' }));
  expect(status).toBe(400);
  expect(asObject(body.error).code).toBe('LocationNotAvailableForResourceType');
  expect(asObject(body.error).message).toMatch(
    /^The provided location 'atlantis' is not available for resource type 'Microsoft.App\/sessionPools'\./,
  );
});

describe('an existing pool', () => {
  const existing = `${GROUP}/providers/Microsoft.App/sessionPools/existing`;

  beforeAll(() => arm.put(existing, VERSION, custom()));

  test.each<[number, string, string, JsonObject]>([
    [400, ASSUMED, "The property 'containerType' cannot be changed.", python({ environmentId: ENVIRONMENT })],
    [400, ASSUMED, "The property 'environmentId' cannot be changed.", custom({ environmentId: `${ENVIRONMENT}2` })],
    [
      409,
      'InvalidResourceLocation',
      "The resource 'existing' already exists in location 'westus3' in resource group 'rg'. " +
        "A resource with the same name cannot be created in location 'eastus'. Please select a new resource name.",
      custom({}, { location: 'East US' }),
    ],
  ])('answers %i %s: %s', async (status, code, message, body) => {
    expect(await client.put(existing, VERSION, body)).toMatchObject({ status, body: { error: { code, message } } });
  });
});
