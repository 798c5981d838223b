import fc from 'fast-check';
import { container } from '../../card';
import { CONTAINER, TEXTS } from '../../values';

const PATH = `${CONTAINER}.command`;

export default container('command', {
  armPath: PATH,
  valid: [['a command', ['sh', '-c']]],
  invalid: [
    ['sh', 'command must be a list, got text that is not shown, as it may hold a secret'],
    [['sh', 5], 'command[1] must be a string, got a number'],
    [['sh', undefined], 'command[1] is required (may be an empty string)'],
    [
      ['a\u030a'],
      'command[0] must be in Unicode normal form C, got text that is not shown, as it may hold a secret: Terraform would change it; normalize it first',
    ],
  ],
  arbitrary: { valid: fc.array(TEXTS, { maxLength: 3 }) },
  edits: [
    { title: 'command', after: { command: ['serve'] }, action: 'in place', paths: [`body.${PATH}[0]`] },
    { title: 'command: removed', before: { command: ['serve'] }, action: 'in place', paths: [`body.${PATH}[0]`] },
  ],
  drift: [{ id: 'pool/command/added', props: {}, paths: [`body.${PATH}[0]`] }],
});
