import type { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import type { RoleAssignmentResult } from '../arm/role-assignment';
import { findOrDefineRoleAssignment } from '../arm/role-assignment';
import { existingAssignment } from '../arm/role-assignment-rules';
import type { AzapiResource } from '../azapi';
import { ImagePullGrant, ImagePullRole } from '../credentials/image-pull-grant';
import { refuse } from '../errors';
import { argumentsIn } from '../terraform/cdktf-internals';
import { elementOf, expressionOf } from '../terraform/references';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { addWarnings } from '../validation/report';

const ROLE_NAMES: { readonly [roleId: string]: string } = {
  [ImagePullRole.ACR_PULL]: 'AcrPull',
  [ImagePullRole.REPOSITORY_READER]: 'RepositoryReader',
};

/** Grants the identity of the registry credentials the role to pull images. The pool has to wait for it. */
export function grantImagePull(pool: Construct, { registryCredentials, provider }: CustomContainerPoolProps): AzapiResource[] {
  const { registryId, identity, identityPrincipalId, pullGrant = ImagePullGrant.assign() } = registryCredentials ?? {};
  if (!registryId || !identity || !identityPrincipalId || !pullGrant.isAssigned) {
    return [];
  }
  const { id, role, adoptExisting, preventDestroy } = pullGrant;
  const roleId = role ?? pullRole(pool, registryId);
  const options = { existing: existingAssignment(adoptExisting), preventDestroy, provider };
  const content = { scope: registryId, principalId: identityPrincipalId, principalType: 'ServicePrincipal', roleId, options };
  const place = id ?? [registryId, identity].map(each => nameOf(pool, each)).join('_');
  // Pools share the role assignment, so it belongs to none of them: it stays when any of them goes.
  const logicalId = `SessionPools_${ROLE_NAMES[roleId] ?? 'ImagePull'}_${place}`;
  const result = findOrDefineRoleAssignment(pool, { ...content, ownership: { logicalIdFor: () => logicalId } });
  if (!('addressTaken' in result) || id !== undefined) {
    return [assignmentOf(pool, result)];
  }
  const distinct = findOrDefineRoleAssignment(pool, {
    ...content,
    ownership: { logicalIdFor: () => `${logicalId}_${result.contentHash}` },
  });
  const findings = new Findings();
  findings.warn(
    'pull-grant-address',
    `the stack grants the role on another registry or to another identity of the same name: ` +
      "give each pullGrant an id, ImagePullGrant.assign({ id: 'one' }), so that its address in Terraform does not depend on the others",
  );
  addWarnings(pool, findings);
  return [assignmentOf(pool, distinct)];
}

function assignmentOf(pool: Construct, result: RoleAssignmentResult): AzapiResource {
  if ('resource' in result) {
    return result.resource;
  }
  const failure =
    'failure' in result
      ? `registryCredentials: ${result.failure}`
      : 'registryCredentials.pullGrant.id must be another one for each registry and identity, got one that another pool has';
  return refuse(pool, 'CustomContainerPool', [failure]);
}

/** The role for a registry of the same app, whose mode is known unless it is an expression. */
function pullRole(pool: Construct, registryId: string): ImagePullRole {
  const { body, role_assignment_mode: argument } = attributesOf(elementOf(pool, registryId));
  const mode = argument ?? (body as { properties?: { roleAssignmentMode?: unknown } } | undefined)?.properties?.roleAssignmentMode;
  return mode === 'AbacRepositoryPermissions' ? ImagePullRole.REPOSITORY_READER : ImagePullRole.ACR_PULL;
}

function attributesOf(element: TerraformElement | undefined): { readonly [name: string]: unknown } {
  return argumentsIn(element?.toTerraform() ?? {}) ?? {};
}

/** The name of what has the ARM ID, the same whether the ID is literal or refers to a resource with a literal name. */
function nameOf(pool: Construct, id: string): string {
  const last = id.slice(id.lastIndexOf('/') + 1);
  const element = elementOf(pool, id);
  const name =
    [last, attributesOf(element).name].find(each => typeof each === 'string' && each !== '' && !isToken(each)) ?? element?.friendlyUniqueId;
  return String(name ?? expressionOf(pool, id))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
