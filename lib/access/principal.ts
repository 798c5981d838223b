/**
 * Who gets a role: someone or something in Microsoft Entra, by its object id.
 */
export class Principal {
  /**
   * A person.
   *
   * @param principalId the object id, a GUID
   */
  public static user(principalId: string): Principal {
    return new Principal(principalId, 'User');
  }

  /**
   * A group.
   *
   * @param principalId the object id, a GUID
   */
  public static group(principalId: string): Principal {
    return new Principal(principalId, 'Group');
  }

  /**
   * The service principal of an application.
   *
   * @param principalId the object id of the service principal, not of the application and not its client id; a GUID
   */
  public static servicePrincipal(principalId: string): Principal {
    return new Principal(principalId, 'ServicePrincipal');
  }

  /**
   * A managed identity.
   *
   * @param principalId the object id, such as `principalId` of azurerm's `UserAssignedIdentity`; a GUID
   */
  public static managedIdentity(principalId: string): Principal {
    return new Principal(principalId, 'ServicePrincipal');
  }

  private constructor(
    /** The object id. */
    public readonly principalId: string,
    /** Azure's name for what it is: `User`, `Group` or `ServicePrincipal`. */
    public readonly principalType: string,
  ) {}
}
