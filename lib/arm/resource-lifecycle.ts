import type { TerraformResourceLifecycle } from 'cdktf';

/** The properties that say what Terraform leaves alone. */
export interface LifecycleOptions {
  readonly preventDestroy?: boolean;
  readonly ignoreTags?: string[];
}

/** The lifecycle of a resource; nothing where there is nothing to say. */
export function resourceLifecycle(
  { preventDestroy, ignoreTags = [] }: LifecycleOptions,
  others: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle | undefined {
  const ignoreChanges = [...((others.ignoreChanges as string[] | undefined) ?? []), ...ignoreTags.map(tagReference)];
  const lifecycle = { ...others, ignoreChanges, preventDestroy: preventDestroy || undefined };
  const given = Object.entries(lifecycle).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** A tag as Terraform refers to it. */
function tagReference(name: string): string {
  return `tags[${JSON.stringify(name).replace(/\$\{/g, '$$$${')}]`;
}
