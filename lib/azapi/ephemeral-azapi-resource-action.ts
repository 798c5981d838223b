import type { TerraformProvider } from 'cdktf';
import { ref, TerraformElement, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Arguments } from './arguments';
import { attribute, jsonArguments, plainArguments, retryArgument } from './arguments';
import type { AzapiActionOptions } from './azapi-resource-action';
import { checkProviderMinimum } from './provider-minimum';
import { ValidationError } from '../errors';
import { requiredVersion } from '../terraform/required-version';

const TYPE = 'azapi_resource_action';

/**
 * The arguments of an ephemeral `azapi_resource_action`, azapi 2.12.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/ephemeral-resources/resource_action.md
 */
export interface EphemeralAzapiResourceActionConfig extends AzapiActionOptions {
  /**
   * The azapi provider, of any class.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * An action of an Azure resource whose response is in no plan and no state. It runs whenever Terraform needs the response, also
 * when it plans: use it for actions that only read. Needs Terraform 1.11. cdktf cannot write it as HCL.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/ephemeral-resources/resource_action.md
 *
 * @example
 *
 * const keys = new EphemeralAzapiResourceAction(stack, 'keys', {
 *   type: 'Microsoft.Storage/storageAccounts@2024-01-01',
 *   resourceId: `${resourceGroupId}/providers/Microsoft.Storage/storageAccounts/stsandboxes`,
 *   action: 'listKeys',
 *   responseExportValues: ['keys'],
 * });
 * const secret = SessionSecret.fromToken('storage-key', keys.outputString('keys[0].value'));
 */
export class EphemeralAzapiResourceAction extends TerraformElement {
  private readonly config: EphemeralAzapiResourceActionConfig;

  /**
   * @param scope the construct that the action belongs to
   * @param id the id of the action in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: EphemeralAzapiResourceActionConfig) {
    super(scope, id, `ephemeral.${TYPE}`);
    this.config = config;
    checkProviderMinimum(this.cdktfStack);
  }

  /**
   * A value of the response, which may go only where nothing is stored: into `sensitiveBody` and other write-only arguments.
   *
   * @param path the path of the value in the response
   */
  public outputString(path: string): string {
    return Token.asString(ref(`ephemeral.${TYPE}.${this.friendlyUniqueId}.output.${path}`, this.cdktfStack));
  }

  /** The action for `cdktf synth`. */
  public toTerraform(): unknown {
    const attributes = { ...jsonArguments(this.arguments()), ...this.rawOverrides };
    return { ephemeral: { [TYPE]: { [this.friendlyUniqueId]: attributes } }, ...requiredVersion(this, '1.11.0') };
  }

  /** cdktf cannot write ephemeral resources as HCL: an error. */
  public toHclTerraform(): unknown {
    throw new ValidationError('EphemeralAzapiResourceAction', this.node.path, [
      'HCL must not be synthesized, in which cdktf has no ephemeral resources: synthesize JSON',
    ]);
  }

  private arguments(): Arguments {
    const { retry, provider, ...rest } = this.config;
    return {
      ...plainArguments(rest),
      responseExportValues: attribute(rest.responseExportValues ?? []),
      provider: attribute(provider?.fqn),
      retry: retryArgument(retry),
    };
  }
}
