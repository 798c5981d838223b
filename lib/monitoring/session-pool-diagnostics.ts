import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { DiagnosticSettingOptions } from './diagnostic-setting-options';
import { defineLogSetting } from './diagnostic-setting-resource';
import { validateDiagnostics } from './diagnostics-rules';
import type { LogDestination } from './log-destination';
import type { LogTablePlan } from './log-table-plan';
import { defineLogTables } from './log-tables';
import type { ISessionPoolEnvironmentRef } from './session-pool-environment-ref';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * How the logs of an environment are sent and kept.
 */
export interface SessionPoolDiagnosticsOptions extends DiagnosticSettingOptions {
  /**
   * The plan of the table with the console output of sessions, `AppEnvSessionConsoleLogs`, which is the largest of the three. Needs a Log
   * Analytics workspace, and an environment whose logs go to Azure Monitor. The table exists in every workspace: it stays as it is when the
   * property or the construct is removed. Needs Terraform 1.11 for `LogTablePlan.BASIC`.
   * @default - LogTablePlan.ANALYTICS with `retentionInDays`, else the plan that the table has
   */
  readonly consoleLogsPlan?: LogTablePlan;

  /**
   * How many days the three tables can be queried, 4 to 730. They get the plan Analytics for it, but for the console output where
   * `consoleLogsPlan` is `LogTablePlan.BASIC`: it can be queried for 30 days, whatever is given here. Needs a Log Analytics workspace. The tables
   * stay as they are when the property is removed.
   * @default - the retention that the tables have, 30 days unless somebody has changed it
   */
  readonly retentionInDays?: number;

  /**
   * How many days the three tables keep their rows altogether, 4 to 4383 and not below `retentionInDays`. Rows that are older than can be
   * queried are searched by search jobs. Needs a Log Analytics workspace. The tables stay as they are when the property is removed.
   * @default - `retentionInDays`
   */
  readonly totalRetentionInDays?: number;
}

/**
 * Properties of the diagnostics of an environment.
 */
export interface SessionPoolDiagnosticsProps extends SessionPoolDiagnosticsOptions {
  /**
   * The environment, defined here or imported. Another one replaces the setting.
   */
  readonly environment: ISessionPoolEnvironmentRef;

  /**
   * Where the logs are sent. An environment sends a category to each destination once.
   */
  readonly destination: LogDestination;
}

/**
 * Sends the logs of the custom container sessions of an environment to a destination: console output, lifecycle of sessions, and events of
 * pools. Without such a setting an environment whose logs go to Azure Monitor sends them nowhere.
 *
 * It is a diagnostic setting with the categories `AppEnvSessionConsoleLogs`, `AppEnvSessionLifeCycleLogs` and `AppEnvSessionPoolEventLogs`. First
 * rows appear after two to five minutes. Code interpreter pools have no logs.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-custom-container#logging
 *
 * @example
 *
 * new SessionPoolDiagnostics(stack, 'diagnostics', {
 *   environment,
 *   destination: LogDestination.logAnalyticsWorkspace(`${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs`),
 *   consoleLogsPlan: LogTablePlan.BASIC,
 * });
 */
export class SessionPoolDiagnostics extends Construct implements ITerraformDependable {
  /** The ARM ID of the diagnostic setting. */
  public readonly settingId: string;

  /** The name of the diagnostic setting. */
  public readonly settingName: string;

  /** The address in Terraform, with which other resources can depend on the setting. */
  public readonly fqn: string;

  /**
   * @param scope the construct that the diagnostics belong to
   * @param id the ID of the diagnostics in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolDiagnosticsProps) {
    super(scope, id);
    const given = defined(props);
    const { name, planTimeChecks } = validateDiagnostics(this, given);
    const resource = defineLogSetting(this, given, { name, planTimeChecks });
    defineLogTables(this, given, resource);
    this.settingId = resource.id;
    this.settingName = resource.name;
    this.fqn = resource.fqn;
    warnOfSensitiveValues(this, 'SessionPoolDiagnostics', given);
  }
}
