import type { Json, JsonObject } from '../../arm/json';
import { isObject } from '../../arm/json';

/** The ARM types of azurerm's resources that examples use; what stands under another resource names it first. */
const ARM_TYPES: { readonly [type: string]: string } = {
  azurerm_container_app: 'Microsoft.App/containerApps',
  azurerm_container_app_environment: 'Microsoft.App/managedEnvironments',
  azurerm_container_registry: 'Microsoft.ContainerRegistry/registries',
  azurerm_log_analytics_workspace: 'Microsoft.OperationalInsights/workspaces',
  azurerm_network_security_group: 'Microsoft.Network/networkSecurityGroups',
  azurerm_route_table: 'Microsoft.Network/routeTables',
  azurerm_user_assigned_identity: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  azurerm_virtual_network: 'Microsoft.Network/virtualNetworks',
};
/** What Azure computes, from the ID and the name of a resource. */
const COMPUTED: { readonly [type: string]: { readonly [attribute: string]: (id: string, name: string) => string } } = {
  azurerm_container_registry: { login_server: (_id, name) => `${name}.azurecr.io` },
  azurerm_log_analytics_workspace: { workspace_id: guid('workspace_id'), primary_shared_key: guid('primary_shared_key') },
  azurerm_user_assigned_identity: { principal_id: guid('principal_id'), client_id: guid('client_id') },
};
const META_ARGUMENTS = ['//', 'depends_on', 'lifecycle', 'provider', 'provisioner', 'connection', 'count', 'for_each'];
const REFERENCE = /(?<![\w.-])(azurerm_\w+)\.([\w-]+)(\.?)/g;
const EPHEMERAL_REFERENCE = /(?<![\w.-])ephemeral\.azurerm_\w+\.([\w-]+)\.\w+/g;

function guid(attribute: string): (id: string) => string {
  return id => `\${uuidv5("oid", "${id}/${attribute}")}`;
}

export interface WithoutAzurerm {
  readonly configuration: JsonObject;
  /** The addresses of what was replaced. */
  readonly replaced: readonly string[];
}

/**
 * The configuration of a stack in which nothing needs azurerm, which talks to Azure alone. Each of its resources becomes a
 * `terraform_data`, known after apply as the resource is, with the same arguments and the ids that Azure would give it;
 * each of its ephemeral resources becomes an ephemeral variable of the same name. References follow.
 */
export function withoutAzurerm(configuration: JsonObject): WithoutAzurerm {
  const { resource, ephemeral, variable, provider, terraform, ...rest } = objects(configuration);
  const { azurerm, ...providers } = provider;
  const subscriptionId = (azurerm as JsonObject[] | undefined)?.[0].subscription_id as string;
  const replaced = addresses({ ...resource, ...ephemeral });
  const standIns = replaced
    .filter(({ type }) => type in resource)
    .map(({ type, name }) => [
      `${type}-${name}`,
      standIn(type, rewritten((resource[type] as JsonObject)[name]) as JsonObject, subscriptionId),
    ]);
  const ephemeralVariables = replaced
    .filter(({ type }) => type in ephemeral)
    .map(({ name }) => [name, { type: 'string', ephemeral: true, sensitive: true }]);
  const variables = { ...variable, ...(Object.fromEntries(ephemeralVariables) as JsonObject) };
  const others = (resources: JsonObject) => Object.fromEntries(Object.entries(resources).filter(([type]) => !type.startsWith('azurerm_')));
  const { azurerm: _, ...required } = terraform.required_providers as JsonObject;
  return {
    configuration: {
      ...configuration,
      ...(rewritten(rest) as JsonObject),
      provider: orNothing(providers),
      variable: orNothing(variables),
      resource: {
        ...(rewritten(others(resource)) as JsonObject),
        ...(standIns.length > 0 && { terraform_data: Object.fromEntries(standIns) as JsonObject }),
      },
      ephemeral: orNothing(rewritten(others(ephemeral)) as JsonObject),
      terraform: { ...terraform, required_providers: required },
    },
    replaced: replaced.map(({ type, name }) => `${type}.${name}`),
  };
}

/** Terraform wants no empty blocks. */
function orNothing(blocks: JsonObject): JsonObject | undefined {
  return Object.keys(blocks).length > 0 ? blocks : undefined;
}

/** The members of a configuration that may be missing. */
function objects(configuration: JsonObject): { readonly [member: string]: JsonObject } {
  const { '//': _, ...given } = configuration;
  return { resource: {}, ephemeral: {}, variable: {}, provider: {}, terraform: {}, ...given } as { [member: string]: JsonObject };
}

function addresses(resources: JsonObject): Array<{ type: string; name: string }> {
  return Object.entries(resources)
    .filter(([type]) => type.startsWith('azurerm_'))
    .flatMap(([type, named]) => Object.keys(named as JsonObject).map(name => ({ type, name })));
}

function standIn(type: string, given: JsonObject, subscriptionId: string): JsonObject {
  const id = armId(type, given, `/subscriptions/${subscriptionId}`);
  const computed = Object.entries(COMPUTED[type] ?? {}).map(([name, valueOf]) => [name, valueOf(id, given.name as string)]);
  const attributes = Object.fromEntries(Object.entries(given).filter(([name]) => !META_ARGUMENTS.includes(name)));
  return {
    ...(given.depends_on !== undefined && { depends_on: given.depends_on }),
    input: { ...attributes, ...(Object.fromEntries(computed) as JsonObject), id },
  };
}

function armId(
  type: string,
  { name, resource_group_name: group, virtual_network_name: network, subnet_id: subnetId }: JsonObject,
  subscription: string,
): string {
  const inGroup = `${subscription}/resourceGroups/${group}/providers`;
  switch (type) {
    case 'azurerm_resource_group':
      return `${subscription}/resourceGroups/${name}`;
    case 'azurerm_subnet':
      return `${inGroup}/Microsoft.Network/virtualNetworks/${network}/subnets/${name}`;
    case 'azurerm_subnet_network_security_group_association':
    case 'azurerm_subnet_route_table_association':
      return String(subnetId);
    default:
      if (!ARM_TYPES[type]) throw new Error(`There is no stand-in for ${type}`);
      return `${inGroup}/${ARM_TYPES[type]}/${name}`;
  }
}

function rewritten(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') {
    return value
      .replace(EPHEMERAL_REFERENCE, 'var.$1')
      .replace(REFERENCE, (_, type: string, name: string, dot: string) => `terraform_data.${type}-${name}${dot && '.output.'}`);
  }
  if (Array.isArray(value)) return value.map(item => rewritten(item) ?? null);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rewritten(member)])) : value;
}
