import { TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

const CONDITION = { field: 'string', equals: 'string', containsAny: ['string'] } as const;

/** source: azapi types of 2020-10-01 */
export const ACTIVITY_LOG_ALERT_TREE: Tree = {
  ...TRACKED_RESOURCE_TREE,
  properties: {
    '!scopes': ['string'],
    '!condition': { '!allOf': [{ ...CONDITION, anyOf: [CONDITION] }] },
    '!actions': { actionGroups: [{ '!actionGroupId': 'string', webhookProperties: { '*': 'string' } }] },
    enabled: 'bool',
    description: 'string',
  },
};
