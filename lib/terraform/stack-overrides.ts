import type { TerraformResource } from 'cdktf';

/** Whether `stack.addOverride` changes something of the resource. */
export function hasStackOverride({ cdktfStack, terraformResourceType, friendlyUniqueId }: TerraformResource): boolean {
  const { rawOverrides } = cdktfStack as unknown as { rawOverrides?: { resource?: { [type: string]: { [id: string]: unknown } } } };
  return rawOverrides?.resource?.[terraformResourceType]?.[friendlyUniqueId] !== undefined;
}
