import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { Arguments } from './arguments';
import {
  attribute,
  AZAPI_METADATA,
  block,
  hclArguments,
  jsonArguments,
  plainArguments,
  retryArgument,
  withHclLifecycle,
} from './arguments';
import { armId } from './arm-id';
import type { AzapiResourceConfig } from './azapi-resource-config';
import { checkProviderMinimum } from './provider-minimum';
import { resolveOnce } from './resolve-once';
import { checkUniqueResources } from './unique-resources';
import { overridesOf } from '../terraform/cdktf-internals';
import { inheritPolicies } from '../terraform/inherited-aspects';
import { rememberMovedAway } from '../terraform/moves';
import { requiredVersion, requireVersionInHcl } from '../terraform/required-version';
import { hasStackOverride } from '../terraform/stack-overrides';
import { isToken } from '../terraform/templates';

/**
 * Any resource of Azure Resource Manager, through azapi. `getStringAttribute('output.properties.x')` refers to one value of the response, in
 * this stack and in others. Use `TaggableAzapiResource` for types that have tags.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource.md
 *
 * @example
 *
 * const body = { properties: { level: 'CanNotDelete' } };
 * new AzapiResource(stack, 'lock', { type: 'Microsoft.Authorization/locks@2020-05-01', name: 'keep', parentId: resourceGroupId, body });
 */
export class AzapiResource extends TerraformResource {
  /** The type of the resource in Terraform. */
  public static readonly tfResourceType: string = 'azapi_resource';

  /** The body of the request. */
  public body: unknown;

  /** The secret part of the body. */
  public sensitiveBody: unknown;

  private readonly config: AzapiResourceConfig;
  private idToken?: string;

  /**
   * @param scope the construct that the resource belongs to
   * @param id the id of the resource in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: AzapiResourceConfig) {
    super(scope, id, { ...config, terraformResourceType: AzapiResource.tfResourceType, terraformGeneratorMetadata: AZAPI_METADATA });
    this.config = config;
    this.body = config.body;
    this.sensitiveBody = config.sensitiveBody;
    inheritPolicies(this);
    requireVersionInHcl(this);
    checkProviderMinimum(this.cdktfStack);
    checkUniqueResources(this.cdktfStack);
  }

  /** The ARM id. */
  public get id(): string {
    return this.forEach ? this.getStringAttribute('id') : (this.idToken ??= this.getStringAttribute('id'));
  }

  /** The name. */
  public get name(): string {
    return this.getStringAttribute('name');
  }

  /** The region. */
  public get location(): string {
    return this.getStringAttribute('location');
  }

  /** The ARM type with its api version. */
  public get type(): string {
    return this.config.type;
  }

  /**
   * The ARM ID in terms of the configuration, for what has to be known although the resource has not been read; nothing if the
   * provider decides on a part of it.
   * @internal
   */
  public get _configuredId(): string | undefined {
    const { type, parent_id: parentId, name } = this._armArguments;
    return parentId === undefined || name === undefined ? undefined : armId({ type, parentId, name });
  }

  /**
   * What it is in ARM, overrides included.
   * @internal
   */
  public get _armArguments(): { readonly type: string; readonly parent_id?: string; readonly name?: string } {
    const { type, parentId: parent_id, name } = this.config;
    return { type, parent_id, name, ...overridesOf(this) };
  }

  /** Overrides the logical ID, which is an error once something refers to the resource: cdktf would ignore it. */
  public overrideLogicalId(newLogicalId: string): void {
    super.overrideLogicalId(newLogicalId);
    if (this.friendlyUniqueId !== newLogicalId) {
      throw new Error(
        `the logical ID of '${this.node.path}' must be overridden before anything refers to it: it is in use as '${this.friendlyUniqueId}'`,
      );
    }
  }

  /** Moves the resource to the one that has the move target. */
  public moveTo(moveTarget: string, index?: string | number): void {
    super.moveTo(moveTarget, index);
    rememberMovedAway(this);
  }

  /** Moves the resource to the one that has the address. */
  public moveToId(id: string): void {
    super.moveToId(id);
    rememberMovedAway(this);
  }

  /** The resource for `cdktf synth`. */
  public toTerraform(): unknown {
    const element = super.toTerraform() as object;
    const version = this.requiredTerraform(element);
    const fragment = version ? { ...element, ...requiredVersion(this, version) } : element;
    return hasStackOverride(this) ? fragment : resolveOnce(fragment, this.terraformResourceType, this.friendlyUniqueId);
  }

  /** The resource for `cdktf synth --hcl`. */
  public toHclTerraform(): unknown {
    const element = super.toHclTerraform() as object;
    const version = this.requiredTerraform(element);
    if (version) {
      requiredVersion(this, version);
    }
    return withHclLifecycle(element, this.lifecycle);
  }

  /** Terraform has write-only arguments since 1.11, and imports since 1.5, by an ID that is an expression since 1.6. */
  private requiredTerraform(element: object): string | undefined {
    if (this.sensitiveBody !== undefined || this.config.ignoreBodyChanges !== undefined) {
      return '1.11.0';
    }
    const [imported] = (element as { import?: Array<{ id: string }> }).import ?? [];
    return imported && (isToken(imported.id) ? '1.6.0' : '1.5.0');
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return jsonArguments(this.arguments());
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(this.arguments());
  }

  private arguments(): Arguments {
    const { identity, retry, timeouts, ...rest } = this.config;
    return {
      ...plainArguments(rest),
      body: attribute(this.body),
      sensitiveBody: attribute(this.sensitiveBody),
      identity: block(identity && { type: identity.type, identity_ids: identity.identityIds }),
      retry: retryArgument(retry),
      timeouts: block(timeouts),
    };
  }
}
