import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { entriesOf, fold, isExpression, isGiven, isTrue } from '../values';

/** No key that opens the MCP server. */
export const MCP_API_KEY_DISABLED: ISessionPoolRule = {
  ruleId: 'SessionPoolMcpApiKeyDisabled',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause: 'A pool has an MCP server whose api key is not disabled.',
  explanation: 'The key runs code in the pool for whoever has it, says nothing about who that is, and does not expire.',
  remedy: 'set apiKeyDisabled to true in mcpServer',
  check: pool => {
    const settings = pool.property('mcpServerSettings');
    if (!isGiven(settings) || isExpression(pool, settings)) {
      return [];
    }
    const { isMcpServerEnabled: enabled, isMcpServerApiKeyDisabled: disabled } = entriesOf(settings);
    if (fold(enabled) === 'false') {
      return [];
    }
    return pool.isKnown(disabled) && !isTrue(disabled) ? ['mcpServerSettings.isMcpServerApiKeyDisabled is not true'] : [];
  },
};
