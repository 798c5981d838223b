import {
  App,
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
} from 'cdktf';
import type { IResolveContext } from 'cdktf';
import { hcl } from '../../lib/terraform/hcl-expression';
import { referenceIn, referenceWithin } from '../../lib/terraform/known-references';
import { operand } from '../../lib/terraform/plan-time-checks';
import { resolvedReferences, resolvedText } from '../../lib/terraform/resolved-text';
import { lazyText, TerraformExpression } from '../../lib/terraform/terraform-expression';

const app = new App();
const stack = new TerraformStack(app, 'stack');
const other = new TerraformStack(app, 'other');
const host = new TerraformVariable(stack, 'host', { type: 'string' }).stringValue;
const foreign = new TerraformVariable(other, 'foreign', { type: 'string' }).stringValue;
const id = new TerraformResource(stack, 'group', { terraformResourceType: 'test_group' }).getStringAttribute('id');

const resolver = new DefaultTokenResolver(new StringConcat());
const throughCdktf = (text: string) => Tokenization.resolve(text, { scope: stack, resolver, preparing: false }) as unknown;
const context = contextIn(stack);

/** The context that cdktf gives to tokens. */
function contextIn(scope: TerraformStack): IResolveContext {
  const resolve = jest.fn((_context: IResolveContext) => '');
  Tokenization.resolve(Token.asString({ resolve }), { scope, resolver, preparing: false });
  return resolve.mock.calls[0][0];
}

const SAME: ReadonlyArray<readonly [what: string, text: string]> = [
  ['a reference', host],
  ['a reference to a resource', id],
  ['text around references', `https://${host}/x?y=${id}`],
  ['an expression of this library', `\${${operand(host)} != null && can(regex("^[a-z]{2,3}$", ${operand(host)}))}`],
  ['a message with an expression', `got '\${${operand(host)}}'`],
  ['an expression with a list in it', `\${length(${hcl([host, 'a "quoted" text', '$${x}'])})}`],
  ['text beside an expression', `a ${hcl('b\n')} c`],
];

test.each(SAME)('%s is resolved as by cdktf', (_what, text) => {
  expect(resolvedText(text, context)).toBe(throughCdktf(text));
});

const LEFT: ReadonlyArray<readonly [what: string, text: string]> = [
  ['a reference to another stack', foreign],
  ['a reference inside of an expression', `\${upper(${host})}`],
  ['a reference beside a brace', `{"host":"${host}"}`],
  ['a reference after a dollar', `$$${host}`],
  ['an expression of the user', TerraformExpression.raw('upper(var.host)')],
  ['a function of cdktf', Fn.upper(host) as unknown as string],
  ['text that is decided later', Lazy.stringValue({ produce: () => 'x' })],
  ['text of this library that is decided later', lazyText(() => host)],
  ['what only looks like a token', '${TfToken[TOKEN.999999]}'],
  ['the token of a number', `${Token.asNumber({ resolve: () => 5 })}`],
  ['an expression that ends in what looks like a token', hcl('-8.1e+298')],
];

test.each(LEFT)('%s is left to cdktf', (_what, text) => {
  expect(resolvedText(text, context)).toBeUndefined();
});

test('where braces are left out, all text is left to cdktf', () => {
  expect(resolvedText(host, { ...context, suppressBraces: true })).toBeUndefined();
});

test('text with other tokens than references is not made of references', () => {
  expect(resolvedReferences(`a ${host} b`, stack)).toBe('a ${var.host} b');
  expect(resolvedReferences(hcl(host), stack)).toBeUndefined();
  expect(resolvedReferences(`a ${host} b`, other)).toBeUndefined();
});

test.each([
  ['a reference', host, 'var.host', 'var.host'],
  ['a reference to another stack', foreign, 'var.foreign', undefined],
  ['text around a reference', `${host}x`, undefined, undefined],
  ['text', 'var.host', undefined, undefined],
  ['an expression', hcl(host), undefined, undefined],
  ['nothing', undefined, undefined, undefined],
])('%s is known as a reference where it is one', (_what, value, reference, within) => {
  expect(referenceIn(value)).toBe(reference);
  expect(referenceWithin(stack, value)).toBe(within);
});
