import type { SessionSecret } from './session-secret';
import { unprinted } from './unprinted';

/**
 * An environment variable whose value is a secret. Code in a session can read it.
 *
 * Name and secret are given to a factory and not in a map, so that text in the place of the secret is refused by the name of its type in
 * every language, and is never printed.
 *
 * @see https://learn.microsoft.com/azure/container-apps/manage-secrets
 *
 * @example
 *
 * const secretEnvironmentVariables = [
 *   SecretEnvironmentVariable.of('MODEL_API_KEY', SessionSecret.ephemeral(stack, 'model-api-key')),
 * ];
 */
export class SecretEnvironmentVariable {
  /**
   * An environment variable with the value of a secret.
   *
   * @param name the name of the environment variable
   * @param secret the secret. It need not be in the `secrets` of the pool
   */
  public static of(name: string, secret: SessionSecret): SecretEnvironmentVariable {
    return new SecretEnvironmentVariable(name, secret);
  }

  private constructor(
    /** The name of the environment variable. */
    public readonly name: string,
    /** The secret. */
    public readonly secret: SessionSecret,
  ) {
    unprinted(this, 'secret');
  }
}
