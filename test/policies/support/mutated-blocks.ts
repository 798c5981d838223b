import { Random } from './random';
import { definition, GUIDS, roleId, spelled } from './spellings';
import { POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../support/fixtures';

type Json = { [name: string]: unknown };

/** A block of any type: updates, actions, deployments, environments, grants. */
export interface MutatedBlock {
  readonly type: string;
  readonly name: string;
  readonly args: Json;
  /** Whether Terraform can plan it with azapi alone. */
  readonly canBePlanned: boolean;
}

const SEED = 77;
const ASSIGNMENT = '/providers/Microsoft.Authorization/roleAssignments/22222222-2222-2222-2222-222222222222';
const SCOPES = [
  POOL_ID,
  `${POOL_ID}/`,
  POOL_ID.toUpperCase(),
  POOL_ID.replace('/resourceGroups/', '//resourceGroups/'),
  POOL_ID.replace('/rg/', '/rg-größe/'),
  RESOURCE_GROUP_ID,
  `${RESOURCE_GROUP_ID}/`,
  `/subscriptions/${SUBSCRIPTION}`,
  '${azapi_resource.later.id}',
  '${azapi_resource.later.id}/providers/Microsoft.App/sessionPools/p',
  `\${replace("${POOL_ID}", "/providers/Microsoft.App/sessionPools/p", "")}`,
  `\${split("/providers/", "${POOL_ID}")[0]}`,
  '${local.status}',
];
const STATUS = [
  'EgressEnabled',
  'EgressDisabled',
  '${var.known}',
  '${azapi_resource.later.id}',
  "[parameters('status')]",
  '[[literal]',
  '[]',
  null,
  5,
];
const POOL_TYPE = 'Microsoft.App/sessionPools';

/** Blocks in many forms, the same in every run. */
export function mutatedBlocks(count: number): MutatedBlock[] {
  const random = new Random(SEED);
  const forms = [update, action, groupAction, deployment, azurermDeployment, grant, grantByAction, azurermGrant, environment];
  return Array.from({ length: count }, (_, index) => ({ name: `m${String(index).padStart(3, '0')}`, ...random.of(forms)(random) }));
}

function poolBody(random: Random): Json {
  return random.of<Json>([
    { properties: { sessionNetworkConfiguration: { status: random.of(STATUS) } } },
    { properties: { managedIdentitySettings: [{ identity: 'system', lifecycle: random.of(['Main', 'None', null]) }] } },
    { properties: { scaleConfiguration: { maxConcurrentSessions: random.of([10, 601, '${var.number}']) } }, tags: { owner: 'a' } },
    { Properties: { MCPServerSettings: { ISMCPSERVERENABLED: true } } },
    { location: random.of(['eastus', 'westeurope']), properties: {} },
    {},
  ]);
}

function update(random: Random): Omit<MutatedBlock, 'name'> {
  const type = random.of([POOL_TYPE, 'microsoft.app/sessionpools', 'Microsoft.App/managedEnvironments', 'Microsoft.App/containerApps']);
  const id = `${RESOURCE_GROUP_ID}/providers/${type}/x`;
  const resourceId = random.below(2) === 0 ? id : spelled(random, id);
  return {
    type: 'azapi_update_resource',
    args: {
      type: `${type}@2026-01-01`,
      resource_id: resourceId,
      body: type.includes('managedEnvironments')
        ? { properties: { vnetConfiguration: { internal: random.of([true, false, null]) } } }
        : poolBody(random),
    },
    canBePlanned: resourceId === id,
  };
}

function action(random: Random): Omit<MutatedBlock, 'name'> {
  const method = random.of([undefined, 'PUT', 'PATCH', 'POST', 'GET', 'DELETE', 'put', '${var.known}', null]);
  const name = random.of([undefined, '', 'fetchMcpServerCredentials', '${var.known}', '${azapi_resource.later.id}']);
  return {
    type: 'azapi_resource_action',
    args: defined({ type: `${POOL_TYPE}@2026-01-01`, resource_id: POOL_ID, method, action: name, body: poolBody(random) }),
    canBePlanned: [undefined, 'PUT', 'PATCH', 'POST', 'DELETE'].includes(method as string | undefined),
  };
}

function groupAction(random: Random): Omit<MutatedBlock, 'name'> {
  const path = random.of([
    'providers/Microsoft.App/sessionPools/p',
    'providers/microsoft.app/SESSIONPOOLS/p/?api-version=2026-01-01',
    'providers/Microsoft.App/sessionPools/p/fetchMcpServerCredentials',
    'providers/Microsoft.App/sessionPools',
    ASSIGNMENT.slice(1),
    `providers/Microsoft.App/sessionPools/p${ASSIGNMENT}`,
    'providers/Microsoft.Resources/deployments/d',
  ]);
  const body = path.includes('roleAssignments')
    ? { properties: { roleDefinitionId: definition(random.of(GUIDS)) } }
    : path.includes('deployments')
      ? { properties: { template: template(random) } }
      : poolBody(random);
  return {
    type: 'azapi_resource_action',
    args: {
      type: 'Microsoft.Resources/resourceGroups@2024-03-01',
      resource_id: RESOURCE_GROUP_ID,
      action: random.below(2) === 0 ? path : spelled(random, path),
      method: random.of(['PUT', 'PATCH', 'POST']),
      body,
    },
    canBePlanned: true,
  };
}

function template(random: Random): unknown {
  const pool = {
    type: random.of([POOL_TYPE, 'MICROSOFT.APP/sessionPools']),
    apiVersion: '2025-10-02-preview',
    name: 'p',
    ...poolBody(random),
  };
  const role = {
    type: 'Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
    ...random.of([{}, { scope: POOL_ID }, { scope: "[resourceId('Microsoft.App/sessionPools', 'p')]" }]),
    properties: { roleDefinitionId: random.of([definition(random.of(GUIDS)), "[parameters('role')]"]) },
  };
  const resources = random.of<unknown>([
    [pool],
    [pool, role],
    { pool, role: { ...role, existing: true } },
    { pool: { ...pool, existing: true }, role },
    [{ type: 'Microsoft.Resources/deployments', properties: { template: { resources: [role, { Type: POOL_TYPE, properties: {} }] } } }],
    [{ type: 'Microsoft.Storage/storageAccounts', name: 's' }],
    [],
    '${azapi_resource.later.id}',
    '${jsondecode("[{\\"type\\":\\"Microsoft.App/sessionPools\\"}]")}',
  ]);
  return { $schema: 'x', languageVersion: '2.0', resources };
}

function deployment(random: Random): Omit<MutatedBlock, 'name'> {
  const given = template(random);
  const properties = { mode: 'Incremental', template: random.below(4) === 0 ? JSON.stringify(given).replaceAll('${', '$$$${') : given };
  return {
    type: 'azapi_resource',
    args: {
      type: random.of(['Microsoft.Resources/deployments@2022-09-01', 'Microsoft.Resources/deploymentStacks@2024-03-01']),
      name: 'd',
      parent_id: RESOURCE_GROUP_ID,
      schema_validation_enabled: false,
      ...(random.below(5) === 0 ? { body: {}, sensitive_body: { properties } } : { body: { properties } }),
    },
    canBePlanned: true,
  };
}

function azurermDeployment(random: Random): Omit<MutatedBlock, 'name'> {
  const text = JSON.stringify(template(random));
  return {
    type: random.of(['azurerm_resource_group_template_deployment', 'azurerm_subscription_template_deployment']),
    args: {
      name: 'd',
      template_content: random.of([text, text.replaceAll('${', '$$$${'), text.slice(1), '${file("t.json")}', '{}', 'null', '5']),
    },
    canBePlanned: false,
  };
}

function grant(random: Random): Omit<MutatedBlock, 'name'> {
  const kind = random.of([
    'roleAssignments@2022-04-01',
    'roleEligibilityScheduleRequests@2022-04-01-preview',
    'roleAssignmentScheduleRequests@2022-04-01-preview',
    'roleDefinitions@2022-04-01',
  ]);
  const scope = random.of(SCOPES);
  return {
    type: 'azapi_resource',
    args: {
      type: `Microsoft.Authorization/${kind}`,
      name: '22222222-2222-2222-2222-222222222222',
      parent_id: scope,
      schema_validation_enabled: false,
      body: {
        properties: {
          roleDefinitionId: roleId(random),
          ...random.of([{}, { requestType: 'AdminAssign' }, { requestType: 'AdminRemove' }, { RequestType: 'selfdeactivate' }]),
        },
      },
    },
    canBePlanned: scope !== '${local.status}' && !scope.includes('//'),
  };
}

function grantByAction(random: Random): Omit<MutatedBlock, 'name'> {
  return {
    type: 'azapi_resource_action',
    args: {
      type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
      resource_id: `${random.of(SCOPES)}${ASSIGNMENT}`,
      method: random.of(['PUT', 'PATCH', 'POST']),
      body: { properties: { roleDefinitionId: definition(random.of(GUIDS)) } },
    },
    canBePlanned: false,
  };
}

function azurermGrant(random: Random): Omit<MutatedBlock, 'name'> {
  return {
    type: random.of(['azurerm_role_assignment', 'azurerm_pim_active_role_assignment', 'azurerm_pim_eligible_role_assignment']),
    args: defined({
      scope: random.of<unknown>([...SCOPES, null, undefined, 5]),
      role_definition_name: random.of<unknown>([
        undefined,
        'owner',
        'Azure ContainerApps Session Executor',
        'Reader',
        '',
        null,
        '${var.known}',
        7,
      ]),
      role_definition_id: random.of<unknown>([undefined, definition(random.of(GUIDS)), '${azapi_resource.later.id}', null]),
    }),
    canBePlanned: false,
  };
}

function environment(random: Random): Omit<MutatedBlock, 'name'> {
  const internal = random.of([true, false, 'true', null, '${var.known}', '${azapi_resource.later.id != ""}', 1]);
  return random.below(2) === 0
    ? {
        type: 'azurerm_container_app_environment',
        args: { name: 'e', internal_load_balancer_enabled: internal },
        canBePlanned: false,
      }
    : {
        type: 'azapi_resource',
        args: {
          type: 'Microsoft.App/managedEnvironments@2026-01-01',
          name: 'e',
          parent_id: RESOURCE_GROUP_ID,
          location: 'westeurope',
          schema_validation_enabled: false,
          body: {
            properties: {
              [random.of(['vnetConfiguration', 'VNetConfiguration'])]: random.of<unknown>([{ internal }, { Internal: internal }, internal]),
            },
          },
          ...(random.below(4) === 0 && { sensitive_body: { properties: { vnetConfiguration: { internal: false } } } }),
        },
        canBePlanned: true,
      };
}

function defined(args: Json): Json {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}
