import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import { asObject } from './json';
import type { ResourceId } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource } from './resource-store';

/** source: documentation: tables that every workspace has, whether there are logs in them or not */
const BUILT_IN = [
  'AppEnvSessionConsoleLogs',
  'AppEnvSessionLifecycleLogs',
  'AppEnvSessionPoolEventLogs',
  'ContainerAppConsoleLogs',
  'ContainerAppSystemLogs',
  'AzureMetrics',
  'AzureDiagnostics',
  'Usage',
];

/** A table of a Log Analytics workspace: most exist already, and a PUT changes them. */
export function workspaceTableKind(): ResourceKind {
  return {
    apiVersions: ['2022-10-01', '2023-09-01', '2025-02-01', '2025-07-01'],
    builtIn,
    accept,
    // source: REST documentation: a PUT may answer 202. assumed: a table is written by an operation of the form that session pools have
    writesSlowly: () => true,
    createdStatus: () => 200,
    // source: Azure/azure-rest-api-specs#7519: they can be read and updated only. assumed: 400 InvalidParameter and these words for deleting one
    refuseDelete: ({ id }) => builtIn(id) && new ArmError(400, 'InvalidParameter', `The table '${id.name}' cannot be deleted.`),
    render,
    notFound: resourceNotFound,
  };
}

function builtIn({ name }: ResourceId): JsonObject | undefined {
  const table = BUILT_IN.find(each => each.toLowerCase() === name.toLowerCase());
  return table === undefined
    ? undefined
    : { properties: { plan: 'Analytics', retentionInDays: 30, totalRetentionInDays: 30, schema: { name: table } } };
}

function accept({ id, body, existing }: Write): JsonObject {
  const given = asObject(body.properties);
  const was = asObject(existing?.body.properties);
  // source: documentation: names of tables of one's own end so. assumed: 400 InvalidParameter and these words for a new table of another name
  if (!existing && !/_(CL|SRCH|RST)$/.test(id.name)) {
    throw new ArmError(400, 'InvalidParameter', `The name of the table '${id.name}' must end in _CL.`);
  }
  const plan = given.plan ?? was.plan ?? 'Analytics';
  // source: hashicorp/terraform-provider-azurerm#27558: not settable outside of the plan Analytics. assumed: 400 InvalidParameter and these words for a retention beside the plan Basic
  if (plan !== 'Analytics' && given.retentionInDays !== undefined) {
    throw new ArmError(400, 'InvalidParameter', `retentionInDays cannot be set for a table of the plan ${String(plan)}.`);
  }
  return { properties: { totalRetentionInDays: 30, ...was, ...given, plan, retentionInDays: given.retentionInDays ?? 30 } };
}

function render({ id, body, provisioningState }: Resource): JsonObject {
  const given = asObject(body.properties);
  const own = builtIn(id) === undefined;
  return {
    id: id.id,
    name: id.name,
    type: 'Microsoft.OperationalInsights/workspaces/tables',
    properties: {
      ...given,
      archiveRetentionInDays: Number(given.totalRetentionInDays) - Number(given.retentionInDays),
      retentionInDaysAsDefault: given.retentionInDays === 30,
      schema: { ...asObject(given.schema), tableType: own ? 'CustomLog' : 'Microsoft', source: own ? 'customer' : 'microsoft' },
      provisioningState: provisioningState === 'InProgress' ? 'Updating' : provisioningState,
    },
  };
}
