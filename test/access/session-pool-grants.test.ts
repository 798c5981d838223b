import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { ISessionPool, SessionPoolGrant } from '../../lib';
import { AzapiProvider, AzapiResource, Principal, SessionPool, SessionPoolRole } from '../../lib';
import { container, interpreter, POOL_ID } from '../support/fixtures';
import type { Configuration, SynthesizedResource } from '../support/synth';
import { parse, synthesize, testApp } from '../support/synth';

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
    ['role', pool => pool.grants.role(SessionPoolRole.of(ID), Principal.servicePrincipal(ID)), ID, 'ServicePrincipal'],
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
      retry: { error_message_regex: ['PrincipalNotFound'] },
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
    ['another principal', (pool: ISessionPool) => pool.grants.execute(Principal.user('99999999-2222-3333-4444-555555555555'))],
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

  test('keeps its address when something else is granted before it', () => {
    const addressesOf = (...ids: string[]) =>
      Object.keys(
        synthesize(stack => {
          const pool = interpreter(stack);
          ids.forEach(id => pool.grants.execute(Principal.user(id)));
        }).resource.azapi_resource,
      );
    expect(addressesOf('99999999-2222-3333-4444-555555555555', ID)).toEqual(expect.arrayContaining(addressesOf(ID)));
  });

  test('can be depended on', () => {
    const { resource } = synthesize(stack => {
      const grant = interpreter(stack).grants.execute(Principal.user(ID));
      new AzapiResource(stack, 'app', { type: 'Microsoft.App/containerApps@2026-01-01', dependsOn: [grant] });
    });
    expect(resource.azapi_resource.app.depends_on).toStrictEqual([expect.stringMatching(/^azapi_resource\.SessionPoolRoleAssignments_/)]);
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
    pool.grants.execute(Principal.managedIdentity(identity.getStringAttribute('output.properties.principalId')), agents);
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
      expect(() => pool.grants.role(role as SessionPoolRole, principal as Principal)).toThrow(
        `SessionPoolGrants at 'stack/pool' is not valid:\n  - ${message}`,
      );
    });
  });
});
