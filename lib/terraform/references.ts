import type { IPostProcessor, IResolvable, IResolveContext } from 'cdktf';
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformElement,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { logicalIdInUse, originStackOf } from './cdktf-internals';
import { referenceIn, referenceWithin } from './known-references';
import { isToken } from './templates';
import { lazyList } from './terraform-expression';

/** Everything in an expression that looks like an attribute of a resource. */
const REFERENCES = /(?<![\w.-])([a-z]\w*\.[A-Za-z_][\w-]*)\.\w/g;
const ELEMENTS = new WeakMap<TerraformStack, Map<string, TerraformElement>>();

/**
 * What a value is in the configuration: a literal as it is, a token as the expression that Terraform sees. Two tokens for
 * the same attribute are different objects with the same expression.
 */
export function expressionOf(scope: IConstruct, value: unknown): unknown {
  const reference = referenceWithin(scope, value);
  return reference !== undefined
    ? `\${${reference}}`
    : Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
}

/** The same for comparisons: resources of other stacks, which can have the same address, are told apart. */
export function keyOf(scope: IConstruct, value: string): string {
  const reference = referenceWithin(scope, value);
  return reference !== undefined
    ? `\${${reference}}`
    : String(Tokenization.resolve(value, { scope, resolver: new OriginResolver(TerraformStack.of(scope)), preparing: false }));
}

/** The same for ids of Azure, in which casing does not count. It does count in what Terraform calls a resource. */
export function idKeyOf(scope: IConstruct, id: string): string {
  return isToken(id) ? keyOf(scope, id) : id.toLowerCase();
}

/** Whether both are the same id in Azure. */
export function isSameId(scope: IConstruct, a: string, b: string): boolean {
  return a === b || idKeyOf(scope, a) === idKeyOf(scope, b);
}

/** Whether the value is the attribute of this name of a resource or data source, which its provider has checked. */
export function isAttribute(value: unknown, attribute: string): boolean {
  const [, owner, name] = /^((?:data\.)?\w+\.[\w-]+)\.([^]+)$/.exec(referenceIn(value) ?? '') ?? [];
  return name === attribute && !owner.startsWith('var.');
}

/** The resource or data source of the app whose attribute the value refers to; nothing for any other value. */
export function elementOf(scope: IConstruct, value: string): TerraformElement | undefined {
  if (!Token.isUnresolved(value)) {
    return undefined;
  }
  const stack = originOf(value) ?? TerraformStack.of(scope);
  const address = /^\$\{((?:data\.)?[\w-]+\.[\w-]+)\.[\w.]+\}$/.exec(String(expressionOf(stack, value)))?.[1];
  return address === undefined ? undefined : elementAt(stack, address, logicalIdInUse);
}

/** What has the address. An address that was found once stays that of the element: cdktf fixes it with the first reference. */
function elementAt(
  stack: TerraformStack,
  address: string,
  logicalIdOf: (element: TerraformElement) => string | undefined,
): TerraformElement | undefined {
  const known = ELEMENTS.get(stack) ?? new Map<string, TerraformElement>();
  ELEMENTS.set(stack, known);
  const [type, logicalId] = address.split('.').slice(-2);
  const found =
    known.get(address) ??
    stack.node
      .findAll()
      .filter(TerraformElement.isTerraformElement)
      .find(
        element =>
          (element as { terraformResourceType?: string }).terraformResourceType === type &&
          logicalIdOf(element) === logicalId &&
          TerraformDataSource.isTerraformDataSource(element) === address.startsWith('data.'),
      );
  if (found) {
    known.set(address, found);
  }
  return found;
}

/**
 * `replace_triggered_by` of a resource that cannot outlive what a value refers to, such as the ID of its environment. Nothing replaces it where
 * the value comes from another stack, a data source or anything else that is not replaced here. Known when the stack is synthesized: before, the
 * search for the resources would fix the names of others.
 */
export function replacedWith(scope: IConstruct, value: string | undefined): string[] | undefined {
  return isToken(value)
    ? lazyList(() => {
        const ids = resourcesIn(scope, value!).map(address => `${address}.id`);
        return ids.length > 0 ? ids : undefined;
      })
    : undefined;
}

/** The addresses of the resources of the stack that a value refers to. */
function resourcesIn(scope: IConstruct, value: string): string[] {
  const expression = String(expressionOf(scope, value));
  const addresses = [...expression.matchAll(REFERENCES)]
    .map(([, address]) => address)
    .filter(address => !/^(data|var|local|module)\./.test(address));
  return [...new Set(addresses)].filter(address =>
    TerraformResource.isTerraformResource(elementAt(TerraformStack.of(scope), address, each => each.friendlyUniqueId)),
  );
}

/** The stack in which the attribute is defined. */
function originOf(value: string): TerraformStack | undefined {
  return originStackOf(Tokenization.reverseString(value).tokens[0]);
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
