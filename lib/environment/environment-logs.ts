import { unprinted } from '../credentials/unprinted';
import { rememberOptions } from '../validation/property-rules';

/**
 * A Log Analytics workspace.
 */
export interface LogAnalyticsOptions {
  /**
   * The workspace id, a GUID: `workspaceId` of azurerm's `LogAnalyticsWorkspace`.
   */
  readonly customerId: string;

  /**
   * The shared key: `primarySharedKey` of azurerm's `LogAnalyticsWorkspace`. A literal is an error, since it would be written
   * to the synthesized configuration.
   */
  readonly sharedKey: string;
}

/**
 * Where the logs of an environment go.
 *
 * @see https://learn.microsoft.com/azure/container-apps/log-options
 *
 * @example
 *
 * new SessionPoolEnvironment(stack, 'environment', {
 *   resourceGroupId,
 *   location: 'westus2',
 *   logs: EnvironmentLogs.azureMonitor(),
 * });
 */
export class EnvironmentLogs {
  /**
   * To a Log Analytics workspace.
   */
  public static logAnalytics(options: LogAnalyticsOptions): EnvironmentLogs {
    return rememberOptions(new EnvironmentLogs('log-analytics', options.customerId, options.sharedKey), 'LogAnalyticsOptions', options);
  }

  /**
   * To Azure Monitor, where diagnostic settings say what happens to them.
   */
  public static azureMonitor(): EnvironmentLogs {
    return new EnvironmentLogs('azure-monitor', undefined, undefined);
  }

  /**
   * Nowhere.
   */
  public static none(): EnvironmentLogs {
    return new EnvironmentLogs('none', undefined, undefined);
  }

  private constructor(
    /** Azure's name for the destination. */
    public readonly destination: string,
    /** The id of the Log Analytics workspace. */
    public readonly customerId: string | undefined,
    /** The shared key of the Log Analytics workspace, a token. */
    public readonly sharedKey: string | undefined,
  ) {
    unprinted(this, 'sharedKey');
  }
}
