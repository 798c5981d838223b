import type { Drift } from './drift';
import { driftsOfType, tagDrifts } from './drift';
import type { Json, JsonObject } from '../json';
import { asObject } from '../json';
import { MCP_VERSIONS } from '../session-pool-tree';

export const POOL_TYPE = 'Microsoft.App/sessionPools';
const LIFECYCLE = 'properties.dynamicPoolConfiguration.lifecycleConfiguration';
const MCP = 'properties.mcpServerSettings';

export const isCustom = ({ properties }: JsonObject) => asObject(properties).containerType === 'CustomContainer';

const { changed, removed, swapped, added, deleted } = driftsOfType(POOL_TYPE, 'pool');
const toggle = (one: Json, other: Json) => (old: Json | undefined) => (old === one ? other : one);

function otherLifecycle(old: Json | undefined): JsonObject {
  return asObject(old).lifecycleType === 'Timed'
    ? { lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 86400 }
    : { lifecycleType: 'Timed', cooldownPeriodInSeconds: 3600 };
}

/** What can happen to any pool. The container type, the environment and the region of a pool do not change. */
export const POOL_DRIFTS: readonly Drift[] = [
  deleted(),
  changed('egress', 'properties.sessionNetworkConfiguration.status', 'egress is turned on, or off', {
    to: toggle('EgressEnabled', 'EgressDisabled'),
  }),
  changed('max-sessions', 'properties.scaleConfiguration.maxConcurrentSessions', 'more sessions', { to: old => Number(old) + 7 }),
  changed('cooldown', `${LIFECYCLE}.cooldownPeriodInSeconds`, 'sessions live longer', { to: toggle(3600, 3599) }),
  changed('max-alive', `${LIFECYCLE}.maxAlivePeriodInSeconds`, 'sessions live longer', { to: old => Number(old) + 60 }),
  swapped('lifecycle', LIFECYCLE, 'sessions end otherwise', { to: otherLifecycle, when: isCustom }),
  changed('mcp-server', `${MCP}.isMcpServerEnabled`, 'the MCP server is turned off', { to: false }),
  removed('mcp-server', MCP, 'the MCP server is taken away', { when: body => !isCustom(body) }),
  changed('mcp-key', `${MCP}.isMcpServerApiKeyDisabled`, 'API keys of the MCP server are allowed, or forbidden', {
    to: toggle(false, true),
  }),
  added('mcp-server', MCP, 'an MCP server is turned on where there is none', {
    to: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: false },
    when: body => !isCustom(body),
    outOfReach: ({ apiVersion }) =>
      MCP_VERSIONS.includes(apiVersion) ? undefined : `the api version ${apiVersion} does not answer mcpServerSettings`,
  }),
  ...tagDrifts(POOL_TYPE, 'pool'),
];
