import { ArmError } from './arm-error';
import { guidOf } from './guid';
import type { JsonObject } from './json';
import { asObject, asObjects } from './json';
import { requireLocation } from './locations';
import type { ResourceId } from './resource-id';
import type { ResourceActions, ResourceKind, Write } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource } from './resource-store';
import { renderSessionPool } from './session-pool-answer';
import { properties } from './session-pool-body';
import { refuseEnvironment, refuseIdentities } from './session-pool-references';
import { ASSUMED_CODE, isCustomContainer, refuseSessionPool } from './session-pool-refusals';
import { MCP_VERSIONS, PROBE_VERSIONS, SESSION_POOL_API_VERSIONS } from './session-pool-tree';
import { refuseMove } from './tracked-resource';

const MCP_ACTIONS: ResourceActions = {
  fetchmcpservercredentials: resource => ({ apiKey: apiKey(resource) }),
  rotatemcpservercredentials: resource => {
    resource.body = { ...resource.body, apiKeyVersion: apiKeyVersion(resource) + 1 };
    return { apiKey: apiKey(resource) };
  },
};

export function sessionPoolKind(tenantId: string, clientId: string): ResourceKind {
  return {
    apiVersions: SESSION_POOL_API_VERSIONS,
    // recorded: 2025-02-02-preview answers mcpServerSettings although its schema lacks them
    schemaVersion: version => (version === '2025-02-02-preview' ? '2025-10-02-preview' : version),
    // recorded: the CLI sends these and they are ignored
    ignoredProperties: /^properties\.(secrets\[\d+\]\.(keyVaultUrl|identity)|customContainerTemplate\.containers\[\d+\]\.volumeMounts)$/,
    accept,
    outcome,
    // recorded: PUT CustomContainer answers 201 and goes on, PUT PythonLTS answers 200 and is done
    writesSlowly: body => isCustomContainer(properties(body)),
    createdStatus: body => (isCustomContainer(properties(body)) ? 201 : 200),
    // recorded: DELETE answers 202
    deletesSlowly: true,
    busy,
    render: (resource, apiVersion) => renderSessionPool(resource, apiVersion, tenantId, clientId),
    // source: TypeSpec: in the previews from 2025-10-02-preview
    actions: apiVersion => (apiVersion >= '2025-10-02-preview' && apiVersion.endsWith('-preview') ? MCP_ACTIONS : {}),
    notFound: resourceNotFound,
  };
}

/** assumed: 409 for a write to a pool during an operation of it, with OperationInProgress in the code as of container apps and environments */
function busy({ name }: ResourceId): ArmError {
  return new ArmError(
    409,
    'SessionPoolOperationInProgress',
    `Cannot modify session pool ${name} because another operation is in progress.`,
  );
}

function accept(write: Write): JsonObject {
  requireLocation(write.body.location as string | undefined, write.id.type);
  refuseMove(write);
  refuseImmutable(write);
  refuseSessionPool(write);
  refuseIdentities(write);
  refuseEnvironment(write);
  return withDefaults(write);
}

/** source: SDK: create-only; the CLI cannot update them. assumed: the code and the words of refusing another container type, environment or management type */
function refuseImmutable({ body, existing }: Write): void {
  const was = properties(existing?.body ?? body);
  const becomes = properties(body);
  const changed = (['containerType', 'environmentId', 'poolManagementType'] as const).find(
    name => was[name]?.toLowerCase() !== becomes[name]?.toLowerCase(),
  );
  if (changed) throw new ArmError(400, ASSUMED_CODE, `The property '${changed}' cannot be changed.`);
}

function withDefaults(write: Write): JsonObject {
  const { body, apiVersion } = write;
  const given = asObject(body.properties);
  const scale = asObject(given.scaleConfiguration);
  const dynamic = asObject(given.dynamicPoolConfiguration);
  const custom = isCustomContainer(properties(body));
  const type = apiVersion < '2025' ? 'executionType' : 'lifecycleType';
  const lifecycle =
    apiVersion < '2025'
      ? { [type]: 'Timed', ...dynamic }
      : { lifecycleConfiguration: { [type]: 'Timed', ...asObject(dynamic.lifecycleConfiguration) } };
  return {
    ...body,
    properties: {
      ...given,
      // source: CLI and documentation: Timed and EgressDisabled are the defaults
      dynamicPoolConfiguration: { ...dynamic, ...lifecycle },
      sessionNetworkConfiguration: { status: 'EgressDisabled', ...asObject(given.sessionNetworkConfiguration) },
      // recorded: PUT PythonLTS drops readySessionInstances
      scaleConfiguration: custom ? scale : { ...scale, readySessionInstances: undefined },
      // source: microsoft-foundry/foundry-samples#822: accepted and dropped for CustomContainer
      mcpServerSettings: custom ? undefined : given.mcpServerSettings,
      ...keptFromOtherVersions(write, given),
    },
  };
}

/** assumed: what a PUT cannot say at its api version is dropped, or kept, as the rule unknownToVersion says */
function keptFromOtherVersions({ existing, apiVersion, rules }: Write, given: JsonObject): JsonObject {
  if (!existing || rules.unknownToVersion === 'dropped') return {};
  const was = asObject(existing.body.properties);
  const template = asObject(given.customContainerTemplate);
  const probes = asObjects(asObject(was.customContainerTemplate).containers).map(container => container.probes);
  const containers = asObjects(template.containers).map((container, index) => ({ ...container, probes: probes[index] }));
  return {
    ...(!MCP_VERSIONS.includes(apiVersion) && { mcpServerSettings: was.mcpServerSettings }),
    ...(!PROBE_VERSIONS.includes(apiVersion) && isCustomContainer(given) && { customContainerTemplate: { ...template, containers } }),
  };
}

/** source: field reports: a system identity cannot pull on the first create, and a pool whose creation failed must be deleted */
function outcome({ id, existing, rules }: Write, body: JsonObject): ArmError | undefined {
  const registry = properties(body).customContainerTemplate?.registryCredentials;
  const failed = existing?.provisioningState === 'Failed';
  // assumed: an update that failed is no obstacle to the next one, or is, as the rule failedForGood says
  const stuck = failed && (existing.active === undefined || rules.failedForGood === 'created or updated');
  const impossible = existing === undefined && registry?.identity === 'system';
  return stuck || impossible ? provisioningFailure(id.name) : undefined;
}

/** source: field reports quote the code and the words */
export function provisioningFailure(name: string): ArmError {
  return new ArmError(
    400,
    'SessionPoolOperationError',
    `Failed to provision session pool '${name}'. Error details: ` + 'pool group create/update failed with error: time out.',
  );
}

function apiKey(resource: Resource): string {
  return guidOf(resource.id.key, 'api key', String(apiKeyVersion(resource))).replace(/-/g, '');
}

function apiKeyVersion({ body }: Resource): number {
  return Number(body.apiKeyVersion ?? 0);
}
