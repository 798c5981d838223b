import type { Construct } from 'constructs';
import { withoutPassword } from './masks';
import type { RegistryCredentials } from './registry-credentials';
import type { SecretEnvironmentVariable } from './secret-environment-variable';
import { inPlanFile } from './secret-origin-rules';
import type { SessionSecret } from './session-secret';
import { overridesOf } from '../terraform/cdktf-internals';
import { keyOf } from '../terraform/references';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { checkObject, checkObjectList, kindOf } from '../validation/objects';

/** The properties of a pool that hold secrets. */
export interface SecretOptions {
  readonly secrets?: SessionSecret[];
  readonly secretEnvironmentVariables?: SecretEnvironmentVariable[];
  readonly registryCredentials?: RegistryCredentials;
}

/** What a secret is, and how it is made. */
export const SECRET = { type: 'SessionSecret', use: 'SessionSecret.ephemeral, fromVariable or fromToken' };

/** What the name of a secret is. */
export const SECRET_NAME = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  and: /^.{1,253}$/,
  rule: "be 1 to 253 lower-case letters, digits and '-', a letter or digit first and last",
};

/**
 * The secrets of a pool, each once, in the order of their names: the same secrets are always the same configuration. The secret
 * of an environment variable and the password of a registry belong to them.
 */
export function secretsOf(pool: Construct, props: SecretOptions, added: SessionSecret[] = []): SessionSecret[] {
  const all = [
    ...(props.secrets ?? []),
    ...environmentSecrets(props),
    ...(props.registryCredentials?.password ? [props.registryCredentials.password] : []),
    ...added,
  ];
  return uniqueSecrets(pool, all)
    .map(secret => ({ secret, key: nameKeyOf(pool, secret) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ secret }) => secret);
}

/** The secrets, each once. Values are compared only where names are the same. */
export function uniqueSecrets(pool: Construct, secrets: SessionSecret[]): SessionSecret[] {
  const byName = new Map<string, SessionSecret[]>();
  for (const secret of secrets) {
    const key = nameKeyOf(pool, secret);
    const namesakes = byName.get(key) ?? [];
    if (!namesakes.some(other => isSameSecret(pool, other, secret))) {
      byName.set(key, [...namesakes, secret]);
    }
  }
  return [...byName.values()].flat();
}

/** Whether both are one secret: the same name for the same value. */
export function isSameSecret(pool: Construct, a: SessionSecret, b: SessionSecret): boolean {
  return a === b || (nameKeyOf(pool, a) === nameKeyOf(pool, b) && keyOf(pool, a.value) === keyOf(pool, b.value));
}

/** The names and the values of secrets, and what becomes of them. */
export function checkSecrets(pool: Construct, props: SecretOptions, findings: Findings): void {
  const { secrets, registryCredentials } = props;
  if (checkObjectList('secrets', secrets, SECRET, findings)) {
    secrets.forEach((secret, index) => checkSecret(`secrets[${index}]`, secret, findings));
  }
  if (registryCredentials?.password) {
    checkSecret('registryCredentials.password', registryCredentials.password, findings);
  }
  if (haveSecretsOnly(props)) {
    checkSecretNames(pool, secretsOf(pool, props), findings);
  }
}

/** The password of a registry in a message. */
export function passwordOf({ server }: RegistryCredentials): string {
  return `password of registry ${show(typeof server === 'string' ? withoutPassword(server) : kindOf(server))}`;
}

/** Whether all secrets of the properties are secrets. */
export function haveSecretsOnly({ secrets, secretEnvironmentVariables, registryCredentials }: SecretOptions): boolean {
  const variables: unknown = secretEnvironmentVariables ?? [];
  return (
    Array.isArray(variables) &&
    [secrets ?? [], variables.map((variable?: SecretEnvironmentVariable) => variable?.secret), registryCredentials?.password ?? []]
      .flat()
      .every(secret => isSecret(secret) && isToken(secret.value))
  );
}

/** The secrets of environment variables. */
export function environmentSecrets({ secretEnvironmentVariables = [] }: SecretOptions): SessionSecret[] {
  return secretEnvironmentVariables.map(({ secret }) => secret);
}

/** A secret: that its value is not in the source, and its name, which is shown only where no value can be in its place. */
export function checkSecret(prop: string, secret: SessionSecret, findings: Findings): void {
  if (!checkObject(prop, secret, isSecret(secret), SECRET, findings) || !checkLiteralSecret(prop, secret.value, findings)) {
    return;
  }
  findings.text(`the name of ${prop}`, secret.name, SECRET_NAME);
  if (secret.variable && !isEphemeral(secret)) {
    findings.warn('secret-in-plan-file', inPlanFile(prop));
  }
}

/** Whether the value of a secret, which is never shown, is a token. */
export function checkLiteralSecret(prop: string, value: string | undefined, findings: Findings): boolean {
  if (value === undefined || value === null || value === '') {
    findings.error(`${prop} must be given: the value of a TerraformVariable or of another resource`);
  } else if (!isToken(value)) {
    findings.error(
      `${prop} must come from a TerraformVariable or another resource, got a literal: a literal would be written to the synthesized configuration`,
    );
  } else if (typeof value !== 'string') {
    findings.error(`${prop} must be a string, got ${kindOf(value)}: use Token.asString`);
  } else {
    return true;
  }
  return false;
}

/** Different secrets have different names. */
export function checkSecretNames(pool: Construct, secrets: SessionSecret[], findings: Findings): void {
  const names = secrets.map(secret => nameKeyOf(pool, secret));
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) < index))) {
    findings.error(`secrets must have each name once, got ${show(name)} for different values`);
  }
}

/** Whether it is a secret, as far as its class is concerned. */
export function isSecret(secret: SessionSecret | undefined): secret is SessionSecret {
  return typeof secret === 'object' && secret !== null && 'name' in secret && 'value' in secret;
}

function nameKeyOf(pool: Construct, { name }: SessionSecret): string {
  return isToken(name) ? keyOf(pool, name) : name;
}

function isEphemeral({ variable }: SessionSecret): boolean {
  return variable !== undefined && overridesOf(variable).ephemeral === true;
}
