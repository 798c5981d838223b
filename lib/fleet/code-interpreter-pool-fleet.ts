import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { CodeInterpreterPoolFleetGrants } from './code-interpreter-pool-fleet-grants';
import { CodeInterpreterPoolFleetMetrics } from './code-interpreter-pool-fleet-metrics';
import { validateFleet } from './fleet-rules';
import { CodeInterpreterPool } from '../code-interpreter/code-interpreter-pool';
import type { CodeInterpreterPoolProps } from '../code-interpreter/code-interpreter-pool';
import type { CodeInterpreterPoolSettings } from '../code-interpreter/code-interpreter-pool-settings';
import type { SessionPoolSettings } from '../pool/session-pool-settings';
import { hcl } from '../terraform/hcl-expression';
import { knownProperties } from '../validation/property-rules';

/**
 * Properties of a fleet of code interpreter pools. What is not about the fleet itself applies to each pool.
 */
export interface CodeInterpreterPoolFleetProps extends SessionPoolSettings, CodeInterpreterPoolSettings {
  /**
   * The number of sessions that can exist at the same time in all pools together, 1 or more. It decides how many pools there are.
   */
  readonly sessions: number;

  /**
   * The regions, such as `westus2` or `West US 2`, each once. The pools are dealt out to them in turn.
   */
  readonly locations: string[];

  /**
   * The number of sessions that one pool can have, from 1 to 600. All pools have it but for the last one, which has the rest.
   * @default 600
   */
  readonly maxConcurrentSessionsPerPool?: number;

  /**
   * What the names of the pools begin with: up to 20 lower-case letters and digits, a letter first. `agents` makes
   * `agentswestus2p1`. Another one replaces the pools.
   * @default - unique names made from the paths of the constructs
   */
  readonly sessionPoolNamePrefix?: string;

  /**
   * Import the existing pools with these construct IDs in the fleet, such as `westus2-1`, instead of creating them, for example after an interrupted
   * create. The plan fails if one does not exist. Remove the property after the first apply.
   * @default - all pools are created
   */
  readonly adoptExisting?: string[];
}

/**
 * A pool of a fleet, as a client sees it.
 */
export interface CodeInterpreterPoolFleetMember {
  /**
   * The name of the pool, by which identifiers are mapped to it.
   */
  readonly name: string;

  /**
   * The URL of the management API of the pool.
   */
  readonly endpoint: string;

  /**
   * The number of sessions that the pool can have, which is its share of the identifiers.
   */
  readonly weight: number;
}

/**
 * More sessions than one code interpreter pool can have, in as many pools and regions as needed.
 *
 * A client maps each session identifier to one pool by weighted rendezvous hashing: of all pools, the one with the highest score
 * -weight / ln(h), where h is the hash of identifier and pool name as a number between 0 and 1. No pool has to be asked, and when a
 * pool is added, only the identifiers that it gets move. The rule in full, and clients for it, are in docs/fleet.md.
 *
 * A larger fleet has more pools and leaves those that there are alone, but for the last one, which is filled up first.
 *
 * @see https://en.wikipedia.org/wiki/Rendezvous_hashing
 *
 * @example
 *
 * const fleet = new CodeInterpreterPoolFleet(stack, 'interpreters', {
 *   sessions: 2000,
 *   locations: ['westeurope', 'northeurope'],
 *   resourceGroupId,
 * });
 * const environmentVariables = fleet.toEnvironmentVariables();
 */
export class CodeInterpreterPoolFleet extends Construct {
  private readonly memberPools: CodeInterpreterPool[];

  /**
   * @param scope the construct that the fleet belongs to
   * @param id the id of the fleet in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: CodeInterpreterPoolFleetProps) {
    super(scope, id);
    const plans = validateFleet(this, props);
    const { adoptExisting, ...others } = props;
    const options = knownProperties<Partial<CodeInterpreterPoolProps> & { resourceGroupId: string }>(others, 'CodeInterpreterPoolProps');
    try {
      this.memberPools = plans.map(
        ({ poolId, name, location, maxConcurrentSessions }) =>
          new CodeInterpreterPool(this, poolId, {
            ...options,
            location,
            sessionPoolName: name,
            maxConcurrentSessions,
            adoptExisting: adoptExisting?.includes(poolId),
          }),
      );
    } catch (error) {
      scope.node.tryRemoveChild(id);
      throw error;
    }
  }

  /** The pools, those that a smaller fleet has first. */
  public get pools(): CodeInterpreterPool[] {
    return [...this.memberPools];
  }

  /** The pools as clients see them, in the same order. */
  public get members(): CodeInterpreterPoolFleetMember[] {
    return this.memberPools.map(({ sessionPoolName, poolManagementEndpoint, maxConcurrentSessions }) => ({
      name: sessionPoolName,
      endpoint: poolManagementEndpoint,
      weight: maxConcurrentSessions,
    }));
  }

  /** Roles on all pools. */
  public get grants(): CodeInterpreterPoolFleetGrants {
    return new CodeInterpreterPoolFleetGrants(this.pools);
  }

  /** The metrics of all pools, and alerts on them. */
  public get metrics(): CodeInterpreterPoolFleetMetrics {
    return new CodeInterpreterPoolFleetMetrics(this.pools);
  }

  /**
   * The environment variables with which a client finds the fleet: `SESSION_POOL_FLEET`, which is `members` as JSON, and
   * `SESSION_POOL_API_VERSION`.
   */
  public toEnvironmentVariables(): { [name: string]: string } {
    return {
      SESSION_POOL_FLEET: Token.asString(Token.asAny(`\${jsonencode(${hcl(this.members)})}`)),
      SESSION_POOL_API_VERSION: this.memberPools[0].endpoints.apiVersion,
    };
  }
}
