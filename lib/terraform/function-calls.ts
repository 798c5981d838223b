import type { Expression } from './expression-tree';
import { entryOf } from './expression-tree';

type Call = (args: Expression[]) => Expression;

const any: Call = parts => ({ kind: 'any', parts });

/** The items of all arguments as one collection whose keys are not known. */
const together: Call = args => ({ kind: 'collection', entries: args.flatMap(itemsOf).map(item => [undefined, item]) });

/** Functions whose result is a part or another form of one argument; the others only say which. */
const PARTS: { readonly [name: string]: number } = {
  bcrypt: 0,
  formatdate: 1,
  indent: 1,
  regex: 1,
  regexall: 1,
  split: 1,
  substr: 0,
  textdecodebase64: 0,
  textencodebase64: 0,
  trim: 0,
  trimprefix: 0,
  trimsuffix: 0,
};

/** Functions whose result is not made of all that they are given. */
const CALLS: { readonly [name: string]: Call } = {
  coalesce: any,
  coalescelist: any,
  try: any,
  max: any,
  min: any,
  element: ([list, index]) => entryOf(list, textOf(index)),
  lookup: ([map, key, fallback]) => any([entryOf(map, textOf(key)), ...(fallback ? [fallback] : [])]),
  one: ([list]) => entryOf(list, undefined),
  sensitive: ([part]) => ({ kind: 'sensitive', part }),
  nonsensitive: ([part]) => ({ kind: 'nonsensitive', part }),
  ...Object.fromEntries(
    Object.entries(PARTS).map(([name, index]) => [name, (args: Expression[]) => args[index] ?? { kind: 'all', parts: args }]),
  ),
  ...Object.fromEntries(
    ['chunklist', 'compact', 'concat', 'distinct', 'flatten', 'merge', 'reverse', 'setunion', 'slice', 'sort', 'values'].map(name => [
      name,
      together,
    ]),
  ),
  ...Object.fromEntries(
    ['tobool', 'tolist', 'tomap', 'tonumber', 'toset', 'tostring'].map(name => [name, ([value]: Expression[]) => value]),
  ),
};

/** What a function makes of its arguments: all of them together, where nothing else is known of it. */
export function callOf(name: string, args: Expression[]): Expression {
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  return call && args.length > 0 ? call(args) : { kind: 'all', parts: args };
}

function itemsOf(expression: Expression): Expression[] {
  return expression.kind === 'collection' ? expression.entries.map(([, value]) => value) : [expression];
}

/** Text that is known. */
export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'text' ? expression.text : undefined;
}
