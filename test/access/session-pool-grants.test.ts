import type { TerraformProvider } from 'cdktf';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISessionPool, SessionPoolGrant, SessionPoolGrantOptions } from '../../lib';
import { AzapiProvider, AzapiResource, Principal, SessionPool, SessionPoolRole } from '../../lib';
import { BROKEN_CONNECTION, container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration, SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeHcl, testApp, warningsOf } from '../support/synth';

const ID = '11111111-2222-3333-4444-555555555555';
const OTHER = '99999999-2222-3333-4444-555555555555';
const EXECUTOR = '0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0';

function assignmentsIn({ resource }: Configuration): SynthesizedResource[] {
  return Object.values(resource.azapi_resource).filter(({ type }) => type.startsWith('Microsoft.Authorization/roleAssignments@'));
}

describe('SessionPoolGrants', () => {
  const GRANTS: Array<[string, (pool: ISessionPool) => SessionPoolGrant, string, string]> = [
    ['execute', pool => pool.grants.execute(Principal.managedIdentity(ID)), EXECUTOR, 'ServicePrincipal'],
    ['read', pool => pool.grants.read(Principal.user(ID)), 'af61e8fc-2633-4b95-bed3-421ad6826515', 'User'],
    ['contribute', pool => pool.grants.contribute(Principal.group(ID)), 'f7669afb-68b2-44b4-9c5f-6d2a47fddda0', 'Group'],
    ['assign', pool => pool.grants.assign(Principal.servicePrincipal(ID), SessionPoolRole.of(ID)), ID, 'ServicePrincipal'],
  ];

  test.each(GRANTS)('%s is a role assignment on the pool alone', (_, grant, roleId, principalType) => {
    const [{ '//': metadata, ...assignment }, ...others] = assignmentsIn(synthesize(stack => void grant(interpreter(stack))));
    expect(others).toHaveLength(0);
    expect(assignment).toStrictEqual({
      type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
      name: `\${uuidv5("oid", join("|", ["\${azapi_resource.pool_056F3F7E.id}", "${ID}", "${roleId}"]))}`,
      parent_id: '${azapi_resource.pool_056F3F7E.id}',
      body: {
        properties: {
          principalId: ID,
          principalType,
          roleDefinitionId: `/subscriptions/\${split("/", "\${azapi_resource.pool_056F3F7E.id}")[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        },
      },
      response_export_values: [],
      ignore_casing: true,
      retry: { error_message_regex: ['PrincipalNotFound', BROKEN_CONNECTION] },
    });
  });

  test('is one role assignment for the same pool, principal and role', () => {
    const configuration = synthesize(stack => {
      const pool = interpreter(stack);
      const identity = new TerraformVariable(stack, 'identity', { type: 'string' });
      const grants = [1, 2].map(() => pool.grants.execute(Principal.managedIdentity(identity.stringValue)));
      new TerraformOutput(stack, 'o', { value: grants.map(({ roleAssignmentId }) => roleAssignmentId), staticId: true });
    });
    expect(assignmentsIn(configuration)).toHaveLength(1);
    const [first, second] = configuration.output.o.value as string[];
    expect(first).toBe(second);
  });

  test.each([
    [
      'another principal',
      (pool: ISessionPool) => pool.grants.execute(Principal.user('99999999-2222-3333-4444-555555555555'), { id: 'other' }),
    ],
    ['another role', (pool: ISessionPool) => pool.grants.read(Principal.user(ID))],
  ])('is two role assignments for %s', (_, grant) => {
    expect(
      assignmentsIn(
        synthesize(stack => {
          const pool = interpreter(stack);
          pool.grants.execute(Principal.user(ID));
          grant(pool);
        }),
      ),
    ).toHaveLength(2);
  });

  test('is two role assignments for two pools', () => {
    expect(
      assignmentsIn(
        synthesize(stack => {
          interpreter(stack).grants.execute(Principal.user(ID));
          container(stack, {}, 'other').grants.execute(Principal.user(ID));
        }),
      ),
    ).toHaveLength(2);
  });

  const addressesOf = (build: (stack: TerraformStack) => void) =>
    Object.entries(synthesize(build).resource.azapi_resource)
      .filter(([, { type }]) => type.startsWith('Microsoft.Authorization/'))
      .map(([id]) => id);

  test.each<[string, (pool: ISessionPool, stack: TerraformStack) => void]>([
    ['a literal', pool => pool.grants.execute(Principal.user(ID))],
    ['a variable', (pool, stack) => pool.grants.execute(Principal.user(new TerraformVariable(stack, 'p', { type: 'string' }).stringValue))],
    ['another principal', pool => pool.grants.execute(Principal.group('99999999-2222-3333-4444-555555555555'))],
  ])('has an address made of the pool and the role, for %s', (_title, grant) => {
    expect(addressesOf(stack => grant(interpreter(stack), stack))).toStrictEqual(['pool_056F3F7E_SessionExecutor']);
  });

  test.each<[string, (pool: ISessionPool) => SessionPoolGrant, string]>([
    ['a reader', pool => pool.grants.read(Principal.user(ID)), 'pool_056F3F7E_Reader'],
    ['a contributor', pool => pool.grants.contribute(Principal.user(ID)), 'pool_056F3F7E_Contributor'],
    ['an id', pool => pool.grants.execute(Principal.user(ID), { id: 'ci' }), 'pool_056F3F7E_SessionExecutor_ci'],
    ['a custom role', pool => pool.grants.assign(Principal.user(ID), SessionPoolRole.of(ID)), `pool_056F3F7E_Role_${ID}`],
    [
      'a built-in role by its ID',
      pool => pool.grants.assign(Principal.user(ID), SessionPoolRole.of(EXECUTOR.toUpperCase())),
      'pool_056F3F7E_SessionExecutor',
    ],
  ])('has an address for %s', (_title, grant, address) => {
    expect(addressesOf(stack => void grant(interpreter(stack)))).toStrictEqual([address]);
  });

  test.each<[string, string[], (pool: ISessionPool, stack: TerraformStack) => void]>([
    [
      'a custom role by an id',
      ['pool_056F3F7E_Role_ci'],
      pool => pool.grants.assign(Principal.user(ID), SessionPoolRole.of(ID), { id: 'ci' }),
    ],
    [
      'a custom role that is a variable',
      ['pool_056F3F7E_Role'],
      (pool, stack) =>
        pool.grants.assign(Principal.user(ID), SessionPoolRole.of(new TerraformVariable(stack, 'role', { type: 'string' }).stringValue)),
    ],
    [
      'two custom roles',
      [`pool_056F3F7E_Role_${ID}`, 'pool_056F3F7E_Role_99999999-2222-3333-4444-555555555555'],
      pool => [ID, OTHER].forEach(role => pool.grants.assign(Principal.user(ID), SessionPoolRole.of(role))),
    ],
    [
      'an imported pool',
      ['imported_SessionExecutor'],
      (_, stack) => SessionPool.fromSessionPoolId(stack, 'imported', POOL_ID).grants.execute(Principal.user(ID)),
    ],
    [
      'an imported pool whose id starts with a digit',
      ['_1imported_SessionExecutor'],
      (_, stack) => SessionPool.fromSessionPoolId(stack, '1imported', POOL_ID).grants.execute(Principal.user(ID)),
    ],
    [
      'a pool whose logical ID is overridden',
      ['before_SessionExecutor'],
      pool => {
        (pool.node.defaultChild as AzapiResource).overrideLogicalId('before');
        pool.grants.execute(Principal.user(ID));
      },
    ],
  ])('has an address for %s', (_title, addresses, grant) => {
    expect(addressesOf(stack => grant(interpreter(stack), stack))).toStrictEqual(addresses);
  });

  test('has an address with the stack of the pool in another stack, where pools of several stacks can have the same name', () => {
    const app = testApp();
    const agents = new TerraformStack(app, 'agents');
    for (const id of ['west', '1 east'.replace(' ', '-')]) {
      interpreter(new TerraformStack(app, id)).grants.execute(Principal.user(ID), { scope: agents });
    }
    expect(Object.keys(parse(agents).resource.azapi_resource)).toStrictEqual([
      'pool_056F3F7E_1-east_SessionExecutor',
      'pool_056F3F7E_west_SessionExecutor',
    ]);
  });

  test('cannot be followed by another logical ID of the pool', () => {
    synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID));
      expect(() => (pool.node.defaultChild as AzapiResource).overrideLogicalId('other')).toThrow(
        new Error(
          "the logical ID of 'stack/pool/Resource' must be overridden before anything refers to it: it is in use as 'pool_056F3F7E'",
        ),
      );
    });
  });

  test('moves with its pool', () => {
    const { moved } = synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID), { id: 'ci' });
      (pool.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before_12345678');
    }) as unknown as { moved: object[] };
    expect(moved).toStrictEqual([
      { from: 'azapi_resource.before_12345678', to: 'azapi_resource.pool_056F3F7E' },
      { from: 'azapi_resource.before_12345678_SessionExecutor_ci', to: 'azapi_resource.pool_056F3F7E_SessionExecutor_ci' },
    ]);
  });

  test('moves with a pool whose old construct is moved to it, and is gone from the old one', () => {
    const { moved, resource } = synthesize(stack => {
      const before = interpreter(stack, {}, 'before');
      before.grants.execute(Principal.user(ID));
      before.grants.read(Principal.user(ID));
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID));
      (pool.node.defaultChild as AzapiResource).addMoveTarget('pool');
      (before.node.defaultChild as AzapiResource).moveTo('pool');
    }) as unknown as { moved: object[]; resource: Configuration['resource'] };
    expect(moved).toStrictEqual([
      { from: 'azapi_resource.before_6E6C88B4', to: 'azapi_resource.pool_056F3F7E' },
      { from: 'azapi_resource.before_6E6C88B4_SessionExecutor', to: 'azapi_resource.pool_056F3F7E_SessionExecutor' },
    ]);
    expect(Object.keys(resource.azapi_resource)).toStrictEqual(['pool_056F3F7E', 'pool_056F3F7E_SessionExecutor']);
  });

  test('moves with a pool that another construct is moved to by its address', () => {
    const { moved } = synthesize(stack => {
      const before = interpreter(stack, {}, 'before');
      interpreter(stack).grants.execute(Principal.user(ID));
      (before.node.defaultChild as AzapiResource).moveToId('azapi_resource.pool_056F3F7E');
    }) as unknown as { moved: object[] };
    expect(moved).toContainEqual({
      from: 'azapi_resource.before_6E6C88B4_SessionExecutor',
      to: 'azapi_resource.pool_056F3F7E_SessionExecutor',
    });
  });

  test('moves in another stack as well', () => {
    const app = testApp();
    const [platform, agents] = ['platform', 'agents'].map(id => new TerraformStack(app, id));
    const pool = interpreter(platform);
    pool.grants.execute(Principal.user(ID), { scope: agents });
    (pool.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before');
    expect((parse(agents) as unknown as { moved: object[] }).moved).toStrictEqual([
      { from: 'azapi_resource.before_platform_SessionExecutor', to: 'azapi_resource.pool_056F3F7E_platform_SessionExecutor' },
    ]);
  });

  test('keeps a move of its own', () => {
    const { moved } = synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID)).resource.moveFromId('azapi_resource.SessionPoolRoleAssignments_before');
      (pool.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before');
    }) as unknown as { moved: object[] };
    expect(moved).toContainEqual({
      from: 'azapi_resource.SessionPoolRoleAssignments_before',
      to: 'azapi_resource.pool_056F3F7E_SessionExecutor',
    });
    expect(moved).toHaveLength(2);
  });

  test('moves with its pool in HCL', () => {
    const hcl = synthesizeHcl(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID));
      (pool.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before');
    });
    expect(hcl).toMatch(
      /moved \{\s+to = azapi_resource\.pool_056F3F7E_SessionExecutor\s+from = azapi_resource\.before_SessionExecutor\s+\}/,
    );
  });

  test.each([
    ['its GUID', '99999999-2222-3333-4444-555555555555'],
    ['its ARM ID', `${POOL_ID}/providers/Microsoft.Authorization/roleAssignments/99999999-2222-3333-4444-555555555555`],
  ])('that exists already is imported by %s and keeps its name', (_title, adoptExisting) => {
    const configuration = synthesize(
      stack => void interpreter(stack, { sessionPoolName: 'my-session-pool' }).grants.execute(Principal.user(ID), { adoptExisting }),
    );
    expect(assignmentsIn(configuration)[0].name).toBe(OTHER);
    expect(configuration.import).toStrictEqual([
      {
        id: `${POOL_ID}/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`,
        to: 'azapi_resource.pool_056F3F7E_SessionExecutor',
      },
    ]);
    expect(configuration.terraform.required_version).toBe('>= 1.5.0');
  });

  test('on an imported pool that exists already is imported', () => {
    const { import: imports } = synthesize(
      stack => void SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID).grants.execute(Principal.user(ID), { adoptExisting: OTHER }),
    );
    expect(imports![0].id).toBe(`${POOL_ID}/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`);
  });

  test('that exists already needs a newer Terraform where its ID is an expression', () => {
    const { terraform, import: imports } = synthesize(stack => {
      const group = new TerraformVariable(stack, 'group', { type: 'string' }).stringValue;
      interpreter(stack, { resourceGroupId: group, sessionPoolName: 'p01' }).grants.execute(Principal.user(ID), { adoptExisting: OTHER });
    });
    expect(terraform.required_version).toBe('>= 1.6.0');
    expect(imports![0].id).toBe(
      `\${var.group}/providers/Microsoft.App/sessionPools/p01/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`,
    );
  });

  test('refuses plans that destroy it where it is told to', () => {
    const [{ lifecycle }] = assignmentsIn(
      synthesize(stack => void interpreter(stack).grants.execute(Principal.user(ID), { preventDestroy: true })),
    );
    expect(lifecycle).toStrictEqual({ prevent_destroy: true });
  });

  test('of a principal of unknown type leaves the type to Azure', () => {
    const [{ body }] = assignmentsIn(synthesize(stack => void interpreter(stack).grants.execute(Principal.ofUnknownType(ID))));
    expect(Object.keys(body.properties)).toStrictEqual(['principalId', 'roleDefinitionId']);
  });

  test('learns the type of a principal from another grant', () => {
    const [{ body }] = assignmentsIn(
      synthesize(stack => {
        const pool = interpreter(stack);
        pool.grants.execute(Principal.ofUnknownType(ID));
        pool.grants.execute(Principal.ofType('Group', ID));
        pool.grants.execute(Principal.ofUnknownType(ID));
      }),
    );
    expect(body.properties.principalType).toBe('Group');
  });

  test('takes the type of a principal as an expression', () => {
    const [{ body }] = assignmentsIn(
      synthesize(stack => {
        const type = new TerraformVariable(stack, 'type', { type: 'string' }).stringValue;
        interpreter(stack).grants.execute(Principal.ofType(type, ID));
      }),
    );
    expect(body.properties.principalType).toBe('${var.type}');
  });

  test.each<[string, (stack: TerraformStack) => ISessionPool]>([
    [
      'under two ids',
      stack => {
        const pool = interpreter(stack);
        pool.grants.execute(Principal.user(ID), { id: 'one' });
        pool.grants.execute(Principal.user(ID), { id: 'two' });
        return pool;
      },
    ],
    [
      'on two constructs for one pool',
      stack => {
        SessionPool.fromSessionPoolId(stack, 'one', POOL_ID).grants.execute(Principal.user(ID), { id: 'one' });
        const pool = SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID);
        pool.grants.execute(Principal.user(ID));
        return pool;
      },
    ],
  ])('is one role assignment %s, with a warning', (_title, build) => {
    const configuration = synthesize(stack => {
      const pool = build(stack);
      const [{ fqn }] = [pool.grants.execute(Principal.user(ID))];
      expect(warningsOf(pool)[0]).toMatch(
        /^\[duplicate-grant\] the role is granted to the same principal as azapi_resource\.\w+_SessionExecutor_one already, which stays the only role assignment: grant it in one place, or with the same id in all$/,
      );
      new TerraformOutput(stack, 'o', { value: fqn, staticId: true });
    });
    expect(assignmentsIn(configuration)).toHaveLength(1);
  });

  test.each<[string, (pool: ISessionPool) => unknown, string]>([
    [
      'a second principal without an id',
      pool => pool.grants.execute(Principal.user(OTHER)),
      "id must be given where SessionExecutor is granted to a further principal: grants.execute(principal, { id: 'agent' }). The address of a role assignment is made of the pool, the role and the id",
    ],
    [
      'the same principal as another type',
      pool => pool.grants.execute(Principal.group(ID)),
      "principal must have one type in a stack, got 'Group' for a principal that is 'User' in another grant",
    ],
    [
      'a scope in the place of options',
      pool => pool.grants.execute(Principal.user(ID), pool as unknown as SessionPoolGrantOptions),
      'options must be an object, got a construct: give a construct of another stack as { scope }',
    ],
    [
      'an id with a space',
      pool => pool.grants.execute(Principal.user(OTHER), { id: 'a b' }),
      "id must be 1 to 64 letters, digits, hyphens and underscores, got 'a b'",
    ],
    [
      'no name of an assignment',
      pool => pool.grants.read(Principal.user(ID), { adoptExisting: 'x' }),
      "adoptExisting must be the GUID or the ARM ID of a role assignment, got 'x'",
    ],
    [
      'the same principal as another type with another role',
      pool => pool.grants.read(Principal.servicePrincipal(ID.toUpperCase())),
      "principal must have one type in a stack, got 'ServicePrincipal' for a principal that is 'User' in another grant",
    ],
    [
      'a second principal with a custom role',
      pool => {
        pool.grants.assign(Principal.user(ID), SessionPoolRole.of(ID));
        pool.grants.assign(Principal.user(OTHER), SessionPoolRole.of(ID));
      },
      "id must be given where the role is granted to a further principal: grants.assign(principal, role, { id: 'agent' }). The address of a role assignment is made of the pool, the role and the id",
    ],
    [
      'the same grant with another role assignment to adopt',
      pool => pool.grants.execute(Principal.user(ID), { adoptExisting: OTHER }),
      'adoptExisting and preventDestroy must be the same wherever the same role is granted to the same principal, got others than for azapi_resource.pool_056F3F7E_SessionExecutor',
    ],
    [
      'a role assignment on something else',
      pool =>
        pool.grants.read(Principal.user(ID), {
          adoptExisting: `${RESOURCE_GROUP_ID}/providers/Microsoft.Authorization/roleAssignments/${OTHER}`,
        }),
      `adoptExisting must be on '${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/stackpool6cef1f95' itself, got a role assignment on '${RESOURCE_GROUP_ID}'`,
    ],
    [
      'a scope that is no construct',
      pool => pool.grants.read(Principal.user(ID), { scope: 'agents' as unknown as Construct }),
      "scope must be a construct, got 'agents'",
    ],
    [
      'a provider of something else',
      pool => pool.grants.read(Principal.user(ID), { provider: { terraformResourceType: 'azurerm' } as TerraformProvider }),
      "provider must be an azapi provider, got 'azurerm'",
    ],
    [
      'a token as id',
      pool => pool.grants.read(Principal.user(ID), { id: pool.sessionPoolName }),
      'id must be known when the configuration is written, got a token: it is a part of addresses and names',
    ],
    [
      'a type that there is not',
      pool => pool.grants.read(Principal.ofType('Person', ID)),
      "the type of principal must be 'User', 'Group', 'ServicePrincipal', 'ForeignGroup' or 'Device', got 'Person'",
    ],
  ])('refuses %s', (_title, grant, message) => {
    synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID));
      expect(() => grant(pool)).toThrow(new Error(`SessionPoolGrants at 'stack/pool' is not valid:\n  - ${message}`));
    });
  });

  test('refuses an id that another principal has', () => {
    synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.execute(Principal.user(ID), { id: 'ci' });
      expect(() => pool.grants.execute(Principal.user(OTHER), { id: 'ci' })).toThrow(
        "id must be another one for each principal that SessionExecutor is granted to, got 'ci' again",
      );
    });
  });

  test('can be depended on', () => {
    const { resource } = synthesize(stack => {
      const grant = interpreter(stack).grants.execute(Principal.user(ID));
      new AzapiResource(stack, 'app', { type: 'Microsoft.App/containerApps@2026-01-01', dependsOn: [grant] });
    });
    expect(resource.azapi_resource.app.depends_on).toStrictEqual(['azapi_resource.pool_056F3F7E_SessionExecutor']);
  });

  test('uses the provider of the pool', () => {
    const [assignment] = assignmentsIn(
      synthesize(stack => {
        const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
        interpreter(stack, { provider }).grants.execute(Principal.user(ID));
      }),
    );
    expect(assignment.provider).toBe('azapi.other');
  });

  test('uses the provider of an imported pool', () => {
    const [assignment] = assignmentsIn(
      synthesize(stack => {
        const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
        SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, provider }).grants.execute(Principal.user(ID));
      }),
    );
    expect(assignment.provider).toBe('azapi.other');
  });

  test.each([
    ['the default one of another stack', false, undefined],
    ['the one that is given', true, 'azapi.agents'],
  ])('uses %s, which does not have that of the pool', (_title, isGiven, provider) => {
    const app = testApp();
    const [platform, agents] = ['platform', 'agents'].map(id => new TerraformStack(app, id));
    const pool = interpreter(platform, { provider: new AzapiProvider(platform, 'azapi', { alias: 'platform' }) });
    const own = new AzapiProvider(agents, 'azapi', { alias: 'agents' });
    pool.grants.execute(Principal.user(ID), { scope: agents, ...(isGiven && { provider: own }) });
    expect(assignmentsIn(parse(agents))[0].provider).toBe(provider);
  });

  test('works on a pool that is defined elsewhere', () => {
    const [assignment] = assignmentsIn(
      synthesize(stack => void SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID).grants.execute(Principal.user(ID))),
    );
    expect(assignment).toMatchObject({
      parent_id: POOL_ID,
      name: `\${uuidv5("oid", join("|", ["${POOL_ID}", "${ID}", "${EXECUTOR}"]))}`,
    });
  });

  test('belongs to the stack that is asked for, so that stacks need each other in one direction only', () => {
    const app = testApp();
    const platform = new TerraformStack(app, 'platform');
    const agents = new TerraformStack(app, 'agents');
    const pool = interpreter(platform);
    const identity = new AzapiResource(agents, 'identity', { type: 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' });
    new TerraformOutput(agents, 'o', { value: pool.poolManagementEndpoint });
    pool.grants.execute(Principal.managedIdentity(identity.getStringAttribute('output.properties.principalId')), { scope: agents });
    [platform, agents].forEach(stack => stack.prepareStack());
    expect(assignmentsIn(parse(platform))).toHaveLength(0);
    expect(assignmentsIn(parse(agents))).toHaveLength(1);
    expect([agents.dependsOn(platform), platform.dependsOn(agents)]).toStrictEqual([true, false]);
  });

  test.each([
    [SessionPoolRole.READER, Principal.user('me@example.com'), "principal must be an object id, a GUID, got 'me@example.com'"],
    [SessionPoolRole.READER, Principal.user(''), "principal must be an object id, a GUID, got ''"],
    [SessionPoolRole.of('Owner'), Principal.user(ID), "role must be the GUID of a role definition, got 'Owner'"],
    [SessionPoolRole.READER, undefined, 'principal must be given: use Principal.user, group, servicePrincipal or managedIdentity'],
    [undefined, Principal.user(ID), 'role must be given: use a constant of SessionPoolRole, or SessionPoolRole.of'],
  ])('refuses %j for %j', (role, principal, message) => {
    synthesize(stack => {
      const pool = interpreter(stack);
      expect(() => pool.grants.assign(principal as Principal, role as SessionPoolRole)).toThrow(
        `SessionPoolGrants at 'stack/pool' is not valid:\n  - ${message}`,
      );
    });
  });
});
