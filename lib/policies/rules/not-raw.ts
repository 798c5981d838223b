import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

const TRIGGERS = ['properties.containerType', 'properties.environmentId'];

/** No session pool beside the constructs. */
export const NOT_RAW: ISessionPoolRule = {
  ruleId: 'SessionPoolNotRaw',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause:
    'Something else than the constructs defines or changes a session pool: `azapi_update_resource`, a PUT or PATCH of ' +
    '`azapi_resource_action`, a deployment, or an `azapi_resource` whose `replace_triggers_refs` lack `properties.containerType` or ' +
    '`properties.environmentId`, which the constructs always have there.',
  explanation:
    'Nothing checks its body, and without the triggers Terraform updates in place what Azure cannot: another container type or ' +
    'environment fails in the middle of a deployment.',
  remedy: 'use CodeInterpreterPool or CustomContainerPool',
  check: pool => {
    if (pool.definedBy !== 'azapi_resource') {
      return [`${pool.definedBy} ${pool.isPartial ? 'changes' : 'defines'} a session pool`];
    }
    const triggers = pool.argument('replace_triggers_refs');
    if (!pool.isKnown(triggers)) {
      return [];
    }
    const missing = TRIGGERS.filter(trigger => !(Array.isArray(triggers) && triggers.includes(trigger)));
    return missing.length > 0 ? [`replace_triggers_refs lacks ${missing.join(' and ')}`] : [];
  },
};
