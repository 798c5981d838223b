/**
 * What a template or an expression of Terraform is made of, as far as it matters where its value comes from.
 *
 * - `text`: literal text, a number or a word.
 * - `reference`: what another block has, such as `var.x` or `data.t.n.attribute`; a part that is not known is undefined.
 * - `all`: made of all parts together, such as text around a reference.
 * - `any`: one of the parts, such as the branches of a condition.
 * - `sensitive`, `nonsensitive`: what the functions of these names say of the part.
 * - `collection`: a list or a map, from which an entry can be taken; a key that is not known is undefined.
 */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly path: Array<string | undefined> }
  | { readonly kind: 'all' | 'any'; readonly parts: Expression[] }
  | { readonly kind: 'collection'; readonly entries: Array<readonly [key: string | undefined, value: Expression]> }
  | { readonly kind: 'sensitive' | 'nonsensitive'; readonly part: Expression };

/** Nothing: no text and no reference. */
export const NOTHING: Expression = { kind: 'all', parts: [] };

/** One expression that is made of all of them. */
export function all(parts: Expression[]): Expression {
  return parts.length === 1 ? parts[0] : { kind: 'all', parts };
}

/** What is at the key of an expression. */
export function entryOf(expression: Expression, key: string | undefined): Expression {
  switch (expression.kind) {
    case 'reference':
      return { kind: 'reference', path: [...expression.path, key] };
    case 'collection': {
      const { entries } = expression;
      const named = key === undefined || entries.some(([each]) => each === undefined) ? [] : entries.filter(([each]) => each === key);
      return named.length > 0 ? named[0][1] : { kind: 'any', parts: entries.map(([, value]) => value) };
    }
    case 'any':
      return { kind: 'any', parts: expression.parts.map(part => entryOf(part, key)) };
    case 'sensitive':
    case 'nonsensitive':
      return { kind: expression.kind, part: entryOf(expression.part, key) };
    default:
      return expression;
  }
}

/** A value of Terraform's JSON, in which texts are templates, as an expression. */
export function expressionTreeOf(value: unknown, parseTemplate: (template: string) => Expression): Expression {
  if (typeof value === 'string') {
    return parseTemplate(value);
  }
  if (Array.isArray(value)) {
    return { kind: 'collection', entries: value.map((item, index) => [`${index}`, expressionTreeOf(item, parseTemplate)]) };
  }
  if (typeof value === 'object' && value !== null) {
    return { kind: 'collection', entries: Object.entries(value).map(([key, item]) => [key, expressionTreeOf(item, parseTemplate)]) };
  }
  return value === undefined || value === null ? NOTHING : { kind: 'text', text: String(value) };
}
