import type { IResolvable, IResolveContext, IPostProcessor, TerraformElement } from 'cdktf';
import { DefaultTokenResolver, StringConcat, TerraformDataSource, TerraformResource, TerraformStack, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { addressTypeOf, originStackOf, overridesOf } from './cdktf-internals';
import { resolvedReferences } from './resolved-text';
import { SharedLook } from './shared-look';
import { hasExpression } from './template-expressions';

/** A token of another stack. */
export interface ForeignToken {
  readonly stack: TerraformStack;
  readonly token: IResolvable;
}

/** A block of the configuration, and what it refers to in other stacks. */
export interface Resolved {
  readonly value: unknown;
  readonly foreign: ForeignToken[];
}

/** Elements that say themselves what their addresses begin with. */
const NAMED_BY_TYPE = ['var', 'local', 'data.terraform_remote_state'];

/** The elements of stacks for one question about all constructs of a kind. */
export function sharedElements(): SharedLook<StackElements> {
  return new SharedLook(stack => new StackElements(stack));
}

/** The blocks of a stack that expressions refer to, each resolved when it is asked for first. */
export class StackElements {
  private blocks: Map<string, TerraformElement[]>;
  private readonly resolved = new Map<string, Resolved[]>();

  constructor(private readonly stack: TerraformStack) {
    this.blocks = blocksOf(stack);
  }

  /** What the stack has at the address, as it is synthesized; several where the address is taken twice, none where nothing has it. */
  public at(address: string): Resolved[] {
    const known = this.resolved.get(address);
    if (known) {
      return known;
    }
    const found = this.resolve(address);
    if (found.length > 0) {
      this.resolved.set(address, found);
    }
    return found;
  }

  private resolve(address: string): Resolved[] {
    const [kind, ...rest] = address.split('.');
    const path =
      kind === 'var'
        ? ['variable', ...rest]
        : kind === 'local'
          ? ['locals', ...rest]
          : kind === 'data'
            ? [kind, ...rest]
            : ['resource', kind, ...rest];
    if (!this.blocks.has(address)) {
      this.blocks = blocksOf(this.stack);
    }
    const fragments: unknown[] = (this.blocks.get(address) ?? []).map(element => element.toTerraform() as unknown);
    return [...fragments, overridesOf(this.stack)]
      .map(fragment => valueAt(fragment, path))
      .filter(block => block !== undefined)
      .map(block => resolveIn(this.stack, block));
  }
}

/**
 * What a value is in the configuration of the stack, and what it refers to in other stacks. Text of a token stands in quotes inside of an
 * expression, where cdktf writes it as if it were an expression.
 */
export function resolveIn(scope: IConstruct, value: unknown): Resolved {
  const known = typeof value === 'string' ? resolvedReferences(value, scope) : undefined;
  if (known !== undefined) {
    return { value: known, foreign: [] };
  }
  const resolver = new RecordingResolver(TerraformStack.of(scope));
  const resolved: unknown = Tokenization.resolve(value, { scope, resolver, preparing: false });
  return { value: resolved, foreign: resolver.foreign };
}

class RecordingResolver extends DefaultTokenResolver {
  public readonly foreign: ForeignToken[] = [];

  constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const origin = originStackOf(token) ?? this.stack;
    if (origin !== this.stack) {
      this.foreign.push({ stack: origin, token });
    }
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    return typeof resolved === 'string' && context.suppressBraces && isText(token, context) ? JSON.stringify(resolved) : resolved;
  }
}

/** Whether a token is text and no expression, wherever it stands. */
function isText(token: IResolvable, context: IResolveContext): boolean {
  const { suppressBraces } = context;
  context.suppressBraces = false;
  try {
    const value: unknown = token.resolve(context);
    return typeof value === 'string' && !hasExpression(value) && !Token.isUnresolved(value);
  } finally {
    context.suppressBraces = suppressBraces;
  }
}

function blocksOf(stack: TerraformStack): Map<string, TerraformElement[]> {
  const blocks = new Map<string, TerraformElement[]>();
  for (const element of stack.node.findAll()) {
    const address = addressOf(element);
    if (address !== undefined) {
      blocks.set(address, [...(blocks.get(address) ?? []), element as TerraformElement]);
    }
  }
  return blocks;
}

function addressOf(element: IConstruct): string | undefined {
  const type = addressTypeOf(element);
  if (type !== undefined && NAMED_BY_TYPE.includes(type)) {
    return `${type}.${(element as TerraformElement).friendlyUniqueId}`;
  }
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  return TerraformResource.isTerraformResource(element) ? `${element.terraformResourceType}.${element.friendlyUniqueId}` : undefined;
}

function valueAt(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (each, key) => (typeof each === 'object' && each !== null ? (each as { [key: string]: unknown })[key] : undefined),
    value,
  );
}
