import { Aspects, Fn, Lazy, TerraformIterator, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import fc from 'fast-check';
import { AzapiProvider, AzapiResource, SessionPoolEnvironment } from '../../lib';
import * as resolveOnce from '../../lib/azapi/resolve-once';
import { escapeTemplates } from '../../lib/terraform/templates';
import { validContainer, validInterpreter } from '../support/arbitraries';
import { container, environment, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { hostileStrings } from '../support/hostile-strings';
import { testApp } from '../support/synth';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';
const RANDOM_RESOURCES = 3_000;
const ITEMS = { minLength: 20, maxLength: 20 };

/** A body that is made with the tokens of a variable. */
type Body = (variable: TerraformVariable) => unknown;

const leaf: fc.Arbitrary<Body> = fc.oneof(
  fc.constantFrom<Body>(
    it => it.stringValue,
    it => it.numberValue,
    it => it.listValue,
    it => it.value,
    it => `a ${it.stringValue} b`,
    it => `${it.numberValue}Gi`,
    () => undefined,
    () => null,
  ),
  fc.oneof(fc.string(), fc.double(), fc.boolean()).map(value => () => value),
);
const { tree: bodyWithTokens } = fc.letrec<{ tree: Body }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }).map<Body>(items => it => items.map(item => item(it))),
    fc
      .dictionary(fc.string({ maxLength: 8 }), tie('tree'), { maxKeys: 4, noNullPrototype: true })
      .map<Body>(entries => it => Object.fromEntries(Object.entries(entries).map(([key, item]) => [key, item(it)]))),
  ),
}));

/** What the stacks of an app become in JSON, by themselves and as cdktf's prepared stacks. */
function textOf(build: (first: TerraformStack, second: TerraformStack) => void): string[] {
  const app = testApp();
  const stacks = [new TerraformStack(app, 'first'), new TerraformStack(app, 'second')] as const;
  build(...stacks);
  stacks.forEach(stack => stack.prepareStack());
  return stacks.flatMap(stack => [JSON.stringify(stack.toTerraform(), undefined, 2), Testing.synth(stack)]);
}

/** The same with cdktf's own way to resolve. */
function plainTextOf(build: (first: TerraformStack, second: TerraformStack) => void): string[] {
  const spy = jest.spyOn(resolveOnce, 'resolveOnce').mockImplementation(fragment => fragment);
  try {
    const text = textOf(build);
    expect(spy).toHaveBeenCalled();
    return text;
  } finally {
    spy.mockRestore();
  }
}

/** Token identifiers count up, so an expression is compared by what it resolves to. */
function expectSame(build: (first: TerraformStack, second: TerraformStack) => void): void {
  expect(textOf(build)).toEqual(plainTextOf(build));
}

const variable = (stack: TerraformStack, id: string, type = 'any') => new TerraformVariable(stack, id, { type });
const resource = (stack: TerraformStack, body: unknown, id = 'r') => new AzapiResource(stack, id, { type: TYPE, name: 'n', body });

describe('a resource is what cdktf makes of it', () => {
  test.each<[string, (first: TerraformStack, second: TerraformStack) => void]>([
    ['with text that only looks like a token', stack => void resource(stack, escapeTemplates({ list: hostileStrings() }))],
    ['with numbers', stack => void resource(stack, [0, -0, -1e279, 1e300, NaN, -123456789.5, 1.5e-7])],
    ['with what JSON has no word for', stack => void resource(stack, { a: undefined, b: [undefined, null, []], c: {}, d: false })],
    [
      'with tokens of every kind',
      stack => {
        const it = variable(stack, 'v');
        void resource(stack, {
          text: it.stringValue,
          mixed: `a${it.stringValue}b${it.numberValue}c`,
          number: it.numberValue,
          list: it.listValue,
          numbers: Token.asNumberList(it.value),
          map: Token.asStringMap(it.value),
          any: it.value,
          [`key-${it.stringValue}`]: { nested: [it.numberValue, { deep: it.stringValue }] },
          lazy: Lazy.anyValue({ produce: () => ({ late: it.stringValue, list: [1, it.numberValue] }) }),
          functions: Fn.join('-', [Fn.upper(it.stringValue), 'x']),
        });
      },
    ],
    [
      'with overrides of the resource, the stack and both',
      stack => {
        const it = variable(stack, 'v');
        resource(stack, { a: { b: 1 } }).addOverride('body.a.c', it.stringValue);
        resource(stack, { a: { b: 1 } }, 'other').addOverride('//.note', 'kept');
        stack.addOverride('resource.azapi_resource.r.body.a.d', [it.numberValue]);
        stack.addOverride('locals.x', 1);
      },
    ],
    [
      'with an aspect that changes the body',
      stack => {
        resource(stack, { a: 1 });
        Aspects.of(stack).add({
          visit: node => {
            if (node instanceof AzapiResource) {
              node.body = { a: 2, from: 'aspect' };
            }
          },
        });
      },
    ],
    [
      'with count, an iterator, a move, an import and dependencies',
      stack => {
        const it = variable(stack, 'v', 'list(string)');
        const iterator = TerraformIterator.fromList(it.listValue);
        const first = new AzapiResource(stack, 'counted', { type: TYPE, count: 2, body: { a: 1 } });
        new AzapiResource(stack, 'each', { type: TYPE, forEach: iterator, body: { value: iterator.value }, dependsOn: [first] });
        resource(stack, {}, 'moved').moveFromId('azapi_resource.before');
        resource(stack, {}, 'imported').importFrom(`${RESOURCE_GROUP_ID}/x`);
        new AzapiResource(stack, 'conditions', {
          type: TYPE,
          sensitiveBody: { secret: it.stringValue },
          lifecycle: { preventDestroy: true, precondition: [{ condition: it.value, errorMessage: `got ${it.stringValue}` }] },
          timeouts: { create: '1h' },
        });
      },
    ],
    [
      'with references to another stack',
      (first, second) => {
        new AzapiProvider(first, 'azapi');
        const producer = resource(first, { a: 1 });
        resource(second, { id: producer.id, list: [producer.getStringAttribute('output.properties.x')] });
        new TerraformOutput(second, 'output', { value: producer.name });
      },
    ],
    [
      'with pools, their environment and grants',
      (first, second) => {
        const own = new SessionPoolEnvironment(first, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
        container(first, { environment: own, environmentVariables: { A: variable(first, 'a').stringValue } });
        interpreter(second, { tags: { a: variable(second, 'b').stringValue } });
      },
    ],
  ])('%s', (_what, build) => expectSame(build));

  test('with random pools, and random bodies with tokens in random places', () => {
    let cases = 0;
    fc.assert(
      fc.property(
        fc.array(validContainer, ITEMS),
        fc.array(validInterpreter, ITEMS),
        fc.array(bodyWithTokens, ITEMS),
        (containers, interpreters, bodies) => {
          expectSame(stack => {
            const shared = environment(stack, 'e');
            const it = variable(stack, 'v');
            containers.forEach((props, index) =>
              container(stack, { environment: shared, ...props, sessionPoolName: undefined }, `container${index}`),
            );
            interpreters.forEach((props, index) => interpreter(stack, { ...props, sessionPoolName: undefined }, `interpreter${index}`));
            bodies.forEach((body, index) => resource(stack, body(it), `body${index}`));
          });
          cases += containers.length + interpreters.length + bodies.length;
        },
      ),
      { numRuns: RANDOM_RESOURCES / (3 * ITEMS.minLength) },
    );
    process.stdout.write(`random resources with the same configuration as through cdktf alone: ${cases}\n`);
  });
});

test('a fragment looks like any object', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  const fragment = resource(stack, { a: 1 }).toTerraform() as object;
  expect(Object.keys(fragment)).toEqual(['resource', 'moved', 'import']);
  expect(JSON.parse(JSON.stringify(fragment))).toEqual(JSON.parse(JSON.stringify({ ...fragment })));
});

test('a circular body is refused as cdktf refuses it', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const stack = new TerraformStack(testApp(), 'stack');
  const refusal = () => {
    try {
      stack.toTerraform();
      return 'nothing';
    } catch (error) {
      return (error as Error).message.slice(0, 60);
    }
  };
  resource(stack, circular);
  const seen = refusal();
  jest.spyOn(resolveOnce, 'resolveOnce').mockImplementation(fragment => fragment);
  expect(seen).toBe(refusal());
  jest.restoreAllMocks();
});
