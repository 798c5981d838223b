import { SessionPoolRole } from '../../access/session-pool-role';
import { PolicyLevel } from '../policy-level';
import type { IPolicyResource } from '../policy-resource';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

const POOL_TYPE = 'microsoft.app/sessionpools';
const POOL_ID = /\/providers\/microsoft\.app\/sessionpools\/[^/]+$/i;

/** Roles that are too much on a pool. */
const BROAD_ROLES: { [guid: string]: string } = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'Owner',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'Contributor',
};

/** Roles that are for pools only. */
const POOL_ROLES: { [guid: string]: string } = {
  [SessionPoolRole.SESSION_EXECUTOR.roleId]: 'Azure ContainerApps Session Executor',
  [SessionPoolRole.CONTRIBUTOR.roleId]: 'Container Apps SessionPools Contributor',
  [SessionPoolRole.READER.roleId]: 'Container Apps SessionPools Reader',
};

/** The right role at the right place. */
export const GRANTS_LEAST_PRIVILEGE: ISessionPoolRule = {
  ruleId: 'SessionPoolGrantsLeastPrivilege',
  kind: PolicyResourceKind.ROLE_ASSIGNMENT,
  level: PolicyLevel.ERROR,
  cause:
    'A role for session pools is granted elsewhere than on a pool, or Owner or Contributor is granted on a pool. A scope that is not ' +
    'known is judged by the resource whose id it refers to.',
  explanation:
    'A role on a resource group or a subscription opens every pool in it, also those that come later. Owner and Contributor can ' +
    'turn egress on and hand identities to sessions.',
  remedy: 'grant on the pool: pool.grants.execute(principal)',
  check: assignment => {
    const role = roleOf(assignment);
    const onPool = role && isOnPool(assignment);
    if (!role || onPool === undefined) {
      return [];
    }
    return onPool
      ? Object.values(BROAD_ROLES)
          .filter(broad => broad === role)
          .map(broad => `'${broad}' is granted on a session pool`)
      : Object.values(POOL_ROLES)
          .filter(own => own === role)
          .map(own => `'${own}' is granted elsewhere than on a session pool`);
  },
};

/** The name of the role where it is one that the rule knows. */
function roleOf(assignment: IPolicyResource): string | undefined {
  const roles = { ...BROAD_ROLES, ...POOL_ROLES };
  const name = assignment.argument('role_definition_name');
  if (typeof name === 'string' && assignment.isKnown(name)) {
    return Object.values(roles).find(role => role.toLowerCase() === name.toLowerCase());
  }
  const id = assignment.property('roleDefinitionId') ?? assignment.argument('role_definition_id');
  const guid = /\/roleDefinitions\/([0-9a-f-]{36})$/i.exec(String(id))?.[1].toLowerCase();
  return guid && roles[guid];
}

/** Whether the role is granted on a pool; nothing where that is not known. */
function isOnPool(assignment: IPolicyResource): boolean | undefined {
  const scope = assignment.argument('parent_id') ?? assignment.argument('scope');
  if (typeof scope !== 'string') {
    return undefined;
  }
  const type = assignment.referencedType(scope);
  if (type !== undefined) {
    return type === POOL_TYPE;
  }
  return POOL_ID.test(scope) || (assignment.isKnown(scope) ? false : undefined);
}
