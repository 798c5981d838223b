import { TerraformStack } from 'cdktf';
import type { ISessionPool, SessionPoolGrantOptions } from '../../lib';
import { Principal, SessionPoolRole } from '../../lib';
import { interpreter, SUBSCRIPTION } from '../support/fixtures';
import { parse, synthesize, testApp } from '../support/synth';

const ID = 'aaaaaaaa-0000-0000-0000-000000000001';

describe('a grant', () => {
  const GUID = 'be an object id, a GUID';
  const TYPE = "the type of principal must be 'User', 'Group', 'ServicePrincipal', 'ForeignGroup' or 'Device'";

  test.each<[string, (pool: ISessionPool) => unknown, string]>([
    ['text before the ID', pool => pool.grants.read(Principal.user(`x${ID}`)), `principal must ${GUID}, got 'x${ID}'`],
    ['text after the ID', pool => pool.grants.read(Principal.user(`${ID}0`)), `principal must ${GUID}, got '${ID}0'`],
    ['an ARM ID', pool => pool.grants.read(Principal.user(`/users/${ID}`)), `principal must ${GUID}, got '/users/${ID}'`],
    ['a longer type', pool => pool.grants.read(Principal.ofType('Users', ID)), `${TYPE}, got 'Users'`],
    ['a type with text before it', pool => pool.grants.read(Principal.ofType('a Group', ID)), `${TYPE}, got 'a Group'`],
    ['a type in another casing', pool => pool.grants.read(Principal.ofType('user', ID)), `${TYPE}, got 'user'`],
    ['an empty type', pool => pool.grants.read(Principal.ofType('', ID)), `${TYPE}, got ''`],
    [
      'a misspelt option',
      pool => pool.grants.read(Principal.user(ID), { preventDestory: true } as SessionPoolGrantOptions),
      'preventDestory is not a property of SessionPoolGrantOptions: did you mean preventDestroy?',
    ],
    [
      'an option in the casing of Python',
      pool => pool.grants.read(Principal.user(ID), { adopt_existing: ID } as SessionPoolGrantOptions),
      'adopt_existing is not a property of SessionPoolGrantOptions: did you mean adoptExisting?',
    ],
    [
      'text for a boolean',
      pool => pool.grants.read(Principal.user(ID), { preventDestroy: 'no' as never }),
      "preventDestroy must be true or false, got 'no'",
    ],
  ])('refuses %s', (_title, grant, message) => {
    synthesize(stack => {
      const pool = interpreter(stack);
      expect(() => grant(pool)).toThrow(new Error(`SessionPoolGrants at 'stack/pool' is not valid:\n  - ${message}`));
    });
  });

  test.each<[string, (pool: ISessionPool) => unknown, string]>([
    ['read', pool => pool.grants.read(Principal.user(SUBSCRIPTION)), "grants.read(principal, { id: 'agent' })"],
    ['contribute', pool => pool.grants.contribute(Principal.user(SUBSCRIPTION)), "grants.contribute(principal, { id: 'agent' })"],
  ])('names the method %s where a second principal needs an ID', (_method, grant, call) => {
    synthesize(stack => {
      const pool = interpreter(stack);
      pool.grants.read(Principal.user(ID));
      pool.grants.contribute(Principal.user(ID));
      expect(() => grant(pool)).toThrow(call);
    });
  });

  test('has an address with the role in lower case, and with the stack of the pool without what no address has', () => {
    const app = testApp();
    const [platform, agents] = ['plat.form', 'agents'].map(id => new TerraformStack(app, id));
    interpreter(platform).grants.assign(Principal.user(ID), SessionPoolRole.of(ID.toUpperCase()), { scope: agents });
    expect(Object.keys(parse(agents).resource.azapi_resource)).toStrictEqual([expect.stringMatching(new RegExp(`_platform_Role_${ID}$`))]);
  });
});
