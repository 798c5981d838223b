import type { TerraformStack } from 'cdktf';
import { TerraformVariable } from 'cdktf';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import type { AzapiResource, SessionPool } from '../../lib';
import { ImagePullGrant, Principal, RegistryCredentials, SessionIdentity, SessionPoolRole } from '../../lib';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const PRINCIPAL = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const GUID = '33333333-3333-4333-8333-333333333333';
const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;
const REGISTRY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const ASSIGNMENTS = '/providers/Microsoft.Authorization/roleAssignments/';
const roleDefinition = (role: SessionPoolRole) =>
  `${RESOURCE_GROUP_ID.split('/').slice(0, 3).join('/')}/providers/Microsoft.Authorization/roleDefinitions/${role.roleId}`;

type Build = (stack: TerraformStack) => void;

function pool(stack: TerraformStack, id = 'pool'): SessionPool {
  return interpreter(stack, { sessionPoolName: 'pool' }, id);
}

function variable(stack: TerraformStack, name: string): string {
  return new TerraformVariable(stack, name, { type: 'string' }).stringValue;
}

function pulling(stack: TerraformStack, id: string, options: { principal?: string; registry?: string } = {}): void {
  container(
    stack,
    {
      sessionPoolName: id,
      registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
        server: 'registry.azurecr.io',
        identityId: IDENTITY_ID,
        identityPrincipalId: options.principal ?? PRINCIPAL,
        registryId: options.registry ?? REGISTRY_ID,
        pullGrant: ImagePullGrant.assign({ id: 'puller' }),
      }),
    },
    id,
  );
}

describeDeployed('Grants', results => {
  const local = forEachTest({ principal: PRINCIPAL, registry: REGISTRY_ID });

  const assignments = () => local.arm.resources.map(({ id }) => id.id).filter(id => id.includes(ASSIGNMENTS));
  const touched = () =>
    local.arm.requests
      .filter(({ method, path }) => ['PUT', 'DELETE'].includes(method) && path.includes(ASSIGNMENTS))
      .map(({ method }) => method);

  const SAME: ReadonlyArray<[string, Build, Build]> = [
    [
      'a principal becomes a variable',
      stack => pool(stack).grants.execute(Principal.user(PRINCIPAL)),
      stack => pool(stack).grants.execute(Principal.user(variable(stack, 'principal'))),
    ],
    [
      'a principal is written in other casing',
      stack => pool(stack).grants.execute(Principal.user(PRINCIPAL)),
      stack => pool(stack).grants.execute(Principal.user(PRINCIPAL.toUpperCase())),
    ],
    [
      'another grant comes before it',
      stack => pool(stack).grants.execute(Principal.user(PRINCIPAL), { id: 'one' }),
      stack => {
        const { grants } = pool(stack);
        grants.execute(Principal.user(PRINCIPAL), { id: 'one' });
        grants.execute(Principal.user(PRINCIPAL), { id: 'one' });
      },
    ],
    [
      'the construct of the pool is renamed, with moveFromId',
      stack => pool(stack, 'before').grants.execute(Principal.user(PRINCIPAL)),
      stack => {
        const after = pool(stack, 'after');
        after.grants.execute(Principal.user(PRINCIPAL));
        (after.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before_6E6C88B4');
      },
    ],
    [
      'the construct of the pool is renamed, with moveTo',
      stack => pool(stack, 'before').grants.execute(Principal.user(PRINCIPAL)),
      stack => {
        const [before, after] = [pool(stack, 'before'), pool(stack, 'after')];
        before.grants.execute(Principal.user(PRINCIPAL));
        after.grants.execute(Principal.user(PRINCIPAL));
        (after.node.defaultChild as AzapiResource).addMoveTarget('pool');
        (before.node.defaultChild as AzapiResource).moveTo('pool');
      },
    ],
    [
      'registry and identity of an image become variables',
      stack => pulling(stack, 'one'),
      stack => pulling(stack, 'one', { principal: variable(stack, 'principal'), registry: variable(stack, 'registry') }),
    ],
  ];

  test.each(SAME)('stay where they are when %s', async (title, before, after) => {
    local.workspace.write(before);
    await local.workspace.apply();
    local.workspace.write(after);
    // A move alone is a plan with something to do, in which no resource changes.
    const plan = (await local.workspace.secondPlan()).replace('changes of outputs', 'no changes');
    results.check(`grant: plan when ${title}`, 'no changes', plan);
    await local.workspace.apply();
    results.check(`grant: requests when ${title}`, 'PUT', touched().join());
    results.check(`grant: plan after that when ${title}`, 'no changes', await local.workspace.secondPlan());
  });

  test('of an image stay when one of the pools that share them goes', async () => {
    local.workspace.write(stack => ['one', 'two'].forEach(id => pulling(stack, id)));
    await local.workspace.apply();
    local.workspace.write(stack => pulling(stack, 'two'));
    await local.workspace.apply();
    results.check('grant: requests when one of the pools that share it goes', 'PUT', touched().join());
  });

  test('stay when the pool whose identity they are for is edited', async () => {
    const build = (maxConcurrentSessions: number) =>
      local.workspace.write(stack => {
        const own = container(
          stack,
          { sessionPoolName: 'own', identities: [SessionIdentity.systemAssigned()], maxConcurrentSessions },
          'own',
        );
        pool(stack).grants.execute(Principal.managedIdentity(own.systemAssignedPrincipalId));
      });
    build(10);
    await local.workspace.apply();
    build(20);
    const plan = await local.workspace.secondPlan();
    results.check(
      'grant to a system-assigned identity: plan when its pool is edited',
      'the pool only',
      plan.includes('SessionExecutor') ? plan : 'the pool only',
    );
  });

  test('are replaced in order when the principal is another one', async () => {
    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(PRINCIPAL)));
    await local.workspace.apply();
    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(OTHER)));
    await local.workspace.apply();
    results.check('grant: requests when the principal is another one', 'PUT,DELETE,PUT', touched().join());
  });

  test('that exist already are adopted, and leave the others alone', async () => {
    const body = {
      properties: { principalId: PRINCIPAL, principalType: 'User', roleDefinitionId: roleDefinition(SessionPoolRole.SESSION_EXECUTOR) },
    };
    local.workspace.write(stack => void pool(stack));
    await local.workspace.apply();
    local.arm.put(`${POOL_ID}${ASSIGNMENTS}${GUID}`, '2022-04-01', body);
    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(PRINCIPAL)));
    const { output } = await local.workspace.tryApply();
    results.check('grant that exists already', 'RoleAssignmentExists', /RoleAssignmentExists/.exec(output)?.[0] ?? output);
    results.check('grant that exists already: requests', 'PUT', touched().join());

    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(PRINCIPAL), { adoptExisting: GUID }));
    await local.workspace.apply();
    results.check('grant with adoptExisting: role assignments', `${POOL_ID}${ASSIGNMENTS}${GUID}`, assignments().join());
    results.check('grant with adoptExisting: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('of somebody else are not taken away by adopting a wrong one', async () => {
    local.workspace.write(stack => void pool(stack));
    await local.workspace.apply();
    const properties = { principalId: OTHER, principalType: 'User', roleDefinitionId: roleDefinition(SessionPoolRole.SESSION_EXECUTOR) };
    local.arm.put(`${POOL_ID}${ASSIGNMENTS}${GUID}`, '2022-04-01', { properties });
    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(PRINCIPAL), { adoptExisting: GUID }));
    const { output } = await local.workspace.tryApply();
    results.check(
      'grant with adoptExisting of another principal',
      'RoleAssignmentUpdateNotPermitted',
      /RoleAssignmentUpdateNotPermitted/.exec(output)?.[0] ?? output,
    );
    results.check('grant with adoptExisting of another principal: requests', 'PUT', touched().join());
  });

  test('on a pool that exists already are adopted together with it', async () => {
    local.workspace.write(stack => void pool(stack).grants.execute(Principal.user(PRINCIPAL)));
    await local.workspace.apply();
    const [existing] = assignments();
    local.workspace.forget();
    local.workspace.write(stack =>
      interpreter(stack, { sessionPoolName: 'pool', adoptExisting: true }).grants.execute(Principal.user(PRINCIPAL), {
        adoptExisting: existing,
      }),
    );
    await local.workspace.apply();
    results.check('pool and grant with adoptExisting: role assignments', existing, assignments().join());
    results.check('pool and grant with adoptExisting: plan after that', 'no changes', await local.workspace.secondPlan());
  });
});
