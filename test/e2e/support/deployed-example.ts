import { withoutAzurerm } from './without-azurerm';
import { Workspace } from './workspace';
import type { JsonObject } from '../../arm/json';
import type { LocalArm } from '../../arm/local-arm';
import { readConfiguration, removeExample, synthesizeExample } from '../../support/examples';

/** A stack of an example, ready to be deployed. */
export interface DeployedStack {
  readonly stack: string;
  readonly workspace: Workspace;
  /** What was replaced to do without azurerm. */
  readonly replaced: readonly string[];
  readonly outputs: readonly string[];
}

/** Synthesizes an example for a local Azure Resource Manager: its stacks in the order in which they are deployed. */
export function prepareExample(name: string, arm: LocalArm): DeployedStack[] {
  process.env.ARM_SUBSCRIPTION_ID = arm.subscriptionId;
  const directories = Object.entries(synthesizeExample(name));
  const workspaces = Object.fromEntries(directories.map(([stack]) => [stack, new Workspace(arm)]));
  const stacks = directories.map(([stack, directory]) => {
    const given = readConfiguration(directory) as unknown as JsonObject;
    const { configuration, replaced } = withoutAzurerm(inWorkspaces(given, workspaces));
    const workspace = workspaces[stack];
    workspace.writeConfiguration(configuration);
    workspace.variables = Object.fromEntries(Object.keys(configuration.variable ?? {}).map(variable => [variable, valueOf(variable, arm)]));
    return { stack, workspace, replaced, outputs: Object.keys((configuration.output ?? {}) as JsonObject), reads: 'data' in configuration };
  });
  removeExample(directories[0][1]);
  return stacks.sort((a, b) => Number(a.reads) - Number(b.reads));
}

/** A principal, a resource or a secret, as the name of a variable says. */
function valueOf(variable: string, arm: LocalArm): string {
  if (variable.endsWith('_principal_id')) return '11111111-1111-4111-8111-111111111111';
  if (variable === 'workspace_id') return `${arm.resourceGroupId()}/providers/Microsoft.OperationalInsights/workspaces/logs`;
  return variable.endsWith('_id') ? `${arm.resourceGroupId()}/providers/Microsoft.Insights/actionGroups/on-call` : 'a-secret-value';
}

/** Keeps the state of each stack in its workspace. */
function inWorkspaces(configuration: JsonObject, workspaces: { readonly [stack: string]: Workspace }): JsonObject {
  const terraform = configuration.terraform as JsonObject;
  const text = JSON.stringify({ ...configuration, terraform: { ...terraform, backend: undefined } });
  return JSON.parse(
    text.replace(/"[^"]*\/terraform\.([\w-]+)\.tfstate"/g, (_, stack: string) =>
      JSON.stringify(`${workspaces[stack].directory}/terraform.tfstate`),
    ),
  ) as JsonObject;
}
