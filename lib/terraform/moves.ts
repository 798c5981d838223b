import type { TerraformResource } from 'cdktf';

/** The logical ID from which `moveFromId` moves the resource; nothing for a resource that stays where it is. */
export function previousIdOf(resource: TerraformResource): string | undefined {
  const {
    _movedById: move,
    friendlyUniqueId,
    terraformResourceType,
  } = resource as unknown as {
    readonly _movedById?: { readonly from: string; readonly to: string };
    readonly friendlyUniqueId: string;
    readonly terraformResourceType: string;
  };
  const [type, previous] = move?.from.split('.') ?? [];
  return type === terraformResourceType && previous !== friendlyUniqueId ? previous : undefined;
}
