/**
 * What a rule looks at.
 */
export enum PolicyResourceKind {
  /** Whatever defines or changes a resource of the type `Microsoft.App/sessionPools`. */
  SESSION_POOL = 'session-pool',

  /** Whatever defines or changes a Container Apps environment: of this library, azapi's or azurerm's. */
  ENVIRONMENT = 'environment',

  /** Whatever grants a role, or asks for one: of this library, azapi's or azurerm's. */
  ROLE_ASSIGNMENT = 'role-assignment',
}

/**
 * A resource as Terraform will see it, with all escape hatches applied. Text in it is a Terraform template: with an expression in it, the
 * value is not known. Names of properties have Azure's casing, however they are written.
 */
export interface IPolicyResource {
  /**
   * The kind of the resource.
   */
  readonly kind: PolicyResourceKind;

  /**
   * The path of the construct.
   */
  readonly path: string;

  /**
   * The address in Terraform: `azapi_resource.pool`.
   */
  readonly address: string;

  /**
   * The type in Terraform: `azapi_resource`.
   */
  readonly resourceType: string;

  /**
   * What defines or changes the resource: `azapi_resource`, `azapi_update_resource`, `azapi_resource_action (PATCH)`, `a deployment`.
   */
  readonly definedBy: string;

  /**
   * Whether only a part of an existing resource is changed: what is not given stays as it is.
   */
  readonly isPartial: boolean;

  /**
   * The API version of a resource of azapi, or nothing.
   */
  readonly apiVersion?: string;

  /**
   * An argument, such as `location` or `parent_id`; nothing where it is not given.
   *
   * @param name the name in Terraform
   */
  argument(name: string): unknown;

  /**
   * A value in `properties` of the body; nothing where it is not given. Where only what holds it is an expression, it is that.
   *
   * @param path the names on the way, with dots between them
   */
  property(path: string): unknown;

  /**
   * The items of a list in `properties` of the body; none where the list is not given or not known.
   *
   * @param path the names on the way, with dots between them
   */
  items(path: string): unknown[];

  /**
   * Whether the value holds no expression that only Terraform can evaluate.
   *
   * @param value what one of the other methods gave
   */
  isKnown(value: unknown): boolean;

  /**
   * The type of the resource of the same stack whose `id` the value is a reference to: the ARM type of a resource of azapi in lower
   * case, the type in Terraform of any other. Nothing where it is none, or a larger expression.
   *
   * @param value what one of the other methods gave
   */
  referencedType(value: unknown): string | undefined;

  /**
   * Properties that are where rules cannot judge them: in `sensitive_body`, given twice in different casing, or named by an expression.
   */
  hiddenProperties(): string[];

  /**
   * Where sensitive values are stored in plan and state in clear, in words.
   */
  sensitiveValues(): string[];
}
