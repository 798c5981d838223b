import type { TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { Principal } from './principal';
import type { SessionPoolGrantOptions } from './session-pool-grants';
import type { SessionPoolRole } from './session-pool-role';
import { ADDRESS_TAKEN, findOrDefineRoleAssignment } from '../arm/role-assignment';
import type { AzapiResource } from '../azapi';
import { ValidationError } from '../errors';
import type { ISessionPoolRef } from '../session-pool-ref';
import { keyOf } from '../terraform/references';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, throwErrors } from '../validation/report';
import { show } from '../validation/show';

const KIND = 'SessionPoolGrants';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PRINCIPAL_TYPE = {
  pattern: /^(User|Group|ServicePrincipal|ForeignGroup|Device)$/,
  rule: 'be a type such as User, Group or ServicePrincipal',
};
const GRANT_ID = { pattern: /^[A-Za-z0-9_-]{1,64}$/, rule: 'be 1 to 64 letters, digits, hyphens and underscores' };
const ASSIGNMENT = /^(?:\/[^?#]+\/providers\/Microsoft\.Authorization\/roleAssignments\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const EXISTING = { pattern: ASSIGNMENT, rule: 'be the GUID or the ARM ID of a role assignment' };

/** The role assignment of a grant. Throws if the role cannot be granted. */
export function resolveGrant(
  pool: ISessionPoolRef,
  poolProvider: TerraformProvider | undefined,
  principal: Principal,
  role: SessionPoolRole,
  options: SessionPoolGrantOptions = {},
): AzapiResource {
  const findings = new Findings();
  checkGrant(role, principal, options, findings);
  throwErrors(KIND, pool.node.path, findings);
  addWarnings(pool, findings);
  const construct = options.scope ?? (pool as unknown as Construct);
  const stack = TerraformStack.of(construct);
  const isSameStack = poolProvider !== undefined && TerraformStack.of(poolProvider) === stack;
  const result = findOrDefineRoleAssignment(construct, {
    scope: pool.sessionPoolId,
    principalId: principal.principalId,
    principalType: principal.principalType,
    roleId: role.roleId,
    address: { owner: pool, suffix: [roleName(pool, role), ...(options.id ? [options.id] : [])].join('_') },
    existingName: options.adoptExisting && ASSIGNMENT.exec(options.adoptExisting)![1],
    provider: options.provider ?? (isSameStack ? poolProvider : undefined),
  });
  if ('failure' in result) {
    throw new ValidationError(KIND, pool.node.path, [result.failure === ADDRESS_TAKEN ? addressTaken(options.id) : result.failure]);
  }
  return result.resource;
}

function checkGrant(role: SessionPoolRole, principal: Principal, options: SessionPoolGrantOptions, findings: Findings): void {
  if (Construct.isConstruct(options)) {
    findings.error('options must be an object, got a construct: give it as { scope }');
    return;
  }
  checkProperties(options, 'SessionPoolGrantOptions', 'SessionPoolGrantOptions', findings);
  if (findings.required('role', role?.roleId, 'use a constant of SessionPoolRole, or SessionPoolRole.of')) {
    findings.text('role', role.roleId, { pattern: GUID, rule: 'be the GUID of a role definition' });
  }
  if (findings.required('principal', principal?.principalId, 'use Principal.user, group, servicePrincipal or managedIdentity')) {
    findings.text('principal', principal.principalId, { pattern: GUID, rule: 'be an object id, a GUID' });
    findings.text('principal.principalType', principal.principalType, PRINCIPAL_TYPE);
  }
  checkKnown('id', options.id, findings);
  findings.text('id', options.id, GRANT_ID);
  checkKnown('adoptExisting', options.adoptExisting, findings);
  findings.text('adoptExisting', options.adoptExisting, EXISTING);
  if (options.scope !== undefined && !Construct.isConstruct(options.scope)) {
    findings.error(`scope must be a construct, got ${show(options.scope)}`);
  }
}

function checkKnown(prop: string, value: string | undefined, findings: Findings): void {
  if (value !== undefined && isToken(value)) {
    findings.error(`${prop} must be known when the configuration is written, got a token: it is a part of addresses and names`);
  }
}

function addressTaken(id: string | undefined): string {
  return id === undefined
    ? "id must be given for a further principal with the same role on the pool: grants.assign(principal, role, { id: '<name>' })"
    : `id must be used once for a role on the pool, got ${show(id)} for another principal`;
}

/** The name of the role in addresses. */
function roleName(pool: ISessionPoolRef, { roleId, roleName: name }: SessionPoolRole): string {
  return name ?? `Role_${isToken(roleId) ? keyOf(pool, roleId).replace(/\W+/g, '_') : roleId.toLowerCase()}`;
}
