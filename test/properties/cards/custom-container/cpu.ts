import fc from 'fast-check';
import { container, withProps } from '../../card';
import { CONTAINER, numberVariable } from '../../values';

const PATH = `${CONTAINER}.resources.cpu`;
const RULE = 'cpu must be above 0 (cores), got';

export default container('cpu', {
  armPath: PATH,
  valid: [
    ['other cores with the default memory', 0.5, 'cpu-memory'],
    ['the documented resources at most', withProps({ cpu: 2, memory: '4Gi' })],
    ['more cores than documented', withProps({ cpu: 4, memory: '8Gi' }), 'cpu-memory'],
    ['fewer cores than documented', withProps({ cpu: 0.1, memory: '0.2Gi' }), 'cpu-memory'],
    ['a token as cores', withProps(scope => ({ cpu: numberVariable(scope), memory: '1.25Gi' }))],
    [
      'a token as cores and more memory than documented',
      withProps(scope => ({ cpu: numberVariable(scope), memory: '4.25Gi' })),
      'cpu-memory',
    ],
  ],
  invalid: [
    [0, `${RULE} 0`],
    [-0.25, `${RULE} -0.25`],
    [NaN, `${RULE} NaN`],
    [Infinity, `${RULE} Infinity`],
    ['0.5', "cpu must be a number, got '0.5'"],
    [true, 'cpu must be a number, got true'],
    [[1], 'cpu must be a number, got [1]'],
  ],
  arbitrary: {
    valid: fc.constantFrom(0.25, 0.5, 1, 2, 4),
    invalid: fc.oneof(fc.double({ max: 0, noNaN: true }), fc.constantFrom(NaN, Infinity)),
  },
  edits: [{ title: 'cpu', after: { cpu: 0.5 }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/cpu/changed' }],
});
