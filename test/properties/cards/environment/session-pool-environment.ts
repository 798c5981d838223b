import type {
  ConsumptionWorkloadProfileOptions,
  DedicatedWorkloadProfileOptions,
  LogAnalyticsOptions,
  SessionPoolEnvironmentProps,
  SessionPoolEnvironmentReferenceOptions,
  SessionPoolPrivateDnsZoneProps,
} from '../../../../lib';
import { EnvironmentLogs, WorkloadProfile } from '../../../../lib';
import { RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../../support/fixtures';
import { elsewhere } from '../../card';
import { TAGGED_MANAGEMENT } from '../../management';

const SUITE = 'test/environment/session-pool-environment.test.ts';
const NAME = 'environmentName must be 2 to 60 letters, digits and single hyphens, a letter first and no hyphen last, got';

export default [
  ...elsewhere<SessionPoolEnvironmentProps>('SessionPoolEnvironmentProps', SUITE, {
    resourceGroupId: { valid: [RESOURCE_GROUP_ID.toLowerCase()] },
    location: { valid: ['westeurope'] },
    environmentName: { valid: ['ab', 'a'.repeat(60)], invalid: [['a', `${NAME} 'a'`]] },
    infrastructureSubnetId: { valid: [`${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v/subnets/other`] },
    internal: { valid: [true, false], invalid: [['yes', "internal must be true or false, got 'yes'"]] },
    zoneRedundant: { valid: [true, false], invalid: [[1, 'zoneRedundant must be true or false, got 1']] },
    publicNetworkAccess: { valid: ['Enabled', 'Disabled'] },
    logs: { valid: [EnvironmentLogs.none()] },
    workloadProfiles: {
      valid: [[WorkloadProfile.dedicated({ name: 'd', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 1 })]],
    },
    timeouts: { valid: [{ create: '1h' }] },
    ...TAGGED_MANAGEMENT,
  }),
  ...elsewhere<ConsumptionWorkloadProfileOptions>('ConsumptionWorkloadProfileOptions', SUITE, {
    name: { valid: ['gpu'] },
    workloadProfileType: { valid: ['Consumption'] },
  }),
  ...elsewhere<DedicatedWorkloadProfileOptions>('DedicatedWorkloadProfileOptions', SUITE, {
    name: { valid: ['other'] },
    workloadProfileType: { valid: ['E4'] },
    minimumCount: {
      valid: [0, 1],
      invalid: [
        [-1, 'workloadProfiles[0].minimumCount must be at least 0, got -1'],
        [0.5, 'workloadProfiles[0].minimumCount must be a whole number, got 0.5'],
      ],
    },
    maximumCount: { valid: [1, 20] },
  }),
  ...elsewhere<LogAnalyticsOptions>('LogAnalyticsOptions', SUITE, {
    customerId: { valid: [SUBSCRIPTION] },
    sharedKey: {},
  }),
  ...elsewhere<SessionPoolEnvironmentReferenceOptions>(
    'SessionPoolEnvironmentReferenceOptions',
    'test/environment/imported-environment.test.ts',
    { acknowledgements: { valid: [[]] }, provider: {} },
  ),
  ...elsewhere<SessionPoolPrivateDnsZoneProps>('SessionPoolPrivateDnsZoneProps', 'test/environment/session-pool-private-dns-zone.test.ts', {
    environment: {},
    virtualNetworkId: { valid: [`${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/other`] },
    resourceGroupId: { valid: [`${RESOURCE_GROUP_ID}2`] },
    ...TAGGED_MANAGEMENT,
  }),
];
