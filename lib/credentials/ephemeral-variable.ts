import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { hclArgument } from '../terraform/cdktf-internals';
import { hcl } from '../terraform/hcl-expression';
import { requiredVersion, requireVersionInHcl } from '../terraform/required-version';
import { sharedElements } from '../terraform/stack-elements';
import { escapeTemplate } from '../terraform/templates';
import { refuseAtSynthesis } from '../validation/at-synthesis';

const ELEMENTS = sharedElements();
const MINIMUM = '1.11.0';

/** The variable of a secret that is given when Terraform runs. */
export class EphemeralVariable extends TerraformVariable {
  constructor(scope: Construct, id: string, name: string, description: string) {
    super(scope, id, {
      type: 'string',
      description,
      sensitive: true,
      nullable: false,
      validation: [{ condition: `\${length(var.${name}) > 0}`, errorMessage: `${name} must not be empty: set TF_VAR_${name}` }],
    });
    this.overrideLogicalId(name);
    this.addOverride('ephemeral', true);
    requireVersionInHcl(this);
    refuseAtSynthesis(this, 'SessionSecret', this, () => this.failures(name));
  }

  /** The variable for `cdktf synth`. Terraform has ephemeral variables since 1.10, OpenTofu since 1.11; what takes their values needs 1.11 of both. */
  public toTerraform(): unknown {
    return { ...(super.toTerraform() as object), ...requiredVersion(this, MINIMUM) };
  }

  /** In HCL a description is a template, and cdktf leaves out what is false. */
  public toHclTerraform(): unknown {
    requiredVersion(this, MINIMUM);
    const fragment = super.toHclTerraform() as { readonly variable: { readonly [name: string]: { [argument: string]: unknown } } };
    const [attributes] = Object.values(fragment.variable);
    if (typeof attributes.description === 'object') {
      attributes.description = hclArgument(hcl(escapeTemplate(this.description!)));
    }
    attributes.nullable ??= hclArgument('false');
    return fragment;
  }

  /** Terraform merges variables of one name in a configuration, and takes the default of another one. */
  private failures(name: string): string[] {
    const namesakes = ELEMENTS.for(this).at(`var.${name}`);
    return [
      ...(namesakes.length > 1 ? [`variableName must be used once in a stack, got '${name}' again: rename the other variable`] : []),
      ...(namesakes.some(({ value }) => (value as { default?: unknown }).default !== undefined)
        ? [`variable '${name}' must have no default, which would be in the synthesized configuration: remove the default`]
        : []),
    ];
  }
}
