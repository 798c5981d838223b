import { ArmError } from './arm-error';
import type { Json, JsonObject } from './json';
import { asList, asObject } from './json';
import { normalizedLocation } from './locations';
import type { Write } from './resource-kind';
import type { Resource } from './resource-store';

/** Who wrote a resource: the service principal of the tests. */
export function systemData(resource: Resource, clientId: string): JsonObject {
  return {
    createdBy: clientId,
    createdByType: 'Application',
    createdAt: resource.createdAt,
    lastModifiedBy: clientId,
    lastModifiedByType: 'Application',
    lastModifiedAt: resource.modifiedAt,
  };
}

/** source: ARM common deployment errors: a resource does not move */
export function refuseMove({ id, body, existing }: Write): void {
  const was = existing?.body.location;
  const becomes = body.location;
  if (typeof was !== 'string' || typeof becomes !== 'string' || normalizedLocation(was) === normalizedLocation(becomes)) return;
  throw new ArmError(
    409,
    'InvalidResourceLocation',
    `The resource '${id.name}' already exists in location '${normalizedLocation(was)}' in ` +
      `resource group '${id.resourceGroup}'. A resource with the same name cannot be created in location '${normalizedLocation(becomes)}'. ` +
      'Please select a new resource name.',
  );
}

/** assumed: 400 BadRequest and these words for an alert whose scope does not exist */
export function requireScopes({ body, exists }: Write): void {
  const missing = asList(asObject(body.properties).scopes).find(scope => !exists(String(scope)));
  if (missing !== undefined) throw new ArmError(400, 'BadRequest', `Alert scope is invalid. The scope '${String(missing)}' was not found.`);
}

/** A value, or the null that ARM answers in its place. */
export function orNull(value: Json | undefined): Json {
  return value ?? null;
}
