import type { IResolvable, IResolveContext } from 'cdktf';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { MAY_HOLD_TOKEN, originStackOf, referenceOf, STRING_TOKEN, tokenOf } from './cdktf-internals';
import { HclExpression } from './hcl-expression';

const TOKENS = new RegExp(STRING_TOKEN, 'g');
/** Text beside tokens in which cdktf sees no beginning or end of an expression, inside of which references have no braces. */
const NO_EXPRESSION = /^[^${}]*$/;

/** Text with tokens as cdktf resolves it; nothing for the tokens and texts about which cdktf is to decide. */
export function resolvedText(text: string, context: IResolveContext): string | undefined {
  return context.suppressBraces
    ? undefined
    : replaceTokens(text, (token, isPlain) =>
        token instanceof HclExpression ? token.resolve(context) : reference(token, context.scope, isPlain),
      );
}

/** The same for text in which all tokens are references to what is in the stack of the scope. */
export function resolvedReferences(text: string, scope: IConstruct): string | undefined {
  return replaceTokens(text, (token, isPlain) => reference(token, scope, isPlain));
}

type Replace = (token: IResolvable | undefined, isPlain: boolean) => string | undefined;

function replaceTokens(text: string, replace: Replace): string | undefined {
  const literals = text.split(TOKENS);
  const isPlain = literals.every(literal => NO_EXPRESSION.test(literal));
  let resolved = literals[0];
  for (const [index, marker] of (text.match(TOKENS) ?? []).entries()) {
    const part = replace(tokenOf(marker), isPlain);
    if (part === undefined) {
      return undefined;
    }
    resolved += part + literals[index + 1];
  }
  return MAY_HOLD_TOKEN.test(resolved) ? undefined : resolved;
}

/** A reference to something in its own stack is always the same, and in braces where it is in no other expression. */
function reference(token: IResolvable | undefined, scope: IConstruct, isPlain: boolean): string | undefined {
  const address = isPlain && originStackOf(token) === TerraformStack.of(scope) ? referenceOf(token) : undefined;
  return address === undefined ? undefined : `\${${address}}`;
}
