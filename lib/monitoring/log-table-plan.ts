/**
 * The plan of a table in a Log Analytics workspace. Azure allows one change of the plan in a week.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/data-platform-logs#table-plans
 */
export enum LogTablePlan {
  /** Full analytics and alerts. */
  ANALYTICS = 'Analytics',

  /** Cheaper to fill, charged by query, 30 days of queries, no alerts. */
  BASIC = 'Basic',
}
