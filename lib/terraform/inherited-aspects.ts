import type { IAspect } from 'cdktf';
import { Aspects, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

const POLICIES = Symbol.for('cdktf-azure-session-pools.SessionPoolPolicies');
const INHERITS = Symbol.for('cdktf-azure-session-pools.InheritsPolicies');

/** Marks an aspect as one that stacks inherit from their app. */
export function markAsPolicies(aspect: IAspect): void {
  Object.defineProperty(aspect, POLICIES, { value: true });
}

/**
 * cdktf applies the aspects of a stack and of what is in it, and leaves out those of the app. Policies of an app are therefore applied
 * by its stacks, once all other aspects are.
 */
export function inheritPolicies(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (INHERITS in stack) {
    return;
  }
  Object.defineProperty(stack, INHERITS, { value: true });
  stack.node.addValidation({
    validate: () => {
      const policies = stack.node.scopes
        .filter(scope => scope !== stack)
        .flatMap(scope => Aspects.of(scope).all)
        .filter(aspect => POLICIES in aspect);
      stack.node.findAll().forEach(node => policies.forEach(aspect => aspect.visit(node)));
      return [];
    },
  });
}
