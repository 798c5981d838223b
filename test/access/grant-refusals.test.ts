import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISessionPool, SessionPoolGrantOptions } from '../../lib';
import { Principal, SessionPoolRole } from '../../lib';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { ID, OTHER } from '../support/role-assignments';
import { synthesize } from '../support/synth';

describe('SessionPoolGrants', () => {
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
