import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import type { IAspect } from 'cdktf';
import {
  App,
  Aspects,
  DefaultTokenResolver,
  Fn,
  StringConcat,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import * as internals from '../../lib/terraform/cdktf-internals';
import { FILES } from '../support/imports';
import { testApp } from '../support/synth';

const MANY = 5_000;
const tokens = Array.from({ length: MANY }, (_, index) => ({ resolve: () => `\${x${index}}` }));

function stackOf(id = 'stack', app = testApp()): TerraformStack {
  return new TerraformStack(app, id);
}

function resolve(value: unknown): unknown {
  return Tokenization.resolve(value, { scope: stackOf(), resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
}

/** A resource with arguments in the form of the HCL renderer. */
class Rendered extends TerraformResource {
  constructor(
    scope: TerraformStack,
    private readonly args: { [name: string]: unknown },
  ) {
    super(scope, 'rendered', { terraformResourceType: 'test_rendered' });
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return this.args;
  }
}

function hclOf(args: { [name: string]: unknown }): string {
  const stack = stackOf();
  new Rendered(stack, args);
  return Testing.synthHcl(stack).replace(/\s+/g, ' ');
}

test('the token of a text looks like STRING_TOKEN and contains TOKEN_START', () => {
  const form = new RegExp(`^${internals.STRING_TOKEN}$`);
  const texts = [
    ...tokens.map(token => Token.asString(token)),
    Token.asString(Fn.upper('x')),
    Token.asString(tokens[0], { displayHint: 'a.b-c:d' }),
  ];
  expect(texts.filter(text => !form.test(text) || !text.startsWith(`$${internals.TOKEN_START}`))).toEqual([]);
});

test('the token of a number looks like NUMBER_TOKEN in text, however many there are', () => {
  const form = new RegExp(`^${internals.NUMBER_TOKEN}$`);
  const start = new RegExp(`^${internals.NUMBER_TOKEN_START}`);
  const numbers = tokens.map(token => Token.asNumber(token));
  expect(numbers.map(String).filter(text => !form.test(text) || !start.test(text))).toEqual([]);
  expect(numbers.filter(number => number > internals.SMALLEST_NUMBER)).toEqual([]);
});

test('cdktf resolves the token of a number in text, and reads one from NUMBER_TOKEN_START on only', () => {
  const number = String(Token.asNumber(tokens[7]));
  expect(resolve(`a${number}b`)).toBe('a${x7}b');
  expect(resolve(`1${number}`)).not.toBe('1${x7}');
  expect(resolve(number.slice(1))).toBe(number.slice(1));
  expect(number.slice(1)).toMatch(new RegExp(`^[${internals.NUMBER_CHARACTERS}]+e`));
});

test('the token of a list is one item that looks like COLLECTION_TOKEN', () => {
  const lists = tokens.map(token => Token.asList(token));
  const form = new RegExp(`^#.*$(?<=^${internals.COLLECTION_TOKEN})`);
  expect(lists.filter(list => list.length !== 1 || !form.test(list[0]) || !internals.isListToken(list[0]))).toEqual([]);
});

test('the token of a list of numbers is one number below SMALLEST_NUMBER', () => {
  expect(tokens.map(token => Token.asNumberList(token)).filter(list => list.length !== 1 || !internals.isListToken(list[0]))).toEqual([]);
});

test('the token of a map is one key that looks like COLLECTION_TOKEN beside a known value', () => {
  const form = new RegExp(`^&.*$(?<=^${internals.COLLECTION_TOKEN})`);
  for (const map of [Token.asStringMap(tokens[0]), Token.asAnyMap(tokens[0])]) {
    const [[key, value], ...more] = Object.entries(map as object) as Array<[string, unknown]>;
    expect(more).toEqual([]);
    expect(key).toMatch(form);
    expect(key).toMatch(new RegExp(`^${internals.COLLECTION_TOKEN_START}`));
    expect(internals.MAP_TOKEN_VALUES).toContain(value);
  }
});

test('every token may be found with MAY_HOLD_TOKEN', () => {
  const [token] = tokens;
  const texts = [Token.asString(token), String(Token.asNumber(token)), Token.asList(token)[0], ...Object.keys(Token.asStringMap(token))];
  expect(texts.filter(text => !internals.MAY_HOLD_TOKEN.test(text))).toEqual([]);
});

test.each([
  ['text', 'a'],
  ['a number', -1.5e100],
  ['a boolean', true],
  ['a list', ['a', 1]],
  ['an object', { a: { b: ['c'] } }],
])('without a token, %s is resolved to itself', (_, value) => expect(resolve(value)).toEqual(value));

test('an object with _children is no value for cdktf', () => {
  expect(() => resolve({ _children: {}, _metadata: [] })).toThrow('construct');
});

test('an object with __proto__ loses it', () => {
  const value = JSON.parse('{ "__proto__": { "a": 1 } }') as object;
  expect(Object.keys(resolve(value) as object)).not.toContain('__proto__');
});

describe("cdktf's HCL renderer", () => {
  test('prints an argument as it is', () => {
    expect(hclOf({ a: internals.hclArgument('{ x = "${var.y}" }') })).toContain('{ a = { x = "${var.y}" } }');
  });

  test('prints a block with arguments and blocks', () => {
    const inner = internals.hclBlock({ b: internals.hclArgument('1') });
    expect(hclOf({ a: internals.hclBlock({ inner, c: internals.hclArgument('2') }) })).toContain('{ a { inner { b = 1 } c = 2 } }');
  });

  test('prints blocks of the same name', () => {
    const blocks = [{ b: internals.hclArgument('1') }, { b: internals.hclArgument('2') }];
    expect(hclOf({ a: internals.hclBlock({ inner: internals.hclBlocks(blocks) }) })).toContain('{ a { inner { b = 1 } inner { b = 2 } } }');
  });

  test('prints a list of objects in a lifecycle as a list, which Terraform refuses', () => {
    const stack = stackOf();
    new ResourceGroup(stack, 'rg', {
      name: 'rg',
      location: 'westus2',
      lifecycle: { precondition: [{ condition: '${true}', errorMessage: 'x' }] },
    });
    expect(Testing.synthHcl(stack)).toMatch(/precondition = \[/);
  });
});

test('the arguments of a resource lie in its fragment, and what is changed there is synthesized', () => {
  const stack = stackOf();
  const group = new ResourceGroup(stack, 'rg', { name: 'rg', location: 'westus2' });
  expect(internals.argumentsIn(group.toTerraform())).toMatchObject({ name: 'rg', location: 'westus2' });
  expect(internals.argumentsIn(group.toHclTerraform())).toHaveProperty('name');
  expect(internals.argumentsIn(new DataAzurermResourceGroup(stack, 'data', { name: 'other' }).toTerraform())).toMatchObject({
    name: 'other',
  });
  expect(internals.argumentsIn({ data: {} })).toBeUndefined();
  expect(internals.argumentsIn({ resource: {} })).toBeUndefined();
});

test('a token that refers to an attribute knows the stack of the resource', () => {
  const stack = stackOf();
  const group = new ResourceGroup(stack, 'rg', { name: 'rg', location: 'westus2' });
  const [token] = Tokenization.reverseString(group.id).tokens;
  expect(internals.originStackOf(token)).toBe(stack);
  expect(internals.originStackOf(tokens[0])).toBeUndefined();
  expect(internals.originStackOf(undefined)).toBeUndefined();
});

test('what addOverride sets on an element or a stack can be read', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'v', {});
  expect(internals.overridesOf(variable)).toEqual({});
  variable.addOverride('ephemeral', true);
  stack.addOverride('resource.a.b.c', 1);
  expect(internals.overridesOf(variable)).toEqual({ ephemeral: true });
  expect(internals.overridesOf(stack)).toEqual({ resource: { a: { b: { c: 1 } } } });
});

test('a variable and a local value are told by the first part of their address, other elements and constructs have none of these', () => {
  const stack = stackOf();
  expect(internals.addressTypeOf(new TerraformVariable(stack, 'v', {}))).toBe('var');
  expect(internals.addressTypeOf(new TerraformLocal(stack, 'l', 1))).toBe('local');
  expect(internals.addressTypeOf(new TerraformOutput(stack, 'o', { value: 1 }))).toBeUndefined();
  expect(internals.addressTypeOf(new ResourceGroup(stack, 'rg', { name: 'rg', location: 'westus2' }))).toBe('azurerm_resource_group');
  expect(internals.addressTypeOf(stack)).toBeUndefined();
  expect(internals.addressTypeOf(undefined)).toBeUndefined();
});

test('a logical ID is in use from the first reference on', () => {
  const group = new ResourceGroup(stackOf(), 'rg', { name: 'rg', location: 'westus2' });
  expect(internals.logicalIdInUse(group)).toBeUndefined();
  group.overrideLogicalId('renamed');
  expect(internals.logicalIdInUse(group)).toBeUndefined();
  expect(group.id).toMatch(/^\$\{TfToken/);
  expect(internals.logicalIdInUse(group)).toBe('renamed');
});

test('cdktf does not give the aspects of an app to its stacks', () => {
  const visited: string[] = [];
  const aspect: IAspect = { visit: (node: IConstruct) => void visited.push(node.node.path) };
  const app = new App({ outdir: testApp().outdir, skipValidation: true });
  new TerraformVariable(stackOf('stack', app), 'v', {});
  Aspects.of(app).add(aspect);
  app.synth();
  expect(visited.filter(path => path.startsWith('stack'))).toEqual([]);
});

test.each<[string, (stack: TerraformStack) => unknown]>([
  ['app.synth()', stack => (stack.node.root as App).synth()],
  ['Testing.synth', stack => Testing.synth(stack)],
  ['Testing.synthHcl', stack => Testing.synthHcl(stack)],
  ['Testing.fullSynth', stack => Testing.fullSynth(stack)],
])('%s renders a stack once, and through the methods of the stack', (name, synthesize) => {
  const stack = stackOf('stack', new App({ outdir: Testing.app().outdir, skipValidation: true }));
  const observer = jest.fn();
  internals.observeRendering(stack, observer);
  internals.observeRendering(stack, observer);
  synthesize(stack);
  const configurations = observer.mock.calls.map(([observed, rendered]: [TerraformStack, object[]]) => [
    observed === stack,
    rendered.length,
  ]);
  expect(configurations).toEqual([[true, name.endsWith('Hcl') ? 2 : 1]]);
});

test('a warning that is added while a stack is rendered reaches the manifest', () => {
  const app = new App({ outdir: Testing.app().outdir });
  const stack = stackOf('stack', app);
  internals.observeRendering(stack, () => internals.annotate(stack, 'warning', 'late'));
  app.synth();
  expect(app.manifest.forStack(stack).annotations).toEqual([{ constructPath: 'stack', level: '@cdktf/warn', message: 'late' }]);
});

test('what stack.addOverride does to resources is in the JSON of a stack, and not in its HCL', () => {
  const stack = stackOf();
  stack.addOverride('resource.test_overridden.it.argument', 'value');
  expect(JSON.stringify(stack.toTerraform())).toContain('test_overridden');
  expect(Testing.synthHcl(stack)).not.toContain('test_overridden');
});

const INSIDES =
  /TfToken|\boriginStack\b|rawOverrides|_children|e\+?298|isBlock|type: 'reference'|MAP_TOKEN_VALUE\b|_elementType|_friendlyUniqueId/;

test.each(FILES.filter(file => file !== 'terraform/cdktf-internals.ts' && file !== 'azapi/ephemeral-azapi-resource-action.ts'))(
  '%s leans on no insides of cdktf',
  file => {
    const code = readFileSync(join(__dirname, '..', '..', 'lib', file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    expect(code).not.toMatch(INSIDES);
  },
);

test('a marker in text is looked up by tokenOf, and one that stands for nothing is not', () => {
  const [token] = tokens;
  expect(internals.tokenOf(Token.asString(token))).toBe(token);
  expect(internals.tokenOf('${TfToken[TOKEN.no]}')).toBeUndefined();
});

test('referenceOf is the address that a reference has in its own stack, and nothing for other tokens', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'given', { type: 'string' });
  const tokenIn = (text: string) => internals.tokenOf(text);
  expect(internals.referenceOf(tokenIn(variable.stringValue))).toBe('var.given');
  expect(internals.referenceOf(tokenIn(Token.asString(Fn.upper(variable.stringValue))))).toBeUndefined();
  expect(internals.referenceOf(tokens[0])).toBeUndefined();
  expect(internals.referenceOf(undefined)).toBeUndefined();
});
