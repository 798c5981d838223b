import type { Kind, Variant } from './apps/definition';

/** How many pools an app has, in stacks of how many, and how often it is measured. */
export interface Size {
  readonly title: string;
  readonly pools: number;
  readonly poolsPerStack: number;
  readonly rounds: number;
}

/** One thing that is measured in one process. */
export interface Case {
  readonly size: Size;
  readonly kind: Kind;
  readonly variant: Variant;
}

export const KINDS: readonly Kind[] = ['interpreter', 'minimal', 'full'];
export const VARIANTS: readonly Variant[] = ['bare', 'l1', 'l2', 'policies'];

export const KIND_TITLES: { readonly [kind in Kind]: string } = {
  interpreter: 'code interpreter',
  minimal: 'custom, minimal',
  full: 'custom, full',
};
export const VARIANT_TITLES: { readonly [variant in Variant]: string } = {
  bare: 'bare resource',
  l1: 'AzapiResource',
  l2: 'pool',
  policies: 'pool with policies',
};

const PER_STACK = 200;

/** The size that the gate looks at. */
export const USUAL: Size = { title: '1,000', pools: 1000, poolsPerStack: PER_STACK, rounds: 9 };

export const SIZES: readonly Size[] = [
  { title: '1', pools: 1, poolsPerStack: PER_STACK, rounds: 9 },
  { title: '100', pools: 100, poolsPerStack: PER_STACK, rounds: 9 },
  USUAL,
  { title: '5,000', pools: 5000, poolsPerStack: PER_STACK, rounds: 3 },
  { title: '4,000 in one stack', pools: 4000, poolsPerStack: 4000, rounds: 3 },
];

export function casesOf(size: Size, variants: readonly Variant[] = VARIANTS, kinds: readonly Kind[] = KINDS): Case[] {
  return kinds.flatMap(kind => variants.map(variant => ({ size, kind, variant })));
}
