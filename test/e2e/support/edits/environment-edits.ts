import { edgeEdits, OTHER_GROUP_ID } from './common-edits';
import type { Context, Edits } from './edit';
import { managementEdits, optional } from './edit';
import type { SessionPoolEnvironmentProps } from '../../../../lib';
import { EnvironmentLogs, PublicNetworkAccess, WorkloadProfile } from '../../../../lib';
import { RESOURCE_GROUP_ID } from '../../../support/fixtures';

const ACCESS = 'body.properties.publicNetworkAccess';
const NETWORK = 'body.properties.vnetConfiguration';
const PROFILES = 'body.properties.workloadProfiles';
const LOGS = 'body.properties.appLogsConfiguration.destination';
const subnet = (name: string) => ({
  infrastructureSubnetId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/network/subnets/${name}`,
});
const dedicated = (maximumCount: number) =>
  WorkloadProfile.dedicated({ name: 'large', workloadProfileType: 'D4', minimumCount: 0, maximumCount });

export function environmentEdits(context: Context): Edits<SessionPoolEnvironmentProps> {
  return {
    ...edgeEdits(context),
    resourceGroupId: [{ title: 'changed', after: { resourceGroupId: OTHER_GROUP_ID }, action: 'replaced', paths: ['parent_id'] }],
    location: [{ title: 'spelled otherwise', after: { location: 'West US 2' }, action: 'no changes' }],
    environmentName: [{ title: 'changed', after: { environmentName: 'renamed' }, action: 'replaced', paths: ['name'] }],
    infrastructureSubnetId: [
      { title: 'added', after: subnet('one'), action: 'replaced', paths: [ACCESS, NETWORK] },
      {
        title: 'changed',
        before: subnet('one'),
        after: subnet('two'),
        action: 'replaced',
        paths: [`${NETWORK}.infrastructureSubnetId`],
      },
      { title: 'removed', before: subnet('one'), action: 'replaced', paths: [ACCESS, NETWORK] },
    ],
    internal: [
      {
        title: 'changed',
        before: subnet('one'),
        after: { ...subnet('one'), internal: false },
        action: 'replaced',
        paths: [ACCESS, `${NETWORK}.internal`],
      },
    ],
    zoneRedundant: [
      {
        title: 'added',
        before: subnet('one'),
        after: { ...subnet('one'), zoneRedundant: true },
        action: 'replaced',
        paths: ['body.properties.zoneRedundant'],
      },
    ],
    publicNetworkAccess: optional('publicNetworkAccess', [PublicNetworkAccess.DISABLED, PublicNetworkAccess.ENABLED], 'in place', {
      added: [ACCESS],
      changed: [ACCESS],
    }),
    workloadProfiles: [
      {
        title: 'one more',
        after: { workloadProfiles: [WorkloadProfile.consumption(), dedicated(1)] },
        action: 'in place',
        paths: [`${PROFILES}[1]`],
      },
      {
        title: 'changed',
        before: { workloadProfiles: [WorkloadProfile.consumption(), dedicated(1)] },
        after: { workloadProfiles: [WorkloadProfile.consumption(), dedicated(2)] },
        action: 'in place',
        paths: [`${PROFILES}[1].maximumCount`],
      },
      {
        title: 'one less',
        before: { workloadProfiles: [WorkloadProfile.consumption(), dedicated(1)] },
        action: 'in place',
        paths: [`${PROFILES}[1]`],
      },
    ],
    logs: optional('logs', [EnvironmentLogs.none(), EnvironmentLogs.azureMonitor()], 'in place', {
      added: ['body.properties.appLogsConfiguration.destination', 'ignore_missing_property'],
      changed: [LOGS, 'ignore_missing_property'],
    }),
    ...managementEdits(),
    timeouts: optional('timeouts', [{ create: '61m' }, { create: '62m' }], 'in place', {
      added: ['timeouts'],
      changed: ['timeouts.create'],
    }),
  };
}
