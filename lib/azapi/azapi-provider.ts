import { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Arguments } from './arguments';
import { attribute, AZAPI_METADATA, hclArguments, jsonArguments } from './arguments';
import type { AzapiProviderConfig } from './azapi-provider-config';
import { inheritPolicies } from '../terraform/inherited-aspects';

/**
 * The azapi provider. One per stack is enough; a second one needs an `alias`.
 *
 * A stack that already has an azapi provider, of any class, needs no other.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/index.md
 *
 * @example
 *
 * new AzapiProvider(stack, 'azapi', { subscriptionId: '00000000-0000-0000-0000-000000000000' });
 */
export class AzapiProvider extends TerraformProvider {
  /** The name of the provider in Terraform. */
  public static readonly tfResourceType: string = 'azapi';

  private readonly config: AzapiProviderConfig;
  private providerAlias?: string;

  /**
   * @param scope the stack
   * @param id the id of the provider in the stack
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: AzapiProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: AzapiProvider.tfResourceType,
      terraformGeneratorMetadata: AZAPI_METADATA,
      terraformProviderSource: 'Azure/azapi',
    });
    this.config = config;
    this.providerAlias = config.alias;
    inheritPolicies(this);
  }

  /** The alias of this provider, `undefined` for the default one. */
  public get alias(): string | undefined {
    return this.providerAlias;
  }

  public set alias(value: string | undefined) {
    this.providerAlias = value;
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return jsonArguments(this.arguments());
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(this.arguments());
  }

  private arguments(): Arguments {
    const { alias, endpoint, defaultTags, ...scalars } = this.config;
    return {
      ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, attribute(value)])),
      defaultTags: attribute(defaultTags, { opaque: true }),
      endpoint: attribute(
        endpoint && [
          {
            active_directory_authority_host: endpoint.activeDirectoryAuthorityHost,
            resource_manager_audience: endpoint.resourceManagerAudience,
            resource_manager_endpoint: endpoint.resourceManagerEndpoint,
          },
        ],
      ),
    };
  }
}
