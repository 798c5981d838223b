import type { TerraformElement } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { appendToHcl } from './hcl-appendix';

const REQUIRED = new WeakMap<TerraformStack, string>();

/**
 * The `terraform` block of an element that needs a version of Terraform or OpenTofu. cdktf lets the last element of a stack decide, so that
 * each asks for the highest version that any has asked for.
 */
export function requiredVersion(element: TerraformElement, version: string): { terraform: { required_version: string } } {
  const stack = TerraformStack.of(element);
  const known = REQUIRED.get(stack);
  const highest = known === undefined || isNewer(version, known) ? version : known;
  REQUIRED.set(stack, highest);
  return { terraform: { required_version: constraint(highest) } };
}

/**
 * Has the HCL of the stack of an element require what its elements ask for while they are rendered. cdktf's renderer of HCL writes no
 * `required_version`; Terraform takes it from a further `terraform` block.
 */
export function requireVersionInHcl(element: TerraformElement): void {
  const stack = TerraformStack.of(element);
  appendToHcl(stack, 'required_version', () => {
    const version = REQUIRED.get(stack);
    return version === undefined ? '' : `terraform {\nrequired_version = "${constraint(version)}"\n}`;
  });
}

function constraint(version: string): string {
  return `>= ${version}`;
}

function isNewer(version: string, than: string): boolean {
  return version !== than && version.localeCompare(than, undefined, { numeric: true }) > 0;
}
