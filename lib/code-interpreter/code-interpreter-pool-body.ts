import type { CodeInterpreterPoolProps } from './code-interpreter-pool';
import { CodeInterpreterType } from './code-interpreter-type';
import type { Feature } from '../arm/api-versions';
import { mcpServerSettings } from '../mcp/mcp-server-settings';
import { SessionLifecycle } from '../pool/session-lifecycle';
import type { SessionPoolProperties } from '../pool/session-pool-body';
import { commonProperties } from '../pool/session-pool-body';
import { DEFAULT_MAX_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import { escapeTemplates } from '../terraform/templates';

/** The properties of a code interpreter pool. */
export function codeInterpreterProperties(props: CodeInterpreterPoolProps, features: readonly Feature[]): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(
      props,
      (props.containerType ?? CodeInterpreterType.PYTHON_LTS).name,
      SessionLifecycle.timed({ cooldownPeriodInSeconds: props.cooldownPeriodInSeconds }),
    ),
    scaleConfiguration: { maxConcurrentSessions: props.maxConcurrentSessions ?? DEFAULT_MAX_CONCURRENT_SESSIONS },
    ...mcpServerSettings(props.mcpServer, features),
  });
}
