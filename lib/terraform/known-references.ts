import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { originStackOf, referenceOf, STRING_TOKEN, tokenOf } from './cdktf-internals';

const LONE_TOKEN = new RegExp(`^${STRING_TOKEN}$`);

/** The reference, without `${` and `}`, that a value is in the stack of what it refers to; nothing where it is anything else. */
export function referenceIn(value: unknown): string | undefined {
  return typeof value === 'string' && LONE_TOKEN.test(value) ? referenceOf(tokenOf(value)) : undefined;
}

/** The same in the stack of a construct, where it is the stack of what the value refers to: cdktf would say the same, and takes long for it. */
export function referenceWithin(scope: IConstruct, value: unknown): string | undefined {
  if (typeof value !== 'string' || !LONE_TOKEN.test(value)) {
    return undefined;
  }
  const token = tokenOf(value);
  return originStackOf(token) === TerraformStack.of(scope) ? referenceOf(token) : undefined;
}
