import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { checkEphemeralSecret } from './ephemeral-secret-rules';

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
 */
export class SessionSecret {
  /**
   * The value of a Terraform variable. Make it ephemeral, or use `SessionSecret.ephemeral`: Terraform keeps the value of any
   * other variable in a saved plan file, which is a warning.
   *
   * @param name the name: lower-case letters, digits and `-`
   * @param variable the variable
   */
  public static fromVariable(name: string, variable: TerraformVariable): SessionSecret {
    return new SessionSecret(name, variable?.stringValue, variable);
  }

  /**
   * A value that another resource or an ephemeral resource gives.
   *
   * @param name the name: lower-case letters, digits and `-`
   * @param value a token; a literal is an error
   */
  public static fromToken(name: string, value: string): SessionSecret {
    return new SessionSecret(name, value, undefined);
  }

  /**
   * Defines a Terraform variable that is ephemeral and sensitive: its value is in no plan and in no state. Give it for
   * `plan` and again for `apply`, as `TF_VAR_<name>`. Needs Terraform 1.11.
   *
   * @param scope the construct that the variable belongs to
   * @param name the name of the secret: lower-case letters, digits and `-`
   * @param options the name and the description of the variable
   */
  public static ephemeral(scope: Construct, name: string, options: EphemeralSecretOptions = {}): SessionSecret {
    const variableName = options.variableName ?? String(name).replace(/-/g, '_');
    const id = `Secret-${name}`;
    checkEphemeralSecret(scope, id, name, variableName, options);
    const variable = new TerraformVariable(scope, id, {
      type: 'string',
      description: options.description ?? `The value of the secret ${name}`,
      sensitive: true,
      nullable: false,
    });
    variable.overrideLogicalId(variableName);
    variable.addOverride('ephemeral', true);
    return new SessionSecret(name, variable.stringValue, undefined);
  }

  private constructor(
    /** The name of the secret. */
    public readonly name: string,
    /** The value, a token. */
    public readonly value: string,
    /** The variable that keeps the value in a saved plan, if there is one. */
    public readonly variable: TerraformVariable | undefined,
  ) {}
}
