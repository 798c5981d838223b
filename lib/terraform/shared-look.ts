import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * What is found out about a stack once for all constructs that ask. It holds until one of them asks again: by then, something may have been defined
 * or changed. Each question has a look of its own, so that all constructs ask it in turn whenever the app is validated or rendered.
 */
export class SharedLook<T> {
  private readonly looks = new WeakMap<TerraformStack, { readonly found: T; readonly askers: Set<IConstruct> }>();

  constructor(private readonly look: (stack: TerraformStack) => T) {}

  /** What is found in the stack of the construct that asks, or in another stack. */
  public for(asker: IConstruct, stack = TerraformStack.of(asker)): T {
    let shared = this.looks.get(stack);
    if (!shared || shared.askers.has(asker)) {
      shared = { found: this.look(stack), askers: new Set() };
      this.looks.set(stack, shared);
    }
    shared.askers.add(asker);
    return shared.found;
  }
}
