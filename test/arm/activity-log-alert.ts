import { ArmError } from './arm-error';
import { genericKind } from './generic-resource';
import type { JsonObject } from './json';
import { asList, asObject, asObjects } from './json';
import { normalizedLocation } from './locations';
import type { ResourceKind, Write } from './resource-kind';
import { requireScopes } from './tracked-resource';

/** source: documentation: regions of activity log alerts */
const LOCATIONS = ['global', 'westeurope', 'northeurope'];

export function activityLogAlertKind(tenantId: string, clientId: string): ResourceKind {
  return { ...genericKind(tenantId, clientId), apiVersions: ['2020-10-01', '2026-01-01'], accept };
}

function accept(write: Write): JsonObject {
  const { body } = write;
  const given = asObject(body.properties);
  // source: Azure/azure-rest-api-specs#35342
  if (typeof body.location !== 'string') {
    throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  }
  // assumed: 400 BadRequest and these words for an activity log alert in another region, or without a scope
  if (!LOCATIONS.includes(normalizedLocation(body.location))) {
    throw new ArmError(400, 'BadRequest', 'The location of an activity log alert must be global, westeurope or northeurope.');
  }
  if (asList(given.scopes).length === 0) throw new ArmError(400, 'BadRequest', 'An activity log alert must have a scope.');
  requireScopes(write);
  requireConditions(asObjects(asObject(given.condition).allOf));
  // source: documentation: enabled by default
  return { ...body, properties: { enabled: true, ...given } };
}

function requireConditions(conditions: JsonObject[]): void {
  const category = conditions.find(({ field }) => String(field).toLowerCase() === 'category');
  // source: documentation: one of the conditions is the category. assumed: 400 UnsupportedCondition and these words for an activity log alert without it
  if (!category) throw new ArmError(400, 'UnsupportedCondition', 'A condition on the category is required.');
  // source: Azure/azure-cli#8732
  if (category.equals === 'Administrative' && conditions.length === 1) {
    throw new ArmError(400, 'UnsupportedCondition', 'Specify additional conditions for this category: Administrative.');
  }
}
