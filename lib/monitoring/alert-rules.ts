import type { Construct } from 'constructs';
import { DEFAULT_EVALUATION_MINUTES, DEFAULT_WINDOW_MINUTES } from './alert-defaults';
import { alertResourceGroup } from './metric-alert-resource';
import type { NearlyFullAlertProps } from './nearly-full';
import { checkNearlyFull } from './nearly-full';
import type { SessionPoolAlertProps } from './session-pool-alert';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { ACTION_GROUP_ID, RESOURCE_GROUP_ID } from '../arm/resource-ids';
import type { Rule } from '../arm/resource-rules';
import { RESOURCE_RULES } from '../arm/resource-rules';
import { METRIC_ALERT_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { checkObject, has } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

const METRIC = { type: 'SessionPoolMetric', use: 'a metric of a pool, such as pool.metrics.ready()' };
/** ARM takes no more for one alert. */
const MOST_ACTION_GROUPS = 5;
const WINDOWS = [1, 5, 15, 30, 60, 360, 720, 1440];
const FREQUENCIES = [1, 5, 15, 30, 60];
const NAME = {
  pattern: /^[^#<>%&:\\?/]{0,259}[^#<>%&:\\?/ .]$/,
  rule: 'have 1 to 260 characters without # < > % & : \\ ? /, and no space or dot last',
};

const RULES: Array<Rule<SessionPoolAlertProps>> = [
  (props, findings) => {
    const { threshold } = props;
    const { nearlyFull } = props as Partial<NearlyFullAlertProps>;
    if (nearlyFull) {
      checkNearlyFull(nearlyFull, findings);
    } else if (
      findings.required('threshold', threshold, 'the number that the metric is compared with') &&
      !isToken(threshold) &&
      !Number.isFinite(threshold)
    ) {
      findings.error(`threshold must be a number, got ${show(threshold)}`);
    }
  },
  ({ operator }, findings) =>
    findings.text('operator', operator, {
      pattern: /^(GreaterThan|LessThan)(OrEqual)?$|^Equals$/,
      rule: 'be a value of MetricOperator',
    }),
  ({ aggregation }, findings) =>
    findings.text('aggregation', aggregation, {
      pattern: /^(Average|Maximum|Minimum|Total)$/,
      rule: 'be a value of MetricAggregation',
    }),
  ({ actionGroupIds }, findings) => {
    findings.atMost('actionGroupIds', actionGroupIds, MOST_ACTION_GROUPS);
    if (findings.list('actionGroupIds', actionGroupIds)) {
      actionGroupIds.forEach((id, index) => {
        findings.required(`actionGroupIds[${index}]`, id, 'the id of an action group');
        findings.text(`actionGroupIds[${index}]`, id, ACTION_GROUP_ID);
      });
    }
  },
  ({ severity }, findings) => findings.integer('severity', severity, { min: 0, max: 4 }),
  (props, findings) => {
    const windowSizeInMinutes = props.windowSizeInMinutes ?? DEFAULT_WINDOW_MINUTES;
    const evaluationFrequencyInMinutes = props.evaluationFrequencyInMinutes ?? DEFAULT_EVALUATION_MINUTES;
    const window = checkMinutes('windowSizeInMinutes', windowSizeInMinutes, WINDOWS, findings);
    const evaluation = checkMinutes('evaluationFrequencyInMinutes', evaluationFrequencyInMinutes, FREQUENCIES, findings);
    if (window && evaluation && evaluationFrequencyInMinutes > windowSizeInMinutes) {
      findings.error(
        `evaluationFrequencyInMinutes (${evaluationFrequencyInMinutes}) must not be above windowSizeInMinutes (${windowSizeInMinutes})`,
      );
    }
  },
  ({ description }, findings) => findings.literal('description', description),
  ({ enabled }, findings) => findings.boolean('enabled', enabled),
  ({ alertName }, findings) => findings.text('alertName', alertName, NAME),
  checkManagement,
];

/** Throws where the properties are not those of an alert that Azure Monitor accepts; else gives what Terraform has to check. */
export function validateAlert(alert: Construct, props: SessionPoolAlertProps): PlanTimeCheck[] {
  const findings = new Findings();
  const { nearlyFull } = (props ?? {}) as Partial<NearlyFullAlertProps>;
  if (nearlyFull) {
    checkProperties(nearlyFull.options, 'NearlyFullAlertOptions', 'NearlyFullAlertOptions', findings);
  } else {
    checkProperties(props, 'SessionPoolAlertProps', 'SessionPoolAlert', findings);
  }
  checkAlert(alert, props ?? {}, findings);
  if (has(props?.metric, 'pool')) {
    const parentId = props.resourceGroupId ?? alertResourceGroup(props.metric.pool);
    warnOfSharedName(
      alert,
      { prop: 'alertName', type: METRIC_ALERT_TYPE, parentId, name: props.alertName ?? generatedName(alert) },
      findings,
    );
  }
  reportFindings(alert, 'SessionPoolAlert', findings, props ?? {});
  return findings.planTimeChecks;
}

function checkAlert(alert: Construct, props: SessionPoolAlertProps, findings: Findings): void {
  if (checkObject('metric', props.metric, has(props.metric, 'pool'), METRIC, findings)) {
    RESOURCE_RULES.forEach(rule => rule(props, findings, alert));
    findings.text('resourceGroupId', props.resourceGroupId, RESOURCE_GROUP_ID);
  }
  RULES.forEach(rule => rule(props, findings, alert));
}

function checkMinutes(prop: string, minutes: number, allowed: number[], findings: Findings): boolean {
  const message = (got: string) => `${prop} must be one of ${allowed.join(', ')} (minutes), got ${got}`;
  if (isToken(minutes)) {
    const reference = operand(minutes);
    findings.checkAtPlan(`contains([${allowed.join(', ')}], ${reference})`, message(`\${${reference}}`));
    return false;
  }
  if (!allowed.includes(minutes)) {
    findings.error(message(show(minutes)));
    return false;
  }
  return true;
}
