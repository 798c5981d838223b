import type { IPolicyResource } from '../policy-resource';
import { entriesOf, isGiven } from './values';

/** Names of environment variables that hold secrets. */
export const SECRET_NAME =
  /(password|passwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|connection[_-]?string|credentials?)$/i;

/** Values that are secrets: keys in connection strings, private keys, JWTs, tokens of well-known services, passwords in URLs, SAS. */
export const SECRET_VALUE = new RegExp(
  [
    '(AccountKey|SharedAccessKey|Password|Pwd)=[^;]+',
    '-----BEGIN [A-Z ]*PRIVATE KEY-----',
    '^eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.',
    '^(sk-|ghp_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{16,}',
    '^AKIA[0-9A-Z]{16}$',
    '[a-z]://[^/:@ ]+:[^/:@ ]+@',
    '[?&]sig=[A-Za-z0-9%+/]{16,}',
  ].join('|'),
);

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
    .filter(({ lifecycle }) => isGiven(lifecycle) && pool.isKnown(lifecycle) && String(lifecycle).toLowerCase() !== 'none');
}

/** What in the environments of the containers is a secret, in words that do not repeat it. */
export function exposedSecrets(pool: IPolicyResource): string[] {
  return pool
    .items('customContainerTemplate.containers')
    .flatMap(container => entriesOf(container).env)
    .map(entriesOf)
    .flatMap(({ name, value, secretRef }) => {
      if (isGiven(secretRef) && secretRef !== '' && pool.isKnown(secretRef)) {
        return [`environment variable '${name}' has the secret '${secretRef}'`];
      }
      if (!isGiven(value) || value === '' || !pool.isKnown(value)) {
        return [];
      }
      return SECRET_VALUE.test(String(value))
        ? [`environment variable '${name}' has a literal that looks like a secret`]
        : pool.isKnown(name) && SECRET_NAME.test(String(name))
          ? [`environment variable '${name}' has a literal and the name of a secret`]
          : [];
    });
}
