import type { IResolvable } from 'cdktf';
import { rememberOptions } from '../validation/property-rules';

/**
 * Options of an identity of a pool.
 */
export interface SessionIdentityOptions {
  /**
   * Let code in the sessions get tokens of the identity. Code that is not trusted can then do whatever the identity may:
   * this is a warning.
   * @default false
   */
  readonly availableInSessions?: boolean | IResolvable;
}

/**
 * A managed identity of a custom container pool.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-custom-container
 */
export class SessionIdentity {
  /**
   * The pool's own identity. It exists only after the pool, so it cannot pull the image for the first create.
   */
  public static systemAssigned(options: SessionIdentityOptions = {}): SessionIdentity {
    return rememberOptions(new SessionIdentity('system', options.availableInSessions ?? false), 'SessionIdentityOptions', options);
  }

  /**
   * An identity of its own.
   *
   * @param identityId the ARM id, such as `id` of azurerm's `UserAssignedIdentity`
   * @param options what the identity is used for
   */
  public static userAssigned(identityId: string, options: SessionIdentityOptions = {}): SessionIdentity {
    return rememberOptions(new SessionIdentity(identityId, options.availableInSessions ?? false), 'SessionIdentityOptions', options);
  }

  private constructor(
    /** The ARM id of the identity, or `system`. */
    public readonly identity: string,
    /** Whether code in the sessions gets tokens. */
    public readonly availableInSessions: boolean | IResolvable,
  ) {}
}
