import type { TerraformStack } from 'cdktf';
import type { Bypass } from './bypass';
import { AzapiResource } from '../../../lib';
import { interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../../support/fixtures';
import { later, raw } from '../fixtures/rule-fixtures';

const EGRESS = 'SessionPoolEgressDisabled';
const NOT_RAW = 'SessionPoolNotRaw';
const TYPE = 'Microsoft.App/sessionPools@2026-01-01';
const OPEN = { sessionNetworkConfiguration: { status: 'EgressEnabled' } };
const unchecked = { schemaValidationEnabled: false };
const add = (type: string, args: object) => (stack: TerraformStack) => stack.addOverride(`resource.${type}.bypass`, args);
const found = { configuration: true, plan: true };

const POOL = { type: 'Microsoft.App/sessionPools', apiVersion: '2026-01-01', name: 'p', location: 'westeurope', properties: OPEN };

function deployment(template: unknown): (stack: TerraformStack) => void {
  return stack =>
    void new AzapiResource(stack, 'bypass', {
      type: 'Microsoft.Resources/deployments@2022-09-01',
      name: 'bypass',
      parentId: RESOURCE_GROUP_ID,
      body: { properties: { mode: 'Incremental', template } },
      ...unchecked,
    });
}

/** Ways to define or change a pool past its body. */
export const POOL_BYPASSES: Bypass[] = [
  {
    title: 'egress in `sensitive_body`',
    ruleId: 'SessionPoolNoHiddenProperties',
    build: stack => void raw(stack, {}, { sensitiveBody: { properties: OPEN } }),
    ...found,
  },
  {
    title: '`azapi_update_resource`',
    ruleId: EGRESS,
    build: add('azapi_update_resource', { type: TYPE, resource_id: POOL_ID, body: { properties: OPEN } }),
    ...found,
  },
  {
    title: 'a PATCH of `azapi_resource_action`',
    ruleId: EGRESS,
    build: add('azapi_resource_action', { type: TYPE, resource_id: POOL_ID, method: 'PATCH', body: { properties: OPEN } }),
    ...found,
  },
  {
    title: 'a PUT of `azapi_resource_action`',
    ruleId: EGRESS,
    build: add('azapi_resource_action', { type: TYPE, resource_id: POOL_ID, method: 'PUT', body: { properties: OPEN } }),
    ...found,
  },
  {
    title: 'a PUT of `azapi_resource_action` at the resource group, with the path of the pool as `action`',
    ruleId: EGRESS,
    build: add('azapi_resource_action', {
      type: 'Microsoft.Resources/resourceGroups@2024-03-01',
      resource_id: RESOURCE_GROUP_ID,
      action: 'providers/Microsoft.App/sessionPools/p/',
      method: 'PUT',
      body: { properties: OPEN },
    }),
    ...found,
  },
  {
    title: 'a PUT of an ephemeral `azapi_resource_action`',
    ruleId: EGRESS,
    build: stack =>
      stack.addOverride('ephemeral.azapi_resource_action.bypass', {
        type: TYPE,
        resource_id: `${later(stack, 'ID')}/providers/Microsoft.App/sessionPools/p`,
        method: 'PUT',
        body: { properties: OPEN },
      }),
    configuration: true,
    plan: false,
    because: 'the JSON of a plan has nothing of ephemeral resources: check the configuration too',
  },
  { title: 'a deployment with the pool in its template', ruleId: EGRESS, build: deployment({ resources: [POOL] }), ...found },
  {
    title: 'a deployment with the pool in a template in the template, as a named resource',
    ruleId: EGRESS,
    build: deployment({
      languageVersion: '2.0',
      resources: {
        inner: {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'inner',
          properties: { template: { resources: { pool: POOL } } },
        },
      },
    }),
    ...found,
  },
  {
    title: 'a deployment with the pool in a template that a function makes',
    ruleId: NOT_RAW,
    build: deployment(`\${jsondecode("${JSON.stringify({ resources: [POOL] }).replaceAll('"', '\\"')}")}`),
    ...found,
  },
  {
    title: 'a deployment with the template in a variable',
    ruleId: NOT_RAW,
    build: stack => {
      stack.addOverride('variable.template', { default: { resources: [POOL] } });
      deployment('${var.template}')(stack);
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'a template deployment of azurerm, whose template is text',
    ruleId: EGRESS,
    build: add('azurerm_resource_group_template_deployment', {
      name: 'bypass',
      resource_group_name: 'rg',
      deployment_mode: 'Incremental',
      template_content: JSON.stringify({ resources: [POOL] }),
    }),
    changes: [
      {
        address: 'azurerm_resource_group_template_deployment.bypass',
        type: 'azurerm_resource_group_template_deployment',
        after: { name: 'bypass', template_content: JSON.stringify({ resources: [POOL] }) },
      },
    ],
    ...found,
  },
  {
    title: 'a deployment with the template behind a link',
    ruleId: NOT_RAW,
    build: stack =>
      void new AzapiResource(stack, 'bypass', {
        type: 'Microsoft.Resources/deployments@2022-09-01',
        name: 'bypass',
        parentId: RESOURCE_GROUP_ID,
        body: { properties: { mode: 'Incremental', templateLink: { uri: 'https://example.com/template.json' } } },
      }),
    configuration: false,
    plan: false,
    because: 'the template is elsewhere, and Azure reads it when it deploys',
  },
  {
    title: 'a command that Terraform runs',
    ruleId: NOT_RAW,
    build: add('terraform_data', {
      provisioner: [{ 'local-exec': { command: 'az containerapp sessionpool create --network-status EgressEnabled' } }],
    }),
    configuration: false,
    plan: false,
    because: 'what a command does is not to be seen in its text',
  },
  {
    title: 'a pool in a module',
    ruleId: EGRESS,
    build: stack => stack.addOverride('module.team', { source: './team' }),
    changes: [
      {
        address: 'module.team.azapi_resource.pool',
        type: 'azapi_resource',
        after: { type: TYPE, name: 'p', body: { properties: OPEN } },
      },
    ],
    configuration: false,
    plan: true,
    because: 'the module is another configuration; the plan has its resources',
  },
  {
    title: '`stack.addOverride` of a resource that no construct defines',
    ruleId: EGRESS,
    build: add('azapi_resource', {
      type: TYPE,
      name: 'p',
      parent_id: RESOURCE_GROUP_ID,
      location: 'westeurope',
      body: { properties: OPEN },
      schema_validation_enabled: false,
    }),
    ...found,
  },
  {
    title: 'an override that a validation makes',
    ruleId: EGRESS,
    build: stack => {
      const pool = interpreter(stack).node.defaultChild as AzapiResource;
      stack.node.addValidation({
        validate: () => (pool.addOverride('body.properties.sessionNetworkConfiguration.status', 'EgressEnabled'), []),
      });
      stack.runAllValidations();
    },
    ...found,
  },
  {
    title: 'blocks as lists, which Terraform takes as well',
    ruleId: EGRESS,
    build: add('azapi_resource', [
      {
        type: TYPE,
        name: 'p',
        parent_id: RESOURCE_GROUP_ID,
        location: 'westeurope',
        body: { properties: OPEN },
        schema_validation_enabled: false,
      },
    ]),
    ...found,
  },
];
