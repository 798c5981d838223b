import { TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

const TIME_AGGREGATION = new Set(['Average', 'Count', 'Minimum', 'Maximum', 'Total']);

/** source: azapi types of 2018-03-01, criteria of a single resource */
export const METRIC_ALERT_TREE: Tree = {
  ...TRACKED_RESOURCE_TREE,
  '!properties': {
    description: 'string',
    '!severity': 'int',
    '!enabled': 'bool',
    '!scopes': ['string'],
    '!evaluationFrequency': 'string',
    '!windowSize': 'string',
    targetResourceType: 'string',
    targetResourceRegion: 'string',
    '!criteria': {
      '!odata.type': 'string',
      allOf: [
        {
          '!criterionType': new Set(['StaticThresholdCriterion', 'DynamicThresholdCriterion']),
          '!name': 'string',
          '!metricName': 'string',
          metricNamespace: 'string',
          '!timeAggregation': TIME_AGGREGATION,
          operator: 'string',
          threshold: 'number',
          dimensions: [{ '!name': 'string', '!operator': 'string', '!values': ['string'] }],
          skipMetricValidation: 'bool',
        },
      ],
    },
    autoMitigate: 'bool',
    actions: [{ actionGroupId: 'string', webHookProperties: { '*': 'string' } }],
    '~lastUpdatedTime': 'string',
    '~isMigrated': 'bool',
  },
};
