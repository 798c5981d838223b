import { rememberOptions } from '../validation/property-rules';

/**
 * The role that allows an identity to pull images from an Azure container registry.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions
 */
export enum ImagePullRole {
  /**
   * AcrPull, for registries in the mode "RBAC Registry Permissions". A registry in the other mode ignores it.
   */
  ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d',

  /**
   * Container Registry Repository Reader, for registries in the mode "RBAC Registry + ABAC Repository Permissions".
   */
  REPOSITORY_READER = 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
}

/**
 * Options of the grant that allows an identity to pull images.
 */
export interface ImagePullGrantOptions {
  /**
   * The role.
   * @default - `REPOSITORY_READER` for a registry of the same app whose `roleAssignmentMode` is `AbacRepositoryPermissions`, else `ACR_PULL`
   */
  readonly role?: ImagePullRole;

  /**
   * The last part of the address of the role assignment in Terraform: 1 to 64 letters, digits, hyphens and underscores. Give one before an
   * ID of the registry or the identity is written another way, for example as a variable: the address stays, and no role assignment is
   * destroyed. Where the names do not tell them apart, leaving it out is the warning `pull-grant-address`.
   * @default - the names of the registry and the identity
   */
  readonly id?: string;

  /**
   * The role assignment on the registry that exists already: its ARM ID or its GUID. It is imported into the Terraform state instead of
   * being created, and keeps its name. Keep the property as long as the grant.
   * @default - a new role assignment
   */
  readonly adoptExisting?: string;

  /**
   * Make every Terraform plan fail that would destroy the role assignment, as long as it is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;
}

/**
 * Whether and how the identity that pulls an image is granted the role to do so.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-authentication-managed-identity
 *
 * @example
 *
 * const credentials = RegistryCredentials.fromContainerRegistry(
 *   registry,
 *   identity,
 *   ImagePullGrant.assign({ role: ImagePullRole.REPOSITORY_READER }),
 * );
 */
export class ImagePullGrant {
  /**
   * Assigns the role on the registry, once for all pools of a stack.
   */
  public static assign(options: ImagePullGrantOptions = {}): ImagePullGrant {
    const { role, id, adoptExisting, preventDestroy } = options;
    return rememberOptions(new ImagePullGrant(true, role, id, adoptExisting, preventDestroy), 'ImagePullGrantOptions', options);
  }

  /**
   * Assigns no role: the identity has it already, or gets it elsewhere.
   */
  public static none(): ImagePullGrant {
    return new ImagePullGrant(false, undefined, undefined, undefined, undefined);
  }

  private constructor(
    /** Whether the role is assigned. */
    public readonly isAssigned: boolean,
    /** The role. */
    public readonly role: ImagePullRole | undefined,
    /** The last part of the address of the role assignment. */
    public readonly id: string | undefined,
    /** The role assignment that exists already. */
    public readonly adoptExisting: string | undefined,
    /** Whether Terraform refuses to destroy the role assignment. */
    public readonly preventDestroy: boolean | undefined,
  ) {}
}
