import fc from 'fast-check';
import { container, withProps } from '../../card';
import { CONTAINER, letters, numberVariable, variable } from '../../values';

const PATH = `${CONTAINER}.resources.memory`;
const RULE = "memory must be an amount above 0 in Gi or Mi, such as '0.5Gi', got";

export default container('memory', {
  armPath: PATH,
  valid: [
    ['other memory with the default cores', '1Gi', 'cpu-memory'],
    ['memory in Mi', withProps({ cpu: 0.5, memory: '1024Mi' })],
    ['memory in Mi with a fraction', withProps({ cpu: 0.25, memory: '512.0Mi' })],
    ['more memory than twice the cores', withProps({ cpu: 0.5, memory: '2Gi' }), 'cpu-memory'],
    ['more cores than documented and a token as memory', withProps(scope => ({ cpu: 4, memory: variable(scope) })), 'cpu-memory'],
    ['memory made of a token and a literal', withProps(scope => ({ cpu: 0.25, memory: `${variable(scope)}Gi` }))],
    ['memory made of a number token and a literal', scope => `${numberVariable(scope)}Gi`],
  ],
  invalid: [
    ...['', '0Gi', '0.0Mi', '-1Gi', '1', '1G', '1gi', '1GiB', '1 Gi', '.5Gi', '1.Gi'].map(
      memory => [memory, `${RULE} '${memory}'`] as const,
    ),
    [1, 'memory must be a string, got 1'],
  ],
  arbitrary: {
    valid: fc.constantFrom('0.5Gi', '1Gi', '2Gi', '4Gi', '512Mi'),
    invalid: fc.oneof(
      letters(1, 5),
      fc.integer().map(each => `${each}`),
      fc.constantFrom('0Gi', '-1Gi', '1 Gi', '1GB', '1gi', 'Gi'),
    ),
  },
  edits: [{ title: 'memory', after: { memory: '1Gi' }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/memory/changed' }],
});
