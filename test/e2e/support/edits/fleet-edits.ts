import { edgeEdits, OTHER_GROUP_ID } from './common-edits';
import type { Context, Edits } from './edit';
import { ignoreTagsEdits, optional, TIMEOUT_EDITS } from './edit';
import type { CodeInterpreterPoolFleetProps } from '../../../../lib';
import { CodeInterpreterType, SessionNetworkStatus } from '../../../../lib';

const COOLDOWN = ['body.properties.dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds'];
const REPLACED = ['app replaced', 'grant replaced', 'output'];

/** The edits of a fleet of two pools in two regions. What happens to its pools is what happens to itself. */
export function fleetEdits(context: Context): Edits<CodeInterpreterPoolFleetProps> {
  return {
    ...edgeEdits(context),
    sessionsApiVersion: [{ title: 'added', after: { sessionsApiVersion: '2024-02-02-preview' }, action: 'no changes' }],
    sessions: [
      { title: 'more', after: { sessions: 3 }, action: 'no changes', around: ['app replaced', 'grant created', 'output', 'pool created'] },
      {
        title: 'fewer',
        after: { sessions: 1 },
        action: 'no changes',
        around: ['app replaced', 'grant destroyed', 'output', 'pool destroyed'],
      },
    ],
    locations: [
      {
        title: 'one more',
        after: { locations: ['westus2', 'westus3', 'eastus'] },
        action: 'no changes',
      },
    ],
    resourceGroupId: [
      { title: 'changed', after: { resourceGroupId: OTHER_GROUP_ID }, action: 'replaced', paths: ['parent_id'], around: REPLACED },
    ],
    maxConcurrentSessionsPerPool: [
      {
        title: 'changed',
        after: { sessions: 4, maxConcurrentSessionsPerPool: 2 },
        action: 'in place',
        paths: ['body.properties.scaleConfiguration.maxConcurrentSessions'],
        around: ['app replaced', 'output'],
      },
    ],
    sessionPoolNamePrefix: [
      { title: 'changed', after: { sessionPoolNamePrefix: 'renamed' }, action: 'replaced', paths: ['name'], around: REPLACED },
    ],
    containerType: [
      {
        title: 'changed',
        after: { containerType: CodeInterpreterType.SHELL },
        action: 'replaced',
        paths: ['body.properties.containerType', 'response_export_values[2]', 'type'],
        around: REPLACED,
      },
    ],
    cooldownPeriodInSeconds: optional('cooldownPeriodInSeconds', [600, 900], 'in place', { added: COOLDOWN, changed: COOLDOWN }),
    mcpServer: [
      {
        title: 'changed',
        before: { mcpServer: {} },
        after: { mcpServer: { apiKeyDisabled: true } },
        action: 'in place',
        paths: ['body.properties.mcpServerSettings.isMcpServerApiKeyDisabled'],
      },
    ],
    networkStatus: [
      {
        title: 'added',
        after: { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
        action: 'in place',
        paths: ['body.properties.sessionNetworkConfiguration.status'],
      },
    ],
    apiVersion: [{ title: 'added', after: { apiVersion: '2025-07-01' }, action: 'no changes' }],
    timeouts: TIMEOUT_EDITS,
    adoptExisting: [{ title: 'added', after: { adoptExisting: ['westus2-1'] }, action: 'no changes' }],
    ignoreTags: ignoreTagsEdits(),
    preventDestroy: [{ title: 'added', after: { preventDestroy: true }, action: 'no changes' }],
    acknowledgements: [
      { title: 'added', after: { acknowledgements: [{ id: 'egress-enabled', reason: 'a reason' }] }, action: 'no changes' },
    ],
  };
}
