import type { TerraformStack } from 'cdktf';
import type { Bypass } from './bypass';
import { CREDENTIALS } from './bypass';
import { AzapiProvider, AzapiResource } from '../../../lib';
import { interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../../support/fixtures';
import { later, laterId, raw, rawContainer } from '../fixtures/rule-fixtures';

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
  {
    title: "names of properties in another casing, where azapi's schema check is off",
    ruleId: EGRESS,
    build: stack =>
      void raw(stack, {}, { body: { Properties: { SessionNetworkConfiguration: { STATUS: 'EgressEnabled' } } }, ...unchecked }),
    ...found,
  },
  {
    title: 'a name of a property twice, in different casing',
    ruleId: 'SessionPoolNoHiddenProperties',
    build: stack => void raw(stack, { SessionNetworkConfiguration: { status: 'EgressEnabled' } }, unchecked),
    ...found,
  },
  {
    title: 'the name of a property in an expression',
    ruleId: 'SessionPoolNoHiddenProperties',
    build: stack => void raw(stack, { '${lower("DYNAMIC")}PoolConfiguration': {}, dynamicPoolConfiguration: undefined }, unchecked),
    configuration: true,
    plan: false,
    because: 'a plan has the name itself, so that nothing is hidden',
  },
  {
    title: 'the type of the resource in a local',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('locals', { kind: 'Microsoft.App/sessionPools', type: '${local.kind}@2026-01-01' });
      raw(stack, OPEN, { type: '${local.type}' });
    },
    ...found,
  },
  {
    title: 'the type of the resource in a variable',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('variable.type', { default: TYPE });
      raw(stack, OPEN, { type: '${var.type}' });
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'egress in a local',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('locals', { network: { status: 'EgressEnabled' } });
      raw(stack, { sessionNetworkConfiguration: '${local.network}' });
    },
    ...found,
  },
  {
    title: 'egress in a variable',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('variable.status', { default: 'EgressEnabled' });
      raw(stack, { sessionNetworkConfiguration: { status: '${var.status}' } });
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'egress that is known only after apply',
    ruleId: EGRESS,
    build: stack => void raw(stack, { sessionNetworkConfiguration: { status: laterId(stack) } }),
    configuration: false,
    plan: true,
    because: 'in a configuration every expression would be one; the plan tells which are',
  },
  {
    title: 'a region that only the provider has',
    ruleId: 'SessionPoolAllowedLocations',
    build: stack => {
      const provider = new AzapiProvider(stack, 'east', { ...CREDENTIALS, alias: 'east' });
      provider.addOverride('default_location', 'eastus');
      raw(stack, {}, { location: undefined, provider });
    },
    ...found,
  },
  {
    title: 'a sensitive variable as an environment variable',
    ruleId: 'SessionPoolNoSensitiveValues',
    build: stack => {
      stack.addOverride('variable.key', { sensitive: true, default: 'x' });
      rawContainer(stack, { env: [{ name: 'A', value: '${var.key}' }] });
    },
    ...found,
  },
  {
    title: 'a sensitive value of another resource as an argument',
    ruleId: 'SessionPoolNoSensitiveValues',
    build: stack => void rawContainer(stack, { args: ['${sensitive("x")}'] }),
    configuration: false,
    plan: true,
    because: 'what other resources mark as sensitive is in the schema of their provider; the plan has the marks',
  },
];
