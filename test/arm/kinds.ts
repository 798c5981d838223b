import { activityLogAlertKind } from './activity-log-alert';
import { diagnosticSettingKind } from './diagnostic-setting';
import { genericKind } from './generic-resource';
import { managedEnvironmentKind } from './managed-environment';
import { metricAlertKind } from './metric-alert';
import { aRecordKind, privateDnsZoneKind, virtualNetworkLinkKind } from './private-dns';
import { quotaKind } from './quota';
import type { ResourceKind } from './resource-kind';
import { roleAssignmentKind } from './role-assignment';
import { sessionPoolKind } from './session-pool';
import { workbookKind } from './workbook';
import { workspaceTableKind } from './workspace-table';

const KINDS: { readonly [type: string]: (tenantId: string, clientId: string) => ResourceKind } = {
  'microsoft.app/sessionpools': sessionPoolKind,
  'microsoft.app/managedenvironments': managedEnvironmentKind,
  'microsoft.authorization/roleassignments': (_, clientId) => roleAssignmentKind(clientId),
  'microsoft.insights/metricalerts': metricAlertKind,
  'microsoft.insights/activitylogalerts': activityLogAlertKind,
  'microsoft.insights/diagnosticsettings': diagnosticSettingKind,
  'microsoft.insights/workbooks': (_, clientId) => workbookKind(clientId),
  'microsoft.operationalinsights/workspaces/tables': workspaceTableKind,
  'microsoft.network/privatednszones': privateDnsZoneKind,
  'microsoft.network/privatednszones/a': aRecordKind,
  'microsoft.network/privatednszones/virtualnetworklinks': virtualNetworkLinkKind,
  'microsoft.quota/quotas': () => quotaKind('quotas'),
  'microsoft.quota/usages': () => quotaKind('usages'),
};

/** How a type behaves; one that nothing is known of is kept and answered as it is. */
export function kindOf(type: string, tenantId: string, clientId: string): ResourceKind {
  return (KINDS[type.toLowerCase()] ?? genericKind)(tenantId, clientId);
}
