import { guidOf } from './guid';
import { principalIds, renderIdentity } from './identity';
import type { JsonObject } from './json';
import { asObject } from './json';
import { normalizedLocation } from './locations';
import type { ResourceKind } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { Resource } from './resource-store';
import { systemData } from './tracked-resource';

type ReadOnlyProperties = (resource: Resource, tenantId: string) => JsonObject;

/** What others refer to. source: ARM documentation of the types */
const READ_ONLY: { readonly [type: string]: ReadOnlyProperties } = {
  'microsoft.managedidentity/userassignedidentities': ({ id }, tenantId) => ({ ...principalIds(id.id), tenantId }),
  'microsoft.operationalinsights/workspaces': ({ id }) => ({ customerId: guidOf(id.id, 'customer') }),
  'microsoft.containerregistry/registries': ({ id }) => ({ loginServer: `${id.name.toLowerCase()}.azurecr.io` }),
};

/** Any other type. assumed: a type that is not known here answers what it was put, with its location normalized. */
export function genericKind(tenantId: string, clientId: string): ResourceKind {
  return {
    accept: ({ body }) => body,
    createdStatus: () => 201,
    render: resource => render(resource, tenantId, clientId),
    actions: () => ({
      sharedkeys: ({ id }) => ({ primarySharedKey: guidOf(id.id, 'primary'), secondarySharedKey: guidOf(id.id, 'secondary') }),
    }),
    notFound: resourceNotFound,
  };
}

function render(resource: Resource, tenantId: string, clientId: string): JsonObject {
  const { id, body } = resource;
  const readOnly = READ_ONLY[id.type.toLowerCase()]?.(resource, tenantId);
  return {
    ...body,
    ...(typeof body.location === 'string' && { location: normalizedLocation(body.location) }),
    ...(body.identity !== undefined && { identity: renderIdentity(asObject(body.identity), id.id, tenantId) }),
    id: id.id,
    name: id.name,
    type: id.type,
    properties: { ...asObject(body.properties), ...readOnly, provisioningState: resource.provisioningState },
    systemData: systemData(resource, clientId),
  };
}
