import type { Construct } from 'constructs';
import type { CodeInterpreterPoolProps } from './code-interpreter-pool';
import { CodeInterpreterType } from './code-interpreter-type';
import type { UsedFeatures } from '../arm/api-versions';
import { CUSTOM_CONTAINER } from '../arm/api-versions';
import { checkContainerType } from '../arm/container-type-rules';
import type { Rule } from '../arm/resource-rules';
import { checkSessionsApiVersion } from '../arm/sessions-api-rules';
import { checkMcpServer } from '../mcp/mcp-server-settings';
import { MOST_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import type { ValidatedPool } from '../pool/session-pool-rules';
import { checkCooldown, validatePool } from '../pool/session-pool-rules';
import { show } from '../validation/findings';

const TYPE = { type: 'CodeInterpreterType', use: 'a constant of CodeInterpreterType, or CodeInterpreterType.of' };

const RULES: Array<Rule<CodeInterpreterPoolProps>> = [
  ({ containerType }, findings) => {
    const type = containerType?.name;
    if (String(type).toLowerCase() === CUSTOM_CONTAINER.toLowerCase()) {
      findings.error(`containerType must be a code interpreter, got ${show(type)}: use CustomContainerPool`);
    } else {
      checkContainerType(containerType, TYPE, findings);
    }
  },
  ({ maxConcurrentSessions }, findings) => {
    findings.integer('maxConcurrentSessions', maxConcurrentSessions, { min: 1, max: MOST_CONCURRENT_SESSIONS });
  },
  ({ cooldownPeriodInSeconds }, findings) => checkCooldown('cooldownPeriodInSeconds', cooldownPeriodInSeconds, findings),
  ({ mcpServer }, findings) => checkMcpServer(mcpServer, findings),
  ({ sessionsApiVersion }, findings) => checkSessionsApiVersion(sessionsApiVersion, findings),
];

/** Throws where the properties are not those of a code interpreter pool that Azure accepts. */
export function validateCodeInterpreterPool(pool: Construct, props: CodeInterpreterPoolProps): ValidatedPool {
  return validatePool(pool, 'CodeInterpreterPool', props, RULES, usedFeatures);
}

function usedFeatures({ containerType = CodeInterpreterType.PYTHON_LTS, mcpServer }: CodeInterpreterPoolProps): UsedFeatures {
  return { containerType: containerType.name, features: mcpServer ? ['mcpServer'] : [] };
}
