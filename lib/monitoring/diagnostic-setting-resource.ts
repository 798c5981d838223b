import type { Construct, IConstruct } from 'constructs';
import type { DiagnosticSettingOptions } from './diagnostic-setting-options';
import type { LogDestination } from './log-destination';
import type { SessionPoolDiagnosticsProps } from './session-pool-diagnostics';
import type { SessionPoolMetricDiagnosticsProps } from './session-pool-metric-diagnostics';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { azapiResourceOf } from '../arm/owned-resource';
import { DIAGNOSTIC_SETTING_TYPE } from '../arm/resource-types';
import { AzapiResource } from '../azapi';
import { providerOf } from '../azapi/provider-of';
import { dependenciesOf } from '../terraform/dependencies';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { escapeTemplates } from '../terraform/templates';

/** What validation finds out beside errors. */
export interface ValidatedSetting {
  readonly name: string;
  readonly planTimeChecks: PlanTimeCheck[];
}

/** What is monitored. */
interface Monitored {
  readonly construct: IConstruct;
  readonly id: string;
}

/** The categories of the logs of sessions. The table of the second is `AppEnvSessionLifecycleLogs`. */
const LOG_CATEGORIES = ['AppEnvSessionConsoleLogs', 'AppEnvSessionLifeCycleLogs', 'AppEnvSessionPoolEventLogs'];

/** Defines the ARM resource of a setting that sends the logs of an environment. */
export function defineLogSetting(setting: Construct, props: SessionPoolDiagnosticsProps, validated: ValidatedSetting): AzapiResource {
  const { environment } = props;
  return defineSetting(setting, props, validated, { construct: environment, id: environment.environmentId }, 'logs', LOG_CATEGORIES);
}

/** Defines the ARM resource of a setting that sends the metrics of a pool. */
export function defineMetricSetting(
  setting: Construct,
  props: SessionPoolMetricDiagnosticsProps,
  validated: ValidatedSetting,
): AzapiResource {
  const { pool } = props;
  return defineSetting(setting, props, validated, { construct: pool, id: pool.sessionPoolId }, 'metrics', ['AllMetrics']);
}

function defineSetting(
  setting: Construct,
  props: DiagnosticSettingOptions & { readonly destination: LogDestination },
  { name, planTimeChecks }: ValidatedSetting,
  monitored: Monitored,
  list: 'logs' | 'metrics',
  categories: string[],
): AzapiResource {
  const resource = new AzapiResource(setting, 'Resource', {
    ...escapeTemplates({ type: DIAGNOSTIC_SETTING_TYPE, name, parentId: monitored.id }),
    body: escapeTemplates({
      properties: { ...sinkOf(props.destination), [list]: categories.map(category => ({ category, enabled: true })) },
    }),
    // Azure may answer all categories, those that were not sent disabled, in any order.
    listUniqueIdProperty: { [`properties.${list}`]: 'category' },
    ignoreOtherItemsInList: [`properties.${list}`],
    responseExportValues: [],
    ignoreCasing: true,
    ignoreMissingProperty: false,
    retry: RETRY_BUSY,
    provider: props.provider ?? providerOf(monitored.construct, setting),
    dependsOn: dependenciesOf(props.dependsOn),
    lifecycle: lifecycleOf(props, { planTimeChecks }),
  });
  if (props.adoptExisting) {
    adopt(resource, azapiResourceOf(monitored.construct)?._configuredId);
  }
  return resource;
}

/** All destinations, so that another one takes the place of what was there. */
function sinkOf({ workspaceId, storageAccountId, eventHubAuthorizationRuleId, eventHubName }: LogDestination): object {
  return {
    workspaceId: workspaceId ?? null,
    storageAccountId: storageAccountId ?? null,
    eventHubAuthorizationRuleId: eventHubAuthorizationRuleId ?? null,
    eventHubName: eventHubName ?? null,
  };
}
