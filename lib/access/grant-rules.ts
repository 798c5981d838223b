import type { IConstruct } from 'constructs';
import type { Principal } from './principal';
import type { SessionPoolRole } from './session-pool-role';
import { ValidationError } from '../errors';
import { Findings } from '../validation/findings';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws where a role cannot be granted. */
export function checkGrant(pool: IConstruct, role: SessionPoolRole, principal: Principal): void {
  const findings = new Findings();
  if (findings.required('role', role?.roleId, 'use a constant of SessionPoolRole, or SessionPoolRole.of')) {
    findings.text('role', role.roleId, { pattern: GUID, rule: 'be the GUID of a role definition' });
  }
  if (findings.required('principal', principal?.principalId, 'use Principal.user, group, servicePrincipal or managedIdentity')) {
    findings.text('principal', principal.principalId, { pattern: GUID, rule: 'be an object id, a GUID' });
  }
  if (findings.errors.length > 0) {
    throw new ValidationError('SessionPoolGrants', pool.node.path, findings.errors);
  }
}
