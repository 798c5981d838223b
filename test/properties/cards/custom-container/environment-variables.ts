import { Fn, Token } from 'cdktf';
import fc from 'fast-check';
import { TerraformExpression } from '../../../../lib';
import { container } from '../../card';
import { CONTAINER, letters, TEXTS } from '../../values';

const PATH = `${CONTAINER}.env`;
const NAME = 'a name in environmentVariables must be one or more characters without =, got';
const SINGLE = 'must be a single string, got a list or map token';
const list = Token.asList(Fn.tolist(['a']));
const map = Token.asStringMap(Fn.tomap({ a: 'b' }));
const A = "environmentVariables['A']";

export default container('environmentVariables', {
  armPath: PATH,
  valid: [
    ['environment variables with any name', { 'a.b-c': '', 'ä b': '\u0000', constructor: 'c' }],
    ['a token as the map of environment variables', () => Token.asStringMap(Fn.tomap({ a: 'b' }))],
    ['an expression', () => ({ UPPER: TerraformExpression.raw('upper("a")') })],
  ],
  invalid: [
    [{ '': 'v' }, `${NAME} ''`],
    [{ 'A=B': 'v' }, `${NAME} 'A=***'`],
    [{ 'A\0': 'v' }, `${NAME} 'A\\u0000'`],
    [{ A: undefined }, `${A} is required (may be an empty string)`],
    [{ A: 5 }, `${A} must be a string, got a number`],
    [{ A: { secretRef: 's' } }, `${A} must be a string, got an object`],
    [[{ name: 'A', value: 'v' }], 'environmentVariables must be a map, got a list'],
    [new Map([['A', 'v']]), 'environmentVariables must be a map, got a Map'],
    [{ ITEMS: `${list}` }, `environmentVariables['ITEMS'] ${SINGLE}`],
    [{ MAP: Object.keys(map)[0] }, `environmentVariables['MAP'] ${SINGLE}`],
    [{ ...map, A: 'a' }, 'environmentVariables must be entries or the token of a map, got both: Fn.merge makes one map of them'],
    [
      { A: '\ud800x' },
      `${A} must be well-formed Unicode, got text that is not shown, as it may hold a secret: Terraform would replace half of a character`,
    ],
  ],
  arbitrary: {
    valid: fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/), TEXTS, { maxKeys: 4, noNullPrototype: true }),
    invalid: fc.dictionary(
      letters(1, 5).map(each => `${each}=`),
      TEXTS,
      { minKeys: 1, maxKeys: 2, noNullPrototype: true },
    ),
  },
  edits: [
    {
      title: 'environmentVariables: added',
      after: { environmentVariables: { A: '1' } },
      action: 'in place',
      paths: [`body.${PATH}[0]`],
    },
    {
      title: 'environmentVariables: changed',
      before: { environmentVariables: { A: '1', B: '1' } },
      after: { environmentVariables: { A: '1', B: '2' } },
      action: 'in place',
      paths: [`body.${PATH}[1].value`],
    },
    {
      title: 'environmentVariables: removed',
      before: { environmentVariables: { A: '1' } },
      action: 'in place',
      paths: [`body.${PATH}[0]`],
    },
  ],
  drift: [{ id: 'pool/variable/added', props: { environmentVariables: { A: '1' } }, paths: [`body.${PATH}[1]`] }],
});
