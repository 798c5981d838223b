import fc from 'fast-check';
import { poolSettings } from '../../card';

const RULE = "must be a duration such as '90s', '30m' or '1h30m', got";

export default poolSettings('timeouts', {
  valid: [['timeouts', { create: '90s', read: '1h30m', update: '0.25h', delete: '100ms' }]],
  invalid: [
    [{ create: '30' }, `timeouts.create ${RULE} '30'`],
    [{ create: 'x30m' }, `timeouts.create ${RULE} 'x30m'`],
    [{ create: '30mx' }, `timeouts.create ${RULE} '30mx'`],
    [{ update: '0m' }, `timeouts.update ${RULE} '0m'`],
    [{ read: '5 m' }, `timeouts.read ${RULE} '5 m'`],
    [{ delete: 'PT30M' }, `timeouts.delete ${RULE} 'PT30M'`],
    [{ delete: 30 }, 'timeouts.delete must be a string, got 30'],
  ],
  arbitrary: {
    valid: fc.record({ create: fc.integer({ min: 1, max: 500 }).map(minutes => `${minutes}m`) }, { requiredKeys: [] }),
  },
  edits: [
    {
      title: 'timeouts',
      before: { timeouts: { create: '61m' } },
      after: { timeouts: { create: '62m' } },
      action: 'in place',
      paths: ['timeouts.create'],
    },
  ],
});
