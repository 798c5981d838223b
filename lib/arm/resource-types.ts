/** The ARM type of session pools. Their API versions are in `api-versions.ts`. */
export const SESSION_POOL_TYPE = 'Microsoft.App/sessionPools';

/** The ARM type of environments with the API version that they are defined with. */
export const ENVIRONMENT_TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';

/** The ARM type of role assignments with the API version that they are defined with. */
export const ROLE_ASSIGNMENT_TYPE = 'Microsoft.Authorization/roleAssignments@2022-04-01';

/** The ARM type of metric alerts with the API version that they are defined with. */
export const METRIC_ALERT_TYPE = 'Microsoft.Insights/metricAlerts@2018-03-01';

/** The ARM type of query packs with the API version that they are defined with. */
export const QUERY_PACK_TYPE = 'Microsoft.OperationalInsights/queryPacks@2019-09-01';

/** The ARM type of the queries of a query pack with the API version that they are defined with. */
export const QUERY_TYPE = 'Microsoft.OperationalInsights/queryPacks/queries@2019-09-01';

/** The ARM type of diagnostic settings with the API version that they are defined with. */
export const DIAGNOSTIC_SETTING_TYPE = 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview';

/** The ARM type of the tables of a Log Analytics workspace with the API version that they are changed with. */
export const WORKSPACE_TABLE_TYPE = 'Microsoft.OperationalInsights/workspaces/tables@2023-09-01';

/** The ARM type of workbooks with the API version that they are defined with. */
export const WORKBOOK_TYPE = 'Microsoft.Insights/workbooks@2023-06-01';

/** The ARM type of private DNS zones with the API version that they are defined with. */
export const PRIVATE_DNS_ZONE_TYPE = 'Microsoft.Network/privateDnsZones@2024-06-01';

/** The ARM type of the address records of a private DNS zone with the API version that they are defined with. */
export const A_RECORD_TYPE = 'Microsoft.Network/privateDnsZones/A@2024-06-01';

/** The ARM type of the links of a private DNS zone to networks with the API version that they are defined with. */
export const VIRTUAL_NETWORK_LINK_TYPE = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01';

/** The ARM type of quotas with the API version that they are read with. */
export const QUOTA_TYPE = 'Microsoft.Quota/quotas@2023-02-01';
