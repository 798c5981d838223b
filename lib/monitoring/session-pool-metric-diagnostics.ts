import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { DiagnosticSettingOptions } from './diagnostic-setting-options';
import { defineMetricSetting } from './diagnostic-setting-resource';
import { validateMetricDiagnostics } from './diagnostics-rules';
import type { LogDestination } from './log-destination';
import type { ISessionPoolRef } from '../session-pool-ref';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * Properties of the diagnostics of a pool's metrics.
 */
export interface SessionPoolMetricDiagnosticsProps extends DiagnosticSettingOptions {
  /**
   * The pool, defined here or imported. Another one replaces the setting.
   */
  readonly pool: ISessionPoolRef;

  /**
   * Where the metrics are sent. In a Log Analytics workspace they are in the table `AzureMetrics`.
   */
  readonly destination: LogDestination;
}

/**
 * Sends the metrics of a session pool to a destination, where they are kept longer than the 93 days of Azure Monitor. Alerts on metrics need
 * no such setting.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-app-sessionpools-metrics
 *
 * @example
 *
 * new SessionPoolMetricDiagnostics(stack, 'metrics', {
 *   pool,
 *   destination: LogDestination.logAnalyticsWorkspace(`${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs`),
 * });
 */
export class SessionPoolMetricDiagnostics extends Construct implements ITerraformDependable {
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
  constructor(scope: Construct, id: string, props: SessionPoolMetricDiagnosticsProps) {
    super(scope, id);
    const given = defined(props);
    const resource = defineMetricSetting(this, given, validateMetricDiagnostics(this, given));
    this.settingId = resource.id;
    this.settingName = resource.name;
    this.fqn = resource.fqn;
    warnOfSensitiveValues(this, 'SessionPoolMetricDiagnostics', given);
  }
}
