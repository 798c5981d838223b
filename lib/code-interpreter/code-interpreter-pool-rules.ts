import type { Construct } from 'constructs';
import type { CodeInterpreterPoolProps } from './code-interpreter-pool';
import type { Feature } from '../arm/api-versions';
import type { Rule } from '../arm/resource-rules';
import { checkMcpServer } from '../mcp/mcp-server-settings';
import type { ValidatedPool } from '../pool/session-pool-rules';
import { checkCooldown, validatePool } from '../pool/session-pool-rules';

const RULES: Array<Rule<CodeInterpreterPoolProps>> = [
  ({ containerType }, findings) => {
    if (containerType === undefined || containerType === null) {
      return;
    }
    const type = containerType.containerType;
    findings.required('containerType.containerType', type, 'use a constant of CodeInterpreterType, or CodeInterpreterType.of');
    if (
      findings.text('containerType', type, { pattern: /^[A-Za-z0-9]+$/, rule: "be a type such as 'PythonLTS'" }) &&
      type === 'CustomContainer'
    ) {
      findings.error("containerType must be a code interpreter, got 'CustomContainer': use CustomContainerPool");
    }
  },
  ({ maxConcurrentSessions }, findings) => findings.integer('maxConcurrentSessions', maxConcurrentSessions, { min: 1, max: 600 }),
  ({ cooldownPeriodInSeconds }, findings) => checkCooldown('cooldownPeriodInSeconds', cooldownPeriodInSeconds, findings),
  ({ mcpServer }, findings) => checkMcpServer(mcpServer, findings),
];

/** Throws where the properties are not those of a code interpreter pool that Azure accepts. */
export function validateCodeInterpreterPool(pool: Construct, props: CodeInterpreterPoolProps): ValidatedPool {
  return validatePool(pool, 'CodeInterpreterPool', props, RULES, usedFeatures);
}

function usedFeatures({ containerType, mcpServer }: CodeInterpreterPoolProps): Feature[] {
  const type = containerType?.containerType;
  return [...(type === 'NodeLTS' || type === 'Shell' ? ([type] as Feature[]) : []), ...(mcpServer ? (['mcpServer'] as Feature[]) : [])];
}
