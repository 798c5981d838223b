import { Construct } from 'constructs';
import { McpServerOptions } from '../mcp-server';
import { SessionNetworkStatus } from '../session-network-status';
import { SessionPoolOptions } from '../session-pool';
import { Feature, SelectedApiVersion, selectApiVersion } from './api-versions';
import { Findings, show } from './findings';
import { PlanTimeCheck } from './plan-time-checks';
import { hasSessionPools } from './regions';
import { RESOURCE_GROUP_ID } from './resource-ids';
import { checkTags } from './tag-rules';
import { isToken } from './templates';

/** One line of a table of rules. */
export type Rule<P> = (props: P, findings: Findings) => void;

/** What validation finds out beside errors. */
export interface ValidatedPool {
  readonly name: string;
  readonly apiVersion: SelectedApiVersion;
  readonly planTimeChecks: PlanTimeCheck[];
}

const NAME = { pattern: /^(?!.*--)[a-z][a-z0-9-]{1,61}[a-z0-9]$/, rule: 'be 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last' };
const LOCATION = { pattern: /^[A-Za-z][A-Za-z0-9 ]*$/, rule: "be a region such as 'westus2' or 'West US 2'" };
const DURATION = { pattern: /^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h))+$/, rule: "be a duration such as '90s', '30m' or '1h30m'" };

const COMMON_RULES: Array<Rule<SessionPoolOptions>> = [
  ({ resourceGroupId }, findings) => {
    findings.required('resourceGroupId', resourceGroupId, "the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'");
    findings.text('resourceGroupId', resourceGroupId, RESOURCE_GROUP_ID);
  },
  ({ location }, findings) => {
    findings.required('location', location, "a region such as 'westus2'");
    if (findings.text('location', location, LOCATION) && !hasSessionPools(location)) {
      findings.warn('unknown-region', `location '${location}' is in no list of regions with session pools: the create may fail with LocationNotAvailableForResourceType`);
    }
  },
  ({ sessionPoolName }, findings) => {
    if (!findings.text('sessionPoolName', sessionPoolName, NAME)) {
      return;
    }
    if (sessionPoolName!.includes('-')) {
      findings.warn('name-hyphen', `sessionPoolName '${sessionPoolName}' has a hyphen, which ARM accepts and azapi's schema refuses: azapi's schema check is off for this pool`);
    }
    if (sessionPoolName!.length > 32) {
      findings.warn('name-length', `sessionPoolName '${sessionPoolName}' has ${sessionPoolName!.length} characters: the Azure CLI manages pools with up to 32`);
    }
  },
  ({ networkStatus }, findings) => {
    if (findings.text('networkStatus', networkStatus, { pattern: /^Egress(Dis|En)abled$/, rule: "be 'EgressDisabled' or 'EgressEnabled'" })
        && networkStatus === SessionNetworkStatus.EGRESS_ENABLED) {
      findings.warn('egress-enabled', 'networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away');
    }
  },
  ({ tags }, findings) => checkTags(tags, findings),
  ({ timeouts }, findings) => {
    for (const [operation, duration] of Object.entries(timeouts ?? {})) {
      findings.text(`timeouts.${operation}`, duration, DURATION);
    }
  },
  ({ provider }, findings) => {
    if (provider && provider.terraformResourceType !== 'azapi') {
      findings.error(`provider must be an azapi provider, got ${show(provider.terraformResourceType)}`);
    }
  },
];

/** Applies the rules that all pools share and those of one kind, and throws where one is broken. */
export function validatePool<P extends SessionPoolOptions>(
  pool: Construct,
  kind: string,
  given: P,
  rules: Array<Rule<P>>,
  usedFeatures: (props: P) => Feature[],
): ValidatedPool {
  const findings = new Findings();
  const props = given ?? {};
  for (const rule of [...COMMON_RULES, ...rules]) {
    rule(props, findings);
  }
  const apiVersion = selectApiVersion(usedFeatures(props), props.apiVersion, findings);
  findings.report(pool, kind, props.acknowledgedWarnings);
  return { name: props.sessionPoolName ?? generatedName(pool), apiVersion, planTimeChecks: findings.planTimeChecks };
}

/** The cooldown of a timed lifecycle. */
export function checkCooldown(prop: string, seconds: number | undefined, findings: Findings): void {
  if (findings.integer(prop, seconds, { min: 300, max: 3600, unit: 'seconds' }) && seconds! > 900) {
    findings.warn('long-cooldown', `${prop} is ${seconds} seconds: what ran in an idle session stays there for more than 15 minutes`);
  }
}

/** The settings of the MCP server. */
export function checkMcpServer(mcpServer: McpServerOptions | undefined, findings: Findings): void {
  findings.boolean('mcpServer.apiKeyDisabled', mcpServer?.apiKeyDisabled);
}

/** A name made from the path: stable, unique in the app, free of hyphens and short enough for the Azure CLI. */
function generatedName(pool: Construct): string {
  const readable = pool.node.path.replace(/[^A-Za-z0-9]/g, '').toLowerCase().replace(/^[0-9]+/, '');
  return `${readable.slice(0, 24) || 'pool'}${pool.node.addr.slice(-8)}`;
}

/** Whether both numbers can be compared now. */
export function areKnown(...numbers: Array<number | undefined>): boolean {
  return numbers.every(number => Number.isInteger(number) && !isToken(number));
}
