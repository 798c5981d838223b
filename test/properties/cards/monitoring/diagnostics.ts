import type {
  DiagnosticSettingOptions,
  EventHubDestinationOptions,
  SessionPoolDiagnosticsOptions,
  SessionPoolDiagnosticsProps,
  SessionPoolMetricDiagnosticsProps,
} from '../../../../lib';
import { LogDestination, LogTablePlan } from '../../../../lib';
import { RESOURCE_GROUP_ID } from '../../../support/fixtures';
import { elsewhere } from '../../card';
import { MANAGEMENT } from '../../management';

const SUITE = 'test/monitoring/session-pool-diagnostics.test.ts';
const NAME = 'settingName must have 1 to 260 characters without # < > % & : \\ ? / * . + and quotes, and no space last, got';
const STORAGE = LogDestination.storageAccount(`${RESOURCE_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/logs`);

export default [
  ...elsewhere<DiagnosticSettingOptions>('DiagnosticSettingOptions', SUITE, {
    settingName: { valid: ['a', 'a'.repeat(260)], invalid: [['a.b', `${NAME} 'a.b'`]] },
    ...MANAGEMENT,
  }),
  ...elsewhere<SessionPoolDiagnosticsOptions>('SessionPoolDiagnosticsOptions', SUITE, {
    consoleLogsPlan: {
      valid: Object.values(LogTablePlan),
      invalid: [['basic', "consoleLogsPlan must be 'Analytics' or 'Basic', got 'basic'"]],
    },
    retentionInDays: {
      valid: [4, 730],
      invalid: [
        [3, 'retentionInDays must be between 4 and 730 (days), got 3'],
        [731, 'retentionInDays must be between 4 and 730 (days), got 731'],
        [4.5, 'retentionInDays must be a whole number, got 4.5'],
      ],
    },
    totalRetentionInDays: {
      valid: [4, 4383],
      invalid: [
        [3, 'totalRetentionInDays must be between 4 and 4383 (days), got 3'],
        [4384, 'totalRetentionInDays must be between 4 and 4383 (days), got 4384'],
      ],
    },
  }),
  ...elsewhere<SessionPoolDiagnosticsProps>('SessionPoolDiagnosticsProps', SUITE, { environment: {}, destination: { valid: [STORAGE] } }),
  ...elsewhere<SessionPoolMetricDiagnosticsProps>('SessionPoolMetricDiagnosticsProps', SUITE, {
    pool: {},
    destination: { valid: [STORAGE] },
  }),
  ...elsewhere<EventHubDestinationOptions>('EventHubDestinationOptions', SUITE, {
    eventHubAuthorizationRuleId: {
      valid: [`${RESOURCE_GROUP_ID}/providers/Microsoft.EventHub/namespaces/hub/authorizationRules/RootManageSharedAccessKey`],
    },
    eventHubName: { valid: ['sessions'] },
  }),
];
