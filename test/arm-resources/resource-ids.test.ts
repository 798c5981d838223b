import {
  ACTION_GROUP_ID,
  ENVIRONMENT_ID,
  IDENTITY_ID,
  REGISTRY_ID,
  RESOURCE_GROUP_ID,
  SESSION_POOL_ID,
  SUBNET_ID,
} from '../../lib/arm/resource-ids';

const SUBSCRIPTION = '/subscriptions/01234567-89ab-cdef-0123-456789abcdef';
const GROUP = `${SUBSCRIPTION}/resourceGroups/my-rg_(1).x`;
const GROUP_FORM = '/subscriptions/<id>/resourceGroups/<name>';

const IDS: Array<[name: string, rule: typeof RESOURCE_GROUP_ID, type: string, names: string[], wrongNames: string[]]> = [
  ['an environment', ENVIRONMENT_ID, '/providers/Microsoft.App/managedEnvironments', ['a', 'my-env.1_(x)'], ['', 'a/b', 'a b']],
  ['an identity', IDENTITY_ID, '/providers/Microsoft.ManagedIdentity/userAssignedIdentities', ['a', 'my-id_1'], ['', 'a.b', 'a/b']],
  ['a registry', REGISTRY_ID, '/providers/Microsoft.ContainerRegistry/registries', ['abcde', 'Registry1'], ['', 'my-registry', 'a/b']],
  [
    'a session pool',
    SESSION_POOL_ID,
    '/providers/Microsoft.App/sessionPools',
    ['ab', 'My-pool1', `a${'b'.repeat(62)}`],
    ['a', '1ab', 'a_b', `a${'b'.repeat(63)}`],
  ],
  ['an action group', ACTION_GROUP_ID, '/providers/Microsoft.Insights/actionGroups', ['a', 'On call & more'], ['', 'a/b']],
];

function matches({ pattern }: typeof RESOURCE_GROUP_ID, ids: string[]): boolean[] {
  return ids.map(id => pattern.test(id));
}

describe.each(IDS)('the id of %s', (_, rule, type, names, wrongNames) => {
  test.each(names)('can have the name %j', name => {
    const id = `${GROUP}${type}/${name}`;
    expect(matches(rule, [id, id.toLowerCase(), id.toUpperCase()])).toStrictEqual([true, true, true]);
  });

  test.each(wrongNames)('cannot have the name %j', name => expect(matches(rule, [`${GROUP}${type}/${name}`])).toStrictEqual([false]));

  test('is whole, and of its type', () => {
    const id = `${GROUP}${type}/abcde`;
    expect(
      matches(rule, [
        `x${id}`,
        `${id}/more/x`,
        `${GROUP}/abcde`,
        id.replace('Microsoft.', 'Microsoft-'),
        `${GROUP}/providers/Microsoft.Other/things/abcde`,
      ]),
    ).toStrictEqual([false, false, false, false, false]);
  });

  test('has its form in the message', () => {
    expect(rule.form).toBe(`${GROUP_FORM}${type}/<name>`);
    expect(rule.rule).toBe(`have the form '${GROUP_FORM}${type}/<name>'`);
  });
});

test('the id of a subnet has the name of its network', () => {
  const network = `${GROUP}/providers/Microsoft.Network/virtualNetworks`;
  expect(
    matches(SUBNET_ID, [
      `${network}/v.1-x_/subnets/s.1-x_`,
      `${network}/v`,
      `${network}/v/subnets/`,
      `${network}/v/subnets/s/x`,
      `${network}//subnets/s`,
    ]),
  ).toStrictEqual([true, false, false, false, false]);
  expect(SUBNET_ID.form).toBe(`${GROUP_FORM}/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name>`);
});

test.each<[string, boolean]>([
  [GROUP, true],
  [`${SUBSCRIPTION}/resourcegroups/${'a'.repeat(90)}`, true],
  [`${SUBSCRIPTION}/resourceGroups/${'a'.repeat(91)}`, false],
  [`${SUBSCRIPTION}/resourceGroups/a.`, false],
  [`${SUBSCRIPTION}/resourceGroups/`, false],
  [`${GROUP}/`, false],
  ['/subscriptions/x/resourceGroups/a', false],
])('%s is the id of a resource group: %s', (id, expected) => {
  expect(RESOURCE_GROUP_ID.pattern.test(id)).toBe(expected);
  expect(RESOURCE_GROUP_ID.form).toBe(GROUP_FORM);
});
