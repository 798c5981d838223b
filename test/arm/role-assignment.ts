import { ArmError } from './arm-error';
import { isGuid } from './guid';
import type { JsonObject } from './json';
import { asObject } from './json';
import type { ResourceKind, Write } from './resource-kind';
import type { Resource } from './resource-store';

const ROLE_DEFINITION = /^((?:\/subscriptions\/[^/]+)?)\/providers\/Microsoft\.Authorization\/roleDefinitions\/([0-9a-f-]+)$/i;

/** source: ARM documentation of role assignments and its error messages */
export function roleAssignmentKind(clientId: string): ResourceKind {
  return {
    accept,
    createdStatus: () => 201,
    render: resource => render(resource, clientId),
    notFound: id => new ArmError(404, 'RoleAssignmentNotFound', `The role assignment '${id.name}' is not found.`),
  };
}

function accept({ id, body, existing, store }: Write): JsonObject {
  const given = asObject(body.properties);
  const principalId = String(given.principalId);
  if (!isGuid(id.name)) {
    throw new ArmError(
      400,
      'InvalidRoleAssignmentId',
      `The role assignment ID '${id.name}' is not valid. The role assignment ID must be a GUID.`,
    );
  }
  if (!isGuid(principalId)) {
    throw new ArmError(
      400,
      'InvalidPrincipalId',
      `A valid principal ID must be provided for role assignment. The principal ID '${principalId}' is not a GUID.`,
    );
  }
  const role = roleOf(body);
  if (existing && identityOf(existing.body) !== identityOf(body)) {
    throw new ArmError(
      400,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  }
  const twin = store.all().find(other => isTwin(other, id.scope, body));
  if (twin && twin.id.key !== id.key) {
    throw new ArmError(
      409,
      'RoleAssignmentExists',
      'The role assignment already exists. ' + `The ID of the existing role assignment is ${twin.id.name.replace(/-/g, '')}.`,
    );
  }
  // source: azurerm#4847: answered under the subscription, however it was sent
  const roleDefinitionId = `/subscriptions/${id.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  return { properties: { ...given, roleDefinitionId, principalType: given.principalType ?? 'ServicePrincipal' } };
}

function isTwin(other: Resource, scope: string, body: JsonObject): boolean {
  return (
    other.id.type.toLowerCase() === 'microsoft.authorization/roleassignments' &&
    other.id.scope.toLowerCase() === scope.toLowerCase() &&
    identityOf(other.body) === identityOf(body)
  );
}

/** What makes a role assignment: who, and which role. */
function identityOf(body: JsonObject): string {
  return `${String(asObject(body.properties).principalId).toLowerCase()} ${roleOf(body)}`;
}

function roleOf(body: JsonObject): string {
  const roleDefinitionId = String(asObject(body.properties).roleDefinitionId);
  const role = ROLE_DEFINITION.exec(roleDefinitionId)?.[2]?.toLowerCase();
  if (role === undefined || !isGuid(role)) {
    throw new ArmError(400, 'InvalidRoleDefinitionId', `The role definition ID '${roleDefinitionId}' is not valid.`);
  }
  return role;
}

function render(resource: Resource, clientId: string): JsonObject {
  return {
    id: resource.id.id,
    name: resource.id.name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      condition: null,
      conditionVersion: null,
      delegatedManagedIdentityResourceId: null,
      description: null,
      ...asObject(resource.body.properties),
      scope: resource.id.scope,
      createdOn: resource.createdAt,
      updatedOn: resource.modifiedAt,
      createdBy: clientId,
      updatedBy: clientId,
    },
  };
}
