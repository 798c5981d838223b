import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { GrantMethod } from './grant-resolution';
import { resolveGrant } from './grant-resolution';
import type { Principal } from './principal';
import { SessionPoolRole } from './session-pool-role';
import type { AzapiResource } from '../azapi';
import type { ISessionPoolRef } from '../session-pool-ref';

/**
 * A role assignment on a pool. Resources that need the role can depend on it.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
 *
 * @example
 *
 * const grant = pool.grants.execute(Principal.managedIdentity(identity.principalId));
 * new DataResource(stack, 'agent', { dependsOn: [grant] });
 */
export class SessionPoolGrant implements ITerraformDependable {
  /** @internal */
  constructor(
    /** The address of the role assignment in Terraform. */
    public readonly fqn: string,
    /** The ARM ID of the role assignment. */
    public readonly roleAssignmentId: string,
    /** The role assignment in Terraform, for what this library does not model: `moveFromId` after a pool of another app was renamed, for example. */
    public readonly resource: AzapiResource,
  ) {}
}

/**
 * Options of a grant.
 */
export interface SessionPoolGrantOptions {
  /**
   * Distinguishes grants of one role on one pool to several principals: 1 to 64 letters, digits, hyphens and underscores. It is part of the
   * address of the role assignment in Terraform, so changing it destroys the assignment and creates it again, in no particular order.
   * A grant that there is already with another one is the warning `duplicate-grant`.
   * @default - none: the address consists of the pool and the role, and only one principal can have it
   */
  readonly id?: string;

  /**
   * A construct of the stack that the role assignment belongs to. Needed if the principal is defined in another stack, which
   * uses the pool itself: the two stacks would otherwise need each other.
   * @default - the stack of the pool
   */
  readonly scope?: Construct;

  /**
   * The role assignment that exists already, such as the one that the Azure CLI makes for whoever creates a pool: its ARM ID or its GUID.
   * It is imported into the Terraform state instead of being created, and keeps its name. Keep the property as long as the grant: without
   * it, the assignment is replaced by one with the name that the library gives.
   * @default - a new role assignment
   */
  readonly adoptExisting?: string;

  /**
   * Make every Terraform plan fail that would destroy the role assignment, as long as the grant is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The azapi provider to use. Provider classes of other azapi bindings work as well.
   * @default - the provider of the pool, or the default provider of the stack if the assignment belongs to another stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * Grants roles on a pool, and on nothing else. Granting the same role to the same principal again does not add a role assignment.
 *
 * The address of a role assignment in Terraform comes from the pool, the role and the `id` of the grant, so writing the same principal in
 * another way plans no change.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers
 *
 * @example
 *
 * pool.grants.execute(Principal.managedIdentity(identity.principalId));
 */
export class SessionPoolGrants {
  /**
   * @param pool the pool
   * @param provider the azapi provider; the default one of the stack unless it is given
   */
  constructor(
    private readonly pool: ISessionPoolRef,
    private readonly provider?: TerraformProvider,
  ) {}

  /**
   * Allows the principal to run code in sessions of this pool (role "Azure ContainerApps Session Executor").
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grant
   */
  public execute(principal: Principal, options?: SessionPoolGrantOptions): SessionPoolGrant {
    return this.grant('execute', principal, SessionPoolRole.SESSION_EXECUTOR, options);
  }

  /**
   * Allows the principal to read the pool (role "Container Apps SessionPools Reader").
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grant
   */
  public read(principal: Principal, options?: SessionPoolGrantOptions): SessionPoolGrant {
    return this.grant('read', principal, SessionPoolRole.READER, options);
  }

  /**
   * Allows the principal to change and delete the pool (role "Container Apps SessionPools Contributor").
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grant
   */
  public contribute(principal: Principal, options?: SessionPoolGrantOptions): SessionPoolGrant {
    return this.grant('contribute', principal, SessionPoolRole.CONTRIBUTOR, options);
  }

  /**
   * Assigns a role on the pool.
   *
   * @param principal the principal that receives the role
   * @param role the role
   * @param options what distinguishes the grant
   */
  public assign(principal: Principal, role: SessionPoolRole, options?: SessionPoolGrantOptions): SessionPoolGrant {
    return this.grant('assign', principal, role, options);
  }

  private grant(method: GrantMethod, principal: Principal, role: SessionPoolRole, options?: SessionPoolGrantOptions): SessionPoolGrant {
    const resource = resolveGrant({ pool: this.pool, provider: this.provider, method, principal, role, options: options ?? {} });
    return new SessionPoolGrant(resource.fqn, resource.id, resource);
  }
}
