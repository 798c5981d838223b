import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  AzapiProvider,
  CustomContainerPool,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-sandboxes`;
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'registry-password');
new AzapiProvider(stack, 'azapi', { subscriptionId });

// Set TF_VAR_ghcr_token and TF_VAR_model_api_key for plan and for apply.
const pool = new CustomContainerPool(stack, 'sandbox', {
  resourceGroupId,
  location,
  environment: new SessionPoolEnvironment(stack, 'environment', {
    resourceGroupId,
    location,
    acknowledgements: [{ id: 'logs-go-nowhere', reason: 'the diagnostic setting belongs to the platform team' }],
  }),
  image: 'ghcr.io/acme/sandbox:2.3.1',
  targetPort: 8080,
  registryCredentials: RegistryCredentials.fromUsernamePassword({
    server: 'ghcr.io',
    username: 'acme-bot',
    password: SessionSecret.ephemeral(stack, 'ghcr-token'),
  }),
  secretEnvironmentVariables: [SecretEnvironmentVariable.of('MODEL_API_KEY', SessionSecret.ephemeral(stack, 'model-api-key'))],
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });

app.synth();
