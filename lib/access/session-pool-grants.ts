import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { checkGrant } from './grant-rules';
import type { Principal } from './principal';
import { roleAssignment } from '../arm/role-assignment';
import type { ISessionPoolRef } from '../session-pool-ref';
import { SessionPoolRole } from './session-pool-role';

/**
 * A role that somebody has on a pool. Whatever needs the role can depend on it.
 */
export class SessionPoolGrant implements ITerraformDependable {
  /** @internal */
  constructor(
    /** The address of the role assignment in Terraform. */
    public readonly fqn: string,
    /** The ARM id of the role assignment. */
    public readonly roleAssignmentId: string,
  ) {}
}

/**
 * Roles on a pool: on this pool and nothing else. Granting the same role to the same principal twice is one role assignment.
 *
 * The role assignment belongs to the stack of the pool. Where the principal is defined in another stack that uses the pool
 * itself, give a construct of that stack as the scope: the two stacks would need each other otherwise.
 */
export class SessionPoolGrants {
  /**
   * @param pool the pool
   * @param provider the azapi provider, of any class; the default one of the stack unless it is given
   */
  constructor(
    private readonly pool: ISessionPoolRef,
    private readonly provider?: TerraformProvider,
  ) {}

  /**
   * Lets somebody run code in the sessions: Azure ContainerApps Session Executor.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignment belongs to; that of the pool unless it is given
   */
  public execute(principal: Principal, scope?: Construct): SessionPoolGrant {
    return this.role(SessionPoolRole.SESSION_EXECUTOR, principal, scope);
  }

  /**
   * Lets somebody see the pool: Container Apps SessionPools Reader.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignment belongs to; that of the pool unless it is given
   */
  public read(principal: Principal, scope?: Construct): SessionPoolGrant {
    return this.role(SessionPoolRole.READER, principal, scope);
  }

  /**
   * Lets somebody change and delete the pool: Container Apps SessionPools Contributor.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignment belongs to; that of the pool unless it is given
   */
  public contribute(principal: Principal, scope?: Construct): SessionPoolGrant {
    return this.role(SessionPoolRole.CONTRIBUTOR, principal, scope);
  }

  /**
   * Gives somebody any role on the pool.
   *
   * @param role the role
   * @param principal who
   * @param scope a construct of the stack that the role assignment belongs to; that of the pool unless it is given
   */
  public role(role: SessionPoolRole, principal: Principal, scope?: Construct): SessionPoolGrant {
    checkGrant(this.pool, role, principal);
    const { principalId, principalType } = principal;
    const { fqn, id } = roleAssignment(scope ?? this.pool, {
      scope: this.pool.sessionPoolId,
      principalId,
      principalType,
      roleId: role.roleId,
      provider: this.provider,
    });
    return new SessionPoolGrant(fqn, id);
  }
}
