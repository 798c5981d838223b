import { TerraformVariable } from 'cdktf';
import { Principal, SessionPool } from '../../lib';
import { interpreter, POOL_ID } from '../support/fixtures';
import { assignmentsIn, ID, OTHER } from '../support/role-assignments';
import { synthesize } from '../support/synth';

describe('a grant', () => {
  test.each([
    ['its GUID', '99999999-2222-3333-4444-555555555555'],
    ['its ARM ID', `${POOL_ID}/providers/Microsoft.Authorization/roleAssignments/99999999-2222-3333-4444-555555555555`],
  ])('that exists already is imported by %s and keeps its name', (_title, adoptExisting) => {
    const configuration = synthesize(
      stack => void interpreter(stack, { sessionPoolName: 'my-session-pool' }).grants.execute(Principal.user(ID), { adoptExisting }),
    );
    expect(assignmentsIn(configuration)[0].name).toBe(OTHER);
    expect(assignmentsIn(configuration)[0]).not.toHaveProperty('replace_triggers_refs');
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
});
