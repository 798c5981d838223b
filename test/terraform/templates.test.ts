import { Fn, Lazy, TerraformVariable, Token } from 'cdktf';
import { escapeTemplate, escapeTemplates, hasCollectionToken, isToken } from '../../lib/terraform/templates';
import { container } from '../support/fixtures';
import { hostileStrings } from '../support/hostile-strings';
import { synthesize, synthesizeResource } from '../support/synth';
import { evaluate } from '../support/template';

const text = Token.asString(Fn.upper('x'));
const number = Token.asNumber(Fn.abs(1));
const list = Token.asList(Fn.tolist(['x']));
const map = Token.asStringMap(Fn.tomap({ x: 'y' }));
const numberAsText = Token.asString(Token.asAny(Lazy.anyValue({ produce: () => 1 })));

describe('escapeTemplate', () => {
  test.each([
    ['', ''],
    ['plain', 'plain'],
    ['${x}', '$${x}'],
    ['$${x}', '$$${x}'],
    ['$$$${x', '$$$$${x'],
    ['%{if}', '%%{if}'],
    ['%%{if}', '%%%{if}'],
    ['$%{', '$%%{'],
    ['%${', '%$${'],
    ['$', '$'],
    ['$x{', '$x{'],
    ['{}', '{}'],
    ['${TfToken[unknown]}', '${"$"}{TfToken[unknown]}'],
    ['$${TfToken[unknown]}', '${"$$"}{TfToken[unknown]}'],
    ['#{TfToken[unknown]}', '${"#"}{TfToken[unknown]}'],
    ['$#{TfToken[unknown]}', '${"$"}${"#"}{TfToken[unknown]}'],
    ['$&{TfToken[unknown]}', '${"$"}${"&"}{TfToken[unknown]}'],
    ['#{x}', '#{x}'],
    ['-8.2e+298', '${"-"}8.2e+298'],
    ['x-8.2e298', 'x${"-"}8.2e298'],
    ['$-8.2e+298', '${"$"}${"-"}8.2e+298'],
    ['--8.2e+298', '--8.2e+298'],
    ['1-8.2e+298', '1-8.2e+298'],
    ['-8.5e+298', '-8.5e+298'],
    ['-1e5', '-1e5'],
    ['-e', '-e'],
    ['String Map Token Value', '${"S"}tring Map Token Value'],
    ['Any Map Token Value', '${"A"}ny Map Token Value'],
    ['\ufeffx', '${"\ufeff"}x'],
    ['x\ufeff', 'x\ufeff'],
    ['1'.repeat(128), '1'.repeat(128)],
    ['1'.repeat(129), `${'1'.repeat(128)}\${""}1`],
    [`${'1'.repeat(128)}a`, `${'1'.repeat(128)}\${""}a`],
  ])('writes %j as %j', (literal, template) => expect(escapeTemplate(literal)).toBe(template));

  test.each([
    [text, text],
    [`a${text}b`, `a${text}b`],
    [`\${${text}}`, `\${"$"}{${text}}`],
    [`$\${${text}}`, `\${"$$"}{${text}}`],
    [`%{${text}}`, `%%{${text}}`],
    [`$${text}`, `\${"$"}${text}`],
    [`$$${text}`, `\${"$$"}${text}`],
    [`${text}$`, `${text}$`],
    [`${text}$${text}`, `${text}\${"$"}${text}`],
    [`${text}\${TfToken[unknown]}`, `${text}\${"$"}{TfToken[unknown]}`],
    [`String Map Token Value${text}`, `String Map Token Value${text}`],
    [`${text}String Map Token Value`, `${text}String Map Token Value`],
    [`${'1'.repeat(128)}$$${text}`, `${'1'.repeat(128)}\${""}\${"$$"}${text}`],
    [`$${'1'.repeat(128)}$${text}`, `$${'1'.repeat(128)}\${""}\${"$"}${text}`],
  ])('keeps the tokens in %j', (mixed, template) => expect(escapeTemplate(mixed)).toBe(template));

  test.each([
    ['alone', `${number}`],
    ['after text', `port-${number}`],
    ['before text', `${number}Gi`],
    ['between digits', `1${number}2`],
    ['in the format of Java', `${number}`.replace('e+', 'E')],
  ])('keeps the token of a number %s', (_, mixed) => {
    const { body } = synthesizeResource(stack => container(stack, { args: [mixed] }));
    const [, before, after] = /^(.*?)-8\.\d+[eE]\+?298(.*)$/.exec(mixed)!;
    expect(JSON.stringify(body)).toContain(`"args":["${before}\${abs(1)}${after}"]`);
  });

  test('writes what stands for the same text', () => {
    const strings = hostileStrings();
    expect(strings.map(literal => evaluate(escapeTemplate(literal)))).toStrictEqual(strings);
  });
});

describe('escapeTemplates', () => {
  test('escapes text at any depth, also in keys', () => {
    expect(escapeTemplates({ a: ['${x}', { '${k}': '%{v}' }], n: 1, b: true, u: undefined, z: null })).toStrictEqual({
      a: ['$${x}', { '$${k}': '%%{v}' }],
      n: 1,
      b: true,
      u: undefined,
      z: null,
    });
  });

  test.each([
    ['a list', list],
    ['a map', map],
    ['anything', Fn.upper('x')],
    ['a number', number],
  ])('keeps the token of %s', (_, token) => {
    expect(escapeTemplates({ token }).token).toBe(token);
  });

  test.each(['__proto__', '_children'])('the key %s survives', key => {
    expect(Object.keys(escapeTemplates({ [key]: 'x', constructor: 'c' } as object))).toStrictEqual([
      `\${"_"}${key.slice(1)}`,
      'constructor',
    ]);
  });

  test.each(['_proto', '_metadata', 'constructor', 'toString'])('the key %s stays as it is', key => {
    expect(escapeTemplates({ [key]: 'x' })).toStrictEqual({ [key]: 'x' });
  });

  test('keys with which cdktf or JavaScript would lose the map arrive', () => {
    const tags = Object.fromEntries(
      ['__proto__', '_children', '_metadata', 'constructor', 'resolve', '#{TfToken[x]}'].map(key => [key, 'v']),
    );
    const { resource } = synthesize(stack => void container(stack, { tags }));
    const [{ tags: written }] = Object.values(resource.azapi_resource) as unknown as [{ tags: object }];
    expect(
      Object.entries(written)
        .map(([key, value]) => [evaluate(key), value as string])
        .sort(),
    ).toStrictEqual(Object.entries(tags).sort());
  });
});

describe('isToken', () => {
  test.each<[string, unknown, boolean]>([
    ['text', text, true],
    ['mixed text', `a${text}b`, true],
    ['a number', number, true],
    ['a number in text', `${number}Gi`, true],
    ['a list', list, true],
    ['a map', map, true],
    ['a boolean', Fn.anytrue([true]), true],
    ['a token of a token', numberAsText, true],
    ['literal text', '${var.x}', false],
    ['an unknown token', '${TfToken[unknown]}', false],
    ['an unknown number', -8.2e298, false],
    ['an unknown number in text', '-8.2e+298', false],
    ['an unknown list', ['#{TfToken[unknown]}'], false],
    ['an unknown map', { '&{TfToken[unknown]}': 'x' }, false],
    ['a literal number', 1, false],
    ['a literal list', ['x'], false],
    ['a list with a token in it', [text], false],
    ['a list of objects', [{}], false],
    ['an empty list', [], false],
    ['null', null, false],
    ['undefined', undefined, false],
    ['true', true, false],
    ['a token of a map among entries', { ...map, x: 'y' }, false],
  ])('of %s', (_, value, expected) => expect(isToken(value)).toBe(expected));
});

test.each<[string, string, boolean]>([
  ['a list', list[0], true],
  ['a list in text', `a${list[0]}b`, true],
  ['a map', Object.keys(map)[0], true],
  ['text', text, false],
  ['an unknown list', '#{TfToken[unknown]}', false],
  ['an unknown map', '&{TfToken[unknown]}', false],
  ['nothing', '', false],
  ['an unknown list and a known one', `#{TfToken[unknown]}${list[0]}`, true],
])('hasCollectionToken of %s', (_, value, expected) => expect(hasCollectionToken(value)).toBe(expected));

test('variables are tokens', () => {
  synthesize(stack => {
    const variable = new TerraformVariable(stack, 'v', {});
    const tokens = [variable.stringValue, variable.numberValue, variable.listValue, variable.booleanValue];
    expect(tokens.map(isToken)).toStrictEqual([true, true, true, true]);
  });
});
