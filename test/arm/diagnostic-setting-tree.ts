import type { Tree } from './tree';

const RETENTION_POLICY: Tree = { '!enabled': 'bool', '!days': 'int' };

/** source: azapi types of 2021-05-01-preview */
export const DIAGNOSTIC_SETTING_TREE: Tree = {
  '~id': 'string',
  '~name': 'string',
  '~type': 'string',
  '~systemData': { '*': 'string' },
  properties: {
    storageAccountId: 'string',
    serviceBusRuleId: 'string',
    eventHubAuthorizationRuleId: 'string',
    eventHubName: 'string',
    metrics: [{ timeGrain: 'string', category: 'string', '!enabled': 'bool', retentionPolicy: RETENTION_POLICY }],
    logs: [{ category: 'string', categoryGroup: 'string', '!enabled': 'bool', retentionPolicy: RETENTION_POLICY }],
    workspaceId: 'string',
    marketplacePartnerId: 'string',
    logAnalyticsDestinationType: 'string',
  },
};
