import type { IPolicyResource } from '../policy-resource';
import { CONSTANTS } from '../shared';
import { entriesOf, fold, isFilled, textOf } from '../values';

/** Names of environment variables that hold secrets. */
const SECRET_NAME = new RegExp(CONSTANTS.secretName);

/** Values that are secrets: keys in connection strings, private keys, JWTs, tokens of well-known services, passwords in URLs, SAS. */
const SECRET_VALUE = new RegExp(CONSTANTS.secretValue.join('|'));

/** An identity whose tokens the sessions get. */
export interface ExposedIdentity {
  readonly identity: unknown;
  readonly lifecycle: unknown;
}

/** The identities whose tokens the sessions get. Azure's default is none. */
export function exposedIdentities(pool: IPolicyResource): ExposedIdentity[] {
  return pool
    .items('managedIdentitySettings')
    .map(entriesOf)
    .map(({ identity, lifecycle }) => ({ identity, lifecycle }))
    .filter(({ lifecycle }) => isFilled(lifecycle) && pool.isKnown(lifecycle) && fold(lifecycle) !== 'none');
}

/** What in the environments of the containers is a secret, in words that do not repeat it. */
export function exposedSecrets(pool: IPolicyResource): string[] {
  return pool
    .items('customContainerTemplate.containers')
    .flatMap(container => entriesOf(container).env)
    .map(entriesOf)
    .flatMap(({ name, value, secretRef }) => {
      if (isFilled(secretRef) && pool.isKnown(secretRef)) {
        return [`environment variable '${textOf(name)}' has the secret '${textOf(secretRef)}'`];
      }
      if (!isFilled(value) || !pool.isKnown(value)) {
        return [];
      }
      return SECRET_VALUE.test(textOf(value))
        ? [`environment variable '${textOf(name)}' has a literal that looks like a secret`]
        : pool.isKnown(name) && SECRET_NAME.test(fold(name))
          ? [`environment variable '${textOf(name)}' has a literal and the name of a secret`]
          : [];
    });
}
