import type { IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import type { ValidatedEnvironment } from './environment-resource';
import { hasSubnet, isInternal } from './environment-resource';
import { PublicNetworkAccess } from './public-network-access';
import type { SessionPoolEnvironmentProps, SessionPoolEnvironmentReferenceOptions } from './session-pool-environment';
import type { WorkloadProfile } from './workload-profile';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { ENVIRONMENT_ID, SUBNET_ID } from '../arm/resource-ids';
import { COMMON_RULES } from '../arm/resource-rules';
import type { Rule } from '../arm/resource-rules';
import { ENVIRONMENT_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import { checkSecretOrigin } from '../credentials/secret-origin-rules';
import { presenceCheck } from '../credentials/secret-presence';
import { checkLiteralSecret } from '../credentials/secret-rules';
import { operand } from '../terraform/plan-time-checks';
import { sharedElements } from '../terraform/stack-elements';
import { isToken } from '../terraform/templates';
import { refuseAtSynthesis, warnAtSynthesis } from '../validation/at-synthesis';
import { Findings, show } from '../validation/findings';
import { checkObject, checkObjectList, has } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

const FOR_ERRORS = sharedElements();
const FOR_WARNINGS = sharedElements();
const NAME = {
  pattern: /^[A-Za-z](-?[A-Za-z0-9])+$/,
  and: /^.{2,60}$/,
  rule: 'be 2 to 60 letters, digits and single hyphens, a letter first and no hyphen last',
};
const PROFILE = { type: 'WorkloadProfile', use: 'WorkloadProfile.consumption or WorkloadProfile.dedicated' };
const LOGS = { type: 'EnvironmentLogs', use: 'EnvironmentLogs.azureMonitor, logAnalytics or none' };
const PROFILE_NAME = { pattern: /^[A-Za-z][A-Za-z0-9-]{0,14}$/, rule: 'be 1 to 15 letters, digits and hyphens, a letter first' };
const PROFILE_TYPE = { pattern: /^[A-Za-z][A-Za-z0-9-]*$/, rule: "be a type such as 'Consumption', 'D4' or 'E8'" };

const RULES: Array<Rule<SessionPoolEnvironmentProps>> = [
  ...COMMON_RULES,
  ({ environmentName }, findings) => findings.text('environmentName', environmentName, NAME),
  checkManagement,
  ({ infrastructureSubnetId }, findings) => findings.text('infrastructureSubnetId', infrastructureSubnetId, SUBNET_ID),
  checkWorkloadProfiles,
  (props, findings) => {
    for (const prop of ['internal', 'zoneRedundant'] as const) {
      findings.boolean(prop, props[prop]);
      if (!hasSubnet(props)) {
        checkFalse(props[prop], `${prop} must be false without infrastructureSubnetId, got true`, findings);
      }
    }
    if (
      findings.text('publicNetworkAccess', props.publicNetworkAccess, { pattern: /^(En|Dis)abled$/, rule: "be 'Enabled' or 'Disabled'" }) &&
      props.publicNetworkAccess === PublicNetworkAccess.ENABLED &&
      isInternal(props) === true
    ) {
      findings.error(
        "publicNetworkAccess must be 'Disabled' for an internal environment, got 'Enabled': set internal to false, or leave publicNetworkAccess out",
      );
    }
  },
  ({ logs }, findings) => {
    if (logs === undefined || logs === null || !checkObject('logs', logs, has(logs, 'destination'), LOGS, findings)) {
      return;
    }
    findings.text('logs.destination', logs.destination, {
      pattern: /^(log-analytics|azure-monitor|none)$/,
      rule: "be 'log-analytics', 'azure-monitor' or 'none'",
    });
    if (logs.destination === 'log-analytics') {
      findings.required('logs.customerId', logs.customerId, 'the id of the Log Analytics workspace, a GUID');
      findings.hidden.text('logs.customerId', logs.customerId, {
        pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
        rule: 'be a GUID',
      });
      checkLiteralSecret('logs.sharedKey', logs.sharedKey, findings);
    }
  },
];

/** Throws where the properties are not those of an environment that session pools can use; else what is known of it. */
export function validateEnvironment(environment: Construct, props: SessionPoolEnvironmentProps): ValidatedEnvironment {
  const findings = new Findings();
  checkProperties(props, 'SessionPoolEnvironmentProps', 'SessionPoolEnvironment', findings);
  RULES.forEach(rule => rule(props, findings, environment));
  const name = props.environmentName ?? generatedName(environment);
  warnOfSharedName(environment, { prop: 'environmentName', type: ENVIRONMENT_TYPE, parentId: props.resourceGroupId, name }, findings);
  reportFindings(environment, 'SessionPoolEnvironment', findings, props);
  const { sharedKey } = props.logs ?? {};
  const planTimeChecks = [...findings.planTimeChecks, ...(sharedKey ? [presenceCheck(environment, 'logs.sharedKey', sharedKey)] : [])];
  return { name, planTimeChecks };
}

/** Refuses a shared key that turns out to be a literal or that of another stack. */
export function checkSharedKey(environment: Construct, resource: AzapiResource, props: SessionPoolEnvironmentProps): void {
  const { sharedKey } = props.logs ?? {};
  if (!sharedKey) {
    return;
  }
  const check = (shared: typeof FOR_ERRORS) => {
    const findings = new Findings();
    checkSecretOrigin(environment, shared.for(environment), { prop: 'logs.sharedKey', value: sharedKey }, findings);
    return findings;
  };
  refuseAtSynthesis(environment, 'SessionPoolEnvironment', resource, () => check(FOR_ERRORS).errors);
  warnAtSynthesis(environment, 'SessionPoolEnvironment', props, () => check(FOR_WARNINGS).warnings);
}

/** Throws where it is not the id of an environment. */
export function validateEnvironmentId(
  environment: Construct,
  environmentId: string,
  options: SessionPoolEnvironmentReferenceOptions,
): void {
  const findings = new Findings();
  checkProperties(options, 'SessionPoolEnvironmentReferenceOptions', 'SessionPoolEnvironmentReferenceOptions', findings);
  checkEnvironmentId('environmentId', environmentId, findings);
  reportFindings(environment, 'SessionPoolEnvironment', findings, options);
}

/** The id of an environment. */
export function checkEnvironmentId(prop: string, environmentId: string, findings: Findings): void {
  if (findings.required(prop, environmentId, `'${ENVIRONMENT_ID.form}'`)) {
    findings.text(prop, environmentId, ENVIRONMENT_ID);
  }
}

/** Terraform checks a token. */
function checkFalse(value: boolean | IResolvable | undefined, errorMessage: string, findings: Findings): void {
  if (value === true) {
    findings.error(errorMessage);
  } else if (isToken(value)) {
    findings.checkAtPlan(`!${operand(value as IResolvable)}`, errorMessage);
  }
}

/** Azure refuses counts of consumption profiles, and dedicated ones without. */
function checkCounts(path: string, profile: WorkloadProfile, findings: Findings): void {
  const { workloadProfileType: type } = profile;
  if (typeof type !== 'string' || isToken(type)) {
    return;
  }
  const isConsumption = /^consumption/i.test(type);
  for (const prop of ['minimumCount', 'maximumCount'] as const) {
    const isGiven = profile[prop] !== undefined && profile[prop] !== null;
    if (isConsumption && isGiven) {
      findings.error(`${path}.${prop} must not be given for ${show(type)}, which is billed by use: use WorkloadProfile.consumption`);
    } else if (!isConsumption && !isGiven) {
      findings.error(`${path}.${prop} must be given: the number of nodes of ${show(type)}`);
    }
  }
}

function checkWorkloadProfiles({ workloadProfiles }: SessionPoolEnvironmentProps, findings: Findings): void {
  if (!checkObjectList('workloadProfiles', workloadProfiles, PROFILE, findings)) {
    return;
  }
  if (workloadProfiles.length === 0) {
    findings.error(
      'workloadProfiles must have at least one profile, which session pools need, got none: leave it out, or give WorkloadProfile.consumption()',
    );
  }
  workloadProfiles.forEach((profile, index) => {
    const path = `workloadProfiles[${index}]`;
    const { name, workloadProfileType, minimumCount, maximumCount } = profile ?? {};
    if (!checkObject(path, profile, has(profile, 'workloadProfileType'), PROFILE, findings)) {
      return;
    }
    findings.required(`${path}.name`, name, 'the name of the profile in the environment');
    findings.text(`${path}.name`, name, PROFILE_NAME);
    findings.required(`${path}.workloadProfileType`, workloadProfileType, "a type such as 'D4'");
    findings.text(`${path}.workloadProfileType`, workloadProfileType, PROFILE_TYPE);
    checkCounts(path, profile, findings);
    const minimumIsKnown = findings.integer(`${path}.minimumCount`, minimumCount, { min: 0 });
    const maximumIsKnown = findings.integer(`${path}.maximumCount`, maximumCount, { min: 1 });
    if (minimumIsKnown && maximumIsKnown && minimumCount! > maximumCount!) {
      findings.error(`${path}.minimumCount (${minimumCount}) must not be above maximumCount (${maximumCount})`);
    }
    if (workloadProfiles.findIndex(other => other?.name === name) < index) {
      findings.error(`workloadProfiles must have each name once, got ${show(name)} again`);
    }
  });
}
