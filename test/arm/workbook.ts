import { ArmError } from './arm-error';
import { isGuid } from './guid';
import type { JsonObject } from './json';
import { asObject } from './json';
import { normalizedLocation } from './locations';
import type { ResourceKind, Write } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource } from './resource-store';
import { orNull, refuseMove, systemData } from './tracked-resource';

const TYPE = 'Microsoft.Insights/workbooks';

export function workbookKind(clientId: string): ResourceKind {
  return {
    apiVersions: ['2021-08-01', '2022-04-01', '2023-06-01'],
    accept,
    createdStatus: () => 201,
    render: (resource, _, query) => render(resource, clientId, query),
    notFound: resourceNotFound,
  };
}

function accept(write: Write): JsonObject {
  const { id, body, store } = write;
  // source: ARM common deployment errors
  if (!body.location) throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  refuseMove(write);
  // source: documentation: the name is a GUID. assumed: 400 BadRequest and these words for a workbook of another name
  if (!isGuid(id.name)) throw new ArmError(400, 'BadRequest', `The name of a workbook must be a GUID, got '${id.name}'.`);
  const { displayName } = asObject(body.properties);
  const twin = store
    .all()
    .find(
      other =>
        other.id.type === TYPE &&
        other.id.key !== id.key &&
        other.id.scope.toLowerCase() === id.scope.toLowerCase() &&
        asObject(other.body.properties).displayName === displayName,
    );
  // source: microsoft/ApplicationInsights-Home#476
  if (twin) throw new ArmError(409, 'Conflict', 'A Workbook with the same name already exists within this subscription.');
  return { kind: 'shared', ...body };
}

function render(resource: Resource, clientId: string, query: URLSearchParams): JsonObject {
  const { id, body, modifiedAt } = resource;
  const given = asObject(body.properties);
  return {
    id: id.id,
    name: id.name,
    type: TYPE,
    location: normalizedLocation(String(body.location)),
    kind: body.kind,
    tags: body.tags,
    identity: body.identity,
    systemData: systemData(resource, clientId),
    etag: `"${modifiedAt}"`,
    properties: {
      version: 'Notebook/1.0',
      ...given,
      // source: documentation of azurerm_application_insights_workbook: the service keeps the id in lower case
      sourceId: String(given.sourceId ?? 'azure monitor').toLowerCase(),
      // source: REST documentation: without canFetchContent a summary. assumed: null in the place of the content of a workbook
      serializedData: query.get('canFetchContent') === 'true' ? orNull(given.serializedData) : null,
      userId: clientId,
      timeModified: modifiedAt,
    },
  };
}
