import { TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import type { AzapiResourceConfig } from '../azapi';
import { AzapiResource } from '../azapi';
import { hasMovedAway, previousAddressOf } from '../terraform/moves';

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
    return this.followOwner() ? super.toTerraform() : {};
  }

  public toHclTerraform(): unknown {
    return this.followOwner() ? super.toHclTerraform() : {};
  }

  /** Whether it is in the configuration. The owner can be moved until the stack is synthesized. */
  private followOwner(): boolean {
    const owner = this.ownership.owner && resourceOf(this.ownership.owner);
    if (!owner) {
      return true;
    }
    if (hasMovedAway(owner)) {
      return false;
    }
    const [, path, ownerId] = /^(.*\bazapi_resource\.)([\w-]+)$/.exec(previousAddressOf(owner) ?? '') ?? [];
    if (ownerId !== undefined && !this.hasResourceMove()) {
      this.moveFromId(`${path}${this.ownership.logicalIdFor(ownerId)}`);
    }
    return true;
  }
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
