import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { TaggableAzapiResource } from '../azapi';
import { providerOf } from '../azapi/provider-of';
import type { ISessionPoolRef } from '../session-pool-ref';
import { DEFAULT_EVALUATION_MINUTES, DEFAULT_WINDOW_MINUTES } from './alert-defaults';
import type { SessionPoolAlertProps } from './session-pool-alert';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { azapiResourceOf, resourceGroupOf } from '../arm/owned-resource';
import { METRIC_ALERT_TYPE, SESSION_POOL_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import { dependenciesOf } from '../terraform/dependencies';
import { hcl } from '../terraform/hcl-expression';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { operand } from '../terraform/plan-time-checks';
import { escapeTemplate, escapeTemplates, isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

const DURATIONS: { [minutes: number]: string } = {
  1: 'PT1M',
  5: 'PT5M',
  15: 'PT15M',
  30: 'PT30M',
  60: 'PT1H',
  360: 'PT6H',
  720: 'PT12H',
  1440: 'P1D',
};

/** Defines the ARM resource of an alert whose properties are valid. */
export function defineMetricAlert(alert: Construct, props: SessionPoolAlertProps, planTimeChecks: PlanTimeCheck[]): AzapiResource {
  const { metric } = props;
  const parentId = props.resourceGroupId === undefined ? alertResourceGroup(metric.pool) : escapeTemplates(props.resourceGroupId);
  const resource = new TaggableAzapiResource(alert, 'Resource', {
    ...escapeTemplates({
      type: METRIC_ALERT_TYPE,
      name: props.alertName ?? generatedName(alert),
      location: 'global',
      tags: props.tags,
    }),
    parentId,
    retry: RETRY_BUSY,
    body: escapeTemplates({ properties: alertProperties(props) }),
    responseExportValues: [],
    ignoreCasing: true,
    ignoreMissingProperty: false,
    listUniqueIdProperty: haveNoOrder(props.actionGroupIds) ? { 'properties.actions': 'actionGroupId' } : undefined,
    provider: props.provider ?? providerOf(metric.pool, alert),
    dependsOn: dependenciesOf(props.dependsOn),
    lifecycle: lifecycleOf(props, { planTimeChecks }),
  });
  checkTagsWhenComplete(resource);
  if (props.adoptExisting) {
    adopt(resource, props.resourceGroupId === undefined ? azapiResourceOf(metric.pool)?._armArguments.parent_id : undefined);
  }
  return resource;
}

function alertProperties(props: SessionPoolAlertProps): object {
  const { metric, operator = 'GreaterThan', threshold, aggregation = 'Average' } = props;
  return {
    description: props.description ?? `${metric.metricName} (${aggregation}) ${operator} ${threshold}`,
    severity: props.severity ?? 2,
    enabled: props.enabled ?? true,
    scopes: [metric.resourceId],
    targetResourceType: SESSION_POOL_TYPE,
    evaluationFrequency: duration(props.evaluationFrequencyInMinutes ?? DEFAULT_EVALUATION_MINUTES),
    windowSize: duration(props.windowSizeInMinutes ?? DEFAULT_WINDOW_MINUTES),
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion',
          name: metric.metricName,
          metricNamespace: metric.metricNamespace,
          metricName: metric.metricName,
          timeAggregation: aggregation,
          operator,
          threshold,
          // The scope is the pool already: its only dimension, the name of the pool, would say the same once more.
          dimensions: [],
          skipMetricValidation: false,
        },
      ],
    },
    autoMitigate: true,
    actions: actions(props.actionGroupIds ?? []),
  };
}

/** The resource group of the pool, as text in which `${` is a template. */
export function alertResourceGroup(pool: ISessionPoolRef): string {
  return resourceGroupOf(pool, pool.sessionPoolId);
}

/** Azure answers with these forms only; another one of the same length would be a change in every plan. */
function duration(minutes: number): string {
  return isToken(minutes) ? TerraformExpression.raw(`lookup(${hcl(DURATIONS)}, tostring(${operand(minutes)}), "")`) : DURATIONS[minutes];
}

/** One action group is matched by its position, several by their IDs: Azure answers with them in any order. */
function haveNoOrder(ids: string[] | undefined): boolean {
  return ids !== undefined && (isToken(ids) || ids.length > 1);
}

/** Lower case, since Azure Monitor answers with IDs as they were sent or in lower case, and azapi regards casing where it matches by ID. */
function actions(ids: string[]): unknown {
  return isToken(ids)
    ? Token.asAny(`\${[for id in ${hcl(ids)} : { actionGroupId = lower(id) }]}`)
    : ids.map(id => ({ actionGroupId: isToken(id) ? TerraformExpression.raw(`lower(${operand(escapeTemplate(id))})`) : id.toLowerCase() }));
}
