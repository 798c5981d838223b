import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const RESOURCE_GROUP = `/subscriptions/${GUID}/resourceGroups/[-\\w._()]{0,89}[-\\w_()]`;

function idRule(pattern: string, form: string) {
  return { pattern: new RegExp(`^${RESOURCE_GROUP}${pattern}$`, 'i'), rule: `have the form '${form}'`, form };
}

/** `/subscriptions/<id>/resourceGroups/<name>` */
export const RESOURCE_GROUP_ID = idRule('', '/subscriptions/<id>/resourceGroups/<name>');

/** The id of a Container Apps environment. */
export const ENVIRONMENT_ID = idRule(
  '/providers/Microsoft\\.App/managedEnvironments/[-\\w._()]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>',
);

/** The id of a subnet. */
export const SUBNET_ID = idRule(
  '/providers/Microsoft\\.Network/virtualNetworks/[-\\w.]+/subnets/[-\\w.]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name>',
);

/** The id of a user-assigned identity. */
export const IDENTITY_ID = idRule(
  '/providers/Microsoft\\.ManagedIdentity/userAssignedIdentities/[-\\w]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>',
);

/** The id of an Azure container registry. */
export const REGISTRY_ID = idRule(
  '/providers/Microsoft\\.ContainerRegistry/registries/[A-Za-z0-9]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ContainerRegistry/registries/<name>',
);

/** The id of a session pool. */
export const SESSION_POOL_ID = idRule(
  '/providers/Microsoft\\.App/sessionPools/[a-zA-Z][a-zA-Z0-9-]{1,62}',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/sessionPools/<name>',
);

/** The id of an action group. */
export const ACTION_GROUP_ID = idRule(
  '/providers/Microsoft\\.Insights/actionGroups/[^/]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Insights/actionGroups/<name>',
);

/** A part of an ID between slashes, which Terraform takes out of an ID that is not known before: 2 is the subscription, 4 the resource group, 8 the name. */
export function partOfId(id: string, index: 2 | 4 | 8): string {
  return isToken(id) ? TerraformExpression.raw(`split("/", ${operand(id)})[${index}]`) : id.split('/')[index];
}
