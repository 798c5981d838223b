import fc from 'fast-check';
import { CodeInterpreterType } from '../../../../lib';
import { interpreterSettings } from '../../card';

const PATH = 'properties.containerType';
const TYPE = "containerType must be a type such as 'PythonLTS', got";

export default interpreterSettings('containerType', {
  armPath: PATH,
  valid: [
    ['Python', CodeInterpreterType.PYTHON_LTS],
    ['Node.js', CodeInterpreterType.NODE_LTS],
    ['a shell', CodeInterpreterType.SHELL],
    ['a type to come', CodeInterpreterType.of('RubyLTS'), 'unknown-container-type'],
  ],
  invalid: [
    [{ name: 'CustomContainer' }, "containerType must be a code interpreter, got 'CustomContainer': use CustomContainerPool"],
    [{ name: '' }, `${TYPE} ''`],
    [{ name: 'Python LTS' }, `${TYPE} 'Python LTS'`],
    [
      'PythonLTS',
      'containerType must be a CodeInterpreterType, got a string: use a constant of CodeInterpreterType, or CodeInterpreterType.of',
    ],
  ],
  arbitrary: { valid: fc.constantFrom(CodeInterpreterType.PYTHON_LTS, CodeInterpreterType.NODE_LTS, CodeInterpreterType.SHELL) },
  edits: [
    {
      title: 'containerType',
      before: { containerType: CodeInterpreterType.SHELL },
      after: { containerType: CodeInterpreterType.NODE_LTS },
      action: 'replaced',
      paths: [`body.${PATH}`],
    },
    {
      title: 'containerType, with another api version',
      after: { containerType: CodeInterpreterType.NODE_LTS },
      action: 'replaced',
      paths: [`body.${PATH}`, 'response_export_values[2]', 'type'],
    },
  ],
  drift: 'the container type of a pool cannot change',
});
