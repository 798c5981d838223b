import type { TerraformElement } from 'cdktf';
import type { ImagePullGrant } from './image-pull-grant';
import type { SessionSecret } from './session-secret';
import { unprinted } from './unprinted';
import { rememberOptions } from '../validation/property-rules';

/**
 * Credentials of a registry: a user name and a password.
 */
export interface UsernamePasswordRegistryOptions {
  /**
   * The host of the registry: `docker.io`, `ghcr.io`, `myregistry.azurecr.io`.
   */
  readonly server: string;

  /**
   * The user name.
   */
  readonly username: string;

  /**
   * The password or access token.
   */
  readonly password: SessionSecret;
}

/**
 * Credentials of a registry: a user-assigned identity.
 */
export interface UserAssignedIdentityRegistryOptions {
  /**
   * The host of the registry: `myregistry.azurecr.io`.
   */
  readonly server: string;

  /**
   * The ARM id of the identity.
   */
  readonly identityId: string;

  /**
   * The object id of the identity, such as `principalId` of azurerm's `UserAssignedIdentity`. Needed with `registryId`.
   * @default - none
   */
  readonly identityPrincipalId?: string;

  /**
   * The ARM id of the registry. Where it is given, the identity is granted the role to pull images before the pool is
   * created, once for all pools of a stack.
   * @default - the identity is expected to have the role
   */
  readonly registryId?: string;

  /**
   * How the identity is granted the role to pull images: which role, the role assignment that exists already, or none.
   * @default - ImagePullGrant.assign() with `registryId`
   */
  readonly pullGrant?: ImagePullGrant;
}

/**
 * Credentials of a registry: the pool's own identity.
 */
export interface SystemAssignedIdentityRegistryOptions {
  /**
   * The host of the registry: `myregistry.azurecr.io`.
   */
  readonly server: string;
}

/**
 * An Azure container registry, such as azurerm's `ContainerRegistry`.
 */
export interface IContainerRegistry {
  /**
   * The ARM ID of the registry.
   */
  readonly id: string;

  /**
   * The host of the registry: `myregistry.azurecr.io`.
   */
  readonly loginServer: string;
}

/**
 * A user-assigned managed identity, such as azurerm's `UserAssignedIdentity`.
 */
export interface IManagedIdentity {
  /**
   * The ARM ID of the identity.
   */
  readonly id: string;

  /**
   * The object ID of the identity.
   */
  readonly principalId: string;
}

/**
 * How a pool gets its image from a private registry.
 *
 * @see https://learn.microsoft.com/azure/container-apps/managed-identity-image-pull
 *
 * @example
 *
 * const credentials = RegistryCredentials.fromContainerRegistry(registry, identity);
 */
export class RegistryCredentials {
  /**
   * With a user-assigned identity, from an Azure container registry. The identity is granted the role to pull images before the pool is
   * created, once for all pools of a stack; it is assigned to the pool and stays out of the sessions.
   *
   * azurerm's `ContainerRegistry` and `UserAssignedIdentity` fit as they are.
   *
   * @param registry the registry
   * @param identity the identity
   * @param pullGrant how the identity is granted the role to pull images
   */
  public static fromContainerRegistry(
    registry: IContainerRegistry | TerraformElement,
    identity: IManagedIdentity | TerraformElement,
    pullGrant?: ImagePullGrant,
  ): RegistryCredentials {
    const { id: registryId, loginServer } = (registry ?? {}) as Partial<IContainerRegistry>;
    const { id: identityId, principalId } = (identity ?? {}) as Partial<IManagedIdentity>;
    return new RegistryCredentials(loginServer!, identityId ?? '', principalId ?? '', registryId ?? '', undefined, undefined, pullGrant);
  }

  /**
   * With a user name and a password, from any registry.
   */
  public static fromUsernamePassword(options: UsernamePasswordRegistryOptions): RegistryCredentials {
    const { server, username, password } = options;
    const credentials = new RegistryCredentials(server, undefined, undefined, undefined, username, password, undefined);
    return rememberOptions(credentials, 'UsernamePasswordRegistryOptions', options);
  }

  /**
   * With a user-assigned identity, from an Azure container registry. The identity is assigned to the pool and stays out of
   * the sessions.
   */
  public static fromUserAssignedIdentity(options: UserAssignedIdentityRegistryOptions): RegistryCredentials {
    const { server, identityId, identityPrincipalId, registryId, pullGrant } = options;
    const credentials = new RegistryCredentials(server, identityId ?? '', identityPrincipalId, registryId, undefined, undefined, pullGrant);
    return rememberOptions(credentials, 'UserAssignedIdentityRegistryOptions', options);
  }

  /**
   * With the pool's own identity, from an Azure container registry. The identity exists only after the pool, so the first
   * create cannot pull with it: this is the warning `system-identity-pull`.
   */
  public static fromSystemAssignedIdentity(options: SystemAssignedIdentityRegistryOptions): RegistryCredentials {
    const credentials = new RegistryCredentials(options.server, 'system', undefined, undefined, undefined, undefined, undefined);
    return rememberOptions(credentials, 'SystemAssignedIdentityRegistryOptions', options);
  }

  private constructor(
    /** The host of the registry. */
    public readonly server: string,
    /** The ARM id of the identity, or `system`. */
    public readonly identity: string | undefined,
    /** The object id of the identity. */
    public readonly identityPrincipalId: string | undefined,
    /** The ARM id of the registry. */
    public readonly registryId: string | undefined,
    /** The user name. */
    public readonly username: string | undefined,
    /** The password. */
    public readonly password: SessionSecret | undefined,
    /** How the identity is granted the role to pull images. */
    public readonly pullGrant: ImagePullGrant | undefined,
  ) {
    unprinted(this, 'username', 'password');
  }
}
