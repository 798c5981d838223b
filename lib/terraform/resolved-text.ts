import type { IResolvable, IResolveContext } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { MAY_HOLD_TOKEN, originStackOf, referenceOf, STRING_TOKEN, tokenOf } from './cdktf-internals';
import { HclExpression } from './hcl-expression';

const TOKENS = new RegExp(STRING_TOKEN, 'g');
/** Text beside tokens in which cdktf sees no beginning or end of an expression, inside of which references have no braces. */
const NO_EXPRESSION = /^[^${}]*$/;

/** Text with tokens as cdktf resolves it; nothing for the tokens and texts about which cdktf is to decide. */
export function resolvedText(text: string, context: IResolveContext): string | undefined {
  const literals = text.split(TOKENS);
  const tokens = (text.match(TOKENS) ?? []).map(tokenOf);
  const isPlain = literals.every(literal => NO_EXPRESSION.test(literal));
  const parts = tokens.map(token => resolvedToken(token, context, isPlain));
  if (parts.length === 0 || parts.includes(undefined)) {
    return undefined;
  }
  const resolved = literals[0] + parts.map((part, index) => part! + literals[index + 1]).join('');
  return MAY_HOLD_TOKEN.test(resolved) ? undefined : resolved;
}

/** An expression of this library says the same everywhere, a reference to something in its own stack what it always says. */
function resolvedToken(token: IResolvable | undefined, context: IResolveContext, isPlain: boolean): string | undefined {
  if (token instanceof HclExpression) {
    return token.resolve(context);
  }
  const isWithin = isPlain && !context.suppressBraces && originStackOf(token) === TerraformStack.of(context.scope);
  const reference = isWithin ? referenceOf(token) : undefined;
  return reference === undefined ? undefined : `\${${reference}}`;
}
