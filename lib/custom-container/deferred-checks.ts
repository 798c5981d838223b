import type { Construct } from 'constructs';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import type { AzapiResource } from '../azapi';
import type { SecretEnvironmentVariable } from '../credentials/secret-environment-variable';
import type { SecretPlace } from '../credentials/secret-origin-rules';
import { checkSecretOrigin } from '../credentials/secret-origin-rules';
import { isSameSecret, passwordOf } from '../credentials/secret-rules';
import type { SessionSecret } from '../credentials/session-secret';
import { environmentFailures } from '../environment/environment-lookup';
import type { SharedLook } from '../terraform/shared-look';
import type { StackElements } from '../terraform/stack-elements';
import { sharedElements } from '../terraform/stack-elements';
import { refuseAtSynthesis, warnAtSynthesis } from '../validation/at-synthesis';
import { Findings, show } from '../validation/findings';

const KIND = 'CustomContainerPool';
const FOR_ERRORS = sharedElements();
const FOR_WARNINGS = sharedElements();

/** A secret variable of a pool. */
type SecretVariable = Pick<SecretEnvironmentVariable, 'name' | 'secret'>;

/** Checks what can still change after the constructor: the environment, where secrets come from, and which of them are used. */
export function checkWhenComplete(
  pool: Construct,
  resource: AzapiResource,
  props: CustomContainerPoolProps,
  addedVariables: () => SecretVariable[],
): void {
  const variables = () => [...(props.secretEnvironmentVariables ?? []), ...addedVariables()];
  pool.node.addValidation({ validate: () => environmentFailures(pool, props) });
  refuseAtSynthesis(pool, KIND, resource, () => checkOrigins(pool, props, variables(), FOR_ERRORS).errors);
  warnAtSynthesis(pool, KIND, props, () => {
    const findings = checkOrigins(pool, props, variables(), FOR_WARNINGS);
    warnOfUnusedSecrets(pool, props, variables(), findings);
    return findings.warnings;
  });
}

function checkOrigins(
  pool: Construct,
  props: CustomContainerPoolProps,
  variables: SecretVariable[],
  shared: SharedLook<StackElements>,
): Findings {
  const findings = new Findings();
  const places = placesOf(props, variables);
  if (places.length > 0) {
    const elements = shared.for(pool);
    places.forEach(place => checkSecretOrigin(pool, elements, place, findings));
  }
  return findings;
}

/** Every secret once, with the first property that it is given in. */
function placesOf({ secrets = [], registryCredentials }: CustomContainerPoolProps, variables: SecretVariable[]): SecretPlace[] {
  const places = new Map<string, SecretPlace>();
  const add = (prop: string, { value, variable }: SessionSecret) => {
    if (!places.has(value)) {
      places.set(value, { prop, value, isInPlanFile: variable !== undefined });
    }
  };
  secrets.forEach((secret, index) => add(`secrets[${index}]`, secret));
  variables.forEach(({ name, secret }) => add(`secretEnvironmentVariables[${show(name)}]`, secret));
  if (registryCredentials?.password) {
    add(passwordOf(registryCredentials), registryCredentials.password);
  }
  return [...places.values()];
}

function warnOfUnusedSecrets(pool: Construct, props: CustomContainerPoolProps, variables: SecretVariable[], findings: Findings): void {
  const used = [...variables.map(({ secret }) => secret), props.registryCredentials?.password];
  for (const { name } of (props.secrets ?? []).filter(secret => !used.some(other => other && isSameSecret(pool, other, secret)))) {
    findings.warn('unused-secret', `secret ${show(name)} is used by no environment variable and no registry`);
  }
}
