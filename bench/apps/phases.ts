import fs from 'node:fs';
import type { App } from 'cdktf';
import { TerraformStack } from 'cdktf';

/** What happens when an app is defined and synthesized. `other` is what cdktf does between. */
export const PHASES = ['construct', 'prepare', 'aspects', 'validate', 'toTerraform', 'stringify', 'write', 'other'] as const;
export type Phase = (typeof PHASES)[number];
export type Milliseconds = { [phase in Phase]: number };

/** A watch that is always in one phase. */
export class Phases {
  public readonly milliseconds = Object.fromEntries(PHASES.map(phase => [phase, 0])) as Milliseconds;

  private since = process.hrtime.bigint();

  constructor(private current: Phase = 'construct') {}

  /** Ends the current phase. */
  public switchTo(next: Phase): void {
    const now = process.hrtime.bigint();
    this.milliseconds[this.current] += Number(now - this.since) / 1e6;
    this.current = next;
    this.since = now;
  }

  /** Has cdktf switch the phases while it synthesizes the app. */
  public follow(app: App): void {
    this.wrap(fs, 'writeFileSync', 'write', 'other');
    for (const stack of app.node.children) {
      if (TerraformStack.isStack(stack)) {
        this.wrap(stack, 'prepareStack', 'prepare', 'other');
        this.wrap(stack, 'runAllValidations', 'validate', 'other');
        this.wrap(stack, 'toTerraform', 'toTerraform', 'stringify');
        this.wrap(stack.synthesizer, 'synthesize', 'aspects', 'other');
      }
    }
  }

  private wrap<Name extends string>(owner: { [name in Name]: unknown }, name: Name, during: Phase, after: Phase): void {
    const original = owner[name] as (...args: unknown[]) => unknown;
    const wrapped = (phases: Phases) =>
      function (this: unknown, ...args: unknown[]): unknown {
        phases.switchTo(during);
        const result = original.apply(this, args);
        phases.switchTo(after);
        return result;
      };
    Object.assign(owner, { [name]: wrapped(this) });
  }
}
