import { TerraformStack, TerraformVariable } from 'cdktf';
import type { AzapiResource, ISessionPool, SessionPoolGrant } from '../../lib';
import { Principal, SessionPool, SessionPoolRole } from '../../lib';
import { interpreter, POOL_ID } from '../support/fixtures';
import { assignmentsById, EXECUTOR, ID, OTHER } from '../support/role-assignments';
import { parse, synthesize, testApp } from '../support/synth';

const addressesOf = (build: (stack: TerraformStack) => void) => assignmentsById(synthesize(build)).map(([id]) => id);

describe('the address of a grant', () => {
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
});
