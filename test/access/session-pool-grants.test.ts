import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { ISessionPool, SessionPoolGrant, SessionPoolGrantOptions } from '../../lib';
import { AzapiProvider, AzapiResource, Principal, SessionPool, SessionPoolRole } from '../../lib';
import { container, interpreter, POOL_ID } from '../support/fixtures';
import type { Configuration, SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeHcl, testApp } from '../support/synth';

const ID = '11111111-2222-3333-4444-555555555555';
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
      retry: { error_message_regex: ['PrincipalNotFound', 'EOF', 'connection reset'] },
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
    const configuration = synthesize(stack => void interpreter(stack).grants.execute(Principal.user(ID), { adoptExisting }));
    expect(assignmentsIn(configuration)[0].name).toBe('99999999-2222-3333-4444-555555555555');
    expect(configuration.import).toStrictEqual([
      {
        id: '${azapi_resource.pool_056F3F7E.id}/providers/Microsoft.Authorization/roleAssignments/99999999-2222-3333-4444-555555555555?api-version=2022-04-01',
        to: 'azapi_resource.pool_056F3F7E_SessionExecutor',
      },
    ]);
  });

  test('of a principal of unknown type leaves the type to Azure', () => {
    const [{ body }] = assignmentsIn(synthesize(stack => void interpreter(stack).grants.execute(Principal.ofUnknownType(ID))));
    expect(Object.keys(body.properties)).toStrictEqual(['principalId', 'roleDefinitionId']);
  });

  const OTHER = '99999999-2222-3333-4444-555555555555';

  test.each<[string, (pool: ISessionPool) => unknown, string]>([
    [
      'a second principal without an id',
      pool => pool.grants.execute(Principal.user(OTHER)),
      "id must be given for a further principal with the same role on the pool: grants.assign(principal, role, { id: '<name>' })",
    ],
    [
      'the same principal as another type',
      pool => pool.grants.execute(Principal.group(ID)),
      'principal must be of one type, got Group for what is User in another grant of the same role',
    ],
    [
      'a scope in the place of options',
      pool => pool.grants.execute(Principal.user(ID), pool as unknown as SessionPoolGrantOptions),
      'options must be an object, got a construct: give it as { scope }',
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
      'a type that there is not',
      pool => pool.grants.read(Principal.ofType('Person', ID)),
      "principal.principalType must be a type such as User, Group or ServicePrincipal, got 'Person'",
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
        "id must be used once for a role on the pool, got 'ci' for another principal",
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
