import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { AzapiProvider, CodeInterpreterType, Principal, SessionPool } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';

const app = new App();
const stack = new TerraformStack(app, 'imported-pool');
new AzapiProvider(stack, 'azapi', { subscriptionId });

const agent = new TerraformVariable(stack, 'agent_principal_id', { type: 'string', description: 'Object id of the agent identity' });

// The region is known, so the endpoint is too: nothing has to be read from Azure.
const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', {
  sessionPoolId: `/subscriptions/${subscriptionId}/resourceGroups/rg-platform/providers/Microsoft.App/sessionPools/interpreter`,
  location: 'westeurope',
  containerType: CodeInterpreterType.PYTHON_LTS,
});
pool.grants.execute(Principal.managedIdentity(agent.stringValue));

new TerraformOutput(stack, 'executeCode', { value: pool.endpoints.executeCode, staticId: true });

app.synth();
