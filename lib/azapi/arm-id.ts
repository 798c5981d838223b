/** What an ARM ID is made of. */
export interface ArmIdParts {
  /** The type with its API version. */
  readonly type: string;
  readonly parentId: string;
  readonly name: string;
}

/** The ARM ID of a resource whose parent is a resource group, a resource that it extends, or the resource that it is a child of. */
export function armId({ type, parentId, name }: ArmIdParts): string {
  const [namespace, ...types] = type.split('@')[0].split('/');
  return types.length > 1 ? `${parentId}/${types.at(-1)}/${name}` : `${parentId}/providers/${namespace}/${types[0]}/${name}`;
}

/** The ID by which azapi imports a resource, read with the API version of its type. */
export function importId(parts: ArmIdParts): string {
  return `${armId(parts)}?api-version=${parts.type.split('@')[1]}`;
}
