import type { IResolvable, IResolveContext } from 'cdktf';
import { Token } from 'cdktf';
import { HclExpression } from './hcl-expression';

/** A check that Terraform makes when it plans, since a value is not known before. */
export interface PlanTimeCheck {
  readonly condition: string;
  readonly errorMessage: string;
}

/** A value, token or not, for use in the expression of a check: `var.x`, or in quotes where it is more than a reference. */
export function operand(value: string | number | IResolvable): string {
  return Token.asString(new Operand(value));
}

class Operand extends HclExpression {
  public resolve(context: IResolveContext): string {
    const expression = super.resolve(context);
    return /^"\$\{[\w.[\]]+\}"$/.test(expression) ? expression.slice(3, -2) : expression;
  }
}
