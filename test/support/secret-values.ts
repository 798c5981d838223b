import type { TerraformStack } from 'cdktf';
import { TerraformLocal, TerraformVariable } from 'cdktf';

/** Text that is looked for where no value of a secret may be. */
export const CANARY = 'canary7Qx2';

/** Makes a value in a stack. */
export type ValueOf = (stack: TerraformStack) => string;

export const variable = (stack: TerraformStack, config: object = {}, id = 'v') =>
  new TerraformVariable(stack, id, { type: 'string', ...config });

/** A sensitive variable. */
export const v: ValueOf = stack => variable(stack, { sensitive: true }).stringValue;

export const local = (stack: TerraformStack, value: unknown, id = 'l') => new TerraformLocal(stack, id, value);
