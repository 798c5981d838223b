import type { MetricAlertOptions, NearlyFullAlertOptions, SessionPoolAlertOptions, SessionPoolAlertProps } from '../../../../lib';
import { MetricAggregation, MetricOperator } from '../../../../lib';
import { RESOURCE_GROUP_ID } from '../../../support/fixtures';
import { elsewhere } from '../../card';
import { TAGGED_MANAGEMENT } from '../../management';

const SUITE = 'test/monitoring/session-pool-alert.test.ts';
const METRICS = 'test/monitoring/session-pool-metrics.test.ts';
const WINDOWS = '1, 5, 15, 30, 60, 360, 720, 1440';

export default [
  ...elsewhere<SessionPoolAlertOptions>('SessionPoolAlertOptions', SUITE, {
    alertName: { valid: ['alert'] },
    description: { valid: ['what it means'] },
    severity: {
      valid: [0, 4],
      invalid: [
        [-1, 'severity must be between 0 and 4, got -1'],
        [5, 'severity must be between 0 and 4, got 5'],
        [2.5, 'severity must be a whole number, got 2.5'],
      ],
    },
    enabled: { valid: [true, false] },
    windowSizeInMinutes: { valid: [5, 1440], invalid: [[7, `windowSizeInMinutes must be one of ${WINDOWS} (minutes), got 7`]] },
    evaluationFrequencyInMinutes: { valid: [1] },
    actionGroupIds: { valid: [[], [`${RESOURCE_GROUP_ID}/providers/Microsoft.Insights/actionGroups/group`]] },
    resourceGroupId: { valid: [`${RESOURCE_GROUP_ID}2`] },
    ...TAGGED_MANAGEMENT,
  }),
  ...elsewhere<MetricAlertOptions>('MetricAlertOptions', SUITE, {
    threshold: { valid: [0, 0.5], invalid: [[NaN, 'threshold must be a number, got NaN']] },
    aggregation: { valid: Object.values(MetricAggregation) },
    operator: { valid: Object.values(MetricOperator) },
  }),
  ...elsewhere<SessionPoolAlertProps>('SessionPoolAlertProps', SUITE, { metric: {} }),
  ...elsewhere<NearlyFullAlertOptions>('NearlyFullAlertOptions', METRICS, {
    share: { valid: [0.01, 1] },
    maxConcurrentSessions: { valid: [2, 600] },
  }),
];
