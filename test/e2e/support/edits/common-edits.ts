import type { Context, Edits } from './edit';
import { managementEdits, optional, TIMEOUT_EDITS } from './edit';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../../../lib';
import { SessionNetworkStatus } from '../../../../lib';
import { RESOURCE_GROUP_ID } from '../../../support/fixtures';

export const OTHER_GROUP_ID = `${RESOURCE_GROUP_ID}2`;
const TAGS = [{ team: 'a' }, { team: 'b' }] as const;
const EGRESS = 'body.properties.sessionNetworkConfiguration.status';
const SESSIONS = 'body.properties.scaleConfiguration.maxConcurrentSessions';

/** What everything with these properties has. */
export function edgeEdits<Props extends { tags?: object; provider?: unknown; dependsOn?: unknown[] }>({ provider, before }: Context) {
  return {
    tags: optional<Props, 'tags'>('tags', [TAGS[0] as never, TAGS[1] as never], 'in place', { added: ['tags'], changed: ['tags.team'] }),
    provider: [{ title: 'another', after: { provider } as never, action: 'no changes' }],
    dependsOn: [{ title: 'added', after: { dependsOn: [before] } as never, action: 'no changes' }],
  } as Edits<Props>;
}

/** What both kinds of pools have. */
export function commonEdits(context: Context): Edits<CodeInterpreterPoolProps & CustomContainerPoolProps> {
  return {
    ...edgeEdits(context),
    resourceGroupId: [
      {
        title: 'changed',
        after: { resourceGroupId: OTHER_GROUP_ID },
        action: 'replaced',
        paths: ['parent_id'],
        around: ['alert replaced', 'app replaced', 'grant replaced', 'output'],
      },
    ],
    location: [
      { title: 'changed', after: { location: 'westus3' }, action: 'replaced', paths: ['location'] },
      { title: 'spelled otherwise', after: { location: 'West US 2' }, action: 'no changes' },
    ],
    sessionPoolName: [{ title: 'changed', after: { sessionPoolName: 'renamed' }, action: 'replaced', paths: ['name'] }],
    maxConcurrentSessions: optional('maxConcurrentSessions', [20, 30], 'in place', {
      added: [SESSIONS],
      changed: [SESSIONS],
      around: ['alert in place'],
    }),
    networkStatus: [
      {
        title: 'changed',
        before: { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
        after: { networkStatus: SessionNetworkStatus.EGRESS_DISABLED },
        action: 'in place',
        paths: [EGRESS],
      },
      { title: 'removed', before: { networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, action: 'in place', paths: [EGRESS] },
    ],
    timeouts: TIMEOUT_EDITS,
    ...managementEdits(),
  };
}
