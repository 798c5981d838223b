import type { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { checkEphemeralSecret, markEphemeral } from './ephemeral-secret-rules';
import { EphemeralVariable } from './ephemeral-variable';
import { unprinted } from './unprinted';

const TOKENS = new WeakMap<TerraformVariable, string>();

/**
 * Options of a secret that is given when Terraform runs.
 */
export interface EphemeralSecretOptions {
  /**
   * The name of the Terraform variable, which is set by `TF_VAR_<name>` or `--var`.
   * @default - the name of the secret with `_` for `-`
   */
  readonly variableName?: string;

  /**
   * What Terraform says when it asks for the value.
   * @default - that it is the value of the secret
   */
  readonly description?: string;
}

/**
 * A secret of a pool: a name, and a value that is known only when Terraform runs. A literal value is an error, since it
 * would be written to the synthesized configuration.
 *
 * @see https://learn.microsoft.com/azure/container-apps/manage-secrets
 *
 * @example
 *
 * const apiKey = SessionSecret.ephemeral(stack, 'model-api-key'); // set TF_VAR_model_api_key for plan and for apply
 * pool.addSecretEnvironmentVariable('MODEL_API_KEY', apiKey);
 */
export class SessionSecret {
  /**
   * The value of a Terraform variable, which must have no default. Make it ephemeral, or use `SessionSecret.ephemeral`: Terraform keeps the value of any
   * other variable in a saved plan file, which is the warning `secret-in-plan-file`.
   *
   * @param name the name: lower-case letters, digits and `-`
   * @param variable the variable
   */
  public static fromVariable(name: string, variable: TerraformVariable): SessionSecret {
    return new SessionSecret(name, tokenOfVariable(variable), variable);
  }

  /**
   * A value that another resource or an ephemeral resource gives. A variable that is not ephemeral is the warning `secret-in-plan-file`,
   * literal text beside the token the warning `text-in-secret`.
   *
   * @param name the name: lower-case letters, digits and `-`
   * @param value a token that refers to a variable without default, a data source, a resource or an ephemeral resource of the stack of the
   *   pool, when the app is synthesized; anything that ends in a literal is an error
   */
  public static fromToken(name: string, value: string): SessionSecret {
    return new SessionSecret(name, value, undefined);
  }

  /**
   * Defines a Terraform variable that is ephemeral and sensitive: its value is in no plan and in no state. Give it for
   * `plan` and again for `apply`, as `TF_VAR_<name>`; an empty one fails the plan. Needs Terraform 1.11.
   *
   * @param scope the construct that the variable belongs to
   * @param name the name of the secret: lower-case letters, digits and `-`
   * @param options the name and the description of the variable
   */
  public static ephemeral(scope: Construct, name: string, options: EphemeralSecretOptions = {}): SessionSecret {
    const id = `Secret-${name}`;
    const variableName = checkEphemeralSecret(scope, id, name, options);
    const variable = new EphemeralVariable(scope, id, variableName, options?.description ?? `The value of the secret ${name}`);
    return markEphemeral(new SessionSecret(name, variable.stringValue, undefined));
  }

  private constructor(
    /** The name of the secret. */
    public readonly name: string,
    /** The value, a token. */
    public readonly value: string,
    /** The variable that keeps the value in a saved plan, if there is one. */
    public readonly variable: TerraformVariable | undefined,
  ) {
    unprinted(this, 'value', 'variable');
  }
}

/** cdktf makes a new token, with a stack trace, whenever it is asked for the value of a variable. */
function tokenOfVariable(variable: TerraformVariable | undefined): string {
  const token = (variable && TOKENS.get(variable)) ?? (variable?.stringValue as string);
  if (typeof variable === 'object' && variable !== null) {
    TOKENS.set(variable, token);
  }
  return token;
}
