import type { Construct } from 'constructs';
import type { Principal } from '../access/principal';
import type { SessionPoolGrant } from '../access/session-pool-grants';
import type { SessionPoolRole } from '../access/session-pool-role';
import type { ISessionPool } from '../pool/session-pool';

/**
 * Roles on every pool of a fleet, and on nothing else.
 */
export class CodeInterpreterPoolFleetGrants {
  /**
   * @param pools the pools of the fleet
   */
  constructor(private readonly pools: ISessionPool[]) {}

  /**
   * Lets somebody run code in the sessions of all pools.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignments belong to; that of the fleet unless it is given
   */
  public execute(principal: Principal, scope?: Construct): SessionPoolGrant[] {
    return this.pools.map(({ grants }) => grants.execute(principal, scope));
  }

  /**
   * Lets somebody see all pools.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignments belong to; that of the fleet unless it is given
   */
  public read(principal: Principal, scope?: Construct): SessionPoolGrant[] {
    return this.pools.map(({ grants }) => grants.read(principal, scope));
  }

  /**
   * Lets somebody change and delete all pools.
   *
   * @param principal who
   * @param scope a construct of the stack that the role assignments belong to; that of the fleet unless it is given
   */
  public contribute(principal: Principal, scope?: Construct): SessionPoolGrant[] {
    return this.pools.map(({ grants }) => grants.contribute(principal, scope));
  }

  /**
   * Gives somebody any role on all pools.
   *
   * @param role the role
   * @param principal who
   * @param scope a construct of the stack that the role assignments belong to; that of the fleet unless it is given
   */
  public role(role: SessionPoolRole, principal: Principal, scope?: Construct): SessionPoolGrant[] {
    return this.pools.map(({ grants }) => grants.role(role, principal, scope));
  }
}
