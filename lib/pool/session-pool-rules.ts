import type { Construct } from 'constructs';
import { SessionNetworkStatus } from './session-network-status';
import type { SessionPoolOptions } from './session-pool';
import type { Feature, SelectedApiVersion, UsedFeatures } from '../arm/api-versions';
import { selectApiVersion } from '../arm/api-versions';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { hasSessionPools } from '../arm/regions';
import type { Rule } from '../arm/resource-rules';
import { COMMON_RULES, isRegionName } from '../arm/resource-rules';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

/** What validation finds out beside errors. */
export interface ValidatedPool {
  readonly name: string;
  readonly apiVersion: SelectedApiVersion;
  readonly planTimeChecks: PlanTimeCheck[];
}

const NAME = {
  pattern: /^[a-z](-?[a-z0-9])+$/,
  and: /^.{3,63}$/,
  rule: 'be 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last',
};

const POOL_RULES: Array<Rule<SessionPoolOptions>> = [
  ...COMMON_RULES,
  ({ location }, findings) => {
    if (isRegionName(location) && !hasSessionPools(location)) {
      findings.warn(
        'unknown-region',
        `location '${location}' is in no list of regions with session pools: the create may fail with LocationNotAvailableForResourceType`,
      );
    }
  },
  ({ sessionPoolName }, findings) => {
    if (!findings.text('sessionPoolName', sessionPoolName, NAME)) {
      return;
    }
    if (sessionPoolName!.includes('-')) {
      findings.warn(
        'name-hyphen',
        `sessionPoolName '${sessionPoolName}' contains a hyphen: azapi's schema rejects it although ARM accepts it, so schema validation is disabled for this pool`,
      );
    }
    if (sessionPoolName!.length > 32) {
      findings.warn(
        'name-length',
        `sessionPoolName '${sessionPoolName}' has ${sessionPoolName!.length} characters: the Azure CLI manages pools with up to 32`,
      );
    }
  },
  ({ networkStatus }, findings) => {
    if (
      findings.text('networkStatus', networkStatus, { pattern: /^Egress(Dis|En)abled$/, rule: "be 'EgressDisabled' or 'EgressEnabled'" }) &&
      networkStatus === SessionNetworkStatus.EGRESS_ENABLED
    ) {
      findings.warn(
        'egress-enabled',
        'networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away',
      );
    }
  },
  checkManagement,
];

/** Applies the rules that all pools share and those of one kind, and throws where one is broken. */
export function validatePool<P extends SessionPoolOptions>(
  pool: Construct,
  kind: 'CodeInterpreterPool' | 'CustomContainerPool',
  props: P,
  rules: Array<Rule<P>>,
  usedFeatures: (props: P) => UsedFeatures,
  welcomeFeatures: Feature[] = [],
): ValidatedPool {
  const findings = new Findings();
  checkProperties(props, `${kind}Props`, kind, findings);
  for (const rule of [...POOL_RULES, ...rules]) {
    rule(props, findings, pool);
  }
  const apiVersion = selectApiVersion(usedFeatures(props), props.apiVersion, findings, welcomeFeatures);
  const name = props.sessionPoolName ?? generatedName(pool);
  warnOfSharedName(pool, { prop: 'sessionPoolName', type: SESSION_POOL_TYPE, parentId: props.resourceGroupId, name }, findings);
  reportFindings(pool, kind, findings, props);
  return { name, apiVersion, planTimeChecks: findings.planTimeChecks };
}

/** The cooldown of a timed lifecycle. */
export function checkCooldown(prop: string, seconds: number | undefined, findings: Findings): void {
  if (findings.integer(prop, seconds, { min: 300, max: 3600, unit: 'seconds' }) && seconds! > 900) {
    findings.warn('long-cooldown', `${prop} is ${seconds} seconds: what ran in an idle session stays there for more than 15 minutes`);
  }
}

/** Whether both numbers can be compared now. */
export function areKnown(...numbers: Array<number | undefined>): boolean {
  return numbers.every(number => Number.isInteger(number) && !isToken(number));
}
