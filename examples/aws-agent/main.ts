import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, AzapiResource, CodeInterpreterPool, Principal } from 'cdktf-azure-session-pools';

/*
 * The Azure side of an agent that runs in AWS. Deploy it first, and hand what it gives to the AWS side:
 *   npx cdktf deploy --outputs-file outputs.json
 *   npx tsx aws.ts
 */
const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-agent`;
const location = 'westeurope';

// The issuer of the AWS account: `aws iam get-outbound-web-identity-federation-info`.
const issuer = process.env.AWS_TOKEN_ISSUER ?? 'https://00000000-0000-0000-0000-000000000000.tokens.sts.global.api.aws';
const agentRoleArn = process.env.AGENT_ROLE_ARN ?? 'arn:aws:iam::111122223333:role/session-pool-agent';

const app = new App();
const stack = new TerraformStack(app, 'aws-agent');
new AzapiProvider(stack, 'azapi', { subscriptionId });

const identity = new AzapiResource(stack, 'identity', {
  type: 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30',
  name: 'id-aws-agent',
  parentId: resourceGroupId,
  location,
  body: {},
  responseExportValues: ['properties.clientId', 'properties.principalId', 'properties.tenantId'],
});

// Entra takes a token of this AWS role, and of no other, for one of the identity.
new AzapiResource(stack, 'federation', {
  type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30',
  name: 'aws-agent',
  parentId: identity.id,
  body: { properties: { issuer, subject: agentRoleArn, audiences: ['api://AzureADTokenExchange'] } },
  responseExportValues: [],
});

const pool = new CodeInterpreterPool(stack, 'interpreter', { resourceGroupId, location });
pool.grants.execute(Principal.managedIdentity(identity.getStringAttribute('output.properties.principalId')));

new TerraformOutput(stack, 'executeCode', { value: pool.endpoints.executeCode, staticId: true });
new TerraformOutput(stack, 'stopSession', { value: pool.endpoints.stopSession, staticId: true });
new TerraformOutput(stack, 'tokenScope', { value: `${pool.endpoints.audience}/.default`, staticId: true });
new TerraformOutput(stack, 'clientId', { value: identity.getStringAttribute('output.properties.clientId'), staticId: true });
new TerraformOutput(stack, 'tenantId', { value: identity.getStringAttribute('output.properties.tenantId'), staticId: true });

app.synth();
