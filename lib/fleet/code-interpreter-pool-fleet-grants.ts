import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { isCalled, memberFailures, namesOf } from './fleet-members';
import type { Principal } from '../access/principal';
import type { SessionPoolGrant, SessionPoolGrantOptions, SessionPoolGrants } from '../access/session-pool-grants';
import type { SessionPoolRole } from '../access/session-pool-role';
import type { ISessionPool } from '../pool/session-pool';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { throwErrors } from '../validation/report';
import { defined } from '../validation/without-nulls';

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
   * The role assignments that exist already, each by its pool: from the ID of the pool in the fleet, such as `westus2-1`, or its name to the
   * ARM ID or the GUID of the role assignment. Keep the property as long as the grants.
   * @default - new role assignments
   */
  readonly adoptExisting?: { [pool: string]: string };

  /**
   * Make every Terraform plan fail that would destroy one of the role assignments, as long as the grants are in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

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
 *
 * @example
 *
 * fleet.grants.execute(Principal.managedIdentity(identity.principalId));
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
    return this.grant(options, (grants, own) => grants.execute(principal, own));
  }

  /**
   * Allows the principal to read all pools.
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grants
   */
  public read(principal: Principal, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.grant(options, (grants, own) => grants.read(principal, own));
  }

  /**
   * Allows the principal to change and delete all pools.
   *
   * @param principal the principal that receives the role
   * @param options what distinguishes the grants
   */
  public contribute(principal: Principal, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.grant(options, (grants, own) => grants.contribute(principal, own));
  }

  /**
   * Assigns a role on all pools.
   *
   * @param principal the principal that receives the role
   * @param role the role
   * @param options what distinguishes the grants
   */
  public assign(principal: Principal, role: SessionPoolRole, options?: CodeInterpreterPoolFleetGrantOptions): SessionPoolGrant[] {
    return this.grant(options, (grants, own) => grants.assign(principal, role, own));
  }

  private grant(
    options: CodeInterpreterPoolFleetGrantOptions | undefined,
    grantOn: (grants: SessionPoolGrants, options: SessionPoolGrantOptions) => SessionPoolGrant,
  ): SessionPoolGrant[] {
    const { adoptExisting, ...common } = checkFleetGrant(this.pools, options);
    return this.pools.map(pool => {
      const [, existing] = Object.entries(adoptExisting ?? {}).find(([name]) => isCalled(namesOf(pool), name)) ?? [];
      return grantOn(pool.grants, { ...common, adoptExisting: existing });
    });
  }
}

/** The options without what is not given. Throws where they are not those of grants on the pools. */
function checkFleetGrant(pools: ISessionPool[], options?: CodeInterpreterPoolFleetGrantOptions): CodeInterpreterPoolFleetGrantOptions {
  const findings = new Findings();
  if (Construct.isConstruct(options)) {
    findings.error('options must be an object, got a construct: give a construct of another stack as { scope }');
  } else if (isToken(options?.adoptExisting)) {
    findings.error('adoptExisting must be known when the configuration is written, got a token: it names pools of the fleet');
  } else if (findings.map('adoptExisting', options?.adoptExisting)) {
    memberFailures('adoptExisting', Object.keys(options!.adoptExisting!), pools.map(namesOf)).forEach(failure => findings.error(failure));
  }
  checkProperties(options, 'CodeInterpreterPoolFleetGrantOptions', 'CodeInterpreterPoolFleetGrantOptions', findings);
  throwErrors('CodeInterpreterPoolFleetGrants', pools[0].node.scope?.node.path, findings);
  return defined(options);
}
