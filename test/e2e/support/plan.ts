import { isDeepStrictEqual } from 'node:util';

/** The part of `terraform show -json` that the tests look at. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: { readonly [name: string]: Change };
}

export interface ResourceChange {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly change: Change;
}

export interface Change {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown: unknown;
  readonly importing?: { readonly id: string };
}

/** `in place`, `replaced`, `created`, `destroyed`, `imported` or `no changes`. */
export function describeAction({ actions, importing }: Change): string {
  const names: { readonly [actions: string]: string } = {
    'no-op': importing ? 'imported' : 'no changes',
    update: importing ? 'imported and changed' : 'in place',
    create: 'created',
    delete: 'destroyed',
    'delete,create': 'replaced',
    'create,delete': 'replaced before',
  };
  return names[actions.join(',')] ?? actions.join(',');
}

/** The paths that differ before and after, in the order of the configuration. What only Azure knows is left out. */
export function changedPaths({ before, after, after_unknown }: Change): string[] {
  return differences(before, after, after_unknown, '');
}

/** The property, tags or identity that a path is in. */
export function areaOf(path: string): string {
  return /^(properties\.\w+|\w+)/.exec(path.replace(/^body\./, ''))![1];
}

/** What changes in all resources together: `in place: tags`. */
export function describeAreas(changes: readonly ResourceChange[]): string {
  const seen = changes
    .filter(({ change }) => describeAction(change) !== 'no changes')
    .flatMap(({ change }) => changedPaths(change).map(path => `${describeAction(change)}: ${areaOf(path)}`));
  return [...new Set(seen)].sort().join(', ') || 'no changes';
}

function differences(before: unknown, after: unknown, unknown: unknown, path: string): string[] {
  if (unknown === true || before === after) return [];
  // azapi keeps these in no order.
  if (path.endsWith('.identity_ids')) {
    return isDeepStrictEqual([...(before as string[])].sort(), [...(after as string[])].sort()) ? [] : [path];
  }
  if (isTree(before) && isTree(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap(name =>
      differences(
        before[name],
        after[name],
        isTree(unknown) ? unknown[name] : undefined,
        Array.isArray(before) ? `${path}[${name}]` : path ? `${path}.${name}` : name,
      ),
    );
  }
  return isNothing(before) && isNothing(after) ? [] : [path];
}

function isTree(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}
