import type { Construct } from 'constructs';
import type { CodeInterpreterPoolFleetProps } from './code-interpreter-pool-fleet';
import { normalizeRegion } from '../arm/regions';
import { isRegionName } from '../arm/resource-rules';
import { MOST_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { knownNumber } from '../validation/known-numbers';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

const PREFIX = { pattern: /^[a-z][a-z0-9]{0,19}$/, rule: 'be 1 to 20 lower-case letters and digits, a letter first' };

/** What one pool of a fleet is given. */
export interface FleetPoolPlan {
  readonly poolId: string;
  readonly name: string | undefined;
  readonly location: string;
  readonly maxConcurrentSessions: number;
}

/** Throws where the properties are not those of a fleet; else says which pools it has. */
export function validateFleet(fleet: Construct, given: CodeInterpreterPoolFleetProps): FleetPoolPlan[] {
  const findings = new Findings();
  checkProperties(given, 'CodeInterpreterPoolFleetProps', 'CodeInterpreterPoolFleet', findings);
  const { sessions, locations, maxConcurrentSessionsPerPool, sessionPoolNamePrefix } = given ?? {};
  if (knownNumber('sessions', sessions, 'it decides how many pools there are', { min: 1 }, findings)) {
    findings.integer('sessions', sessions, { min: 1 });
  }
  checkLocations(locations, findings);
  const perPool = maxConcurrentSessionsPerPool ?? MOST_CONCURRENT_SESSIONS;
  if (isToken(perPool)) {
    findings.error(
      'maxConcurrentSessionsPerPool must be known when the configuration is written, got a token: it decides how many pools there are',
    );
  } else {
    findings.integer('maxConcurrentSessionsPerPool', perPool, { min: 1, max: MOST_CONCURRENT_SESSIONS });
  }
  if (isToken(sessionPoolNamePrefix)) {
    findings.error(
      'sessionPoolNamePrefix must be known when the configuration is written, got a token: it is a part of names that are checked',
    );
  } else {
    findings.text('sessionPoolNamePrefix', sessionPoolNamePrefix, PREFIX);
  }
  const plans = findings.errors.length === 0 ? plan(sessions, perPool, locations, sessionPoolNamePrefix) : [];
  if (plans.length > 0) {
    checkAdopted(given.adoptExisting, plans, findings);
  }
  reportFindings(fleet, 'CodeInterpreterPoolFleet', findings, given ?? {});
  return plans;
}

function checkAdopted(adoptExisting: string[] | undefined, plans: FleetPoolPlan[], findings: Findings): void {
  const ids = plans.map(({ poolId }) => poolId);
  if (isToken(adoptExisting)) {
    findings.error('adoptExisting must be known when the configuration is written, got a token: it names pools of the fleet');
  } else if (findings.list('adoptExisting', adoptExisting)) {
    for (const id of adoptExisting.filter(each => !ids.includes(each))) {
      findings.error(`adoptExisting must name pools of the fleet, got ${show(id)}: there are ${ids.join(', ')}`);
    }
  }
}

/**
 * The pools: full ones, and a last one with the rest, so that a larger fleet never takes sessions away from a pool. A pool is known
 * by its region and its number there, so that it stays when the fleet gets more pools.
 */
function plan(sessions: number, perPool: number, locations: string[], prefix: string | undefined): FleetPoolPlan[] {
  const count = Math.ceil(sessions / perPool);
  return Array.from({ length: count }, (_, index) => {
    const location = locations[index % locations.length];
    const region = normalizeRegion(location);
    const number = Math.floor(index / locations.length) + 1;
    return {
      poolId: `${region}-${number}`,
      name: prefix && `${prefix}${region}p${number}`,
      location,
      maxConcurrentSessions: index < count - 1 ? perPool : sessions - perPool * (count - 1),
    };
  });
}

function checkLocations(locations: string[] | undefined, findings: Findings): void {
  const what = "regions such as ['westus2', 'westeurope']";
  if (!findings.required('locations', locations, what)) {
    return;
  }
  if (isToken(locations)) {
    findings.error('locations must be known when the configuration is written, got a token: the pools are dealt out to them');
  } else if (findings.list('locations', locations)) {
    if (locations.length === 0) {
      findings.error(`locations must have at least one region, got none: give ${what}`);
    }
    locations.forEach((location, index) => checkLocation(`locations[${index}]`, location, locations.slice(0, index), findings));
  }
}

function checkLocation(prop: string, location: string, before: string[], findings: Findings): void {
  if (!isRegionName(location)) {
    findings.error(
      `${prop} must be a region such as 'westus2' or 'West US 2', got ${isToken(location) ? 'a token: it is a part of ids and names' : show(location)}`,
    );
  } else if (before.some(other => isRegionName(other) && normalizeRegion(other) === normalizeRegion(location))) {
    findings.error(`locations must have each region once, got ${show(location)} again`);
  }
}
