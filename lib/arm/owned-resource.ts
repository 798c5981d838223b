import { TerraformResource, TerraformStack, Token } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import type { AzapiResourceConfig } from '../azapi';
import { AzapiResource, TaggableAzapiResource } from '../azapi';
import { hcl } from '../terraform/hcl-expression';
import { hasMovedAway, previousAddressOf } from '../terraform/moves';
import { isToken } from '../terraform/templates';

/** What gives a resource its address in Terraform. */
export interface Ownership {
  /** Nothing for a resource that belongs to the stack itself. */
  readonly owner?: IConstruct;
  /** The logical ID for an owner with this logical ID. */
  readonly logicalIdFor: (ownerId: string) => string;
}

/**
 * A resource whose address in Terraform follows from that of its owner: it moves with the owner, and is not there for an owner that has become
 * another resource.
 */
export class OwnedResource extends AzapiResource {
  constructor(
    scope: Construct,
    id: string,
    config: AzapiResourceConfig,
    private readonly ownership: Ownership,
  ) {
    super(scope, id, config);
    this.overrideLogicalId(ownedLogicalId(ownership));
  }

  public toTerraform(): unknown {
    return followOwner(this, this.ownership) ? super.toTerraform() : {};
  }

  public toHclTerraform(): unknown {
    return followOwner(this, this.ownership) ? super.toHclTerraform() : {};
  }
}

/** The same for a type that has tags. */
export class TaggableOwnedResource extends TaggableAzapiResource {
  constructor(
    scope: Construct,
    id: string,
    config: AzapiResourceConfig,
    private readonly ownership: Ownership,
  ) {
    super(scope, id, config);
    this.overrideLogicalId(ownedLogicalId(ownership));
  }

  public toTerraform(): unknown {
    return followOwner(this, this.ownership) ? super.toTerraform() : {};
  }

  public toHclTerraform(): unknown {
    return followOwner(this, this.ownership) ? super.toHclTerraform() : {};
  }
}

/** Whether the resource is in the configuration. The owner can be moved until the stack is synthesized. */
function followOwner(resource: AzapiResource, ownership: Ownership): boolean {
  const owner = ownership.owner && resourceOf(ownership.owner);
  if (!owner) {
    return true;
  }
  if (hasMovedAway(owner)) {
    return false;
  }
  const [, path, ownerId] = /^(.*\bazapi_resource\.)([\w-]+)$/.exec(previousAddressOf(owner) ?? '') ?? [];
  if (ownerId !== undefined && !resource.hasResourceMove()) {
    resource.moveFromId(`${path}${ownership.logicalIdFor(ownerId)}`);
  }
  return true;
}

/** The logical ID of a resource with this owner. Terraform's names start with a letter or an underscore. */
export function ownedLogicalId({ owner, logicalIdFor }: Ownership): string {
  return logicalIdFor(owner ? logicalIdOf(owner) : '').replace(/^(?![A-Za-z_])/, '_');
}

function logicalIdOf(owner: IConstruct): string {
  return resourceOf(owner)?.friendlyUniqueId ?? TerraformStack.of(owner).getLogicalId(owner.node);
}

/** The resource that a construct stands for. */
export function resourceOf(construct: IConstruct): TerraformResource | undefined {
  const resource = construct.node.defaultChild;
  return TerraformResource.isTerraformResource(resource) ? resource : undefined;
}

/** The ARM resource that a construct stands for, where this library defines it. */
export function azapiResourceOf(construct: IConstruct): AzapiResource | undefined {
  const resource = resourceOf(construct);
  return resource?.terraformResourceType === AzapiResource.tfResourceType ? (resource as AzapiResource) : undefined;
}

/** The resource group of what a construct stands for, from its ARM ID where this library does not define it, as text in which `${` is a template. */
export function resourceGroupOf(construct: IConstruct, id: string): string {
  const resource = azapiResourceOf(construct);
  if (resource) {
    return resource.getStringAttribute('parent_id');
  }
  return isToken(id)
    ? Token.asString(Token.asAny(`\${join("/", slice(split("/", ${hcl(id)}), 0, 5))}`))
    : id.split('/').slice(0, 5).join('/');
}
