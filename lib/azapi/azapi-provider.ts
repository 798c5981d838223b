import { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Arguments } from './arguments';
import { attribute, azapiMetadata, hclArguments, jsonArguments } from './arguments';
import type { AzapiProviderConfig } from './azapi-provider-config';
import { admittedVersions, OLDEST_AZAPI } from './provider-minimum';
import { ValidationError } from '../errors';
import { inheritPolicies } from '../terraform/inherited-aspects';
import { isToken } from '../terraform/templates';

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
      terraformGeneratorMetadata: azapiMetadata(checkedMinimum(scope, id, config.minimumVersion)),
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
    const { alias, endpoint, defaultTags, minimumVersion, ...scalars } = this.config;
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

/** The minimum, which stands in the requirements of the stack and not among the arguments of the provider. */
function checkedMinimum(scope: Construct, id: string, version: string | undefined): string | undefined {
  if (version === undefined || version === null) {
    return undefined;
  }
  const path = `${scope.node.path}/${id}`;
  if (isToken(version)) {
    throw new ValidationError('AzapiProvider', path, [
      'minimumVersion must be known when the configuration is written, got a token: Terraform installs the provider before it knows values',
    ]);
  }
  if (!/^2\.\d+\.\d+$/.test(version) || admittedVersions(`>= ${version}`) !== 'newer') {
    throw new ValidationError('AzapiProvider', path, [
      `minimumVersion must be a version from ${OLDEST_AZAPI} to below 3.0.0, got '${String(version)}'`,
    ]);
  }
  return version;
}
