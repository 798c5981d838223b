import type { IAspect } from 'cdktf';
import { Aspects, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { RenderedConfiguration } from './cdktf-internals';
import { annotate, observeAllRendering, observeRendering } from './cdktf-internals';

/** What policies find in a rendered stack. */
export interface RenderedFinding {
  readonly construct: IConstruct;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** What policies say of a rendered stack. A construct is covered where they were added to it, to something around it, or visited it. */
export type Judge = (
  stack: TerraformStack,
  configuration: RenderedConfiguration,
  covers: (construct: IConstruct) => boolean,
) => RenderedFinding[];

const JUDGE = Symbol.for('cdktf-azure-session-pools.SessionPoolPolicies');
/** What policies have visited without being among the aspects of it, by stack. */
const VISITED = new WeakMap<TerraformStack, Map<IAspect, WeakSet<IConstruct>>>();
/** The stacks whose findings are collected and not thrown. */
const COLLECTING = new WeakSet<TerraformStack>();

/** Makes an aspect one that judges every stack that it is added to, or to the app of which, when the stack is rendered. */
export function markAsPolicies(aspect: IAspect, judge: Judge): void {
  Object.defineProperty(aspect, JUDGE, { value: judge });
  observeAllRendering(judgeRendering);
}

/** Observes the stack of an element of this library. */
export function inheritPolicies(construct: IConstruct): void {
  observeRendering(TerraformStack.of(construct), judgeRendering);
}

/** Remembers that policies cover a construct, although they may be none of its aspects: another aspect can hand the construct to them. */
export function visitedBy(aspect: IAspect, construct: IConstruct): void {
  const stack = construct.node.scopes.reverse().find(TerraformStack.isStack) as TerraformStack | undefined;
  if (stack) {
    const visited = VISITED.get(stack) ?? new Map<IAspect, WeakSet<IConstruct>>();
    VISITED.set(stack, visited);
    visited.set(aspect, (visited.get(aspect) ?? new WeakSet()).add(construct));
    observeRendering(stack, judgeRendering);
  }
}

/** Runs a synthesis of the stack in which findings are annotations and nothing else. */
export function collectFindings<T>(stack: TerraformStack, synthesize: () => T): T {
  COLLECTING.add(stack);
  try {
    return synthesize();
  } finally {
    COLLECTING.delete(stack);
  }
}

function judgeRendering(stack: TerraformStack, configurations: RenderedConfiguration[]): void {
  const findings = configurations.flatMap(configuration =>
    policiesOf(stack).flatMap(({ aspect, covers }) => (aspect as IAspect & { [JUDGE]: Judge })[JUDGE](stack, configuration, covers)),
  );
  const errors = new Set<string>();
  for (const { construct, level, message } of findings) {
    const isSaid = construct.node.metadata.some(({ data }) => data === message);
    if (!isSaid) {
      annotate(construct, level, message);
    }
    if (level === 'error') {
      errors.add(`  - [${construct.node.path}] ${message}`);
    }
  }
  if (errors.size > 0 && !COLLECTING.has(stack)) {
    throw new Error(`Stack '${stack.node.path}' violates policies:\n${[...errors].join('\n')}`);
  }
}

/** The policies of a stack and its app, of what is in the stack, and those that visited something of it. */
function policiesOf(stack: TerraformStack): Array<{ readonly aspect: IAspect; readonly covers: (construct: IConstruct) => boolean }> {
  const scopes = new Map<IAspect, Set<IConstruct>>();
  for (const scope of new Set([...stack.node.scopes, ...stack.node.findAll()])) {
    for (const aspect of Aspects.of(scope).all.filter(each => JUDGE in each)) {
      scopes.set(aspect, (scopes.get(aspect) ?? new Set()).add(scope));
    }
  }
  const visited = VISITED.get(stack);
  return [...new Set([...scopes.keys(), ...(visited?.keys() ?? [])])].map(aspect => ({
    aspect,
    covers: construct =>
      visited?.get(aspect)?.has(construct) === true || construct.node.scopes.some(scope => scopes.get(aspect)?.has(scope)),
  }));
}
