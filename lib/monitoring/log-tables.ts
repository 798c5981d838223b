import type { Construct } from 'constructs';
import { LogTablePlan } from './log-table-plan';
import type { SessionPoolDiagnosticsOptions, SessionPoolDiagnosticsProps } from './session-pool-diagnostics';
import { RETRY_BUSY } from '../arm/managed-resource';
import { WORKSPACE_TABLE_TYPE } from '../arm/resource-types';
import type { AzapiResource } from '../azapi';
import { AzapiUpdateResource } from '../azapi';
import { escapeTemplates } from '../terraform/templates';

/** The table with the console output of sessions. */
export const CONSOLE_TABLE = 'AppEnvSessionConsoleLogs';

const OTHER_TABLES = ['AppEnvSessionLifecycleLogs', 'AppEnvSessionPoolEventLogs'];

/** Changes the tables in which the logs arrive. Every workspace has them already, so that they are updated and never created. */
export function defineLogTables(diagnostics: Construct, props: SessionPoolDiagnosticsProps, setting: AzapiResource): void {
  const { consoleLogsPlan, totalRetentionInDays } = props;
  const isBasic = consoleLogsPlan === LogTablePlan.BASIC;
  const retention = retentionOf(props);
  const bodies: ReadonlyArray<readonly [table: string, properties: object]> = [
    [CONSOLE_TABLE, isBasic ? { plan: consoleLogsPlan, totalRetentionInDays } : { ...retention, plan: consoleLogsPlan ?? retention.plan }],
    ...OTHER_TABLES.map(table => [table, retention] as const),
  ];
  for (const [table, properties] of bodies) {
    if (Object.values(properties).some(value => value !== undefined)) {
      new AzapiUpdateResource(diagnostics, table, {
        ...escapeTemplates({ type: WORKSPACE_TABLE_TYPE, parentId: props.destination.workspaceId, name: table }),
        body: escapeTemplates({ properties }),
        // azapi sends what Azure answers with what is changed over it, and a table on this plan does not take a retention.
        sensitiveBody: table === CONSOLE_TABLE && isBasic ? { properties: { retentionInDays: null } } : undefined,
        responseExportValues: [],
        ignoreMissingProperty: false,
        retry: RETRY_BUSY,
        provider: setting.provider,
      });
    }
  }
}

/** A table that is queried for a given time is on the plan that allows it, and keeps its rows for no shorter time. */
function retentionOf({ retentionInDays, totalRetentionInDays = retentionInDays }: SessionPoolDiagnosticsOptions) {
  return { plan: retentionInDays === undefined ? undefined : LogTablePlan.ANALYTICS, retentionInDays, totalRetentionInDays };
}
