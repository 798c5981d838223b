import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  AzapiProvider,
  AzapiResource,
  CodeInterpreterPool,
  CodeInterpreterType,
  McpServerApiKey,
  McpServerApiKeyRotation,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-sandboxes`;

const app = new App();
const stack = new TerraformStack(app, 'mcp');
new AzapiProvider(stack, 'azapi', { subscriptionId });

const shell = new CodeInterpreterPool(stack, 'shell', {
  resourceGroupId,
  location: 'westeurope',
  containerType: CodeInterpreterType.SHELL,
  mcpServer: {},
});

// A new ID replaces the key in the next apply.
new McpServerApiKeyRotation(stack, 'rotation', { pool: shell, rotationId: '2026-11' });

// The key goes from Azure into the vault: it is in no plan and in no state.
new AzapiResource(stack, 'api-key', {
  type: 'Microsoft.KeyVault/vaults/secrets@2024-11-01',
  name: 'shell-mcp-api-key',
  parentId: `${resourceGroupId}/providers/Microsoft.KeyVault/vaults/kv-sandboxes`,
  sensitiveBody: { properties: { value: new McpServerApiKey(stack, 'fetched-api-key', { pool: shell }).value } },
  responseExportValues: [],
});

new TerraformOutput(stack, 'mcpServer', { value: shell.endpoints.mcpServer, staticId: true });

app.synth();
