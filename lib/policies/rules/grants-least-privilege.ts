import { PolicyLevel } from '../policy-level';
import type { IPolicyResource } from '../policy-resource';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { CONSTANTS } from '../shared';
import { fold, isFilled, lower, textOf } from '../values';

const BROAD_ROLES: { readonly [guid: string]: string } = CONSTANTS.broadRoles;
const POOL_ROLES: { readonly [guid: string]: string } = CONSTANTS.poolRoles;
const ROLES = { ...BROAD_ROLES, ...POOL_ROLES };

const POOL_TYPE = 'microsoft.app/sessionpools';
/** An expression stands for any text; what is inside of one is no part of the ID. */
const POOL_ID = /^([^$]|\$\{[^{}]*\})*\/providers\/microsoft\.app\/sessionpools\/([^/${}]|\$\{[^{}]*\})+$/;
/** The GUID at the end, in each form that .NET reads. */
const ROLE_DEFINITION = /(?:^|[^0-9a-f])([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})[)} \t\r\n/]*(?:\?[^]*)?$/;
const ASSIGNMENT = /\/providers\/microsoft\.authorization\/[a-z]+\/[^/]+$/i;

/** The right role at the right place. */
export const GRANTS_LEAST_PRIVILEGE: ISessionPoolRule = {
  ruleId: 'SessionPoolGrantsLeastPrivilege',
  kind: PolicyResourceKind.ROLE_ASSIGNMENT,
  level: PolicyLevel.ERROR,
  cause:
    'A role for session pools is granted elsewhere than on a pool, or a role that is too much for a pool is granted on one: ' +
    `${Object.values(BROAD_ROLES).join(', ')}. A scope that is only a reference is judged by the resource whose id it is.`,
  explanation:
    'A role on a resource group or a subscription opens every pool in it, also those that come later. Owner and Contributor can ' +
    'turn egress on and hand identities to sessions, and the roles for access can grant themselves any other.',
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
  const name = assignment.argument('role_definition_name');
  if (isFilled(name)) {
    return assignment.isKnown(name) ? Object.values(ROLES).find(role => fold(role) === fold(name)) : undefined;
  }
  const id = assignment.property('roleDefinitionId') ?? assignment.argument('role_definition_id');
  const guid = ROLE_DEFINITION.exec(lower(id))?.[1].replaceAll('-', '');
  return Object.entries(ROLES).find(([known]) => known.replaceAll('-', '') === guid)?.[1];
}

/** Whether the role is granted on a pool; nothing where that is not known. */
function isOnPool(assignment: IPolicyResource): boolean | undefined {
  const scope = scopeOf(assignment);
  if (scope === undefined) {
    return undefined;
  }
  const type = assignment.referencedType(scope);
  if (type !== undefined) {
    return type === POOL_TYPE;
  }
  return POOL_ID.test(lower(scope)) || (assignment.isKnown(scope) ? false : undefined);
}

/** The scope without slashes at its end; of an ID of an assignment, what comes before. */
function scopeOf(assignment: IPolicyResource): string | undefined {
  const scope = ['parent_id', 'scope'].map(name => assignment.argument(name)).find(isFilled) ?? targetOf(assignment);
  return scope === undefined ? undefined : trimmed(textOf(scope)).replace(ASSIGNMENT, '') || '/';
}

function targetOf(assignment: IPolicyResource): string | undefined {
  const [id, action] = ['resource_id', 'action'].map(name => assignment.argument(name));
  return isFilled(id) ? [id, ...(isFilled(action) ? [action] : [])].map(textOf).join('/') : undefined;
}

function trimmed(id: string): string {
  return id.replace(/\/{2,}/g, '/').replace(/\/+$/, '');
}
