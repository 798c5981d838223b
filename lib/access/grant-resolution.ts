import type { TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { checkGrant, checkGrantOptions } from './grant-rules';
import type { Principal } from './principal';
import type { SessionPoolGrantOptions } from './session-pool-grants';
import type { SessionPoolRole } from './session-pool-role';
import { resourceOf } from '../arm/owned-resource';
import { findOrDefineRoleAssignment } from '../arm/role-assignment';
import { existingAssignment } from '../arm/role-assignment-rules';
import type { AzapiResource } from '../azapi';
import { providerOf } from '../azapi/provider-of';
import { ValidationError } from '../errors';
import type { ISessionPoolRef } from '../session-pool-ref';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { addWarnings, throwErrors } from '../validation/report';
import { show } from '../validation/show';
import { defined } from '../validation/without-nulls';

const KIND = 'SessionPoolGrants';

/** The methods that grant a role. */
export type GrantMethod = 'execute' | 'read' | 'contribute' | 'assign';

/** A call of one of them. */
interface GrantCall {
  readonly pool: ISessionPoolRef;
  readonly provider?: TerraformProvider;
  readonly method: GrantMethod;
  readonly principal: Principal;
  readonly role: SessionPoolRole;
  readonly options: SessionPoolGrantOptions;
}

/** The role assignment of a grant. Throws if the role cannot be granted. */
export function resolveGrant(call: GrantCall): AzapiResource {
  const { pool, principal, role } = call;
  const poolId = configuredIdOf(pool);
  const findings = new Findings();
  checkGrant(principal, role, findings);
  checkGrantOptions(call.options, poolId ?? pool.sessionPoolId, findings);
  throwErrors(KIND, pool.node.path, findings);
  const options = defined(call.options);
  const scope = options.scope ?? (pool as ISessionPoolRef & Construct);
  const existing = existingAssignment(options.adoptExisting);
  const result = findOrDefineRoleAssignment(scope, {
    scope: pool.sessionPoolId,
    principalId: principal.principalId,
    principalType: principal.principalType,
    roleId: role.roleId,
    ownership: { owner: pool, logicalIdFor: ownerId => [ownerId, ...suffixes(pool, scope, role, options.id)].join('_') },
    options: {
      existing: existing && { name: existing.name, scope: poolId },
      preventDestroy: options.preventDestroy,
      provider: options.provider ?? (isSameStack(pool, scope) ? call.provider : undefined) ?? providerOf(pool, scope),
    },
  });
  if ('resource' in result) {
    warnOfDuplicate(result.definedAs, findings);
    addWarnings(pool, findings);
    return result.resource;
  }
  throw new ValidationError(KIND, pool.node.path, ['failure' in result ? result.failure : addressTaken(call)]);
}

function warnOfDuplicate(definedAs: string | undefined, findings: Findings): void {
  if (definedAs !== undefined) {
    findings.warn(
      'duplicate-grant',
      `the role is granted to the same principal as azapi_resource.${definedAs} already, which stays the only role assignment: ` +
        'grant it in one place, or with the same id in all',
    );
  }
}

function isSameStack(a: IConstruct, b: IConstruct): boolean {
  return TerraformStack.of(a) === TerraformStack.of(b);
}

/** What follows the logical ID of the pool: its stack where that is another one, the role, and the ID of the grant. */
function suffixes(pool: ISessionPoolRef, scope: Construct, role: SessionPoolRole, id: string | undefined): string[] {
  return [
    ...(isSameStack(pool, scope) ? [] : [TerraformStack.of(pool).node.id.replace(/[^A-Za-z0-9_-]/g, '')]),
    ...(role.roleName === undefined ? ['Role', ...customRoleId(role, id)] : [role.roleName, ...(id === undefined ? [] : [id])]),
  ];
}

/** A custom role is known by the ID of the grant, else by its own. */
function customRoleId({ roleId }: SessionPoolRole, id: string | undefined): string[] {
  return id !== undefined ? [id] : isToken(roleId) ? [] : [roleId.toLowerCase()];
}

function addressTaken({ method, role, options: { id } }: GrantCall): string {
  const call = `grants.${method}(principal, ${method === 'assign' ? 'role, ' : ''}{ id: 'agent' })`;
  const name = role.roleName ?? 'the role';
  return id === undefined
    ? `id must be given where ${name} is granted to a further principal: ${call}. The address of a role assignment is made of the pool, the role and the id`
    : `id must be another one for each principal that ${name} is granted to, got ${show(id)} again`;
}

/** The ARM ID of a pool that is defined here, as far as the configuration has it. */
function configuredIdOf(pool: ISessionPoolRef): string | undefined {
  return (resourceOf(pool) as Partial<AzapiResource> | undefined)?._configuredId;
}
