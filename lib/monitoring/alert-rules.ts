import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISessionPoolRef } from '../session-pool-ref';
import { DEFAULT_EVALUATION_MINUTES, DEFAULT_WINDOW_MINUTES } from './alert-defaults';
import { alertResourceGroup, poolResource } from './metric-alert-resource';
import type { SessionPoolAlertProps } from './session-pool-alert';
import type { SessionPoolMetric } from './session-pool-metric';
import type { NearlyFullAlertOptions } from './session-pool-metrics';
import { ACTION_GROUP_ID } from '../arm/resource-ids';
import type { Rule } from '../arm/resource-rules';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { METRIC_ALERT_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import { COMMON_RULES } from '../arm/resource-rules';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { knownNumber } from '../validation/known-numbers';
import { checkProperties } from '../validation/property-rules';
import { reportFindings, throwErrors } from '../validation/report';

const WINDOWS = [1, 5, 15, 30, 60, 360, 720, 1440];
const FREQUENCIES = [1, 5, 15, 30, 60];
const NAME = {
  pattern: /^(?!.*[ .]$)[^#<>%&:\\?/]{1,260}$/,
  rule: 'have 1 to 260 characters without # < > % & : \\ ? /, and no space or dot last',
};
/** What a product of decimal fractions may be too large by. */
const ROUNDING = 0.000001;

const RULES: Array<Rule<SessionPoolAlertProps>> = [
  ({ threshold }, findings) => {
    if (
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
  checkProperties(props, 'SessionPoolAlertProps', 'SessionPoolAlert', findings);
  checkAlert(props ?? {}, findings);
  if (props?.metric) {
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

/** Throws where it cannot be said at how many sessions the pool is nearly full, with what else is wrong with the alert. */
export function validateNearlyFull(path: string, metric: SessionPoolMetric, options: NearlyFullAlertOptions): void {
  const { share, maxConcurrentSessions, ...others } = options;
  const findings = new Findings();
  checkProperties(options, 'NearlyFullAlertOptions', 'NearlyFullAlertOptions', findings);
  if (
    share !== undefined &&
    !isToken(share) &&
    knownNumber('share', share, 'the threshold is computed from it', { above: 0 }, findings) &&
    share > 1
  ) {
    findings.error(`share must be at most 1, got ${share}`);
  }
  const sessions = maxConcurrentSessions ?? definedSessions(metric.pool);
  if (findings.required('maxConcurrentSessions', sessions, 'the size of an imported pool is unknown')) {
    findings.integer('maxConcurrentSessions', sessions, { min: 1 });
  }
  if (findings.errors.length > 0) {
    checkAlert({ ...others, metric, threshold: 1 }, findings);
  }
  throwErrors('SessionPoolAlert', path, findings);
}

function checkAlert(props: SessionPoolAlertProps, findings: Findings): void {
  if (findings.required('metric', props.metric, 'a metric of a pool, such as pool.metrics.ready()')) {
    const common = { ...props, location: 'global', resourceGroupId: props.resourceGroupId ?? alertResourceGroup(props.metric.pool) };
    COMMON_RULES.forEach(rule => rule(common, findings));
  }
  RULES.forEach(rule => rule(props, findings));
}

/** The number of sessions at which a pool is nearly full: a whole number, rounded up. */
export function nearlyFullThreshold({ pool }: SessionPoolMetric, share: number, maxConcurrentSessions: number | undefined): number {
  const sessions = (maxConcurrentSessions ?? definedSessions(pool))!;
  return isToken(sessions) || isToken(share)
    ? Token.asNumber(`\${ceil(${operand(sessions)} * ${operand(share)} - ${ROUNDING})}`)
    : Math.ceil(sessions * share - ROUNDING);
}

function definedSessions(pool: ISessionPoolRef): number | undefined {
  const body = poolResource(pool)?.body as { properties?: { scaleConfiguration?: { maxConcurrentSessions?: number } } } | undefined;
  return body?.properties?.scaleConfiguration?.maxConcurrentSessions;
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
