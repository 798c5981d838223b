import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { AZAPI_METADATA, commonArguments, hclArguments, jsonArguments, withHclLifecycle } from './arguments';
import type { AzapiUpdateResourceConfig } from './azapi-update-resource-config';
import { checkProviderMinimum } from './provider-minimum';
import { requiredVersion } from '../terraform/required-version';

/**
 * A change of some properties of an existing resource of Azure Resource Manager, through azapi. Destroying it changes nothing in Azure.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/update_resource.md
 *
 * @example
 *
 * new AzapiUpdateResource(stack, 'console-logs', {
 *   type: 'Microsoft.OperationalInsights/workspaces/tables@2025-07-01',
 *   resourceId: `${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs/tables/AppEnvSessionConsoleLogs`,
 *   body: { properties: { totalRetentionInDays: 90 } },
 * });
 */
export class AzapiUpdateResource extends TerraformResource {
  /** The type of the resource in Terraform. */
  public static readonly tfResourceType: string = 'azapi_update_resource';

  private readonly config: AzapiUpdateResourceConfig;

  /**
   * @param scope the construct that the update belongs to
   * @param id the ID of the update in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: AzapiUpdateResourceConfig) {
    super(scope, id, { ...config, terraformResourceType: AzapiUpdateResource.tfResourceType, terraformGeneratorMetadata: AZAPI_METADATA });
    this.config = config;
    checkProviderMinimum(this.cdktfStack);
  }

  /** The ARM ID of the resource that is changed. */
  public get id(): string {
    return this.getStringAttribute('id');
  }

  /** The name of the resource that is changed. */
  public get name(): string {
    return this.getStringAttribute('name');
  }

  /** The update for `cdktf synth`. */
  public toTerraform(): unknown {
    const element = super.toTerraform() as object;
    return this.config.sensitiveBody === undefined ? element : { ...element, ...requiredVersion(this, '1.11.0') };
  }

  /** The update for `cdktf synth --hcl`. */
  public toHclTerraform(): unknown {
    return withHclLifecycle(super.toHclTerraform(), this.lifecycle);
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return jsonArguments(commonArguments(this.config));
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(commonArguments(this.config));
  }
}
