import type { IResolvable, TerraformMetaArguments } from 'cdktf';
import type { AzapiIdentity, AzapiRetry, AzapiTimeouts } from './azapi-options';

/**
 * The arguments of an `azapi_resource`, azapi 2.12. Bodies, lists and maps reach the configuration exactly as given:
 * `${` in a string is a Terraform template here.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource.md
 */
export interface AzapiResourceConfig extends TerraformMetaArguments {
  /**
   * The ARM type with its api version: `Microsoft.App/sessionPools@2026-01-01`.
   */
  readonly type: string;

  /**
   * The name. A new name replaces the resource.
   * @default - `defaultName` of the provider
   */
  readonly name?: string;

  /**
   * The id of the parent: a resource group, a resource, a subscription. A new parent replaces the resource.
   * @default - the subscription of the provider
   */
  readonly parentId?: string;

  /**
   * The region. A new one replaces the resource.
   * @default - `defaultLocation` of the provider
   */
  readonly location?: string;

  /**
   * The body of the request, without name, location, tags and identity.
   * @default - no body
   */
  readonly body?: unknown;

  /**
   * The secret part of the body. Merged over `body` for each request and kept out of plan and state.
   * Needs Terraform 1.11.
   * @default - nothing secret
   */
  readonly sensitiveBody?: unknown;

  /**
   * Versions for the paths in `sensitiveBody`. A path whose version stays the same is left out of later requests,
   * which wipes lists such as secrets: give none unless every path is a scalar.
   * @default - the whole `sensitiveBody` is sent with each request
   */
  readonly sensitiveBodyVersion?: { [path: string]: string };

  /**
   * What `output` holds of the response: a list of paths, or a map from a name to a JMESPath query.
   * @default - all read-only properties
   */
  readonly responseExportValues?: string[] | { [name: string]: string };

  /**
   * Paths in the configuration, each of which replaces the resource when its value changes.
   * @default - none
   */
  readonly replaceTriggersRefs?: string[];

  /**
   * Any value. The resource is replaced when it changes to another value that is not null.
   * @default - none
   */
  readonly replaceTriggersExternalValues?: unknown;

  /**
   * The managed identity.
   * @default - none
   */
  readonly identity?: AzapiIdentity;

  /**
   * The tags.
   * @default - `defaultTags` of the provider
   */
  readonly tags?: { [key: string]: string };

  /**
   * Ignore casing when the response is compared with the body.
   * @default false
   */
  readonly ignoreCasing?: boolean | IResolvable;

  /**
   * Keep the configured value where the response lacks a property, as for secrets.
   * @default true
   */
  readonly ignoreMissingProperty?: boolean | IResolvable;

  /**
   * Leave properties that are null out of the request.
   * @default false
   */
  readonly ignoreNullProperty?: boolean | IResolvable;

  /**
   * Paths of lists in which items that are not in the configuration are ignored.
   * @default - none
   */
  readonly ignoreOtherItemsInList?: string[];

  /**
   * Paths in the body whose changes are ignored.
   * @default - none
   */
  readonly ignoreBodyChanges?: string[];

  /**
   * For lists, the property by which their items are matched: `{ 'properties.items': 'id' }`.
   * @default - `name`, else the position
   */
  readonly listUniqueIdProperty?: { [path: string]: string };

  /**
   * Check type and body against the schema that is embedded in azapi.
   * @default true
   */
  readonly schemaValidationEnabled?: boolean | IResolvable;

  /**
   * Resource ids that no two resources of the configuration may change at the same time.
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
   * Headers of create requests.
   * @default - none
   */
  readonly createHeaders?: { [name: string]: string };

  /**
   * Query parameters of create requests.
   * @default - none
   */
  readonly createQueryParameters?: { [name: string]: string[] };

  /**
   * Headers of delete requests.
   * @default - none
   */
  readonly deleteHeaders?: { [name: string]: string };

  /**
   * Query parameters of delete requests.
   * @default - none
   */
  readonly deleteQueryParameters?: { [name: string]: string[] };

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
