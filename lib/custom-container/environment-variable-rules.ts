import type { Construct } from 'constructs';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import { checkExposure } from './exposure-rules';
import { withoutValue } from '../credentials/masks';
import { checkSecret, checkSecretNames, isSecret, SECRET, uniqueSecrets } from '../credentials/secret-rules';
import type { SessionSecret } from '../credentials/session-secret';
import type { EnvironmentVar } from '../pool/session-pool-body';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { checkObject, checkObjectList, kindOf } from '../validation/objects';
import { reportFindings, throwErrors } from '../validation/report';

const KIND = 'CustomContainerPool';
const VARIABLE = { type: 'SecretEnvironmentVariable', use: 'SecretEnvironmentVariable.of(name, secret)' };
const VARIABLE_NAME = { pattern: /^[^=\0]+$/, rule: 'be one or more characters without =', mask: withoutValue };

/** The names and the values of environment variables. */
export function checkEnvironmentVariables(props: CustomContainerPoolProps, findings: Findings): void {
  const { environmentVariables, secretEnvironmentVariables } = props;
  if (findings.hidden.map('environmentVariables', environmentVariables)) {
    Object.entries(environmentVariables).forEach(([name, value]) => checkEnvironmentVariable(name, value, findings));
  }
  if (checkObjectList('secretEnvironmentVariables', secretEnvironmentVariables, VARIABLE, findings)) {
    secretEnvironmentVariables.forEach((variable, index) => {
      const path = `secretEnvironmentVariables[${index}]`;
      const { name, secret } = variable ?? {};
      if (
        checkObject(path, variable, typeof variable === 'object' && 'secret' in variable, VARIABLE, findings) &&
        checkObject(`${path}.secret`, secret, isSecret(secret), SECRET, findings)
      ) {
        checkSecretVariable(name, secret, findings);
        if (environmentVariables && !isToken(environmentVariables) && Object.hasOwn(environmentVariables, name)) {
          findings.error(`secretEnvironmentVariables must have no name of environmentVariables, got ${shown(name)} in both`);
        }
        if (secretEnvironmentVariables.slice(0, index).some(other => other?.name === name)) {
          findings.error(`secretEnvironmentVariables must have each name once, got ${shown(name)} again`);
        }
      }
    });
  }
}

/** Throws where the variable cannot be added to those that are there. */
export function checkAddedVariable(
  pool: Construct,
  props: CustomContainerPoolProps,
  added: EnvironmentVar[],
  variable: EnvironmentVar,
): void {
  const findings = new Findings();
  checkNewName('environmentVariables', variable.name, props, added, findings);
  checkEnvironmentVariable(variable.name, variable.value!, findings);
  throwErrors(KIND, pool.node.path, findings);
}

/** Throws where the secret cannot be added to those that are there. */
export function checkAddedSecret(
  pool: Construct,
  props: CustomContainerPoolProps,
  added: EnvironmentVar[],
  present: SessionSecret[],
  name: string,
  secret: SessionSecret,
): void {
  const findings = new Findings();
  if (checkObject('secret', secret, isSecret(secret), SECRET, findings)) {
    checkNewName('secretEnvironmentVariables', name, props, added, findings);
    checkSecretVariable(name, secret, findings);
  }
  if (findings.errors.length === 0) {
    checkSecretNames(pool, uniqueSecrets(pool, [...present, secret]), findings);
    checkExposure([secret], props.networkStatus, findings);
  }
  throwErrors(KIND, pool.node.path, findings);
  reportFindings(pool, KIND, findings, props);
}

function checkSecretVariable(name: string, secret: SessionSecret, findings: Findings): void {
  const prop = 'a name in secretEnvironmentVariables';
  if (findings.required(prop, name, 'the name of the environment variable') && typeof name !== 'string') {
    findings.error(`${prop} must be a string, got ${kindOf(name)}`);
    return;
  }
  findings.text(prop, name, VARIABLE_NAME);
  checkSecret(`secretEnvironmentVariables[${shown(name)}]`, secret, findings);
}

/** The name of a variable in a message. */
function shown(name: unknown): string {
  return show(withoutValue(name));
}

function checkNewName(prop: string, name: string, props: CustomContainerPoolProps, added: EnvironmentVar[], findings: Findings): void {
  const present = [
    ...Object.keys(props.environmentVariables ?? {}),
    ...(props.secretEnvironmentVariables ?? []).map(variable => variable.name),
    ...added.map(variable => variable.name),
  ];
  if (present.includes(name)) {
    findings.error(`${prop} must have each name once, got ${shown(name)} again`);
  }
}

function checkEnvironmentVariable(name: string, value: string, findings: Findings): void {
  const prop = `environmentVariables[${shown(name)}]`;
  findings.text('a name in environmentVariables', name, VARIABLE_NAME);
  findings.requiredText(prop, value);
  findings.hidden.literal(prop, value);
}
