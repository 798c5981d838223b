import { ArmClient } from './arm-client';
import { customPool, pythonPool } from './bodies';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';

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

test.each([
  [{ kind: 'status', status: 429, retryAfterSeconds: 3 } as const, { error: { code: 'InjectedFault', message: 'Injected fault 429.' } }],
  [{ kind: 'status', status: 409, code: 'Conflict', message: 'Busy.' } as const, { error: { code: 'Conflict', message: 'Busy.' } }],
])('%j refuses as often as it is told to, without effect', async (fault, body) => {
  const injection = arm.inject({ method: 'PUT', match: 'SESSIONPOOLS/pool', times: 2, fault });
  expect(await client.put(pool, VERSION, pythonPool())).toMatchObject({ status: fault.status, body });
  const { headers } = await client.put(pool, VERSION, pythonPool());
  expect(headers['retry-after']).toBe('retryAfterSeconds' in fault ? '3' : undefined);
  expect(injection.remaining).toBe(0);
  expect(arm.resource(pool)).toBeUndefined();
  expect((await client.put(pool, VERSION, pythonPool())).status).toBe(200);
});

test('a fault spares other methods and other paths', async () => {
  arm.inject({ method: 'PUT', match: /otherpool$/, fault: { kind: 'status', status: 500 } });
  expect((await client.put(pool, VERSION, pythonPool())).status).toBe(200);
  expect((await client.get(pool, VERSION)).status).toBe(200);
});

test.each([
  ['reset', false],
  ['applied-then-reset', true],
] as const)('%s closes the connection, applied: %s', async (kind, applied) => {
  arm.inject({ method: 'PUT', fault: { kind } });
  await expect(client.put(pool, VERSION, pythonPool())).rejects.toThrow('socket hang up');
  expect(arm.resource(pool) !== undefined).toBe(applied);
});

test('applied-then-status has an effect and tells of an error', async () => {
  arm.inject({ method: 'PUT', fault: { kind: 'applied-then-status', status: 500 } });
  expect((await client.put(pool, VERSION, pythonPool())).status).toBe(500);
  expect(arm.resource(pool)?.provisioningState).toBe('Succeeded');
});

test('hang never answers', async () => {
  const injection = arm.inject({ method: 'GET', fault: { kind: 'hang' } });
  const answer = client.get(pool, VERSION);
  while (injection.remaining > 0) await new Promise(resolve => setImmediate(resolve));
  const silence = new Promise(resolve => setTimeout(() => resolve('silence'), 50));
  expect(await Promise.race([answer, silence])).toBe('silence');
  const gone = expect(answer).rejects.toThrow('socket hang up');
  await arm.stop();
  await gone;
  arm = await LocalArm.start();
});

test('slow answers late', async () => {
  arm.inject({ fault: { kind: 'slow', milliseconds: 30 } });
  const before = performance.now();
  expect((await client.get(pool, VERSION)).status).toBe(404);
  expect(performance.now() - before).toBeGreaterThanOrEqual(29);
});

describe('async-failed', () => {
  test('ends the operation of a create as Failed, and the pool stays so until it is deleted', async () => {
    arm.inject({ method: 'PUT', fault: { kind: 'async-failed', code: 'SessionPoolOperationError', message: 'Pods are crashing.' } });
    const [, last] = await client.follow(await client.put(pool, VERSION, customPool(environment)));
    expect(last.body).toMatchObject({ status: 'Failed', error: { code: 'SessionPoolOperationError', message: 'Pods are crashing.' } });
    expect((await client.get(pool, VERSION)).body).toMatchObject({ properties: { provisioningState: 'Failed', nodeCount: 0 } });

    const again = await client.follow(await client.put(pool, VERSION, customPool(environment)));
    expect(again[again.length - 1].body).toMatchObject({ status: 'Failed' });
    await client.follow(await client.delete(pool, VERSION));
    const fresh = await client.follow(await client.put(pool, VERSION, customPool(environment)));
    expect(fresh[fresh.length - 1].body).toMatchObject({ status: 'Succeeded' });
  });

  test('makes an operation of a write that has none', async () => {
    arm.inject({ method: 'PUT', fault: { kind: 'async-failed' } });
    const polls = await client.follow(await client.put(pool, VERSION, pythonPool()));
    expect(polls[polls.length - 1].body).toMatchObject({ status: 'Failed' });
  });

  test('keeps a pool whose deletion fails', async () => {
    arm.put(pool, VERSION, pythonPool());
    arm.inject({ method: 'DELETE', fault: { kind: 'async-failed' } });
    const polls = await client.follow(await client.delete(pool, VERSION));
    expect(polls[polls.length - 1]).toMatchObject({ status: 400, body: { error: { code: 'SessionPoolOperationError' } } });
    expect(arm.resource(pool)?.provisioningState).toBe('Failed');
  });
});

test('async-hang never ends the operation', async () => {
  arm.inject({ method: 'PUT', fault: { kind: 'async-hang' } });
  const { headers } = await client.put(pool, VERSION, customPool(environment));
  const operation = String(headers['azure-asyncoperation']).slice(arm.endpoint.length).split('?')[0];
  for (let poll = 0; poll < 5; poll++) expect((await client.get(operation, VERSION)).body.status).toBe('InProgress');
  arm.endOperations();
  expect(arm.resource(pool)?.provisioningState).toBe('InProgress');
});
