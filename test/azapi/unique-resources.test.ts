import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { AzapiProvider, AzapiResource, CodeInterpreterPoolFleet, Principal, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const TAKEN = { sessionPoolName: 'taken' };
const SAME_GROUP = RESOURCE_GROUP_ID.replace(/rg$/, 'RG');

type Build = (stack: TerraformStack) => void;

function failuresOf(build: Build): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi');
  build(stack);
  return stack.node.validate().filter(failure => !failure.includes('without a matching provider construct'));
}

function message(one: string, other: string, type: string, name = "'taken'"): string {
  return `'stack/${one}' and 'stack/${other}' define the same Azure resource, ${type} ${name}: they would overwrite each other, and removing one would delete it; give one of them another name`;
}

function raw(scope: Construct, id: string, name: string, parentId = RESOURCE_GROUP_ID): AzapiResource {
  return new AzapiResource(scope, id, { type: 'Microsoft.App/sessionPools@2025-07-01', name, parentId });
}

const POOL = 'Microsoft.App/sessionPools';
const DUPLICATES: Array<[string, Build, string]> = [
  [
    'two pools of one name',
    stack => {
      interpreter(stack, TAKEN, 'first');
      container(stack, TAKEN, 'second');
    },
    message('first', 'second', POOL),
  ],
  [
    'names in other casing',
    stack => {
      new SessionPoolEnvironment(stack, 'first', { ...PLACE, environmentName: 'taken' });
      new SessionPoolEnvironment(stack, 'second', { ...PLACE, resourceGroupId: SAME_GROUP, environmentName: 'TAKEN' });
    },
    message('first', 'second', 'Microsoft.App/managedEnvironments', "'TAKEN'"),
  ],
  [
    'one expression as the name',
    stack => {
      const name = new TerraformVariable(stack, 'name', { type: 'string' });
      ['first', 'second'].forEach(id => interpreter(stack, { sessionPoolName: name.stringValue }, id));
    },
    message('first', 'second', POOL, 'with one name'),
  ],
  [
    'one reference to a resource group',
    stack => {
      const group = new ResourceGroup(stack, 'group', { name: 'rg', location: 'westus2' });
      ['first', 'second'].forEach(id => interpreter(stack, { ...TAKEN, resourceGroupId: group.id }, id));
    },
    message('first', 'second', POOL),
  ],
  [
    'a pool of a fleet',
    stack => {
      new CodeInterpreterPoolFleet(stack, 'fleet', {
        sessions: 1,
        locations: ['westus2'],
        sessionPoolNamePrefix: 'agents',
        resourceGroupId: RESOURCE_GROUP_ID,
      });
      interpreter(stack, { sessionPoolName: 'agentswestus2p1' }, 'second');
    },
    message('fleet/westus2-1', 'second', POOL, "'agentswestus2p1'"),
  ],
  [
    'two query packs',
    stack => ['first', 'second'].forEach(id => new SessionPoolQueryPack(stack, id, { ...PLACE, queryPackName: 'taken' })),
    message('first', 'second', 'Microsoft.OperationalInsights/queryPacks'),
  ],
  [
    'two alerts on pools of one resource group',
    stack => {
      ['first', 'second'].forEach(id =>
        interpreter(stack, { resourceGroupId: id === 'first' ? RESOURCE_GROUP_ID : SAME_GROUP }, `${id}-pool`)
          .metrics.ready()
          .createAlert(stack, id, { threshold: 1, alertName: 'taken' }),
      );
    },
    message('first', 'second', 'Microsoft.Insights/metricAlerts'),
  ],
  [
    'a pool and the azapi resource that it was before, at another API version',
    stack => {
      raw(stack, 'before', 'taken');
      interpreter(stack, TAKEN, 'pool');
    },
    message('before', 'pool', POOL),
  ],
  [
    'a pool and a resource of another azapi binding',
    stack => {
      new OtherResource(stack, 'before', { type: 'Microsoft.App/sessionPools@2025-07-01', name: 'taken', parent_id: RESOURCE_GROUP_ID });
      interpreter(stack, TAKEN, 'pool');
    },
    message('before', 'pool', POOL),
  ],
  [
    'a name that is overridden',
    stack => {
      interpreter(stack, TAKEN, 'first');
      (interpreter(stack, {}, 'second').node.defaultChild as AzapiResource).addOverride('name', 'taken');
    },
    message('first', 'second', POOL),
  ],
  [
    'children of one resource, which is written in two ways',
    stack => {
      const parent = raw(stack, 'parent', 'parent');
      const child = { type: 'Microsoft.App/sessionPools/things@2025-07-01', name: 'taken' };
      new AzapiResource(stack, 'first', { ...child, parentId: parent.id });
      new AzapiResource(stack, 'second', { ...child, parentId: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/parent` });
    },
    message('first', 'second', 'Microsoft.App/sessionPools/things'),
  ],
];

class OtherResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly given: { [argument: string]: string },
  ) {
    super(scope, id, { terraformResourceType: 'azapi_resource' });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return this.given;
  }
}

describe('one ARM resource in two places of a stack', () => {
  test.each(DUPLICATES)('is an error for %s', (_title, build, expected) => {
    expect(failuresOf(build)).toStrictEqual([expected]);
  });

  test('fails the synthesis', () => {
    const app = testApp();
    const stack = new TerraformStack(app, 'stack');
    new AzapiProvider(stack, 'azapi');
    ['first', 'second'].forEach(id => interpreter(stack, TAKEN, id));
    expect(() => app.synth()).toThrow(message('first', 'second', POOL));
    expect(() => Testing.synth(stack, true)).toThrow(message('first', 'second', POOL));
  });

  test('is not what two resources with one address are', () => {
    expect(
      failuresOf(stack => {
        interpreter(stack).grants.read(Principal.user('11111111-2222-3333-4444-555555555555'));
        raw(stack, 'pool_056F3F7E_Reader', 'other');
      }),
    ).toStrictEqual([
      "'stack/SessionPoolRoleAssignments/pool_056F3F7E_Reader' and 'stack/pool_056F3F7E_Reader' have the same address in Terraform, azapi_resource.pool_056F3F7E_Reader: give one of them another id",
    ]);
  });

  const UNIQUE: Array<[string, Build]> = [
    [
      'other names',
      stack => {
        interpreter(stack, TAKEN, 'first');
        interpreter(stack, { sessionPoolName: 'other' }, 'second');
      },
    ],
    [
      'the same name in two resource groups',
      stack => {
        interpreter(stack, TAKEN, 'first');
        interpreter(stack, { ...TAKEN, resourceGroupId: RESOURCE_GROUP_ID.replace(/rg$/, 'other') }, 'second');
      },
    ],
    [
      'the same name for two types',
      stack => {
        interpreter(stack, TAKEN, 'first');
        new SessionPoolEnvironment(stack, 'second', { ...PLACE, environmentName: 'taken' });
      },
    ],
    [
      'two expressions',
      stack =>
        ['first', 'second'].forEach(id =>
          interpreter(stack, { sessionPoolName: new TerraformVariable(stack, `name-${id}`, { type: 'string' }).stringValue }, id),
        ),
    ],
    ['generated names', stack => ['first', 'second'].forEach(id => interpreter(stack, {}, id))],
    [
      'a pool that is removed from the program again',
      stack => {
        interpreter(stack, TAKEN, 'first');
        stack.node.tryRemoveChild('first');
        interpreter(stack, TAKEN, 'second');
      },
    ],
    [
      'a pool that is moved to the other',
      stack => {
        const [before, after] = ['before', 'after'].map(id => interpreter(stack, TAKEN, id).node.defaultChild as AzapiResource);
        after.addMoveTarget('pool');
        before.moveTo('pool');
      },
    ],
    [
      'resources that leave name or parent to the provider',
      stack => ['first', 'second'].forEach(id => new AzapiResource(stack, id, { type: 'Microsoft.App/sessionPools@2025-07-01' })),
    ],
    [
      'copies that Terraform makes',
      stack =>
        ['first', 'second'].forEach(
          id => new AzapiResource(stack, id, { type: 'Microsoft.App/a@2025-07-01', name: 'taken', parentId: RESOURCE_GROUP_ID, count: 1 }),
        ),
    ],
  ];

  test.each(UNIQUE)('is not %s', (_title, build) => {
    expect(failuresOf(build)).toStrictEqual([]);
  });

  test('is looked for once for thousands of pools', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi');
    Array.from({ length: 2000 }, (_, index) => raw(stack, `pool${index}`, `p${index % 1999}`));
    const findAll = jest.spyOn(stack.node, 'findAll');
    expect(stack.node.validate()).toStrictEqual([message('pool0', 'pool1999', POOL, "'p0'")]);
    expect(findAll.mock.calls.length).toBeLessThan(10);
  });
});
