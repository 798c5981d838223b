import fc from 'fast-check';
import { container, withProps } from '../../card';

const PATH = 'properties.scaleConfiguration.readySessionInstances';

export default container('readySessionInstances', {
  armPath: PATH,
  valid: [['as many ready sessions as possible', withProps({ maxConcurrentSessions: 10, readySessionInstances: 9 })]],
  invalid: [
    [0, 'readySessionInstances must be at least 1, got 0'],
    [-1, 'readySessionInstances must be at least 1, got -1'],
    [10, 'readySessionInstances (10) must be less than maxConcurrentSessions (10)'],
    [
      withProps({ readySessionInstances: 20, maxConcurrentSessions: 10 }),
      'readySessionInstances (20) must be less than maxConcurrentSessions (10)',
    ],
    ['1', "readySessionInstances must be a whole number, got '1'"],
  ],
  arbitrary: { always: true, valid: fc.nat(), invalid: fc.oneof(fc.integer({ max: 0 }), fc.double({ noInteger: true })) },
  edits: [{ title: 'readySessionInstances', after: { readySessionInstances: 3 }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/ready-sessions/changed', props: { readySessionInstances: 3 } }],
});
