import type { Tree } from './tree';

const COLUMN: Tree = {
  name: 'string',
  type: 'string',
  dataTypeHint: 'string',
  displayName: 'string',
  description: 'string',
  '~isDefaultDisplay': 'bool',
  '~isHidden': 'bool',
};

/** source: azapi types of 2023-09-01, without search jobs and restored logs */
export const WORKSPACE_TABLE_TREE: Tree = {
  '~id': 'string',
  '~name': 'string',
  '~type': 'string',
  '~systemData': { '*': 'string' },
  properties: {
    retentionInDays: 'int',
    totalRetentionInDays: 'int',
    '~archiveRetentionInDays': 'int',
    plan: new Set(['Basic', 'Analytics', 'Auxiliary']),
    '~lastPlanModifiedDate': 'string',
    schema: {
      name: 'string',
      displayName: 'string',
      description: 'string',
      columns: [COLUMN],
      '~standardColumns': [COLUMN],
      '~categories': ['string'],
      '~labels': ['string'],
      '~source': 'string',
      '~tableType': 'string',
      '~tableSubType': 'string',
      '~solutions': ['string'],
    },
    '~provisioningState': 'string',
    '~retentionInDaysAsDefault': 'bool',
    '~totalRetentionInDaysAsDefault': 'bool',
  },
};
