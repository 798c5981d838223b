import type { TerraformElement } from 'cdktf';
import { TerraformStack } from 'cdktf';

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
  return { terraform: { required_version: `>= ${highest}` } };
}

function isNewer(version: string, than: string): boolean {
  return version !== than && version.localeCompare(than, undefined, { numeric: true }) > 0;
}
