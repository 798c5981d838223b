import { assignedIdentities, renderIdentity } from './identity';
import type { Json, JsonObject } from './json';
import { asObject, asObjects } from './json';
import { displayName, normalizedLocation } from './locations';
import { defaultDomain } from './managed-environment';
import type { Resource } from './resource-store';
import { MCP_VERSIONS, PROBE_VERSIONS, TEMPLATE_STATUS_VERSIONS } from './session-pool-tree';
import { orNull, systemData } from './tracked-resource';

/** A session pool as it is answered. recorded: PUT PythonLTS, PUT CustomContainer */
export function renderSessionPool(resource: Resource, apiVersion: string, tenantId: string, clientId: string): JsonObject {
  const { id, body } = resource;
  const given = asObject(body.properties);
  const identity = asObject(body.identity);
  const custom = given.containerType === 'CustomContainer';
  const endpoint = poolManagementEndpoint(resource);
  return {
    id: id.id,
    name: id.name,
    // recorded: lower case
    type: 'Microsoft.App/sessionpools',
    location: displayName(String(body.location)),
    tags: body.tags,
    systemData: systemData(resource, clientId),
    properties: {
      provisioningState: resource.provisioningState,
      environmentId: orNull(given.environmentId),
      containerType: given.containerType,
      poolManagementType: given.poolManagementType,
      // source: field report: 0 when Failed. assumed: nodeCount is 1 for a custom container pool that is ready, 0 for any other
      nodeCount: custom && resource.provisioningState === 'Succeeded' ? 1 : 0,
      scaleConfiguration: given.scaleConfiguration,
      // recorded: names only. assumed: secrets are null when a pool has none
      secrets: given.secrets === undefined ? null : asObjects(given.secrets).map(({ name }) => ({ name })),
      dynamicPoolConfiguration: given.dynamicPoolConfiguration,
      customContainerTemplate: custom ? template(asObject(given.customContainerTemplate), apiVersion) : null,
      sessionNetworkConfiguration: given.sessionNetworkConfiguration,
      poolManagementEndpoint: endpoint,
      // recorded: null for PythonLTS, a list for CustomContainer
      ...(apiVersion >= '2024-10' && { managedIdentitySettings: custom ? identitySettings(given, identity) : null }),
      ...(MCP_VERSIONS.includes(apiVersion) && { mcpServerSettings: mcpServerSettings(given.mcpServerSettings, endpoint) }),
      ...(TEMPLATE_STATUS_VERSIONS.includes(apiVersion) && {
        templateUpdateStatus: custom ? templateUpdateStatus(resource, apiVersion) : null,
      }),
    },
    ...(apiVersion >= '2024-10' && { identity: renderIdentity(identity, id.id, tenantId) }),
  };
}

/** recorded: both forms */
function poolManagementEndpoint({ id, body }: Resource): string {
  const region = normalizedLocation(String(body.location));
  const { environmentId, containerType } = asObject(body.properties);
  return containerType === 'CustomContainer'
    ? `https://${id.name}.${defaultDomain(String(environmentId), region)}`
    : `https://${region}.dynamicsessions.io/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroup}/sessionPools/${id.name}`;
}

/** recorded: registryCredentials null when unset, null fields of a container left out */
function template(given: JsonObject, apiVersion: string): JsonObject {
  // assumed: an api version does not answer probes that it has not in its schema
  const containers = asObjects(given.containers).map(({ probes, ...container }) => ({
    ...container,
    ...(PROBE_VERSIONS.includes(apiVersion) && { probes }),
  }));
  return { ...given, containers, registryCredentials: orNull(given.registryCredentials) };
}

/** source: CLI test: assigned identities that are not listed come back with the lifecycle None */
function identitySettings(given: JsonObject, identity: JsonObject): Json[] {
  const listed = asObjects(given.managedIdentitySettings);
  const names = listed.map(setting => String(setting.identity).toLowerCase());
  const others = assignedIdentities(identity).filter(id => !names.includes(id.toLowerCase()));
  return [...listed.map(setting => ({ lifecycle: 'None', ...setting })), ...others.map(id => ({ identity: id, lifecycle: 'None' }))];
}

/** recorded: null when unset. assumed: the MCP endpoint is the management endpoint with /mcp */
function mcpServerSettings(given: Json | undefined, endpoint: string): Json {
  const settings = asObject(given);
  if (settings.isMcpServerEnabled !== true) return orNull(given);
  return { isMcpServerApiKeyDisabled: false, ...settings, mcpServerEndpoint: `${endpoint}/mcp` };
}

/**
 * source: TypeSpec: the template that sessions have and the one that they are to have, for custom container pools. assumed: the active template is
 * that of the last write that has succeeded, and the desired one counts its sessions as pending until its own write has
 */
function templateUpdateStatus({ body, active, provisioningState }: Resource, apiVersion: string): Json {
  const expected = Number(asObject(asObject(body.properties).scaleConfiguration).readySessionInstances ?? 0);
  const status = (of: JsonObject, ready: number) => {
    const { containers, ingress } = template(asObject(asObject(of.properties).customContainerTemplate), apiVersion);
    const counts = { expectedCount: expected, readyCount: ready, pendingCount: expected - ready };
    return { containers, ingress, status: { ...counts, imagePullFailCount: 0, crashCount: 0, allocatedCount: 0 } };
  };
  return {
    activeTemplate: active ? status(active, expected) : null,
    desiredTemplate: status(body, provisioningState === 'Succeeded' ? expected : 0),
  };
}
