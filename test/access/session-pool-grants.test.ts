import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { ISessionPool, SessionPoolGrant } from '../../lib';
import { AzapiProvider, AzapiResource, Principal, SessionPool, SessionPoolRole } from '../../lib';
import { BROKEN_CONNECTION, container, interpreter, POOL_ID } from '../support/fixtures';
import { assignmentsIn, EXECUTOR, ID } from '../support/role-assignments';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

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
      replace_triggers_refs: ['properties.principalId', 'properties.roleDefinitionId'],
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
});
