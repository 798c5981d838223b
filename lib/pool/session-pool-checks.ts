import type { SessionPoolProperties } from './session-pool-body';
import { preferredApiVersion } from '../arm/api-versions';
import type { AzapiResource } from '../azapi';
import { toHcl } from '../terraform/hcl-expression';
import { operand, operandAt } from '../terraform/plan-time-checks';
import { StackCheck } from '../terraform/stack-check';
import { isToken } from '../terraform/templates';

const STAYS = 'apply again, and report it to Azure if it stays so';

/**
 * Warns where Azure does not answer with what it was asked for. Whatever differs from the body is repaired with the next apply; what a repair does
 * not change is what the service drops without an error.
 */
export function checkAnswers(resource: AzapiResource, properties: SessionPoolProperties): void {
  const { status: asked } = properties.sessionNetworkConfiguration;
  const status = isToken(asked) ? operand(asked) : toHcl(asked);
  checkAnswer(resource, 'sessionNetworkConfiguration.status', answer => ({
    condition: `try(lower(${answer}) == lower(${status}), true)`,
    message: `networkStatus is not what Azure answers with: ${STAYS}`,
  }));
  if (properties.mcpServerSettings) {
    checkAnswer(resource, 'mcpServerSettings.isMcpServerEnabled', answer => ({
      condition: `try(${answer} == true, false)`,
      message: `mcpServer is not in what Azure answers with: ${STAYS}`,
    }));
  } else if (mayKeepMcpServer(properties)) {
    checkAnswer(resource, 'mcpServerSettings.isMcpServerEnabled', answer => ({
      condition: `!try(${answer} == true, false)`,
      message: `mcpServer is in what Azure answers with: apply once with apiVersion '${preferredApiVersion('mcpServer').version}', which turns it off`,
    }));
  }
}

/** Adds something to the check of the stack that depends on a property of what Azure answers with. */
export function checkAnswer(
  resource: AzapiResource,
  property: string,
  compare: (answer: string) => { readonly condition: string; readonly message: string } | undefined,
): void {
  StackCheck.add(resource, property, () => {
    const { terraformResourceType: type, friendlyUniqueId } = resource;
    const comparison = compare(operandAt(`${type}.${friendlyUniqueId}.output.properties.${property}`));
    return comparison && { ...comparison, message: `session pool '${resource.node.scope!.node.path}': ${comparison.message}` };
  });
}

/** Whether the pool can have an MCP server that its body does not mention, since its API version does not know of any. */
export function mayKeepMcpServer({ customContainerTemplate, mcpServerSettings }: SessionPoolProperties): boolean {
  return customContainerTemplate === undefined && mcpServerSettings === undefined;
}
