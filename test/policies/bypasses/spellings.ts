import type { TerraformStack } from 'cdktf';
import type { Bypass } from './bypass';
import { AzapiResource } from '../../../lib';
import { POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../support/fixtures';
import { laterId, raw, rawContainer } from '../fixtures/rule-fixtures';

const EGRESS = 'SessionPoolEgressDisabled';
const TYPE = 'Microsoft.App/sessionPools@2026-01-01';
const OPEN = { sessionNetworkConfiguration: { status: 'EgressEnabled' } };
const unchecked = { schemaValidationEnabled: false };
const found = { configuration: true, plan: true };
const notFound = { configuration: false, plan: false };
const inPlan = { configuration: false, plan: true };
const MADE = 'what an expression makes is not known in a configuration; the plan has it';

function request(action: string): (stack: TerraformStack) => void {
  return stack =>
    stack.addOverride('resource.azapi_resource_action.bypass', {
      type: 'Microsoft.Resources/resourceGroups@2024-03-01',
      resource_id: RESOURCE_GROUP_ID,
      action,
      method: 'PUT',
      body: { properties: OPEN },
    });
}

function resource(type: string, parentId: string, name: string, properties: object): (stack: TerraformStack) => void {
  return stack => void new AzapiResource(stack, 'bypass', { type, name, parentId, body: { properties }, ...unchecked });
}

const POOL = { type: 'Microsoft.App/sessionPools', apiVersion: '2026-01-01', name: 'p', location: 'westeurope', properties: OPEN };
const TRIGGERED = { type: TYPE, resource_id: POOL_ID, method: 'PATCH', body: { properties: OPEN } };

/** Ways to write the same, or what becomes the same, in another way. */
export const SPELLING_BYPASSES: Bypass[] = [
  {
    title: 'the type of the resource with slashes and spaces that nothing needs',
    ruleId: EGRESS,
    build: stack => void raw(stack, OPEN, { type: ' Microsoft.App//sessionPools/ @2026-01-01', ...unchecked }),
    ...found,
  },
  {
    title: 'the type of the resource with a letter that only looks like its own',
    ruleId: EGRESS,
    build: stack => void raw(stack, OPEN, { type: 'Microsoft.App/\u017fessionPools@2026-01-01', ...unchecked }),
    ...notFound,
    because: 'names in ARM are ASCII: it is the name of something else',
  },
  {
    title: 'the type of the resource put together by an expression',
    ruleId: EGRESS,
    build: stack => void raw(stack, OPEN, { type: 'Microsoft.App/${"session"}Pools@2026-01-01' }),
    ...inPlan,
    because: MADE,
  },
  {
    title: 'a PUT of `azapi_resource_action` with the path of the pool escaped, with dots, more slashes and a fragment',
    ruleId: EGRESS,
    build: request('providers//Microsoft.App/jobs/../session%50ools/./p#x'),
    ...found,
  },
  {
    title: 'a PUT of `azapi_resource_action` with the path of the pool in an expression',
    ruleId: EGRESS,
    build: request('${join("/", ["providers/Microsoft.App/sessionPools", "p"])}'),
    ...found,
  },
  {
    title: 'an action that a resource triggers, with a PATCH of the pool',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('action.azapi_resource_action.bypass', { config: TRIGGERED });
      const trigger = { events: ['after_create'], actions: ['action.azapi_resource_action.bypass'] };
      stack.addOverride('resource.terraform_data.trigger', { lifecycle: { action_trigger: trigger } });
    },
    changes: [],
    invocations: [{ address: 'action.azapi_resource_action.bypass', type: 'azapi_resource_action', config_values: TRIGGERED }],
    ...found,
  },
  {
    title: 'egress in an item of a local',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('locals', { network: { status: 'EgressEnabled' } });
      raw(stack, { sessionNetworkConfiguration: { status: '${local.network["status"]}' } });
    },
    ...inPlan,
    because: MADE,
  },
  {
    title: 'egress in a value of `for_each`',
    ruleId: EGRESS,
    build: stack =>
      raw(stack, { sessionNetworkConfiguration: { status: '${each.value}' } }).addOverride('for_each', { a: 'EgressEnabled' }),
    ...inPlan,
    because: MADE,
  },
  {
    title: 'an identity whose lifecycle is known only after apply, under a key of `for_each` with quotes and brackets',
    ruleId: 'SessionPoolNoIdentityInSessions',
    build: stack =>
      raw(stack, { managedIdentitySettings: [{ identity: 'system', lifecycle: laterId(stack) }] }).addOverride('for_each', {
        'a"]b': 1,
      }),
    ...inPlan,
    because: 'in a configuration every expression would be one; the plan tells which are',
  },
  {
    title: '`ignore_changes` of the body of a pool that somebody opens',
    ruleId: EGRESS,
    build: stack => void raw(stack, {}, { lifecycle: { ignoreChanges: ['body'] } }),
    changes: [
      {
        address: 'azapi_resource.raw',
        type: 'azapi_resource',
        after: { type: TYPE, name: 'rawpool', body: { properties: OPEN } },
      },
    ],
    ...inPlan,
    because: 'what Azure has is in no configuration; the plan has it',
  },
  {
    title: 'a deployment whose template is text',
    ruleId: 'SessionPoolNotRaw',
    build: resource('Microsoft.Resources/deployments@2022-09-01', RESOURCE_GROUP_ID, 'bypass', {
      mode: 'Incremental',
      template: JSON.stringify({ resources: [POOL] }),
    }),
    ...found,
  },
  {
    title: 'a deployment with the type of the pool made by a function of ARM',
    ruleId: 'SessionPoolNotRaw',
    build: resource('Microsoft.Resources/deployments@2022-09-01', RESOURCE_GROUP_ID, 'bypass', {
      mode: 'Incremental',
      template: { resources: [{ ...POOL, type: "[concat('Microsoft.App/', 'sessionPools')]" }] },
    }),
    ...notFound,
    because: 'what a function of ARM makes is known to Azure alone',
  },
  {
    title: 'a template that something else deploys: a template spec, a policy, a blueprint',
    ruleId: EGRESS,
    build: resource(
      'Microsoft.Resources/templateSpecs/versions@2022-02-01',
      `${RESOURCE_GROUP_ID}/providers/Microsoft.Resources/templateSpecs/t`,
      'v1',
      { mainTemplate: { resources: [POOL] } },
    ),
    ...notFound,
    because: 'it defines nothing yet; who deploys it decides',
  },
  {
    title: 'tags of a pool through `Microsoft.Resources/tags`',
    ruleId: 'SessionPoolRequiredTags',
    build: resource('Microsoft.Resources/tags@2024-03-01', POOL_ID, 'default', { tags: {} }),
    ...notFound,
    because: 'it is a resource of its own, which any resource can have',
  },
  {
    title: 'a required tag that is blank',
    ruleId: 'SessionPoolRequiredTags',
    build: stack => void raw(stack, {}, { tags: { owner: ' ', costCenter: '42' } }),
    ...found,
  },
  {
    title: "an MCP server that is enabled in text, where azapi's schema check is off",
    ruleId: 'SessionPoolMcpApiKeyDisabled',
    build: stack => void raw(stack, { mcpServerSettings: { isMcpServerEnabled: 'TRUE' } }, unchecked),
    ...found,
  },
  {
    title: 'a sensitive variable with spaces in the reference, and the function `sensitive`',
    ruleId: 'SessionPoolNoSensitiveValues',
    build: stack => {
      stack.addOverride('variable.key', { default: 'x', sensitive: 'true' });
      rawContainer(stack, { args: ['${var . key}', '${sensitive("x")}'] });
    },
    ...found,
  },
  {
    title: 'Owner on a pool, with the GUID of the role alone and in another form',
    ruleId: 'SessionPoolGrantsLeastPrivilege',
    build: resource('Microsoft.Authorization/roleAssignments@2022-04-01', POOL_ID, '22222222-2222-4222-8222-222222222222', {
      principalId: SUBSCRIPTION,
      roleDefinitionId: '{8E3AF657-a8ff-443c-a75c-2fe8c4bcb635}',
    }),
    ...found,
  },
];
