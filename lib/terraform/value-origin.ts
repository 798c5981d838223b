import type { IConstruct } from 'constructs';
import { UnreadableExpression, parseTemplate } from './expression-parser';
import type { Expression } from './expression-tree';
import { entryOf, expressionTreeOf } from './expression-tree';
import type { ForeignToken, Resolved, StackElements } from './stack-elements';
import { resolveIn } from './stack-elements';
import { escapeTemplates } from './templates';

/** Where a value comes from in the end. */
export interface ValueOrigin {
  /** Whether every branch of it refers to what only Terraform knows. */
  readonly isSourced: boolean;
  /** Literal text that is part of it. */
  readonly texts: string[];
  /** Variables whose default it would be. */
  readonly defaults: string[];
  /** Variables without default that are not ephemeral: saved plans hold them. */
  readonly variables: string[];
  /** What says that it is sensitive: variables, expressions, attributes. */
  readonly sensitive: string[];
  /** What it comes from in other stacks. */
  readonly foreign: ForeignToken[];
  /** Whether there is an expression that cannot be read. */
  readonly isUnreadable: boolean;
}

const NOWHERE: ValueOrigin = { isSourced: false, texts: [], defaults: [], variables: [], sensitive: [], foreign: [], isUnreadable: false };
const TRACED = new WeakMap<StackElements, Map<string, ValueOrigin>>();
/** What has a value that text in the configuration or the machine decides. */
const KNOWN_ROOTS = ['path', 'terraform', 'each', 'count', 'self', 'key', 'val'];
/** Attributes that repeat an argument under another name. */
const REPEATED: { readonly [attribute: string]: string } = { output: 'input' };
/** Attributes whose providers say that they are sensitive. */
const SENSITIVE_ATTRIBUTE =
  /^(random_password\.[^.]+\.(result|bcrypt_hash)|data\.azurerm_key_vault_secret\.[^.]+\.value|.*[._](password|(access|shared|api|account)_key|connection_string|private_key(_pem)?|client_secret|sas_token|access_token))$/;

/** Looks at what the value, tokens included, is in the configuration of the stack, through locals and arguments of other blocks. */
export function originOf(scope: IConstruct, elements: StackElements, value: unknown): ValueOrigin {
  return originOfResolved(elements, resolveIn(scope, escapeTemplates(value)));
}

/** The same for a value as it is in the configuration. Many constructs have the same few references. */
export function originOfResolved(elements: StackElements, resolved: Resolved): ValueOrigin {
  const { value, foreign } = resolved;
  if (typeof value !== 'string' || foreign.length > 0) {
    return new Tracer(elements).resolved(resolved);
  }
  const texts = TRACED.get(elements) ?? new Map<string, ValueOrigin>();
  TRACED.set(elements, texts);
  const origin = texts.get(value) ?? new Tracer(elements).resolved(resolved);
  texts.set(value, origin);
  return origin;
}

class Tracer {
  private readonly visited = new Set<string>();

  constructor(private readonly elements: StackElements) {}

  public resolved({ value, foreign }: Resolved, path: Array<string | undefined> = []): ValueOrigin {
    const origin = this.read(value, path);
    return { ...origin, foreign: [...origin.foreign, ...foreign] };
  }

  private read(value: unknown, path: Array<string | undefined>): ValueOrigin {
    try {
      return this.trace(path.reduce<Expression>(entryOf, expressionTreeOf(value, parseTemplate)));
    } catch (error) {
      if (error instanceof UnreadableExpression) {
        return { ...NOWHERE, isUnreadable: true };
      }
      throw error;
    }
  }

  private trace(expression: Expression): ValueOrigin {
    switch (expression.kind) {
      case 'text':
        return { ...NOWHERE, texts: [expression.text] };
      case 'sensitive': {
        const origin = this.trace(expression.part);
        return { ...origin, sensitive: [...origin.sensitive, 'an expression'] };
      }
      case 'nonsensitive':
        return { ...this.trace(expression.part), sensitive: [] };
      case 'reference':
        return this.follow(expression.path);
      case 'any':
        return merge(
          expression.parts.map(part => this.trace(part)),
          true,
        );
      case 'all':
        return merge(
          expression.parts.map(part => this.trace(part)),
          false,
        );
      case 'collection':
        return merge(
          expression.entries.map(([, entry]) => this.trace(entry)),
          false,
        );
    }
  }

  private follow(path: Array<string | undefined>): ValueOrigin {
    const [root] = path;
    if (root === undefined || path.length === 1 || KNOWN_ROOTS.includes(root)) {
      return { ...NOWHERE, texts: [path.join('.')] };
    }
    const length = root === 'data' || root === 'ephemeral' ? 3 : 2;
    const address = path.slice(0, length).join('.');
    if (this.visited.has(address)) {
      return NOWHERE;
    }
    this.visited.add(address);
    const origin = this.block(root, address, path.slice(length));
    this.visited.delete(address);
    return origin;
  }

  private block(root: string, address: string, rest: Array<string | undefined>): ValueOrigin {
    const blocks = root === 'ephemeral' || root === 'module' ? [] : this.elements.at(address);
    if (root === 'var') {
      return variableOrigin(address.slice('var.'.length), blocks);
    }
    if (root === 'local') {
      return merge(
        blocks.map(block => this.resolved(block, rest)),
        true,
      );
    }
    const given = blocks.map(block => this.argument(block, rest)).find(each => each !== undefined);
    const name = [address, ...rest].join('.');
    const origin = given ?? { ...NOWHERE, isSourced: true };
    return SENSITIVE_ATTRIBUTE.test(name) ? { ...origin, sensitive: [...origin.sensitive, name] } : origin;
  }

  /** An attribute that is an argument has the value that the configuration gives it. */
  private argument({ value, foreign }: Resolved, [attribute, ...rest]: Array<string | undefined>): ValueOrigin | undefined {
    const given = value as { readonly [name: string]: unknown };
    if (attribute === 'outputs' && hasDefault(given.defaults, rest[0])) {
      return this.resolved({ value: given.defaults, foreign }, rest);
    }
    const name = [attribute, REPEATED[attribute ?? '']].find(
      each => each !== undefined && given[each] !== undefined && given[each] !== null,
    );
    return name === undefined ? undefined : this.resolved({ value: given[name], foreign }, rest);
  }
}

/** Whether a remote state has a value of its own for an output that is not there. */
function hasDefault(defaults: unknown, output: string | undefined): boolean {
  return typeof defaults === 'object' && defaults !== null && (output === undefined || Object.hasOwn(defaults, output));
}

function variableOrigin(name: string, blocks: Resolved[]): ValueOrigin {
  const given = blocks.map(({ value }) => value as { default?: unknown; sensitive?: unknown; ephemeral?: unknown });
  const isEphemeral = given.some(({ ephemeral }) => ephemeral === true);
  const sensitive = isEphemeral || given.some(each => each.sensitive === true) ? [`variable '${name}'`] : [];
  if (given.some(each => each.default !== undefined)) {
    return { ...NOWHERE, defaults: [name], sensitive };
  }
  return { ...NOWHERE, isSourced: true, variables: isEphemeral ? [] : [name], sensitive };
}

/** What is made of all parts has a source where one part has one; what is one of them, where each has one. */
function merge(origins: ValueOrigin[], isOneOf: boolean): ValueOrigin {
  const isSourced = isOneOf ? origins.length > 0 && origins.every(each => each.isSourced) : origins.some(each => each.isSourced);
  return {
    isSourced,
    texts: origins.flatMap(({ texts }) => texts),
    defaults: origins.flatMap(({ defaults }) => defaults),
    variables: origins.flatMap(({ variables }) => variables),
    sensitive: origins.flatMap(({ sensitive }) => sensitive),
    foreign: origins.flatMap(({ foreign }) => foreign),
    isUnreadable: origins.some(each => each.isUnreadable),
  };
}
