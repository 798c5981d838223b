import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Principal } from '../access/principal';
import type { SessionPoolGrant } from '../access/session-pool-grants';
import { SessionPoolRole } from '../access/session-pool-role';
import { ValidationError } from '../errors';
import type { ISessionPool } from '../pool/session-pool';
import { isToken } from '../terraform/templates';
import { show } from '../validation/show';

/**
 * Options of grants on all pools of a fleet.
 */
export interface CodeInterpreterPoolFleetGrantOptions {
  /**
   * Distinguishes grants of one role to several principals: letters, digits, hyphens and underscores. It is part of the addresses of the role
   * assignments in Terraform.
   * @default - none: only one principal can have the role
   */
  readonly id?: string;

  /**
   * A construct of the stack that the role assignments belong to.
   * @default - the stack of the fleet
   */
  readonly scope?: Construct;

  /**
   * The role assignments that exist already, each by the construct ID of its pool in the fleet, such as `westus2-1`: an ARM ID or a GUID.
   * @default - new role assignments
   */
  readonly adoptExisting?: { [poolId: string]: string };

  /**
   * The azapi provider to use. Provider classes of other azapi bindings work as well.
   * @default - the provider of the fleet, or the default provider of the stack if the assignments belong to another stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * Grants roles on every pool of a fleet, and on nothing else.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers
 */
export class CodeInterpreterPoolFleetGrants {
  /**
   * @param pools the pools of the fleet
   */
  constructor(private readonly pools: ISessionPool[]) {}

  /**
   * Allows the principal to run code in sessions of all pools.
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grants
   */
  public execute(principal: Principal, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.assign(principal, SessionPoolRole.SESSION_EXECUTOR, options);
  }

  /**
   * Allows the principal to read all pools.
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grants
   */
  public read(principal: Principal, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.assign(principal, SessionPoolRole.READER, options);
  }

  /**
   * Allows the principal to change and delete all pools.
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grants
   */
  public contribute(principal: Principal, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.assign(principal, SessionPoolRole.CONTRIBUTOR, options);
  }

  /**
   * Assigns a role on all pools.
   *
   * @param principal the principal that receives the role
   * @param role the role
   * @param options what distinguishes the grants
   */
  public assign(principal: Principal, role: SessionPoolRole, options: CodeInterpreterPoolFleetGrantOptions = {}): SessionPoolGrant[] {
    const { adoptExisting = {}, ...common } = options;
    const ids = this.pools.map(({ node }) => node.id);
    const unknown = Object.keys(adoptExisting).filter(id => !ids.includes(id));
    const failures = isToken(adoptExisting)
      ? ['adoptExisting must be known when the configuration is written, got a token: it names pools of the fleet']
      : unknown.map(id => `adoptExisting must name pools of the fleet, got ${show(id)}: there are ${ids.join(', ')}`);
    if (failures.length > 0) {
      throw new ValidationError('CodeInterpreterPoolFleetGrants', this.pools[0].node.scope?.node.path, failures);
    }
    return this.pools.map(({ grants, node }) => grants.assign(principal, role, { ...common, adoptExisting: adoptExisting[node.id] }));
  }
}
