/**
 * A Microsoft Entra principal, identified by its object ID.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/overview#security-principal
 *
 * @example
 *
 * pool.grants.execute(Principal.managedIdentity(identity.principalId));
 */
export class Principal {
  /**
   * A user.
   *
   * @param principalId the object ID, a GUID
   */
  public static user(principalId: string): Principal {
    return new Principal(principalId, 'User');
  }

  /**
   * A group.
   *
   * @param principalId the object ID, a GUID
   */
  public static group(principalId: string): Principal {
    return new Principal(principalId, 'Group');
  }

  /**
   * The service principal of an application.
   *
   * @param principalId the object ID of the service principal, not of the application and not its client ID; a GUID
   */
  public static servicePrincipal(principalId: string): Principal {
    return new Principal(principalId, 'ServicePrincipal');
  }

  /**
   * A managed identity.
   *
   * @param principalId the object ID, such as `principalId` of azurerm's `UserAssignedIdentity`; a GUID
   */
  public static managedIdentity(principalId: string): Principal {
    return new Principal(principalId, 'ServicePrincipal');
  }

  /**
   * A principal of a type that is given by its name, such as the value of a variable that differs between a laptop and a pipeline.
   *
   * @param principalType Azure's name for the type: `User`, `Group` or `ServicePrincipal`
   * @param principalId the object ID, a GUID
   */
  public static ofType(principalType: string, principalId: string): Principal {
    return new Principal(principalId, principalType);
  }

  /**
   * A principal of an unknown type, such as whoever runs Terraform: a user on a laptop, a service principal in a pipeline. Azure looks the
   * type up, which fails for an identity that was created just before: give the type of those.
   *
   * @param principalId the object ID, a GUID
   */
  public static ofUnknownType(principalId: string): Principal {
    return new Principal(principalId);
  }

  private constructor(
    /** The object ID. */
    public readonly principalId: string,
    /** Azure's name for the type: `User`, `Group` or `ServicePrincipal`; nothing if it is unknown. */
    public readonly principalType?: string,
  ) {}
}
