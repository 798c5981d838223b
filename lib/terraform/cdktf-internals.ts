import type { IResolvable, StackAnnotation } from 'cdktf';
import { AnnotationMetadataEntryType, Annotations, App, TerraformElement, TerraformStack, Token } from 'cdktf';
import type { IConstruct } from 'constructs';

/*
 * All that relies on how cdktf works inside rather than on its documented API. test/terraform/cdktf-internals.test.ts holds each assumption
 * against the installed cdktf: an upgrade that breaks one breaks a test of that name.
 */

/** Text that stands for a token begins with a dollar sign and this, the token of a list with `#` and this, that of a map with `&` and this. */
export const TOKEN_START = '{TfToken[';

/** The token of text inside of text. */
export const STRING_TOKEN = '\\$\\{TfToken\\[[\\w:.-]+\\]\\}';

/** The token of a number inside of text looks like `-8.1095622125913805e+298`, in the format of Java like `-8.1095622125913805E298`. */
export const NUMBER_TOKEN = '-8\\.\\d+[eE]\\+?298';

/** cdktf tries to read a number in text from here on. */
export const NUMBER_TOKEN_START = '-(?=[\\d.]+e)';

/** Characters of which a run may be a number in text. cdktf reads such a run in a time that grows with the square of its length. */
export const NUMBER_CHARACTERS = '-|\\d.+';

/** The only item of a list that is a token, and the only key of a map that is one. */
export const COLLECTION_TOKEN = '[#&]\\{TfToken\\[[\\w:.-]+\\]\\}';

/** The first character of what cdktf may take for the token of a list or a map. */
export const COLLECTION_TOKEN_START = '[#&](?=\\{TfToken\\[)';

/** The values that stand beside the key of a map that is a token. */
export const MAP_TOKEN_VALUES: string[] = [Token.STRING_MAP_TOKEN_VALUE, Token.ANY_MAP_TOKEN_VALUE];

/** Keys with which an object is no plain object any more, or with which cdktf takes it for a construct and refuses it. */
export const KEYS_OF_OTHER_OBJECTS = ['__proto__', '_children'];

/** Text in which cdktf may replace something: a token, or what looks like the number of one. */
export const MAY_HOLD_TOKEN = /\{TfToken\[|-[\d.]*e[\d+]/;

/** Tokens of numbers, also as the items of a list that is a token, are far below it. */
export const SMALLEST_NUMBER = -1e280;

/** Whether a list with the item may be a token. */
export function isListToken(item: unknown): boolean {
  return typeof item === 'number' ? !(item > SMALLEST_NUMBER) : typeof item === 'string' && item.includes(`#${TOKEN_START}`);
}

/** A value in the form of cdktf's HCL renderer. */
export type HclValue = object;

/**
 * An argument whose HCL is known. The renderer puts any string with `${` in it between quotes, which would break an object or a list; it leaves
 * an array alone and prints its only item as it is.
 */
export function hclArgument(expression: string): HclValue {
  return { type: 'reference', value: [expression] };
}

/** A block with arguments and blocks. */
export function hclBlock(content: object): HclValue {
  return { isBlock: true, value: content };
}

/** Blocks of the same name. */
export function hclBlocks(contents: object[]): HclValue {
  return { isBlock: true, type: 'list', value: contents };
}

interface Blocks {
  readonly [type: string]: { readonly [id: string]: { [name: string]: unknown } };
}

/** The arguments of a resource or data source in what its `toTerraform` or `toHclTerraform` returns, which can be changed. */
export function argumentsIn(fragment: unknown): { [name: string]: unknown } | undefined {
  const { resource, data } = fragment as { readonly resource?: Blocks; readonly data?: Blocks };
  return Object.values(Object.values(resource ?? data ?? {})[0] ?? {})[0];
}

/** The logical ID of an element that is in use already. To ask an element for it would fix it: nobody could override it any more. */
export function logicalIdInUse(element: TerraformElement): string | undefined {
  return (element as unknown as { readonly _friendlyUniqueId?: string })._friendlyUniqueId;
}

const TOKEN_MAP = '__cdktfTokenMap';

/** The token that a marker such as `${TfToken[TOKEN.1]}` stands for; nothing where it only looks like one. cdktf itself takes text apart to tell. */
export function tokenOf(marker: string): IResolvable | undefined {
  const { [TOKEN_MAP]: tokens } = globalThis as { [TOKEN_MAP]?: { lookupToken(key: string): IResolvable } };
  try {
    return tokens?.lookupToken(marker.slice(TOKEN_START.length + 1, -2));
  } catch {
    return undefined;
  }
}

/** The reference, without `${` and `}`, that a token is in the stack of what it refers to; nothing for any other token. */
export function referenceOf(token: unknown): string | undefined {
  const { identifier } = (token ?? {}) as { readonly identifier?: unknown };
  return originStackOf(token) && typeof identifier === 'string' ? identifier : undefined;
}

/** The stack of the resource whose attribute a token refers to; nothing for any other token. */
export function originStackOf(token: unknown): TerraformStack | undefined {
  return (token as { readonly originStack?: TerraformStack } | undefined)?.originStack;
}

/** What `addOverride` has set on an element or on a stack. */
export function overridesOf(overridden: TerraformElement | TerraformStack): { readonly [name: string]: unknown } {
  return (overridden as unknown as { readonly rawOverrides?: { readonly [name: string]: unknown } }).rawOverrides ?? {};
}

/** A configuration in Terraform's JSON. */
export interface RenderedConfiguration {
  readonly [block: string]: unknown;
}

/** Looks at what a stack renders before anybody else does, and throws to stop it. */
export type RenderObserver = (stack: TerraformStack, configurations: RenderedConfiguration[]) => void;

const OBSERVED = Symbol.for('cdktf-azure-session-pools.ObservedRendering');
/** Stacks that are being rendered for somebody who looks at it. */
const RENDERING = new WeakSet<TerraformStack>();

/**
 * Rendering is the one step that no way to synthesize a stack leaves out: neither `skipValidation` nor `Testing.synth` does. All stacks are
 * observed, since cdktf does not tell stacks of the aspects of their app.
 */
export function observeAllRendering(observer: RenderObserver): void {
  observe(TerraformStack.prototype, observer);
}

/** The same for one stack, whose class may change what it renders after `super.toTerraform()`. */
export function observeRendering(stack: TerraformStack, observer: RenderObserver): void {
  observe(stack, observer);
}

/** Adds an annotation to a construct that is being rendered; cdktf collects annotations into its manifest, which its CLI prints, before that. */
export function annotate(construct: IConstruct, level: 'error' | 'warning', message: string): void {
  const annotations = Annotations.of(construct);
  if (level === 'error') {
    return annotations.addError(message);
  }
  annotations.addWarning(message);
  const { root, path } = construct.node;
  if (App.isApp(root)) {
    const { annotations: collected } = root.manifest.forStack(TerraformStack.of(construct));
    (collected as StackAnnotation[]).push({ constructPath: path, level: AnnotationMetadataEntryType.WARN, message });
  }
}

function observe(target: TerraformStack, observer: RenderObserver): void {
  if (Object.hasOwn(target, OBSERVED)) {
    return;
  }
  Object.defineProperty(target, OBSERVED, { value: true });
  wrap(target, 'toTerraform', observer, (_stack, configuration) => [configuration]);
  wrap(target, 'toHclTerraform', observer, stack => [stack.toTerraform(), withoutOverrides(stack)]);
}

function wrap(
  target: TerraformStack,
  method: 'toTerraform' | 'toHclTerraform',
  observer: RenderObserver,
  configurationsOf: (stack: TerraformStack, rendered: RenderedConfiguration) => RenderedConfiguration[],
): void {
  const render = target[method] as (this: TerraformStack) => RenderedConfiguration;
  Object.defineProperty(target, method, {
    configurable: true,
    writable: true,
    value(this: TerraformStack): RenderedConfiguration {
      if (RENDERING.has(this)) {
        return render.call(this);
      }
      RENDERING.add(this);
      try {
        const rendered = render.call(this);
        observer(this, configurationsOf(this, rendered));
        return rendered;
      } finally {
        RENDERING.delete(this);
      }
    },
  });
}

/** What `stack.addOverride` does to resources is not in the HCL that cdktf renders. */
function withoutOverrides(stack: TerraformStack): RenderedConfiguration {
  const internals = stack as unknown as { rawOverrides: object };
  const { rawOverrides } = internals;
  internals.rawOverrides = {};
  try {
    return stack.toTerraform() as RenderedConfiguration;
  } finally {
    internals.rawOverrides = rawOverrides;
  }
}

/**
 * The first part of the address of an element: `var` of a variable, `local` of a local value. Unlike `instanceof`, it is the same for elements
 * of another copy of cdktf.
 */
export function addressTypeOf(element: unknown): string | undefined {
  return TerraformElement.isTerraformElement(element) ? (element as unknown as { readonly _elementType?: string })._elementType : undefined;
}
