import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Names of resource groups have letters and digits of any script, and no period last. */
const RESOURCE_GROUP = `/subscriptions/${GUID}/resourceGroups/[-\\p{L}\\p{Nd}_.()]{0,89}[-\\p{L}\\p{Nd}_()]`;

function idRule(pattern: string, form: string) {
  return { pattern: new RegExp(`^${RESOURCE_GROUP}${pattern}$`, 'iu'), rule: `have the form '${form}'`, form, attribute: 'id' };
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

/** The ID of a Log Analytics workspace. */
export const WORKSPACE_ID = idRule(
  '/providers/Microsoft\\.OperationalInsights/workspaces/[A-Za-z0-9-]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.OperationalInsights/workspaces/<name>',
);

/** The ID of a storage account. */
export const STORAGE_ACCOUNT_ID = idRule(
  '/providers/Microsoft\\.Storage/storageAccounts/[A-Za-z0-9]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Storage/storageAccounts/<name>',
);

/** The ID of an authorization rule of an Event Hubs namespace. */
export const EVENT_HUB_RULE_ID = idRule(
  '/providers/Microsoft\\.EventHub/namespaces/[A-Za-z0-9-]+/authorizationRules/[-\\w.]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.EventHub/namespaces/<name>/authorizationRules/<name>',
);

/** The ID of a virtual network. */
export const VIRTUAL_NETWORK_ID = idRule(
  '/providers/Microsoft\\.Network/virtualNetworks/[-\\w.]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>',
);

/** A part of an ID between slashes, which Terraform takes out of an ID that is not known before: 2 is the subscription, 4 the resource group, 8 the name. */
export function partOfId(id: string, index: 2 | 4 | 8): string {
  return isToken(id) ? TerraformExpression.raw(`split("/", ${operand(id)})[${index}]`) : id.split('/')[index];
}
