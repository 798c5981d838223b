import { CodeInterpreterType, SessionPool } from '../../lib';
import { failuresOf } from '../support/failures';
import { interpreter, POOL_ID } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const CASING = "Azure's names have this casing";

test.each<[string, ...failures: string[]]>([
  ['pythonlts', `containerType must be 'PythonLTS', got 'pythonlts': ${CASING}`],
  ['NODELTS', `containerType must be 'NodeLTS', got 'NODELTS': ${CASING}`],
  ['shell', `containerType must be 'Shell', got 'shell': ${CASING}`],
  ['CustomContainer', "containerType must be a code interpreter, got 'CustomContainer': use CustomContainerPool"],
  ['customcontainer', "containerType must be a code interpreter, got 'customcontainer': use CustomContainerPool"],
  ['', "containerType must be a type such as 'PythonLTS', got ''"],
  ['Python-LTS', "containerType must be a type such as 'PythonLTS', got 'Python-LTS'"],
  ['PythonLTS'],
  ['NodeLTS'],
  ['Shell'],
  ['RubyLTS'],
])('a code interpreter pool of type %j', (type, ...failures) => {
  expect(failuresOf(stack => interpreter(stack, { containerType: CodeInterpreterType.of(type) }))).toStrictEqual(failures);
});

test.each<[string, ...failures: string[]]>([
  ['customcontainer', `containerType must be 'CustomContainer', got 'customcontainer': ${CASING}`],
  ['CustomContainer'],
  ['PythonLTS'],
])('an imported pool of type %j', (containerType, ...failures) => {
  expect(
    failuresOf(stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType })),
  ).toStrictEqual(failures);
});

const UNKNOWN = 'is not known to this library: nothing checks that the API version has it';

test.each<[string, ...warnings: string[]]>([
  ['RubyLTS', `[unknown-container-type] containerType 'RubyLTS' ${UNKNOWN}`],
  ['PythonLT', `[unknown-container-type] containerType 'PythonLT' ${UNKNOWN}; did you mean 'PythonLTS'?`],
  ['Shell'],
])('type %s warns, unless it is known', (type, ...warnings) => {
  synthesize(stack => {
    expect(warningsOf(interpreter(stack, { containerType: CodeInterpreterType.of(type) }))).toStrictEqual(warnings);
  });
});
