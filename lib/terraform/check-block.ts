import { TerraformElement, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { toHcl } from './hcl-expression';
import { expressionOf } from './references';
import { requiredVersion } from './required-version';
import type { Comparison } from './stack-check';
import { escapeTemplate } from './templates';

/**
 * A `check` block: where the condition does not hold, Terraform warns, and neither plan nor apply fails. What it compares is read outside of it: a data
 * source in the block itself is read again by every apply, so that no plan is without changes. cdktf has no such block, so this one writes itself, in HCL
 * at the end of the stack.
 */
export class CheckBlock extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly comparison: () => Comparison,
  ) {
    super(scope, id, 'check');
    const stack = TerraformStack.of(this);
    const render = stack.toHclTerraform.bind(stack);
    stack.toHclTerraform = () => {
      const { hcl, metadata } = render();
      const { condition, error_message: message } = expressionOf(stack, this.assertion) as CheckBlock['assertion'];
      const lines = [`condition = ${toHcl(condition)}`, `error_message = ${toHcl(message)}`];
      return { hcl: `${hcl}\n\ncheck "${this.friendlyUniqueId}" {\nassert {\n${lines.join('\n')}\n}\n}`, metadata };
    };
  }

  public toTerraform(): unknown {
    return { check: { [this.friendlyUniqueId]: { assert: [this.assertion] } }, ...requiredVersion(this, '1.5.0') };
  }

  private get assertion() {
    const { condition, message } = this.comparison();
    return { condition: `\${${condition}}`, error_message: escapeTemplate(message) };
  }
}
