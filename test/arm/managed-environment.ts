import { ArmError } from './arm-error';
import { guidOf } from './guid';
import { renderIdentity } from './identity';
import type { JsonObject } from './json';
import { asObject } from './json';
import { displayName, normalizedLocation, requireLocation } from './locations';
import { MANAGED_ENVIRONMENT_API_VERSIONS } from './managed-environment-tree';
import type { ResourceId } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource, ResourceStore } from './resource-store';
import type { Rules } from './rules';
import { orNull, refuseMove, systemData } from './tracked-resource';

/** assumed: the code and the words of the refusals of an environment that nobody has quoted */
const ASSUMED_CODE = 'ManagedEnvironmentInvalidConfiguration';

export function managedEnvironmentKind(tenantId: string, clientId: string): ResourceKind {
  return {
    apiVersions: MANAGED_ENVIRONMENT_API_VERSIONS,
    accept,
    // assumed: environments are written and deleted by operations of the form that session pools have
    writesSlowly: () => true,
    deletesSlowly: true,
    refuseDelete,
    busy,
    createdStatus: () => 201,
    render: resource => render(resource, tenantId, clientId),
    notFound: resourceNotFound,
  };
}

/** source: microsoft/azure-container-apps#701 */
function busy({ name }: ResourceId): ArmError {
  return new ArmError(
    409,
    'ManagedEnvironmentOperationInProgress',
    `Cannot modify Container Apps environment ${name} because another operation is in progress.`,
  );
}

/** assumed: session pools are in the way of deleting an environment, as builders are, whose answer microsoft/azure-container-apps#1012 quotes */
function refuseDelete({ id }: Resource, store: ResourceStore, { refuseEnvironmentInUse }: Rules): ArmError | undefined {
  const pools = store.all().filter(({ body }) => String(asObject(body.properties).environmentId).toLowerCase() === id.key);
  return refuseEnvironmentInUse && pools.length > 0
    ? new ArmError(
        409,
        'ManagedEnvironmentHasSessionPools',
        `The specified environment ${id.name} cannot be deleted because it still contains ${pools.length} SessionPools.`,
      )
    : undefined;
}

/** recorded: `{adjective}-{hash}.{region}.azurecontainerapps.io`. Computable, so that environments need not be here. */
export function defaultDomain(environmentId: string, location: string): string {
  return `jollymoss-${guidOf(environmentId).slice(0, 8)}.${normalizedLocation(location)}.azurecontainerapps.io`;
}

function accept(write: Write): JsonObject {
  const { id, body } = write;
  requireLocation(body.location as string | undefined, id.type);
  refuseMove(write);
  const given = asObject(body.properties);
  const network = asObject(given.vnetConfiguration);
  const logs = asObject(given.appLogsConfiguration);
  const analytics = asObject(logs.logAnalyticsConfiguration);
  // source: schema
  if (!/^[-\w._()]+$/.test(id.name)) throw new ArmError(400, ASSUMED_CODE, `The environment name '${id.name}' is not valid.`);
  if (network.internal === true && !network.infrastructureSubnetId) {
    throw new ArmError(400, ASSUMED_CODE, 'An internal environment must have an infrastructureSubnetId.');
  }
  if (logs.destination === 'log-analytics' && !(analytics.customerId && analytics.sharedKey)) {
    throw new ArmError(400, ASSUMED_CODE, 'The destination log-analytics must have a customerId and a sharedKey.');
  }
  return body;
}

function render(resource: Resource, tenantId: string, clientId: string): JsonObject {
  const { id, body } = resource;
  const given = asObject(body.properties);
  const location = String(body.location);
  return {
    id: id.id,
    name: id.name,
    type: 'Microsoft.App/managedEnvironments',
    location: displayName(location),
    tags: body.tags,
    kind: body.kind,
    systemData: systemData(resource, clientId),
    identity: renderIdentity(asObject(body.identity), id.id, tenantId),
    properties: {
      // assumed: zoneRedundant false and publicNetworkAccess Enabled are an environment's defaults
      zoneRedundant: false,
      publicNetworkAccess: 'Enabled',
      ...given,
      vnetConfiguration: orNull(given.vnetConfiguration),
      appLogsConfiguration: withoutSharedKey(asObject(given.appLogsConfiguration)),
      workloadProfiles: orNull(given.workloadProfiles),
      // source: microsoft/azure-container-apps#433
      provisioningState: resource.provisioningState === 'InProgress' ? 'Waiting' : resource.provisioningState,
      defaultDomain: defaultDomain(id.id, location),
      staticIp: '10.0.0.4',
    },
  };
}

/** source: azapi types: the key is write-only */
function withoutSharedKey(logs: JsonObject): JsonObject {
  const analytics = logs.logAnalyticsConfiguration;
  return { destination: null, ...logs, logAnalyticsConfiguration: analytics ? { ...asObject(analytics), sharedKey: null } : null };
}
