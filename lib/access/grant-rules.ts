import { Construct } from 'constructs';
import type { Principal } from './principal';
import type { SessionPoolGrantOptions } from './session-pool-grants';
import type { SessionPoolRole } from './session-pool-role';
import { checkExisting, checkGrantId } from '../arm/role-assignment-rules';
import type { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { show } from '../validation/show';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PRINCIPAL_TYPE = {
  pattern: /^(User|Group|ServicePrincipal|ForeignGroup|Device)$/,
  rule: "be 'User', 'Group', 'ServicePrincipal', 'ForeignGroup' or 'Device'",
};

/** Checks who is granted which role. */
export function checkGrant(principal: Principal, role: SessionPoolRole, findings: Findings): void {
  if (findings.required('role', role?.roleId, 'use a constant of SessionPoolRole, or SessionPoolRole.of')) {
    findings.text('role', role.roleId, { pattern: GUID, rule: 'be the GUID of a role definition' });
  }
  if (findings.required('principal', principal?.principalId, 'use Principal.user, group, servicePrincipal or managedIdentity')) {
    findings.text('principal', principal.principalId, { pattern: GUID, rule: 'be an object id, a GUID' });
    findings.text('the type of principal', principal.principalType, PRINCIPAL_TYPE);
  }
}

/** Checks the options of a grant on the pool, whose ARM ID is a token unless it is known. */
export function checkGrantOptions(options: SessionPoolGrantOptions, poolId: string, findings: Findings): void {
  if (Construct.isConstruct(options)) {
    findings.error('options must be an object, got a construct: give a construct of another stack as { scope }');
    return;
  }
  checkProperties(options, 'SessionPoolGrantOptions', 'SessionPoolGrantOptions', findings);
  const { id, scope, adoptExisting, preventDestroy, provider } = options;
  checkGrantId('id', id, findings);
  checkExisting('adoptExisting', adoptExisting, poolId, findings);
  findings.literalBoolean('preventDestroy', preventDestroy);
  if (scope && !Construct.isConstruct(scope)) {
    findings.error(`scope must be a construct, got ${show(scope)}`);
  }
  if (provider && provider.terraformResourceType !== 'azapi') {
    findings.error(`provider must be an azapi provider, got ${show(provider.terraformResourceType)}`);
  }
}
