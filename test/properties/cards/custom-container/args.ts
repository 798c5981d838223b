import { Fn, Token } from 'cdktf';
import fc from 'fast-check';
import { container, withProps } from '../../card';
import { CONTAINER, TEXTS } from '../../values';

const PATH = `${CONTAINER}.args`;
const list = Token.asList(Fn.tolist(['a']));

export default container('args', {
  armPath: PATH,
  valid: [
    ['arguments', ['-c']],
    ['an empty command', withProps({ command: [], args: [] })],
    ['a command and arguments', withProps({ command: ['sh', '-c'], args: ['', '${HOME}', '%{if}', '"\\'] })],
  ],
  invalid: [
    [{}, 'args must be a list, got an object'],
    [[null, 'a', true], 'args[0] is required (may be an empty string)', 'args[2] must be a string, got true'],
    [
      ['\udc00'],
      'args[0] must be well-formed Unicode, got text that is not shown, as it may hold a secret: Terraform would replace half of a character',
    ],
    [['a', list[0]], 'args[1] must be a single string, got a list or map token'],
    [[`--items=${list}`], 'args[0] must be a single string, got a list or map token'],
  ],
  arbitrary: { valid: fc.array(TEXTS, { maxLength: 3 }) },
  edits: [
    { title: 'args', before: { args: ['a', 'b'] }, after: { args: ['a', 'c'] }, action: 'in place', paths: [`body.${PATH}[1]`] },
    { title: 'args: removed', before: { args: ['a'] }, action: 'in place', paths: [`body.${PATH}[0]`] },
  ],
  drift: [{ id: 'pool/args/added', props: {}, paths: [`body.${PATH}[0]`] }],
});
