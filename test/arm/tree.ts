/**
 * The shape of a body: a leaf, a set of well-known strings (others are allowed: Azure's enums are open), a list `[item]`,
 * a map `{ '*': value }`, or an object whose names may start with `!` (required) or `~` (read-only).
 */
export type Tree = 'string' | 'int' | 'number' | 'bool' | ReadonlySet<string> | readonly [Tree] | { readonly [name: string]: Tree };

export interface Property {
  readonly name: string;
  readonly tree: Tree;
  readonly required: boolean;
  readonly readOnly: boolean;
}

/** The declared property of an object, or that of a map. */
export function propertyOf(tree: { readonly [name: string]: Tree }, name: string, ignoreCase: boolean): Property | undefined {
  const folded = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const property = propertiesOf(tree).find(candidate => folded(candidate.name) === folded(name));
  return property ?? ('*' in tree ? { name, tree: tree['*'], required: false, readOnly: false } : undefined);
}

export function propertiesOf(tree: { readonly [name: string]: Tree }): Property[] {
  return Object.entries(tree)
    .filter(([key]) => key !== '*')
    .map(([key, value]) => ({
      name: key.replace(/^[!~]/, ''),
      tree: value,
      required: key.startsWith('!'),
      readOnly: key.startsWith('~'),
    }));
}

export function isList(tree: Tree): tree is readonly [Tree] {
  return Array.isArray(tree);
}

export function isKnownValues(tree: Tree): tree is ReadonlySet<string> {
  return tree instanceof Set;
}
