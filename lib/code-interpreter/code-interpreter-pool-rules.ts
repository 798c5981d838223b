import { Construct } from 'constructs';
import { CodeInterpreterPoolProps } from './code-interpreter-pool';
import { Feature } from '../arm/api-versions';
import { Rule } from '../arm/resource-rules';
import { checkCooldown, ValidatedPool, validatePool } from '../pool/session-pool-rules';
import { checkMcpServer } from '../mcp/mcp-server-settings';

const RULES: Array<Rule<CodeInterpreterPoolProps>> = [
  ({ containerType }, findings) => {
    if (containerType === undefined || containerType === null) {
      return;
    }
    const type = containerType.containerType;
    findings.required('containerType.containerType', type, 'use a constant of CodeInterpreterType, or CodeInterpreterType.of');
    if (findings.text('containerType', type, { pattern: /^[A-Za-z0-9]+$/, rule: "be a type such as 'PythonLTS'" }) && type === 'CustomContainer') {
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
  return [
    ...(type === 'NodeLTS' || type === 'Shell' ? [type] as Feature[] : []),
    ...(mcpServer ? ['mcpServer'] as Feature[] : []),
  ];
}
