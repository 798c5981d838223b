import type { TerraformResource } from 'cdktf';
import { TerraformElement, TerraformStack } from 'cdktf';
import { overridesOf } from './cdktf-internals';
import { isInTree } from './construct-tree';
import { appendToHcl } from './hcl-appendix';
import { toHcl } from './hcl-expression';
import { hasMovedAway } from './moves';
import { expressionOf } from './references';
import { requiredVersion, requireVersionInHcl } from './required-version';
import { escapeTemplate } from './templates';

const ID = 'SessionPoolAnswers';
/** The first Terraform with `check` blocks. */
const MINIMUM = '1.5.0';

/** What has to hold of a resource, as an expression without `${` and `}`, and the text that says what does not. */
export interface Comparison {
  readonly condition: string;
  readonly message: string;
}

/**
 * The `check` block of a stack: where a comparison does not hold, Terraform warns, and neither plan nor apply fails. It is one for all resources,
 * since Terraform also warns of each assertion that it can make only after the apply, which is every one about a resource that changes. cdktf
 * has no such block, so this one writes itself, in HCL at the end of the stack.
 */
export class StackCheck extends TerraformElement {
  /** Compares something of a resource, once for each name. It is asked for when the stack is synthesized. */
  public static add(resource: TerraformResource, name: string, comparison: () => Comparison | undefined): void {
    const stack = TerraformStack.of(resource);
    const check = (stack.node.tryFindChild(ID) as StackCheck | undefined) ?? new StackCheck(stack);
    const comparisons = check.comparisons.get(resource) ?? new Map<string, () => Comparison | undefined>();
    check.comparisons.set(resource, comparisons.set(name, comparison));
  }

  private readonly comparisons = new Map<TerraformResource, Map<string, () => Comparison | undefined>>();

  private constructor(private readonly stack: TerraformStack) {
    super(stack, ID, 'check');
    appendToHcl(stack, ID, () => this.toHclText());
    requireVersionInHcl(this);
  }

  public toTerraform(): unknown {
    const { differences, assertion } = this.blocks;
    return differences.length > 0
      ? { locals: { [ID]: differences }, check: { [ID]: { assert: [assertion] } }, ...requiredVersion(this, MINIMUM) }
      : {};
  }

  /** The block itself stands at the end of the stack. */
  public toHclTerraform(): unknown {
    if (this.blocks.differences.length > 0) {
      requiredVersion(this, MINIMUM);
    }
    return {};
  }

  private get blocks() {
    const differences = [...this.comparisons]
      .filter(([resource]) => isSingle(resource))
      .flatMap(([, comparisons]) => [...comparisons.values()].map(comparison => comparison()))
      .filter(comparison => comparison !== undefined)
      .map(({ condition, message }) => `\${${condition} ? "" : ${toHcl(escapeTemplate(message))}}`);
    // The text says nothing that is sensitive, but what is compared can be, as everything that comes from another stack.
    const text = `join("\\n", compact(local.${ID}))`;
    const assertion = { condition: `\${join("", local.${ID}) == ""}`, error_message: `\${try(nonsensitive(${text}), ${text})}` };
    return { differences, assertion };
  }

  private toHclText(): string {
    const { differences, assertion } = expressionOf(this.stack, this.blocks) as {
      differences: string[];
      assertion: { [name: string]: string };
    };
    const arguments_ = Object.entries(assertion).map(([name, value]) => `${name} = ${toHcl(value)}`);
    const blocks = `locals {\n${ID} = ${toHcl(differences)}\n}\n\ncheck "${ID}" {\nassert {\n${arguments_.join('\n')}\n}\n}`;
    return differences.length > 0 ? blocks : '';
  }
}

/** Whether the resource is in the stack and one: several instances have no attributes that could be compared. */
function isSingle(resource: TerraformResource): boolean {
  const { count = resource.count, for_each: forEach = resource.forEach } = overridesOf(resource);
  return isInTree(resource) && !hasMovedAway(resource) && count === undefined && forEach === undefined;
}
