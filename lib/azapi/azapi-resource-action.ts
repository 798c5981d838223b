import type { TerraformMetaArguments } from 'cdktf';
import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { Arguments } from './arguments';
import { attribute, AZAPI_METADATA, commonArguments, hclArguments, jsonArguments, withHclLifecycle } from './arguments';
import type { AzapiRetry, AzapiTimeouts } from './azapi-options';
import { checkProviderMinimum } from './provider-minimum';

/**
 * The HTTP method of an action.
 */
export enum AzapiActionMethod {
  /** POST. */
  POST = 'POST',

  /** PATCH. */
  PATCH = 'PATCH',

  /** PUT. */
  PUT = 'PUT',

  /** DELETE. */
  DELETE = 'DELETE',

  /** GET. */
  GET = 'GET',

  /** HEAD. */
  HEAD = 'HEAD',
}

/**
 * When an action runs.
 */
export enum AzapiActionWhen {
  /** When Terraform creates, changes or replaces the action. */
  APPLY = 'apply',

  /** When Terraform destroys the action. */
  DESTROY = 'destroy',
}

/**
 * What an action is made of.
 */
export interface AzapiActionOptions {
  /**
   * The ARM type with its api version: `Microsoft.App/sessionPools@2025-10-02-preview`.
   */
  readonly type: string;

  /**
   * The ARM id of the resource that the action is for.
   */
  readonly resourceId: string;

  /**
   * The name of the action.
   * @default - a request to the resource itself
   */
  readonly action?: string;

  /**
   * The HTTP method.
   * @default AzapiActionMethod.POST
   */
  readonly method?: AzapiActionMethod;

  /**
   * The body of the request.
   * @default - no body
   */
  readonly body?: unknown;

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
   * What `output` holds of the response: a list of paths, or a map from a name to a JMESPath query.
   * @default - nothing
   */
  readonly responseExportValues?: string[] | { [name: string]: string };

  /**
   * Resource ids that nothing else of the configuration may change at the same time.
   * @default - none
   */
  readonly locks?: string[];

  /**
   * Which errors are tried again.
   * @default - 408, 429, 500, 502, 503 and 504
   */
  readonly retry?: AzapiRetry;
}

/**
 * The arguments of an `azapi_resource_action`, azapi 2.12.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource_action.md
 */
export interface AzapiResourceActionConfig extends AzapiActionOptions, TerraformMetaArguments {
  /**
   * When the action runs.
   * @default AzapiActionWhen.APPLY
   */
  readonly when?: AzapiActionWhen;

  /**
   * The part of the response that `sensitiveOutput` holds. It is kept in the state.
   * @default - nothing
   */
  readonly sensitiveResponseExportValues?: string[] | { [name: string]: string };

  /**
   * The secret part of the body, which is kept out of plan and state. Needs Terraform 1.11.
   * @default - nothing secret
   */
  readonly sensitiveBody?: unknown;

  /**
   * How long the action may take.
   * @default - 30 minutes, 5 for a read
   */
  readonly timeouts?: AzapiTimeouts;
}

/**
 * An action of an Azure resource, which runs when Terraform creates, changes or replaces this.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource_action.md
 *
 * @example
 *
 * new AzapiResourceAction(stack, 'stop', {
 *   type: 'Microsoft.App/jobs@2025-07-01',
 *   resourceId: `${resourceGroupId}/providers/Microsoft.App/jobs/cleanup`,
 *   action: 'stop',
 *   when: AzapiActionWhen.DESTROY,
 * });
 */
export class AzapiResourceAction extends TerraformResource {
  /** The type of the resource in Terraform. */
  public static readonly tfResourceType: string = 'azapi_resource_action';

  private readonly config: AzapiResourceActionConfig;

  /**
   * @param scope the construct that the action belongs to
   * @param id the id of the action in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: AzapiResourceActionConfig) {
    super(scope, id, { ...config, terraformResourceType: AzapiResourceAction.tfResourceType, terraformGeneratorMetadata: AZAPI_METADATA });
    this.config = config;
    checkProviderMinimum(this.cdktfStack);
  }

  /** The action for `cdktf synth --hcl`. */
  public toHclTerraform(): unknown {
    return withHclLifecycle(super.toHclTerraform(), this.lifecycle);
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return jsonArguments(this.arguments());
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(this.arguments());
  }

  private arguments(): Arguments {
    return { ...commonArguments(this.config), responseExportValues: attribute(this.config.responseExportValues ?? []) };
  }
}
