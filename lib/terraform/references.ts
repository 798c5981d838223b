import type { IPostProcessor, IResolvable, IResolveContext } from 'cdktf';
import { DefaultTokenResolver, StringConcat, TerraformElement, TerraformStack, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { originStackOf } from './cdktf-internals';
import { isToken } from './templates';

/**
 * What a value is in the configuration: a literal as it is, a token as the expression that Terraform sees. Two tokens for
 * the same attribute are different objects with the same expression.
 */
export function expressionOf(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
}

/** The same for comparisons: resources of other stacks, which can have the same address, are told apart. */
export function keyOf(scope: IConstruct, value: string): string {
  return String(Tokenization.resolve(value, { scope, resolver: new OriginResolver(TerraformStack.of(scope)), preparing: false }));
}

/** The same for ids of Azure, in which casing does not count. It does count in what Terraform calls a resource. */
export function idKeyOf(scope: IConstruct, id: string): string {
  return isToken(id) ? keyOf(scope, id) : id.toLowerCase();
}

/** Whether both are the same id in Azure. */
export function isSameId(scope: IConstruct, a: string, b: string): boolean {
  return idKeyOf(scope, a) === idKeyOf(scope, b);
}

/** The resource or data source of the app whose attribute the value refers to; nothing for any other value. */
export function elementOf(scope: IConstruct, value: string): TerraformElement | undefined {
  if (!Token.isUnresolved(value)) {
    return undefined;
  }
  const stack = originOf(value) ?? TerraformStack.of(scope);
  const address = /^\$\{((?:data\.)?[\w-]+\.[\w-]+)\.[\w.]+\}$/.exec(String(expressionOf(stack, value)))?.[1];
  return stack.node
    .findAll()
    .filter(TerraformElement.isTerraformElement)
    .find(element => address === addressOf(element));
}

/** The stack in which the attribute is defined. */
function originOf(value: string): TerraformStack | undefined {
  return originStackOf(Tokenization.reverseString(value).tokens[0]);
}

function addressOf(element: TerraformElement): string | undefined {
  const { terraformResourceType } = element as { terraformResourceType?: string };
  return terraformResourceType && 'node' in element ? String(expressionOf(element, element.fqn)).replace(/^\$\{|\}$/g, '') : undefined;
}

class OriginResolver extends DefaultTokenResolver {
  constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const origin = originStackOf(token) ?? this.stack;
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    return origin === this.stack || typeof resolved !== 'string' ? resolved : `${origin.node.path}:${resolved}`;
  }
}
