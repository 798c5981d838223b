import type { TerraformStack } from 'cdktf';
import type { Bypass } from './bypass';
import { AzapiResource } from '../../../lib';
import { interpreter, POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../support/fixtures';

const RULE = 'SessionPoolGrantsLeastPrivilege';
const PRINCIPAL = '11111111-1111-1111-1111-111111111111';
const NAME = '22222222-2222-2222-2222-222222222222';
const EXECUTOR = '0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0';
const definition = (role: string) => `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
const found = { configuration: true, plan: true };

function grant(scope: string, role: string, type = 'roleAssignments@2022-04-01', more: object = {}): (stack: TerraformStack) => void {
  return stack =>
    void new AzapiResource(stack, 'grant', {
      type: `Microsoft.Authorization/${type}`,
      name: NAME,
      parentId: scope,
      body: { properties: { principalId: PRINCIPAL, roleDefinitionId: definition(role), ...more } },
      schemaValidationEnabled: false,
    });
}

const withLocal = (scope: string) => (stack: TerraformStack) => {
  stack.addOverride('locals', { scope });
  grant('${local.scope}', EXECUTOR)(stack);
};

function group(stack: TerraformStack): string {
  const { friendlyUniqueId } = new AzapiResource(stack, 'group', {
    type: 'Microsoft.Resources/resourceGroups@2024-03-01',
    name: 'rg',
    location: 'westeurope',
    parentId: `/subscriptions/${SUBSCRIPTION}`,
  });
  return `\${azapi_resource.${friendlyUniqueId}.id}`;
}

/** Ways to grant too much. */
export const GRANT_BYPASSES: Bypass[] = [
  { title: 'User Access Administrator on a pool', ruleId: RULE, build: grant(POOL_ID, '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'), ...found },
  {
    title: 'Role Based Access Control Administrator on a pool',
    ruleId: RULE,
    build: grant(POOL_ID, 'f58310d9-a9f6-439a-9e8d-f62e7b41a168'),
    ...found,
  },
  {
    title: 'Owner on a pool, with a slash at the end of its ID',
    ruleId: RULE,
    build: grant(`${POOL_ID}/`, '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'),
    ...found,
  },
  {
    title: 'the executor at a resource group, with a slash at the end of its ID',
    ruleId: RULE,
    build: grant(`${RESOURCE_GROUP_ID}/`, EXECUTOR),
    ...found,
  },
  { title: 'the executor at a resource group, through a local', ruleId: RULE, build: withLocal(RESOURCE_GROUP_ID), ...found },
  {
    title: 'the executor at a resource group of the configuration, through a local',
    ruleId: RULE,
    build: stack => withLocal(group(stack))(stack),
    ...found,
  },
  {
    title: 'the executor at a resource group that `split` takes out of the ID of a pool',
    ruleId: RULE,
    build: stack => {
      const { friendlyUniqueId } = interpreter(stack).node.defaultChild as AzapiResource;
      grant(`\${split("/providers/", azapi_resource.${friendlyUniqueId}.id)[0]}`, EXECUTOR)(stack);
    },
    configuration: false,
    plan: true,
    because: 'what a function makes of an ID is not known in a configuration; the plan has it, or says that it does not',
  },
  {
    title: 'the executor at a resource group, by a PUT of `azapi_resource_action`',
    ruleId: RULE,
    build: stack =>
      stack.addOverride('resource.azapi_resource_action.grant', {
        type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
        resource_id: `${RESOURCE_GROUP_ID}/providers/Microsoft.Authorization/roleAssignments/${NAME}`,
        method: 'PUT',
        body: { properties: { principalId: PRINCIPAL, roleDefinitionId: definition(EXECUTOR) } },
      }),
    ...found,
  },
  {
    title: 'the executor at a resource group, asked for in PIM',
    ruleId: RULE,
    build: grant(RESOURCE_GROUP_ID, EXECUTOR, 'roleEligibilityScheduleRequests@2022-04-01-preview', { requestType: 'AdminAssign' }),
    ...found,
  },
  {
    title: 'the executor at a resource group, asked for in PIM by azurerm',
    ruleId: RULE,
    build: stack =>
      stack.addOverride('resource.azurerm_pim_eligible_role_assignment.grant', {
        scope: RESOURCE_GROUP_ID,
        role_definition_id: definition(EXECUTOR),
        principal_id: PRINCIPAL,
      }),
    changes: [
      {
        address: 'azurerm_pim_eligible_role_assignment.grant',
        type: 'azurerm_pim_eligible_role_assignment',
        after: { scope: RESOURCE_GROUP_ID, role_definition_id: definition(EXECUTOR), principal_id: PRINCIPAL },
      },
    ],
    ...found,
  },
  {
    title: 'the executor at a resource group, in a deployment',
    ruleId: RULE,
    build: stack =>
      void new AzapiResource(stack, 'grant', {
        type: 'Microsoft.Resources/deployments@2022-09-01',
        name: 'grant',
        parentId: RESOURCE_GROUP_ID,
        body: {
          properties: {
            mode: 'Incremental',
            template: {
              resources: [
                {
                  type: 'Microsoft.Authorization/roleAssignments',
                  apiVersion: '2022-04-01',
                  name: NAME,
                  properties: { principalId: PRINCIPAL, roleDefinitionId: definition(EXECUTOR) },
                },
              ],
            },
          },
        },
        schemaValidationEnabled: false,
      }),
    ...found,
  },
  {
    title: 'a role in a variable',
    ruleId: RULE,
    build: stack => {
      stack.addOverride('variable.role', { default: definition('8e3af657-a8ff-443c-a75c-2fe8c4bcb635') });
      grant(POOL_ID, '', undefined, { roleDefinitionId: '${var.role}' })(stack);
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'a role definition of your own with the actions of a session pool',
    ruleId: RULE,
    build: stack =>
      void new AzapiResource(stack, 'grant', {
        type: 'Microsoft.Authorization/roleDefinitions@2022-04-01',
        name: NAME,
        parentId: `/subscriptions/${SUBSCRIPTION}`,
        body: {
          properties: {
            roleName: 'everything',
            permissions: [{ actions: ['Microsoft.App/sessionPools/*'] }],
            assignableScopes: [`/subscriptions/${SUBSCRIPTION}`],
          },
        },
        schemaValidationEnabled: false,
      }),
    configuration: false,
    plan: false,
    because: 'the rule knows built-in roles; what a role of your own is for only you know',
  },
  {
    title: 'Owner on the resource group of a pool',
    ruleId: RULE,
    build: grant(RESOURCE_GROUP_ID, '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'),
    configuration: false,
    plan: false,
    because: 'who owns a resource group is decided for all that is in it, and not here',
  },
];
