import { edgeEdits, OTHER_GROUP_ID } from './common-edits';
import type { Context, Edits } from './edit';
import { managementEdits, optional } from './edit';
import type { SessionPoolDiagnosticsProps, SessionPoolMetricDiagnosticsProps, SessionPoolPrivateDnsZoneProps } from '../../../../lib';
import { LogDestination, LogTablePlan, SessionPool, SessionPoolEnvironment } from '../../../../lib';
import { ENVIRONMENT_ID, POOL_ID, RESOURCE_GROUP_ID } from '../../../support/fixtures';

const PROPERTIES = 'body.properties';
const providersOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const STORAGE = LogDestination.storageAccount(providersOf('Microsoft.Storage/storageAccounts', 'other'));
/** What has no tags has no edits of them. */
const withoutTags = <T extends { tags?: unknown; ignoreTags?: unknown }>({ tags: _, ignoreTags: __, ...rest }: T) => rest;

/** The edits of any diagnostic setting. */
function settingEdits(context: Context) {
  return {
    ...withoutTags(edgeEdits(context) as { tags?: unknown }),
    ...withoutTags(managementEdits()),
    settingName: [{ title: 'changed', after: { settingName: 'renamed' }, action: 'replaced', paths: ['name'] }],
    destination: [
      {
        title: 'changed',
        after: { destination: STORAGE },
        action: 'in place',
        paths: [`${PROPERTIES}.storageAccountId`, `${PROPERTIES}.workspaceId`],
      },
    ],
  } as Edits<SessionPoolDiagnosticsProps & SessionPoolMetricDiagnosticsProps>;
}

export function diagnosticsEdits(context: Context): Edits<SessionPoolDiagnosticsProps> {
  const other = SessionPoolEnvironment.fromEnvironmentId(context.provider, 'other-environment', `${ENVIRONMENT_ID}2`);
  return {
    ...settingEdits(context),
    environment: [{ title: 'changed', after: { environment: other }, action: 'replaced', paths: ['parent_id'] }],
    consoleLogsPlan: [
      {
        title: 'changed',
        before: { consoleLogsPlan: LogTablePlan.ANALYTICS },
        after: { consoleLogsPlan: LogTablePlan.BASIC },
        action: 'no changes',
        around: ['table in place'],
      },
    ],
    retentionInDays: [
      {
        title: 'changed',
        before: { retentionInDays: 60 },
        after: { retentionInDays: 90 },
        action: 'no changes',
        around: ['table in place'],
      },
    ],
    totalRetentionInDays: [
      {
        title: 'changed',
        before: { totalRetentionInDays: 60 },
        after: { totalRetentionInDays: 90 },
        action: 'no changes',
        around: ['table in place'],
      },
    ],
  };
}

export function metricDiagnosticsEdits(context: Context): Edits<SessionPoolMetricDiagnosticsProps> {
  const other = SessionPool.fromSessionPoolId(context.provider, 'other-pool-of-metrics', POOL_ID);
  return {
    ...settingEdits(context),
    pool: [{ title: 'changed', after: { pool: other }, action: 'replaced', paths: ['parent_id'] }],
  };
}

export function privateDnsZoneEdits(context: Context): Edits<SessionPoolPrivateDnsZoneProps> {
  const network = (name: string) => ({ virtualNetworkId: providersOf('Microsoft.Network/virtualNetworks', name) });
  const replacedWith = ['link replaced', 'record replaced'];
  const edge = edgeEdits<SessionPoolPrivateDnsZoneProps>(context);
  return {
    ...edge,
    ...managementEdits(),
    tags: optional('tags', [{ team: 'a' }, { team: 'b' }], 'in place', {
      added: ['tags'],
      changed: ['tags.team'],
      around: ['link in place'],
    }),
    environment: [
      {
        title: 'changed',
        before: network('one'),
        after: {
          ...network('one'),
          environment: SessionPoolEnvironment.fromEnvironmentId(context.provider, 'another', `${ENVIRONMENT_ID}2`),
        },
        action: 'replaced',
        paths: ['name'],
        around: replacedWith,
      },
    ],
    virtualNetworkId: [
      { title: 'changed', before: network('one'), after: network('two'), action: 'no changes', around: ['link replaced'] },
    ],
    resourceGroupId: [
      { title: 'added', after: { resourceGroupId: OTHER_GROUP_ID }, action: 'replaced', paths: ['parent_id'], around: replacedWith },
    ],
  };
}
