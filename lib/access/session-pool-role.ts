/**
 * A role on a session pool.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers
 *
 * @example
 *
 * pool.grants.assign(Principal.group('11111111-1111-4111-8111-111111111111'), SessionPoolRole.READER);
 */
export class SessionPoolRole {
  /** Azure ContainerApps Session Executor: run code in sessions. This is the role that an agent needs. */
  public static readonly SESSION_EXECUTOR = new SessionPoolRole('0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0', 'SessionExecutor');

  /** Container Apps SessionPools Reader: read the pool. */
  public static readonly READER = new SessionPoolRole('af61e8fc-2633-4b95-bed3-421ad6826515', 'Reader');

  /** Container Apps SessionPools Contributor: change and delete the pool. */
  public static readonly CONTRIBUTOR = new SessionPoolRole('f7669afb-68b2-44b4-9c5f-6d2a47fddda0', 'Contributor');

  /**
   * Another role, such as a custom role.
   *
   * @param roleId the GUID of the role definition
   */
  public static of(roleId: string): SessionPoolRole {
    const builtIn = [SessionPoolRole.SESSION_EXECUTOR, SessionPoolRole.READER, SessionPoolRole.CONTRIBUTOR];
    return builtIn.find(role => role.roleId === String(roleId).toLowerCase()) ?? new SessionPoolRole(roleId);
  }

  private constructor(
    /** The GUID of the role definition. */
    public readonly roleId: string,
    /** The name of the role in addresses of Terraform, for the roles that the library knows. */
    public readonly roleName?: string,
  ) {}
}
