import { Fn } from 'cdktf';
import { CodeInterpreterType, ContainerType, SessionPool } from '../../lib';
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

test.each<[string, ContainerType, ...failures: string[]]>([
  [
    'customcontainer',
    CodeInterpreterType.of('customcontainer'),
    `containerType must be 'CustomContainer', got 'customcontainer': ${CASING}`,
  ],
  ['CustomContainer', ContainerType.CUSTOM_CONTAINER],
  ['PythonLTS', CodeInterpreterType.PYTHON_LTS],
])('an imported pool of type %j', (_, containerType, ...failures) => {
  expect(
    failuresOf(stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType })),
  ).toStrictEqual(failures);
});

const UNKNOWN = 'is not known to this library: nothing checks that the API version has it';

test('a token, which would leave open which API the sessions have, is refused', () => {
  const containerType = CodeInterpreterType.of(Fn.lower('X'));
  const failure = 'containerType must be known when the configuration is written, got a token: it decides the API of the sessions';
  expect(failuresOf(stack => interpreter(stack, { containerType }))).toStrictEqual([failure]);
  expect(
    failuresOf(stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType })),
  ).toStrictEqual([failure]);
});

test.each<[string, ...warnings: string[]]>([
  ['RubyLTS', `[unknown-container-type] containerType 'RubyLTS' ${UNKNOWN}`],
  ['PythonLT', `[unknown-container-type] containerType 'PythonLT' ${UNKNOWN}; did you mean 'PythonLTS'?`],
  ['Shell'],
])('type %s warns, unless it is known', (type, ...warnings) => {
  synthesize(stack => {
    expect(warningsOf(interpreter(stack, { containerType: CodeInterpreterType.of(type) }))).toStrictEqual(warnings);
  });
});
