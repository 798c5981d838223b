import type { Drift } from './drift';
import { driftsOfType, tagDrifts } from './drift';
import type { JsonObject } from '../json';
import { asList, asObject } from '../json';

const TYPE = 'Microsoft.App/managedEnvironments';
const LOGS = 'properties.appLogsConfiguration';
const PROFILES = 'properties.workloadProfiles';

const { changed, removed, swapped, added, deleted } = driftsOfType(TYPE, 'environment');

const destinationOf = (body: JsonObject) => asObject(asObject(body.properties).appLogsConfiguration).destination;
const hasSeveralProfiles = (body: JsonObject) => asList(asObject(body.properties).workloadProfiles).length > 1;

/** What can happen to an environment. Its subnet and its zones do not change in Azure either. */
export const ENVIRONMENT_DRIFTS: readonly Drift[] = [
  deleted(),
  changed('public-network-access', 'properties.publicNetworkAccess', 'public network access is turned on, or off', {
    to: old => (old === 'Enabled' ? 'Disabled' : 'Enabled'),
  }),
  changed('logs', LOGS, 'logs go nowhere', { to: { destination: 'none' } }),
  removed('logs', LOGS, 'the configuration of logs is taken away', { when: body => destinationOf(body) !== 'none' }),
  swapped('logs', LOGS, 'logs go to a workspace', {
    to: { destination: 'log-analytics', logAnalyticsConfiguration: { customerId: 'intruder', sharedKey: 'key' } },
    when: body => destinationOf(body) !== 'log-analytics',
  }),
  swapped('workspace', `${LOGS}.logAnalyticsConfiguration.customerId`, 'logs go to another workspace', { to: 'intruder' }),
  added('workload-profile', `${PROFILES}[+]`, 'a workload profile is added', {
    to: { name: 'intruder', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 3 },
  }),
  removed('workload-profile', `${PROFILES}[0]`, 'a workload profile is removed', { when: hasSeveralProfiles }),
  changed('workload-profile', `${PROFILES}[1].maximumCount`, 'a workload profile grows further', { to: old => Number(old) + 5 }),
  swapped('workload-profile', `${PROFILES}[1].workloadProfileType`, 'a workload profile has other nodes', { to: 'D32' }),
  ...tagDrifts(TYPE, 'environment'),
];
