import { ArmClient } from './arm-client';
import { customPool, template } from './bodies';
import { nullPaths } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-07-01';
const COMMAND = 'properties.customContainerTemplate.containers[0].command';

let arm: LocalArm;
let client: ArmClient;
let pool: string;
let environment: string;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
  pool = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/pool`;
  environment = `${arm.resourceGroupId()}/providers/Microsoft.App/managedEnvironments/env`;
});

afterEach(async () => arm.stop());

test('null that is sent is in the log of requests, and beside the body that is kept', async () => {
  const body = customPool(environment, { customContainerTemplate: template({ command: null }), managedIdentitySettings: null });
  await client.put(pool, VERSION, body);
  expect(nullPaths(arm.requests[1].body)).toEqual([COMMAND, 'properties.managedIdentitySettings']);
  expect(nullPaths(arm.resource(pool)!.sent)).toEqual([COMMAND, 'properties.managedIdentitySettings']);
  expect(nullPaths(arm.resource(pool)!.body)).toEqual([]);
});

test('a property that is only left out is not', async () => {
  await client.put(pool, VERSION, customPool(environment, { customContainerTemplate: template({ command: null }) }));
  await client.put(pool, VERSION, customPool(environment));
  expect(nullPaths(arm.resource(pool)!.sent)).toEqual([]);
});

test('null is kept in the casing of the schema', async () => {
  await client.put(pool, VERSION, {
    Location: 'westus3',
    Properties: { ...(customPool(environment).properties as object), ManagedIdentitySettings: null },
  });
  expect(nullPaths(arm.resource(pool)!.sent)).toEqual(['properties.managedIdentitySettings']);
});

test('a type without a property tree is kept as it is', async () => {
  const group = `${arm.resourceGroupId()}/providers/Microsoft.Insights/actionGroups/on-call`;
  await client.put(group, '2023-01-01', { location: 'global', properties: { enabled: null } });
  expect(arm.resource(group)!.body).toEqual({ location: 'global', properties: { enabled: null } });
  arm.mutate(group, body => {
    body.properties = { enabled: false };
  });
  expect(nullPaths(arm.resource(group)!.sent)).toEqual(['properties.enabled']);
});

test.each([
  [null, ['']],
  [{ a: null, b: [{ c: null }, { d: 1 }], e: { f: null } }, ['a', 'b[0].c', 'e.f']],
  [{ a: undefined, b: [] }, []],
  [undefined, []],
])('%j has null at %j', (value, paths) => {
  expect(nullPaths(value)).toEqual(paths);
});
