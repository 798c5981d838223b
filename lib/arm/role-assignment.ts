import { createHash } from 'node:crypto';
import type { TerraformProvider } from 'cdktf';
import { TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import { AzapiResource } from '../azapi';
import { ROLE_ASSIGNMENT_TYPE } from './resource-types';
import { hcl } from '../terraform/hcl-expression';
import { idKeyOf } from '../terraform/references';
import { previousIdOf } from '../terraform/moves';
import { escapeTemplates } from '../terraform/templates';

const CONTAINER = 'SessionPoolRoleAssignments';
const [TYPE, API_VERSION] = ROLE_ASSIGNMENT_TYPE.split('@');
/** The address of the role that pulls images: pools share it, so it belongs to none of them. A second registry or identity has another. */
const IMAGE_PULL = 'SessionPools_ImagePull';

/** Why there is no role assignment: another one has the address. */
export const ADDRESS_TAKEN = 'the address is taken';

/** A role for a principal on a resource. */
export interface RoleAssignmentProps {
  /** The ARM ID of what the role is granted on. */
  readonly scope: string;
  readonly principalId: string;
  /** `User`, `Group` or `ServicePrincipal`; nothing where it is not known. */
  readonly principalType?: string;
  /** The GUID of a role definition. */
  readonly roleId: string;
  /** The address: what the grant is made on, and the role with the ID of the grant; nothing for a role that belongs to the stack. */
  readonly address?: { readonly owner: IConstruct; readonly suffix: string };
  /** The GUID of the role assignment that exists already. */
  readonly existingName?: string;
  readonly provider?: TerraformProvider;
}

/** A role assignment, or why there can be none. */
export type RoleAssignmentResult = { readonly resource: AzapiResource } | { readonly failure: string };

/**
 * The role assignment of a grant, which is defined once in a stack for each scope, principal and role. Its address in Terraform comes from where
 * the grant is made, so that another spelling of the same scope or principal plans no change. Its name in ARM is a GUID made from the
 * content, so that another principal replaces the assignment, as ARM wants it.
 */
export function findOrDefineRoleAssignment(construct: Construct, props: RoleAssignmentProps): RoleAssignmentResult {
  const { address, existingName, provider, principalType, ...texts } = props;
  const stack = TerraformStack.of(construct);
  const { scope, principalId, roleId } = escapeTemplates(texts);
  const key = createHash('sha256')
    .update(JSON.stringify([scope, principalId, roleId].map(part => idKeyOf(construct, part))))
    .digest('hex')
    .slice(0, 16);
  const container = (stack.node.tryFindChild(CONTAINER) as RoleAssignments | undefined) ?? new RoleAssignments(stack, CONTAINER);
  const same = container.node.tryFindChild(key) as RoleAssignment | undefined;
  if (same) {
    return same.principalType && principalType && same.principalType !== principalType
      ? {
          failure: `principal must be of one type, got ${principalType} for what is ${same.principalType} in another grant of the same role`,
        }
      : { resource: same };
  }
  const candidates = address ? [`${logicalIdOf(address.owner)}_${address.suffix}`] : [IMAGE_PULL, `${IMAGE_PULL}_${key}`];
  const logicalId = candidates.find(candidate => !container.logicalIds.has(candidate));
  if (!logicalId) {
    return { failure: ADDRESS_TAKEN };
  }
  container.logicalIds.add(logicalId);
  const resource = new RoleAssignment(container, key, address?.owner, principalType, {
    type: ROLE_ASSIGNMENT_TYPE,
    name: existingName ?? `\${uuidv5("oid", join("|", ${hcl([scope, principalId, roleId])}))}`,
    parentId: scope,
    body: {
      properties: {
        principalId,
        ...(principalType && { principalType }),
        roleDefinitionId: `/subscriptions/\${split("/", ${hcl(scope)})[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      },
    },
    responseExportValues: [],
    ignoreCasing: true,
    retry: { errorMessageRegex: ['PrincipalNotFound'] },
    provider,
  });
  resource.overrideLogicalId(logicalId);
  if (existingName) {
    resource.importFrom(`${scope}/providers/${TYPE}/${existingName}?api-version=${API_VERSION}`, provider);
  }
  return { resource };
}

/** The role assignments of a stack, and the addresses that are taken. */
class RoleAssignments extends Construct {
  public readonly logicalIds = new Set<string>();
}

/** A role assignment that moves with what it is granted on. */
class RoleAssignment extends AzapiResource {
  private hasFollowed = false;

  constructor(
    scope: Construct,
    id: string,
    private readonly owner: IConstruct | undefined,
    public readonly principalType: string | undefined,
    config: ConstructorParameters<typeof AzapiResource>[2],
  ) {
    super(scope, id, config);
  }

  public toTerraform(): unknown {
    this.followMove();
    return super.toTerraform();
  }

  public toHclTerraform(): unknown {
    this.followMove();
    return super.toHclTerraform();
  }

  private followMove(): void {
    const resource = this.owner && resourceOf(this.owner);
    const previous = resource && previousIdOf(resource);
    if (!this.hasFollowed && resource && previous) {
      this.hasFollowed = true;
      this.moveFromId(`${AzapiResource.tfResourceType}.${previous}${this.friendlyUniqueId.slice(resource.friendlyUniqueId.length)}`);
    }
  }
}

function resourceOf(owner: IConstruct): TerraformResource | undefined {
  const resource = owner.node.defaultChild;
  return resource && TerraformResource.isTerraformResource(resource) ? resource : undefined;
}

function logicalIdOf(owner: IConstruct): string {
  return resourceOf(owner)?.friendlyUniqueId ?? TerraformStack.of(owner).getLogicalId(owner.node);
}
