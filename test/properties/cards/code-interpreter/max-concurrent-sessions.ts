import fc from 'fast-check';
import { interpreterOptions } from '../../card';
import { outside } from '../../values';

const PATH = 'properties.scaleConfiguration.maxConcurrentSessions';
const RANGE = 'maxConcurrentSessions must be between 1 and 600, got';
const WHOLE = 'maxConcurrentSessions must be a whole number, got';

export default interpreterOptions('maxConcurrentSessions', {
  armPath: PATH,
  valid: [
    ['one session', 1],
    ['the most sessions', 600],
  ],
  invalid: [
    [0, `${RANGE} 0`],
    [-1, `${RANGE} -1`],
    [601, `${RANGE} 601`],
    [1.5, `${WHOLE} 1.5`],
    [NaN, `${WHOLE} NaN`],
    [Infinity, `${WHOLE} Infinity`],
    ['10', `${WHOLE} '10'`],
    [-8.1095622125915e298, `${RANGE} -8.1095622125915e+298`],
  ],
  arbitrary: { valid: fc.integer({ min: 1, max: 600 }), invalid: outside(1, 600) },
  edits: [{ title: 'maxConcurrentSessions', after: { maxConcurrentSessions: 20 }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/max-sessions/changed' }],
});
