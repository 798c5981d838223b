import type { Kind, Variant } from './apps/definition';
import type { Size } from './cases';

/** The largest ratios that pass, by size, kind and variant: of the minimum to that of the bare resource which writes the same JSON. */
export type Limits = {
  readonly [size: Size['title']]: { readonly [kind in Kind]: { readonly [variant in Exclude<Variant, 'bare'>]: number } };
};

/** What was measured last, and a fifth to a third of it as room for noise. Whoever makes the library faster lowers them. */
export const LIMITS: Limits = {
  '1,000': {
    interpreter: { l1: 0.95, l2: 1.7, policies: 2.3 },
    minimal: { l1: 0.9, l2: 1.65, policies: 2.3 },
    full: { l1: 0.65, l2: 1.35, policies: 1.7 },
  },
  '5,000': {
    interpreter: { l1: 0.95, l2: 1.7, policies: 2.3 },
    minimal: { l1: 0.9, l2: 1.65, policies: 2.3 },
    full: { l1: 0.65, l2: 1.35, policies: 1.7 },
  },
  '4,000 in one stack': {
    interpreter: { l1: 0.95, l2: 1.7, policies: 2.3 },
    minimal: { l1: 0.9, l2: 1.65, policies: 2.3 },
    full: { l1: 0.65, l2: 1.35, policies: 1.7 },
  },
};

/** The largest share of the time for importing cdktf that importing the package may add. */
export const IMPORT_LIMIT = 0.6;

/** The largest growth of time for four times as much text. In proportion it is 4, quadratic 16. */
export const TEXT_LIMIT = 7;
