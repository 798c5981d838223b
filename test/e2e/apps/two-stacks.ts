import { App, DataResource, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterPool, Principal } from '../../../lib';

/** One app, two stacks: the agents use endpoint, id and grants of the pool of the platform. */
const app = new App();
const subscriptionId = process.env.ARM_SUBSCRIPTION_ID!;

const platform = new TerraformStack(app, 'platform');
new AzapiProvider(platform, 'azapi');
const pool = new CodeInterpreterPool(platform, 'pool', {
  resourceGroupId: `/subscriptions/${subscriptionId}/resourceGroups/rg`,
  location: 'westus2',
  sessionPoolName: 'platformpool',
});

const agents = new TerraformStack(app, 'agents');
new AzapiProvider(agents, 'azapi');
const agent = new DataResource(agents, 'app', { input: pool.endpoints.toEnvironmentVariables() });
pool.grants.execute(Principal.managedIdentity('11111111-2222-3333-4444-555555555555'), { scope: agents });
new TerraformOutput(agents, 'executeCode', { value: pool.endpoints.executeCode, staticId: true });
new TerraformOutput(agents, 'agent', { value: agent.output, staticId: true });

app.synth();
