import type { TerraformStack } from 'cdktf';

/** The kinds of pools that are measured: two with what is required only, one with all that a pool usually has. */
export type Kind = 'interpreter' | 'minimal' | 'full';

/** Who defines a pool: a foreign resource written by hand, our L1, our L2, our L2 under its policies. */
export type Variant = 'bare' | 'l1' | 'l2' | 'policies';

/** Fills a stack with pools of the names, with the provider, and with what the pools of the kind refer to. */
export type Fill = (stack: TerraformStack, kind: Kind, names: string[]) => void;
