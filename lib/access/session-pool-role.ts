/**
 * A role on a session pool.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers
 */
export class SessionPoolRole {
  /** Azure ContainerApps Session Executor: run code in sessions. What an agent needs. */
  public static readonly SESSION_EXECUTOR = new SessionPoolRole('0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0');

  /** Container Apps SessionPools Reader: see the pool. */
  public static readonly READER = new SessionPoolRole('af61e8fc-2633-4b95-bed3-421ad6826515');

  /** Container Apps SessionPools Contributor: change and delete the pool. */
  public static readonly CONTRIBUTOR = new SessionPoolRole('f7669afb-68b2-44b4-9c5f-6d2a47fddda0');

  /**
   * Another role, such as one of your own.
   *
   * @param roleId the GUID of the role definition
   */
  public static of(roleId: string): SessionPoolRole {
    return new SessionPoolRole(roleId);
  }

  private constructor(
    /** The GUID of the role definition. */
    public readonly roleId: string,
  ) {}
}
