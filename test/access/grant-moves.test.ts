import { TerraformStack } from 'cdktf';
import type { AzapiResource } from '../../lib';
import { Principal } from '../../lib';
import { interpreter } from '../support/fixtures';
import { ID } from '../support/role-assignments';
import type { Configuration } from '../support/synth';
import { parse, synthesize, synthesizeHcl, testApp } from '../support/synth';

describe('a grant of a pool that moves', () => {
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
});
