import fc from 'fast-check';
import { container } from '../../card';
import { outside } from '../../values';

const PATH = 'properties.customContainerTemplate.ingress.targetPort';
const RANGE = 'targetPort must be between 1 and 65535, got';

export default container('targetPort', {
  armPath: PATH,
  valid: [
    ['the lowest port', 1],
    ['the highest port', 65535],
  ],
  invalid: [
    [undefined, 'targetPort must be given: the port on which the container answers HTTP requests'],
    [0, `${RANGE} 0`],
    [65536, `${RANGE} 65536`],
    [80.5, 'targetPort must be a whole number, got 80.5'],
    ['80', "targetPort must be a whole number, got '80'"],
  ],
  arbitrary: { always: true, valid: fc.integer({ min: 1, max: 65535 }), invalid: outside(1, 65535) },
  edits: [{ title: 'targetPort', after: { targetPort: 8080 }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/target-port/changed' }],
});
