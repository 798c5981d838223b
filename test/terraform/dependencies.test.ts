import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import type { ITerraformDependable } from 'cdktf';
import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { CodeInterpreterPoolFleet, Principal, SessionPool, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, testApp } from '../support/synth';

const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

type Dependency = (stack: TerraformStack) => unknown;

/** What the last `azapi_resource` of a stack depends on, without the hashes in addresses. */
function dependenciesOf(build: (stack: TerraformStack) => void): unknown {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack);
  const resources = parse(stack).resource.azapi_resource as { [id: string]: SynthesizedResource };
  const dependent = Object.entries(resources).find(([id]) => id.startsWith('dependent'))![1];
  return (dependent.depends_on as string[] | undefined)?.map(address => address.replace(/_[0-9A-F]{8}$/, ''));
}

const DEPENDENCIES: Array<[string, Dependency, string[]]> = [
  ['a resource', stack => new ResourceGroup(stack, 'rg', { name: 'rg', location: 'westus2' }), ['azurerm_resource_group.rg']],
  ['a variable', stack => new TerraformVariable(stack, 'v', {}), ['var.v']],
  ['a grant', stack => interpreter(stack).grants.execute(Principal.user('11111111-1111-1111-1111-111111111111')), []],
  ['a code interpreter pool', stack => interpreter(stack), ['azapi_resource.pool']],
  ['a custom container pool', stack => container(stack), ['azapi_resource.pool']],
  ['an environment', stack => new SessionPoolEnvironment(stack, 'environment', place), ['azapi_resource.environment']],
  ['a query pack', stack => new SessionPoolQueryPack(stack, 'pack', place), ['azapi_resource.pack']],
  ['an alert', stack => interpreter(stack).metrics.alertWhenPending(stack, 'alert'), ['azapi_resource.alert']],
  [
    'a fleet',
    stack => new CodeInterpreterPoolFleet(stack, 'fleet', { resourceGroupId: RESOURCE_GROUP_ID, sessions: 1200, locations: ['westus2'] }),
    ['azapi_resource.fleet_westus2-1', 'azapi_resource.fleet_westus2-2'],
  ],
  [
    'a construct of your own',
    stack => {
      const own = new Construct(stack, 'own');
      interpreter(own, {}, 'a');
      new TerraformVariable(own, 'v', {});
      return own;
    },
    ['azapi_resource.own_a'],
  ],
];

describe.each<[string, (stack: TerraformStack, dependsOn: ITerraformDependable[]) => unknown]>([
  ['a pool', (stack, dependsOn) => interpreter(stack, { dependsOn }, 'dependent')],
  ['an environment', (stack, dependsOn) => new SessionPoolEnvironment(stack, 'dependent', { ...place, dependsOn })],
  ['a query pack', (stack, dependsOn) => new SessionPoolQueryPack(stack, 'dependent', { ...place, dependsOn })],
  ['an alert', (stack, dependsOn) => interpreter(stack, {}, 'watched').metrics.alertWhenPending(stack, 'dependent', { dependsOn })],
])('%s', (_, build) => {
  test.each(DEPENDENCIES)('can depend on %s', (title, dependency, addresses) => {
    const found = dependenciesOf(stack => void build(stack, [dependency(stack) as ITerraformDependable]));
    expect(found).toEqual(title === 'a grant' ? [expect.stringMatching(/^azapi_resource\.\w+/)] : addresses);
  });

  test('can depend on nothing', () => {
    expect(dependenciesOf(stack => void build(stack, []))).toBeUndefined();
  });

  test.each<[string, unknown, string]>([
    ['text', 'azapi_resource.pool', 'a string'],
    ['null', null, 'nothing'],
    ['an object', { node: {} }, 'an object'],
  ])('cannot depend on %s', (_title, dependency, got) => {
    const stack = new TerraformStack(testApp(), 'stack');
    expect(() => build(stack, [dependency as never])).toThrow(
      `  - dependsOn[0] must be a resource or a construct with resources, got ${got}`,
    );
  });

  test.each<[string, (stack: TerraformStack) => Construct, string]>([
    ['a pool of another stack', stack => interpreter(new TerraformStack(stack.node.root, 'other')), "stack 'other'"],
    [
      'a resource of another stack',
      stack => new ResourceGroup(new TerraformStack(stack.node.root, 'other'), 'rg', { name: 'rg', location: 'westus2' }),
      "stack 'other'",
    ],
    ['the app', stack => (interpreter(new TerraformStack(stack.node.root, 'other')), stack.node.root as Construct), 'the app'],
  ])('cannot depend on %s, which has its addresses elsewhere', (_title, dependency, got) => {
    const stack = new TerraformStack(testApp(), 'stack');
    expect(() => build(stack, [dependency(stack) as never])).toThrow(
      `  - dependsOn[0] must be in stack 'stack', got one of ${got}: let stack 'stack' depend on the other, by addDependency`,
    );
  });

  test('cannot depend on an imported pool, which has no resource', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const imported = SessionPool.fromSessionPoolId(stack, 'imported', POOL_ID);
    expect(() => build(stack, [imported as never])).toThrow(
      '  - dependsOn[0] must be a resource or a construct with resources, got an ImportedSessionPool',
    );
  });

  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ['a construct', stack => interpreter(stack, {}, 'other'), '  - dependsOn must be a list, got '],
    ['a token', () => Token.asList({ resolve: () => [] }), '  - dependsOn must be a list of resources or constructs, got a token'],
    ['text', () => 'azapi_resource.pool', "  - dependsOn must be a list, got 'azapi_resource.pool'"],
  ])('has a list of dependencies, not %s', (_title, dependsOn, message) => {
    const stack = new TerraformStack(testApp(), 'stack');
    expect(() => build(stack, dependsOn(stack) as never)).toThrow(message);
  });
});

test('resources of other bindings can depend on pools and environments', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new ResourceGroup(stack, 'rg', {
    name: 'rg',
    location: 'westus2',
    dependsOn: [interpreter(stack), new SessionPoolEnvironment(stack, 'environment', place)],
  });
  expect(parse(stack).resource.azurerm_resource_group.rg.depends_on).toEqual([
    expect.stringMatching(/^azapi_resource\.pool_\w+$/),
    expect.stringMatching(/^azapi_resource\.environment_\w+$/),
  ]);
});
