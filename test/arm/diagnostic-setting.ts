import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import { asObject, asObjects } from './json';
import { parseResourceId } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource } from './resource-store';

export const DIAGNOSTIC_SETTINGS_TYPE = 'Microsoft.Insights/diagnosticSettings';

interface Categories {
  readonly logs: readonly string[];
  readonly metrics: readonly string[];
}

/** source: documentation of the categories of Microsoft.App; a published live run for those of sessions */
const CATEGORIES: { readonly [type: string]: Categories } = {
  'microsoft.app/managedenvironments': {
    logs: [
      'ContainerAppConsoleLogs',
      'ContainerAppSystemLogs',
      'AppEnvSpringAppConsoleLogs',
      'AppEnvSessionConsoleLogs',
      'AppEnvSessionLifeCycleLogs',
      'AppEnvSessionPoolEventLogs',
    ],
    metrics: ['AllMetrics'],
  },
  'microsoft.app/sessionpools': { logs: [], metrics: ['AllMetrics'] },
};
const CATEGORY_GROUPS = ['allLogs', 'audit'];
const DESTINATIONS = ['workspaceId', 'storageAccountId', 'eventHubAuthorizationRuleId', 'marketplacePartnerId'];

/** An extension of a resource that sends its logs and metrics somewhere. */
export function diagnosticSettingKind(): ResourceKind {
  return {
    apiVersions: ['2021-05-01-preview'],
    accept,
    // source: REST documentation: a create answers 200
    createdStatus: () => 200,
    render,
    notFound: resourceNotFound,
  };
}

/** A setting with the categories that it does not have, disabled. */
export function withAllCategories(answer: JsonObject): JsonObject {
  const properties = asObject(answer.properties);
  const known = CATEGORIES[parseResourceId(parseResourceId(String(answer.id))?.scope ?? '')?.type.toLowerCase() ?? ''];
  const all = (items: JsonObject[], categories: readonly string[]) => [
    ...items,
    ...categories
      .filter(name => items.every(({ category }) => category !== name))
      .map(category => answeredItem({ category, enabled: false })),
  ];
  return known
    ? {
        ...answer,
        properties: {
          ...properties,
          logs: all(asObjects(properties.logs), known.logs),
          metrics: all(asObjects(properties.metrics), known.metrics),
        },
      }
    : answer;
}

function accept(write: Write): JsonObject {
  const given = asObject(write.body.properties);
  const [logs, metrics] = [asObjects(given.logs), asObjects(given.metrics)];
  const known = CATEGORIES[parseResourceId(write.id.scope)?.type.toLowerCase() ?? ''];
  // assumed: 400 BadRequest and these words for a diagnostic setting without a destination
  if (DESTINATIONS.every(name => given[name] === undefined)) {
    throw new ArmError(400, 'BadRequest', 'At least one data sink needs to be specified.');
  }
  // assumed: 400 BadRequest and these words for a diagnostic setting without a category
  if (logs.length + metrics.length === 0) {
    throw new ArmError(400, 'BadRequest', 'At least one log or metric category needs to be specified.');
  }
  if (known) requireCategories(logs, metrics, known);
  requireWorkspace(write, given.workspaceId as string | undefined);
  refuseSharedSink(write, given);
  return write.body;
}

/** source: hashicorp/terraform-provider-azurerm#2985 */
function requireCategories(logs: JsonObject[], metrics: JsonObject[], known: Categories): void {
  const strange = [
    ...logs.filter(({ category }) => category !== undefined && !known.logs.includes(String(category))),
    ...logs.filter(
      ({ categoryGroup }) => categoryGroup !== undefined && (known.logs.length === 0 || !CATEGORY_GROUPS.includes(String(categoryGroup))),
    ),
    ...metrics.filter(({ category }) => !known.metrics.includes(String(category))),
  ];
  if (strange.length === 0) return;
  throw new ArmError(400, 'BadRequest', `Category '${String(strange[0].category ?? strange[0].categoryGroup)}' is not supported.`);
}

/** assumed: 400 BadRequest and these words for a diagnostic setting whose workspace does not exist */
function requireWorkspace({ exists }: Write, workspaceId: string | undefined): void {
  if (workspaceId === undefined || exists(workspaceId)) return;
  throw new ArmError(400, 'BadRequest', `Resource '${workspaceId}' was not found.`);
}

/** source: hashicorp/terraform-provider-azurerm#21161: a permanent 409 */
function refuseSharedSink({ id, store }: Write, given: JsonObject): void {
  const others = store
    .all()
    .filter(
      other =>
        other.id.key !== id.key && other.id.type === DIAGNOSTIC_SETTINGS_TYPE && other.id.scope.toLowerCase() === id.scope.toLowerCase(),
    );
  for (const other of others) {
    const theirs = asObject(other.body.properties);
    const sink = DESTINATIONS.find(
      name => given[name] !== undefined && String(given[name]).toLowerCase() === String(theirs[name]).toLowerCase(),
    );
    const category = enabledCategories(given).find(name => enabledCategories(theirs).includes(name));
    if (sink && category) {
      throw new ArmError(
        409,
        'Conflict',
        `Data sink '${String(given[sink])}' is already used in diagnostic setting '${other.id.name}' for category ` +
          `'${category}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
      );
    }
  }
}

function enabledCategories({ logs, metrics }: JsonObject): string[] {
  return [...asObjects(logs), ...asObjects(metrics)]
    .filter(({ enabled }) => enabled === true)
    .map(({ category, categoryGroup }) => String(category ?? categoryGroup));
}

/** source: REST documentation: the resource in lower case in the id, null for what was not given, and a retention that is not used any more */
function render({ id, body }: Resource): JsonObject {
  const given = asObject(body.properties);
  return {
    id: `${id.scope.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/${id.name}`,
    type: DIAGNOSTIC_SETTINGS_TYPE,
    name: id.name,
    location: null,
    kind: null,
    tags: null,
    properties: {
      storageAccountId: null,
      serviceBusRuleId: null,
      workspaceId: null,
      eventHubAuthorizationRuleId: null,
      eventHubName: null,
      logAnalyticsDestinationType: null,
      ...given,
      logs: asObjects(given.logs).map(item => ({ categoryGroup: null, ...answeredItem(item) })),
      metrics: asObjects(given.metrics).map(answeredItem),
    },
    identity: null,
  };
}

function answeredItem(item: JsonObject): JsonObject {
  return { retentionPolicy: { enabled: false, days: 0 }, ...item };
}
