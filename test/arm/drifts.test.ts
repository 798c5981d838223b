import { ArmClient } from './arm-client';
import { environmentBody, metricAlertBody, pythonPool, roleAssignmentBody } from './bodies';
import { DRIFTS, driftNamed, driftsOf } from './drifts';
import type { Specimen } from './drifts/specimens';
import { SPECIMENS } from './drifts/specimens';
import type { JsonObject } from './json';
import { LocalArm } from './local-arm';

let arm: LocalArm;
let client: ArmClient;

beforeAll(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterAll(async () => arm.stop());

/** Puts a specimen in a place where it has not been. */
function put({ type, version, name, scope, body }: Specimen, index: number): string {
  const [namespace, first, ...nested] = type.split('/');
  const parent = nested.length > 0 ? `${first}/parent${index}/${nested.join('/')}` : first;
  const id = `${scope ?? arm.resourceGroupId()}/providers/${namespace}/${parent}/${name(index)}`;
  if (arm.resource(id)) arm.remove(id);
  arm.put(id, version, structuredClone(body));
  return id;
}

async function answer(id: string, { version }: Specimen): Promise<JsonObject> {
  return (await client.get(id, version, { canFetchContent: 'true' })).body;
}

test('every drift has an id of its own, which says what it is', () => {
  const ids = DRIFTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, kind } of DRIFTS) expect(id).toMatch(new RegExp(`^[a-z-]+/[a-z-]+/${kind}$`));
});

test.each(DRIFTS.map(drift => [drift.id, drift] as const))('%s changes what is kept and what is answered', async (_, drift) => {
  const found = SPECIMENS.map((specimen, index) => ({ specimen, index })).filter(({ specimen }) => specimen.type === drift.armType);
  const changed: string[] = [];
  for (const { specimen, index } of found) {
    const id = put(specimen, index);
    if (!drift.applies(arm.resource(id)!)) {
      expect(() => arm.drift(id, drift)).toThrow(new Error(`${drift.id} cannot happen to ${id} as it is`));
      continue;
    }
    const [kept, before] = [JSON.stringify(arm.resource(id)!.body), await answer(id, specimen)];
    const { sent } = arm.resource(id)!;
    const sentBefore = JSON.stringify(sent);
    const outOfReach = drift.outOfReach(arm.resource(id)!);
    arm.drift(id, drift);
    changed.push(id);
    expect(JSON.stringify(arm.resource(id)?.body)).not.toBe(kept);
    expect(JSON.stringify(sent)).toBe(sentBefore);
    const after = await answer(id, specimen);
    if (outOfReach) expect(after).toEqual(before);
    else expect(after).not.toEqual(before);
  }
  expect(changed).not.toEqual([]);
});

test.each(SPECIMENS.map((specimen, index) => [specimen.title, specimen, index] as const))(
  'a suite finds the drifts of %s',
  (_, specimen, index) => {
    const id = put(specimen, index);
    const drifts = driftsOf(arm.resource(id)!);
    expect(drifts.length).toBeGreaterThan(0);
    expect(drifts.every(({ armType }) => armType === specimen.type)).toBe(true);
    expect(drifts).toEqual(DRIFTS.filter(drift => drift.armType === specimen.type && drift.applies(arm.resource(id)!)));
  },
);

test('all four kinds of drift are there for pools, environments, alerts and role assignments', () => {
  const kindsOf = (type: string) => [...new Set(DRIFTS.filter(({ armType }) => armType === type).map(({ kind }) => kind))].sort();
  const all = ['added', 'changed', 'removed', 'swapped'];
  for (const type of [
    'Microsoft.App/sessionPools',
    'Microsoft.App/managedEnvironments',
    'Microsoft.Insights/metricAlerts',
    'Microsoft.Authorization/roleAssignments',
  ]) {
    expect(kindsOf(type)).toEqual(all);
  }
});

test('what no answer shows says why', () => {
  const found = SPECIMENS.flatMap((specimen, index) => {
    const resource = arm.resource(put(specimen, index))!;
    return driftsOf(resource)
      .map(drift => [drift.id, drift.outOfReach(resource)])
      .filter(([, reason]) => reason);
  });
  expect([...new Set(found.map(each => each.join(': ')))]).toEqual([
    'pool/mcp-server/added: the api version 2026-07-01 does not answer mcpServerSettings',
    'pool/probes/added: the api version 2026-01-01 does not answer probes',
    'pool/secret-value/changed: Azure never answers the values of secrets',
  ]);
});

test('a drift is found by its id', () => {
  expect(driftNamed('pool/command/removed')).toMatchObject({
    kind: 'removed',
    path: 'properties.customContainerTemplate.containers[0].command',
  });
  expect(() => driftNamed('pool/soul/removed')).toThrow(new Error('There is no drift pool/soul/removed'));
});

test('a drift leaves the rest as it was', () => {
  const id = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/plain`;
  arm.put(id, '2026-01-01', pythonPool({}, { tags: { a: 'b' } }));
  const before = arm.resource(id)!.body;
  arm.drift(id, driftNamed('pool/egress/changed'));
  expect(arm.resource(id)!.body).toEqual({
    ...before,
    properties: { ...(before.properties as object), sessionNetworkConfiguration: { status: 'EgressEnabled' } },
  });
});

test.each<[string, string, string, JsonObject]>([
  ['pool/resource/removed', 'Microsoft.App/sessionPools/gone', '2026-01-01', pythonPool()],
  ['environment/resource/removed', 'Microsoft.App/managedEnvironments/gone', '2026-01-01', environmentBody()],
  ['alert/resource/removed', 'Microsoft.Insights/metricAlerts/gone', '2018-03-01', metricAlertBody()],
  [
    'role-assignment/resource/removed',
    'Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-00000000000f',
    '2022-04-01',
    roleAssignmentBody({ principalId: 'ffffffff-1111-4111-8111-111111111111' }),
  ],
])('%s deletes the resource', async (drift, path, version, body) => {
  const id = `${arm.resourceGroupId()}/providers/${path}`;
  arm.put(id, version, body);
  arm.drift(id, driftNamed(drift));
  expect((await client.get(id, version)).status).toBe(404);
});
