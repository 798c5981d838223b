import type { IResolveContext } from 'cdktf';
import { Token } from 'cdktf';
import { HclExpression } from './hcl-expression';

/** A check that Terraform makes when it plans, since a value is not known before. */
export interface PlanTimeCheck {
  readonly condition: string;
  readonly errorMessage: string;
}

/** A value, token or not, for use in the expression of a check: `var.x`, or in quotes where it is more than a reference. */
export function operand(value: unknown): string {
  return Token.asString(new Operand(value));
}

/** The same for the address of an attribute: no token is needed for what is known. */
export function operandAt(address: string): string {
  return BARE.test(address) ? address : `"\${${address}}"`;
}

const BARE = /^[\w.[\]]+$/;

class Operand extends HclExpression {
  public resolve(context: IResolveContext): string {
    const expression = super.resolve(context);
    const reference = expression.startsWith('"${') ? expression.slice(3, -2) : '';
    return expression === `"\${${reference}}"` && BARE.test(reference) ? reference : expression;
  }
}
