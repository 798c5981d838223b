import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  AzapiProvider,
  CustomContainerPool,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
  TerraformExpression,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-sandboxes`;
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'key-vault-secret');
new AzapiProvider(stack, 'azapi', { subscriptionId });

// cdktf has no ephemeral resources, so the block is added to the configuration: Terraform reads the value when it needs it
// and keeps it in no plan and no state. azurerm's provider block comes with it.
stack.addOverride('terraform.required_providers.azurerm', { source: 'hashicorp/azurerm', version: '~> 4.0' });
stack.addOverride('provider.azurerm', [{ features: [{}], subscription_id: subscriptionId }]);
stack.addOverride('ephemeral.azurerm_key_vault_secret.model_api_key', {
  name: 'model-api-key',
  key_vault_id: `${resourceGroupId}/providers/Microsoft.KeyVault/vaults/kv-sandboxes`,
});

const pool = new CustomContainerPool(stack, 'sandbox', {
  resourceGroupId,
  location,
  environment: new SessionPoolEnvironment(stack, 'environment', {
    resourceGroupId,
    location,
    acknowledgements: [{ id: 'logs-go-nowhere', reason: 'the diagnostic setting belongs to the platform team' }],
  }),
  image: 'mcr.microsoft.com/k8se/quickstart:1.0',
  targetPort: 80,
  secretEnvironmentVariables: [
    SecretEnvironmentVariable.of(
      'MODEL_API_KEY',
      SessionSecret.fromToken('model-api-key', TerraformExpression.raw('ephemeral.azurerm_key_vault_secret.model_api_key.value')),
    ),
  ],
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });

app.synth();
