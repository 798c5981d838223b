import { rememberOptions } from '../validation/property-rules';

/**
 * An event hub to which logs or metrics are sent.
 */
export interface EventHubDestinationOptions {
  /**
   * The ARM ID of an authorization rule of the namespace that may send:
   * `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.EventHub/namespaces/<name>/authorizationRules/<name>`.
   */
  readonly eventHubAuthorizationRuleId: string;

  /**
   * The name of the event hub.
   * @default - an event hub for each category, which Azure creates
   */
  readonly eventHubName?: string;
}

/**
 * Where a diagnostic setting sends logs or metrics.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 *
 * @example
 *
 * new SessionPoolDiagnostics(stack, 'archive', {
 *   environment,
 *   destination: LogDestination.storageAccount(`${resourceGroupId}/providers/Microsoft.Storage/storageAccounts/stlogs`),
 * });
 */
export class LogDestination {
  /**
   * A Log Analytics workspace, where people query the logs.
   *
   * @param workspaceId the ARM ID of the workspace: `id` of azurerm's `LogAnalyticsWorkspace`, not its GUID
   */
  public static logAnalyticsWorkspace(workspaceId: string): LogDestination {
    return new LogDestination('Log Analytics workspace', workspaceId, undefined, undefined, undefined);
  }

  /**
   * A storage account, where logs are kept as blobs. A lifecycle policy of the account deletes them.
   *
   * @param storageAccountId the ARM ID of the storage account
   */
  public static storageAccount(storageAccountId: string): LogDestination {
    return new LogDestination('storage account', undefined, storageAccountId, undefined, undefined);
  }

  /**
   * An event hub, from which other systems read the logs.
   */
  public static eventHub(options: EventHubDestinationOptions): LogDestination {
    const { eventHubAuthorizationRuleId, eventHubName } = options ?? {};
    const destination = new LogDestination('event hub', undefined, undefined, eventHubAuthorizationRuleId, eventHubName);
    return rememberOptions(destination, 'EventHubDestinationOptions', options);
  }

  private constructor(
    /** What it is: `Log Analytics workspace`, `storage account` or `event hub`. */
    public readonly kind: string,
    /** The ARM ID of the Log Analytics workspace. */
    public readonly workspaceId: string | undefined,
    /** The ARM ID of the storage account. */
    public readonly storageAccountId: string | undefined,
    /** The ARM ID of the authorization rule of the event hub's namespace. */
    public readonly eventHubAuthorizationRuleId: string | undefined,
    /** The name of the event hub. */
    public readonly eventHubName: string | undefined,
  ) {}
}
