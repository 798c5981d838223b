import type { IResolvable, TerraformMetaArguments } from 'cdktf';
import { TerraformDataSource } from 'cdktf';
import type { Construct } from 'constructs';
import { AZAPI_METADATA, commonArguments, hclArguments, jsonArguments } from './arguments';
import type { AzapiRetry } from './azapi-options';
import { checkProviderMinimum } from './provider-minimum';

/**
 * How long a read may take.
 */
export interface DataAzapiResourceTimeouts {
  /**
   * Time for a read, as Go writes durations: `90s`, `5m`.
   * @default 5m
   */
  readonly read?: string;
}

/**
 * The arguments of the `azapi_resource` data source, azapi 2.12.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/data-sources/resource.md
 */
export interface DataAzapiResourceConfig extends TerraformMetaArguments {
  /**
   * The ARM type with its api version: `Microsoft.App/sessionPools@2026-01-01`.
   */
  readonly type: string;

  /**
   * The ARM id. Give either this or `name` and `parentId`.
   * @default - `name` in `parentId`
   */
  readonly resourceId?: string;

  /**
   * The name.
   * @default - that of `resourceId`
   */
  readonly name?: string;

  /**
   * The id of the parent.
   * @default - that of `resourceId`, else the subscription of the provider
   */
  readonly parentId?: string;

  /**
   * What `output` holds of the response: a list of paths, or a map from a name to a JMESPath query.
   * @default - all read-only properties
   */
  readonly responseExportValues?: string[] | { [name: string]: string };

  /**
   * Do not fail where the resource does not exist.
   * @default false
   */
  readonly ignoreNotFound?: boolean | IResolvable;

  /**
   * Headers of the request.
   * @default - none
   */
  readonly headers?: { [name: string]: string };

  /**
   * Query parameters of the request.
   * @default - none
   */
  readonly queryParameters?: { [name: string]: string[] };

  /**
   * Which errors are tried again.
   * @default - 408, 429, 500, 502, 503 and 504
   */
  readonly retry?: AzapiRetry;

  /**
   * How long the read may take.
   * @default - 5 minutes
   */
  readonly timeouts?: DataAzapiResourceTimeouts;
}

/**
 * An existing resource of Azure Resource Manager, through azapi.
 *
 * `getStringAttribute('output.properties.x')` refers to one value of the response, in this stack and in others.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/data-sources/resource.md
 *
 * @example
 *
 * const vault = new DataAzapiResource(stack, 'vault', {
 *   type: 'Microsoft.KeyVault/vaults@2024-11-01',
 *   resourceId: `${resourceGroupId}/providers/Microsoft.KeyVault/vaults/kv-sandboxes`,
 *   responseExportValues: ['properties.vaultUri'],
 * });
 * const vaultUri = vault.getStringAttribute('output.properties.vaultUri');
 */
export class DataAzapiResource extends TerraformDataSource {
  /** The type of the data source in Terraform. */
  public static readonly tfResourceType: string = 'azapi_resource';

  private readonly config: DataAzapiResourceConfig;

  /**
   * @param scope the construct that the data source belongs to
   * @param id the id of the data source in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: DataAzapiResourceConfig) {
    super(scope, id, { ...config, terraformResourceType: DataAzapiResource.tfResourceType, terraformGeneratorMetadata: AZAPI_METADATA });
    this.config = config;
    checkProviderMinimum(this.cdktfStack);
  }

  /** The ARM id. */
  public get id(): string {
    return this.getStringAttribute('id');
  }

  /** The name. */
  public get name(): string {
    return this.getStringAttribute('name');
  }

  /** The region. */
  public get location(): string {
    return this.getStringAttribute('location');
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return jsonArguments(commonArguments(this.config));
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(commonArguments(this.config));
  }
}
