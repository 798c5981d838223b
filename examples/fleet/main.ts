import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterPoolFleet } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';

const app = new App();
const stack = new TerraformStack(app, 'fleet');
new AzapiProvider(stack, 'azapi', { subscriptionId });

const fleet = new CodeInterpreterPoolFleet(stack, 'interpreters', {
  sessions: 2000,
  locations: ['westeurope', 'northeurope'],
  resourceGroupId: `/subscriptions/${subscriptionId}/resourceGroups/rg-agents`,
  sessionPoolNamePrefix: 'agents',
  cooldownPeriodInSeconds: 600,
  tags: { team: 'agents' },
});

// What client.ts and client.py find in their environment.
for (const [name, value] of Object.entries(fleet.toEnvironmentVariables())) {
  new TerraformOutput(stack, name, { value, staticId: true });
}

app.synth();
