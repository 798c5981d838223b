import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AzapiProvider,
  CustomContainerPool,
  LogDestination,
  LogTablePlan,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  SessionPoolSizing,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-sandboxes`;
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'alerts');
new AzapiProvider(stack, 'azapi', { subscriptionId });

// Set TF_VAR_action_group_id to the ARM id of the action group of whoever is on call.
const actionGroupId = new TerraformVariable(stack, 'action_group_id', { type: 'string', description: 'The action group that is notified' });

// Set TF_VAR_workspace_id to the ARM ID of the Log Analytics workspace in which people look for logs.
const workspaceId = new TerraformVariable(stack, 'workspace_id', { type: 'string', description: 'The workspace that logs are sent to' });
const workspace = LogDestination.logAnalyticsWorkspace(workspaceId.stringValue);

const environment = new SessionPoolEnvironment(stack, 'environment', { resourceGroupId, location });
environment.sendLogsTo('logs', workspace, { consoleLogsPlan: LogTablePlan.BASIC, totalRetentionInDays: 90 });

const { maxConcurrentSessions, readySessionInstances } = SessionPoolSizing.forLoad({
  arrivalsPerMinute: 12,
  meanSessionDurationInSeconds: 4 * 60 + 300,
  acceptedRefusalShare: 0.001,
  replenishTimeInSeconds: 30,
});

const pool = new CustomContainerPool(stack, 'sandbox', {
  resourceGroupId,
  location,
  environment,
  image: 'mcr.microsoft.com/k8se/quickstart:1.0',
  targetPort: 80,
  maxConcurrentSessions,
  readySessionInstances,
});

const actionGroupIds = [actionGroupId.stringValue];
pool.metrics.alertWhenNearlyFull(stack, 'nearly-full', { actionGroupIds });
pool.metrics.alertWhenNoneReady(stack, 'none-ready', { actionGroupIds });
pool.metrics.alertWhenPending(stack, 'pending', { actionGroupIds, severity: 1 });

// Metrics are kept for longer in the workspace, beside the logs that the queries and the workbook read.
pool.metrics.sendTo(stack, 'metrics', workspace);
new SessionPoolQueryPack(stack, 'queries', {
  resourceGroupId,
  location,
  workbook: { workspaceId: workspaceId.stringValue, pools: [pool] },
});

app.synth();
