import type { Construct, IConstruct } from 'constructs';
import type { DiagnosticSettingOptions } from './diagnostic-setting-options';
import type { ValidatedSetting } from './diagnostic-setting-resource';
import type { LogDestination } from './log-destination';
import { logsDestinationOf } from './log-settings';
import { CONSOLE_TABLE } from './log-tables';
import type { SessionPoolDiagnosticsProps } from './session-pool-diagnostics';
import type { SessionPoolMetricDiagnosticsProps } from './session-pool-metric-diagnostics';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { ENVIRONMENT_ID, EVENT_HUB_RULE_ID, SESSION_POOL_ID, STORAGE_ACCOUNT_ID, WORKSPACE_ID } from '../arm/resource-ids';
import type { Rule } from '../arm/resource-rules';
import { RESOURCE_RULES } from '../arm/resource-rules';
import { DIAGNOSTIC_SETTING_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { checkObject, has } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

const NAME = {
  pattern: /^[^#<>%&:\\?/*.+'"]{0,259}[^#<>%&:\\?/*.+'" ]$/,
  rule: 'have 1 to 260 characters without # < > % & : \\ ? / * . + and quotes, and no space last',
};
const DESTINATION = {
  type: 'LogDestination',
  use: 'LogDestination.logAnalyticsWorkspace, storageAccount or eventHub',
};
const ENVIRONMENT = { type: 'SessionPoolEnvironment', use: 'new SessionPoolEnvironment or SessionPoolEnvironment.fromEnvironmentId' };
const POOL = { type: 'pool', use: 'a pool, or SessionPool.fromSessionPoolId' };
const EVENT_HUB_NAME = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9._-]{0,254}[A-Za-z0-9])?$/,
  rule: 'be 1 to 256 letters, digits, dots, hyphens and underscores, a letter or digit first and last',
};
const MOST_DAYS_QUERIED = 730;
const MOST_DAYS_KEPT = 4383;
const FEWEST_DAYS = 4;

type Props = DiagnosticSettingOptions & { readonly destination: LogDestination };

const SETTING_RULES: Array<Rule<Props>> = [
  ...RESOURCE_RULES,
  ({ settingName }, findings) => findings.text('settingName', settingName, NAME),
  checkManagement,
  ({ destination }, findings) => {
    if (!checkObject('destination', destination, has(destination, 'eventHubAuthorizationRuleId'), DESTINATION, findings)) {
      return;
    }
    const { kind, workspaceId, storageAccountId, eventHubAuthorizationRuleId, eventHubName } = destination;
    const [prop, id, rule] =
      kind === 'Log Analytics workspace'
        ? (['workspaceId', workspaceId, WORKSPACE_ID] as const)
        : kind === 'storage account'
          ? (['storageAccountId', storageAccountId, STORAGE_ACCOUNT_ID] as const)
          : (['eventHubAuthorizationRuleId', eventHubAuthorizationRuleId, EVENT_HUB_RULE_ID] as const);
    if (findings.required(`destination.${prop}`, id, `'${rule.form}'`)) {
      findings.text(`destination.${prop}`, id, rule);
    }
    findings.text('destination.eventHubName', eventHubName, EVENT_HUB_NAME);
  },
];

const TABLE_RULES: Array<Rule<SessionPoolDiagnosticsProps>> = [
  ({ consoleLogsPlan }, findings) =>
    findings.text('consoleLogsPlan', consoleLogsPlan, { pattern: /^(Analytics|Basic)$/, rule: "be 'Analytics' or 'Basic'" }),
  ({ consoleLogsPlan }, findings) => {
    if (isToken(consoleLogsPlan)) {
      findings.error('consoleLogsPlan must be known when the configuration is written, got a token: it decides what is sent to Azure');
    }
  },
  ({ retentionInDays, totalRetentionInDays }, findings) => {
    const days = { min: FEWEST_DAYS, unit: 'days' };
    const isQueried = findings.integer('retentionInDays', retentionInDays, { ...days, max: MOST_DAYS_QUERIED });
    const isKept = findings.integer('totalRetentionInDays', totalRetentionInDays, { ...days, max: MOST_DAYS_KEPT });
    if (isQueried && isKept && totalRetentionInDays! < retentionInDays!) {
      findings.error(`totalRetentionInDays (${totalRetentionInDays}) must not be below retentionInDays (${retentionInDays})`);
    }
  },
  (props, findings) => {
    const { destination, environment } = props;
    for (const prop of ['consoleLogsPlan', 'retentionInDays', 'totalRetentionInDays'] as const) {
      if (props[prop] === undefined || !has(destination, 'kind')) {
        continue;
      }
      if (destination.workspaceId === undefined) {
        const hint = 'it changes the tables of a Log Analytics workspace; use LogDestination.logAnalyticsWorkspace';
        findings.error(`${prop} must be left out for the destination ${show(destination.kind)}, got ${show(props[prop])}: ${hint}`);
      } else if (has(environment, 'environmentId') && logsDestinationOf(environment) === 'log-analytics') {
        findings.error(
          `${prop} must be left out for an environment with EnvironmentLogs.logAnalytics, got ${show(props[prop])}: ` +
            `its console output is in the table ${CONSOLE_TABLE}_CL; use EnvironmentLogs.azureMonitor()`,
        );
      }
    }
  },
];

/** Throws where the properties are not those of diagnostics that Azure accepts; else what is known of them. */
export function validateDiagnostics(diagnostics: Construct, given: SessionPoolDiagnosticsProps): ValidatedSetting {
  const findings = new Findings();
  const props = given ?? {};
  const { environment } = props;
  checkProperties(props, 'SessionPoolDiagnosticsProps', 'SessionPoolDiagnostics', findings);
  if (checkObject('environment', environment, has(environment, 'environmentId'), ENVIRONMENT, findings)) {
    findings.text('environment.environmentId', environment.environmentId, ENVIRONMENT_ID);
    if (logsDestinationOf(environment) === 'none') {
      findings.warn(
        'logs-go-nowhere',
        'the environment has EnvironmentLogs.none(): it collects no logs that the diagnostic setting could send; use EnvironmentLogs.azureMonitor()',
      );
    }
  }
  TABLE_RULES.forEach(rule => rule(props, findings, diagnostics));
  return validateSetting(diagnostics, 'SessionPoolDiagnostics', props, environment, environment?.environmentId, findings);
}

/** Throws where the properties are not those of metric diagnostics that Azure accepts; else what is known of them. */
export function validateMetricDiagnostics(diagnostics: Construct, given: SessionPoolMetricDiagnosticsProps): ValidatedSetting {
  const findings = new Findings();
  const props = given ?? {};
  const { pool } = props;
  checkProperties(props, 'SessionPoolMetricDiagnosticsProps', 'SessionPoolMetricDiagnostics', findings);
  if (checkObject('pool', pool, has(pool, 'sessionPoolId'), POOL, findings)) {
    findings.text('pool.sessionPoolId', pool.sessionPoolId, SESSION_POOL_ID);
  }
  return validateSetting(diagnostics, 'SessionPoolMetricDiagnostics', props, pool, pool?.sessionPoolId, findings);
}

function validateSetting(
  setting: Construct,
  kind: string,
  props: Props,
  monitored: IConstruct | undefined,
  parentId: string,
  findings: Findings,
): ValidatedSetting {
  SETTING_RULES.forEach(rule => rule(props, findings, setting));
  const name = props.settingName ?? generatedName(setting);
  if (monitored) {
    warnOfSharedName(setting, { prop: 'settingName', type: DIAGNOSTIC_SETTING_TYPE, parentId, name }, findings);
  }
  reportFindings(setting, kind, findings, props);
  return { name, planTimeChecks: findings.planTimeChecks };
}
