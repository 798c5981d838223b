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
    'An azapi resource defines a session pool beside the constructs. It is told by `replace_triggers_refs`, in which the constructs ' +
    'have `properties.containerType` and `properties.environmentId` in every synthesized configuration and every plan.',
  explanation:
    'Nothing checks its body, and without the triggers Terraform updates in place what Azure cannot: another container type or ' +
    'environment fails in the middle of a deployment.',
  remedy: 'use CodeInterpreterPool or CustomContainerPool',
  check: pool => {
    const triggers = pool.argument('replace_triggers_refs');
    if (!pool.isKnown(triggers)) {
      return [];
    }
    const missing = TRIGGERS.filter(trigger => !(Array.isArray(triggers) && triggers.includes(trigger)));
    return missing.length > 0 ? [`replace_triggers_refs lacks ${missing.join(' and ')}`] : [];
  },
};
