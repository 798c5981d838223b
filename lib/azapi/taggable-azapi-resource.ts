import type { Construct } from 'constructs';
import { attribute, hclArguments, jsonArguments } from './arguments';
import { AzapiResource } from './azapi-resource';
import type { AzapiResourceConfig } from './azapi-resource-config';

/**
 * A resource of an ARM type that has tags. Aspects can read and change its tags as they do with the resources of other cdktf providers:
 * by `tagsInput` and `tags`. Use `AzapiResource` for types without tags, such as role assignments and diagnostic settings.
 *
 * @see https://developer.hashicorp.com/terraform/cdktf/concepts/aspects
 *
 * @example
 *
 * new TaggableAzapiResource(stack, 'vault', {
 *   type: 'Microsoft.KeyVault/vaults@2024-11-01',
 *   parentId: resourceGroupId,
 *   name: 'kv-sandboxes',
 *   location: 'westus2',
 *   tags: { team: 'agents' },
 * });
 */
export class TaggableAzapiResource extends AzapiResource {
  private configuredTags?: { [key: string]: string };

  /**
   * @param scope the construct that the resource belongs to
   * @param id the ID of the resource in the scope
   * @param config the arguments
   */
  constructor(scope: Construct, id: string, config: AzapiResourceConfig) {
    super(scope, id, { ...config, tags: undefined });
    this.configuredTags = config.tags;
  }

  /** The tags that the resource has in Azure. `tagsInput` has those in the configuration. */
  public get tags(): { [key: string]: string } {
    return this.getStringMapAttribute('tags');
  }

  public set tags(tags: { [key: string]: string }) {
    this.configuredTags = tags;
  }

  /** The tags in the configuration, `undefined` if there are none. */
  public get tagsInput(): { [key: string]: string } | undefined {
    return this.configuredTags && { ...this.configuredTags };
  }

  /** Removes the tags from the configuration. */
  public resetTags(): void {
    this.configuredTags = undefined;
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { ...super.synthesizeAttributes(), ...jsonArguments({ tags: attribute(this.configuredTags) }) };
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return { ...super.synthesizeHclAttributes(), ...hclArguments({ tags: attribute(this.configuredTags) }) };
  }
}
