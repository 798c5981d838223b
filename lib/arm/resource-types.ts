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

/** The ARM type of quotas with the API version that they are read with. */
export const QUOTA_TYPE = 'Microsoft.Quota/quotas@2023-02-01';
