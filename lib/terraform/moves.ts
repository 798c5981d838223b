import type { TerraformResource } from 'cdktf';
import { TerraformStack } from 'cdktf';

interface Move {
  readonly from: string;
  readonly to: string;
}

const MOVED_AWAY = new WeakMap<TerraformStack, TerraformResource[]>();

/** Remembers a resource that becomes another one, by `moveTo` or `moveToId`. */
export function rememberMovedAway(resource: TerraformResource): void {
  const stack = TerraformStack.of(resource);
  MOVED_AWAY.set(stack, [...(MOVED_AWAY.get(stack) ?? []), resource]);
}

/** Whether the resource becomes another one: nothing of it is left in the configuration but its `moved` block. */
export function hasMovedAway(resource: TerraformResource): boolean {
  return moveOf(resource)?.from === addressOf(resource);
}

/** The address that the resource has had in Terraform; nothing for a resource that stays where it is. */
export function previousAddressOf(resource: TerraformResource): string | undefined {
  const address = addressOf(resource);
  const move = moveOf(resource);
  if (move) {
    return move.to === address ? move.from : undefined;
  }
  const sources = MOVED_AWAY.get(TerraformStack.of(resource)) ?? [];
  return sources.map(moveOf).find(source => source?.to === address)?.from;
}

function moveOf(resource: TerraformResource): Move | undefined {
  return resource.hasResourceMove() ? (resource.toTerraform() as { moved?: Move[] }).moved?.[0] : undefined;
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
