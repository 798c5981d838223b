import type { TerraformResource } from 'cdktf';
import { overridesOf } from './cdktf-internals';

/** Whether `stack.addOverride` changes something of the resource. */
export function hasStackOverride({ cdktfStack, terraformResourceType, friendlyUniqueId }: TerraformResource): boolean {
  const { resource } = overridesOf(cdktfStack) as { resource?: { [type: string]: { [id: string]: unknown } } };
  return resource?.[terraformResourceType]?.[friendlyUniqueId] !== undefined;
}
