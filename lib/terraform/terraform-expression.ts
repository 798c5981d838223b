import type { IResolvable, IResolveContext } from 'cdktf';
import { Token } from 'cdktf';
import { STRING_TOKEN } from './cdktf-internals';
import { ValidationError } from '../errors';

/** Begins with an expression in `${ }` or a directive, which is no token. */
const TEMPLATE = new RegExp(`^\\s*(?!${STRING_TOKEN})[$%]\\{`);
import { hcl } from './hcl-expression';

/**
 * Terraform's own expressions. All other text is data: `${` and `%{` in it arrive in Azure as they are.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions
 *
 * @example
 *
 * pool.addEnvironmentVariable('STAGE', TerraformExpression.raw('upper(terraform.workspace)'));
 */
export class TerraformExpression {
  /**
   * Text that Terraform evaluates. Never pass text that you did not write yourself: an expression can read files and
   * the state.
   *
   * @param expression the expression without `${` and `}`: `upper(var.name)`
   * @returns a token, which can be given where a string is expected
   */
  public static raw(expression: string): string {
    if (typeof expression !== 'string' || !expression.trim() || TEMPLATE.test(expression)) {
      const got = typeof expression === 'string' ? `'${expression}'` : `a value of type ${typeof expression}`;
      throw new ValidationError('TerraformExpression', undefined, [
        `expression must be a Terraform expression without '\${' and '}', such as 'upper(var.name)', got ${got}`,
      ]);
    }
    return Token.asString(new RawExpression(expression));
  }

  private constructor() {}
}

class RawExpression implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly expression: string) {}

  public resolve(context: IResolveContext): string {
    return context.suppressBraces ? this.expression : `\${${this.expression}}`;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<unresolved-token>';
  }
}

/** Text that is decided on when the stack is synthesized. Tokens in it are kept. */
export function lazyText(produce: () => string): string {
  return Token.asString(new LazyText(produce));
}

/** A list that is decided on when the stack is synthesized; nothing where it is not given. */
export function lazyList(produce: () => string[] | undefined): string[] {
  return Token.asList(new LazyList(produce));
}

class LazyList implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly produce: () => string[] | undefined) {}

  public resolve(): string[] | undefined {
    return this.produce();
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<unresolved-token>';
  }
}

class LazyText implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly produce: () => string) {}

  public resolve(context: IResolveContext): string {
    return context.suppressBraces ? hcl(this.produce()) : this.produce();
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<unresolved-token>';
  }
}
