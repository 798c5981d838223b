import type { IResolvable, TerraformMetaArguments } from 'cdktf';
import type { AzapiRetry, AzapiTimeouts } from './azapi-options';

/**
 * The arguments of an `azapi_update_resource`, azapi 2.12. Bodies, lists and maps reach the configuration exactly as given:
 * `${` in a string is a Terraform template here.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/update_resource.md
 */
export interface AzapiUpdateResourceConfig extends TerraformMetaArguments {
  /**
   * The ARM type with its API version: `Microsoft.OperationalInsights/workspaces/tables@2025-07-01`.
   */
  readonly type: string;

  /**
   * The ARM ID of the existing resource. Give either this or `name` and `parentId`. A new ID replaces the update.
   * @default - `name` in `parentId`
   */
  readonly resourceId?: string;

  /**
   * The name of the existing resource. A new name replaces the update.
   * @default - that of `resourceId`
   */
  readonly name?: string;

  /**
   * The ID of the parent. A new parent replaces the update.
   * @default - that of `resourceId`
   */
  readonly parentId?: string;

  /**
   * What is changed. It is merged over what Azure answers, and the whole is sent.
   * @default - nothing is changed
   */
  readonly body?: unknown;

  /**
   * What is changed and kept out of plan and state. Merged over `body` for each request. Needs Terraform 1.11.
   * @default - nothing secret
   */
  readonly sensitiveBody?: unknown;

  /**
   * Versions for the paths in `sensitiveBody`. A path whose version stays the same is left out of later requests.
   * @default - the whole `sensitiveBody` is sent with each request
   */
  readonly sensitiveBodyVersion?: { [path: string]: string };

  /**
   * What `output` holds of the response: a list of paths, or a map from a name to a JMESPath query.
   * @default - all read-only properties
   */
  readonly responseExportValues?: string[] | { [name: string]: string };

  /**
   * Any value. The update is replaced when it changes to another value that is not null.
   * @default - none
   */
  readonly replaceTriggersExternalValues?: unknown;

  /**
   * Ignore casing when the response is compared with the body.
   * @default false
   */
  readonly ignoreCasing?: boolean | IResolvable;

  /**
   * Keep the configured value where the response lacks a property.
   * @default true
   */
  readonly ignoreMissingProperty?: boolean | IResolvable;

  /**
   * Paths of lists in which items that are not in the configuration are ignored.
   * @default - none
   */
  readonly ignoreOtherItemsInList?: string[];

  /**
   * For lists, the property by which their items are matched: `{ 'properties.items': 'id' }`.
   * @default - `name`, else the position
   */
  readonly listUniqueIdProperty?: { [path: string]: string };

  /**
   * Resource IDs that no two resources of the configuration may change at the same time.
   * @default - none
   */
  readonly locks?: string[];

  /**
   * Which errors are tried again.
   * @default - 408, 429, 500, 502, 503 and 504
   */
  readonly retry?: AzapiRetry;

  /**
   * How long operations may take.
   * @default - 30 minutes, 5 for a read
   */
  readonly timeouts?: AzapiTimeouts;

  /**
   * Headers of read requests.
   * @default - none
   */
  readonly readHeaders?: { [name: string]: string };

  /**
   * Query parameters of read requests.
   * @default - none
   */
  readonly readQueryParameters?: { [name: string]: string[] };

  /**
   * Headers of update requests.
   * @default - none
   */
  readonly updateHeaders?: { [name: string]: string };

  /**
   * Query parameters of update requests.
   * @default - none
   */
  readonly updateQueryParameters?: { [name: string]: string[] };
}
