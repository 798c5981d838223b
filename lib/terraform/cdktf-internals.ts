import type { StackAnnotation } from 'cdktf';
import { Annotations, AnnotationMetadataEntryType, App, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

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
