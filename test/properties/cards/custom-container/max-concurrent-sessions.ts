import fc from 'fast-check';
import { containerOptions } from '../../card';

const PATH = 'properties.scaleConfiguration.maxConcurrentSessions';

export default containerOptions('maxConcurrentSessions', {
  armPath: PATH,
  valid: [
    ['the fewest sessions', 2],
    ['600 sessions', 600],
    ['more than 600 sessions', 601, 'max-sessions'],
  ],
  invalid: [
    [0, 'maxConcurrentSessions must be at least 1, got 0'],
    [1, 'readySessionInstances (1) must be less than maxConcurrentSessions (1)'],
    [2.5, 'maxConcurrentSessions must be a whole number, got 2.5'],
  ],
  arbitrary: {
    always: true,
    valid: fc.integer({ min: 2, max: 1000 }),
    invalid: fc.oneof(fc.integer({ max: 1 }), fc.double({ noInteger: true })),
  },
  edits: [{ title: 'maxConcurrentSessions', after: { maxConcurrentSessions: 20 }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/max-sessions/changed' }],
});
