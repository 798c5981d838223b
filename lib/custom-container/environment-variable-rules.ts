import type { Construct } from 'constructs';
import type { CustomContainerPoolProps } from './custom-container-pool';
import { checkExposure } from './exposure-rules';
import { checkSecret, checkSecretNames, secretsOf } from '../credentials/secret-rules';
import type { SessionSecret } from '../credentials/session-secret';
import { ValidationError } from '../errors';
import type { EnvironmentVar } from '../pool/session-pool-body';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';
import { reportFindings } from '../validation/report';

const KIND = 'CustomContainerPool';
const VARIABLE_NAME = { pattern: /^[^=\0]+$/, rule: 'be one or more characters without =' };

/** The names and the values of environment variables. */
export function checkEnvironmentVariables(props: CustomContainerPoolProps, findings: Findings): void {
  const { environmentVariables, secretEnvironmentVariables } = props;
  if (findings.map('environmentVariables', environmentVariables)) {
    Object.entries(environmentVariables).forEach(([name, value]) => checkEnvironmentVariable(name, value, findings));
  }
  if (findings.map('secretEnvironmentVariables', secretEnvironmentVariables)) {
    for (const [name, secret] of Object.entries(secretEnvironmentVariables)) {
      findings.text('a name in secretEnvironmentVariables', name, VARIABLE_NAME);
      checkSecret(`secretEnvironmentVariables[${show(name)}]`, secret, findings);
      if (environmentVariables && !isToken(environmentVariables) && Object.hasOwn(environmentVariables, name)) {
        findings.error(`secretEnvironmentVariables must have no name of environmentVariables, got ${show(name)} in both`);
      }
    }
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
  throwIfAny(pool, findings);
}

/** Throws where the secret cannot be added to those that are there. */
export function checkAddedSecret(
  pool: Construct,
  props: CustomContainerPoolProps,
  added: EnvironmentVar[],
  addedSecrets: SessionSecret[],
  name: string,
  secret: SessionSecret,
): void {
  const findings = new Findings();
  checkNewName('secretEnvironmentVariables', name, props, added, findings);
  findings.text('a name in secretEnvironmentVariables', name, VARIABLE_NAME);
  checkSecret(`secretEnvironmentVariables[${show(name)}]`, secret, findings);
  if (findings.errors.length === 0) {
    checkSecretNames(pool, secretsOf(pool, props, [...addedSecrets, secret]), findings);
    checkExposure([secret], props.networkStatus, findings);
  }
  throwIfAny(pool, findings);
  reportFindings(pool, KIND, findings, props);
}

function checkNewName(prop: string, name: string, props: CustomContainerPoolProps, added: EnvironmentVar[], findings: Findings): void {
  const present = [
    ...Object.keys(props.environmentVariables ?? {}),
    ...Object.keys(props.secretEnvironmentVariables ?? {}),
    ...added.map(variable => variable.name),
  ];
  if (present.includes(name)) {
    findings.error(`${prop} must have each name once, got ${show(name)} again`);
  }
}

function throwIfAny(pool: Construct, { errors }: Findings): void {
  if (errors.length > 0) {
    throw new ValidationError(KIND, pool.node.path, errors);
  }
}

function checkEnvironmentVariable(name: string, value: string, findings: Findings): void {
  findings.text('a name in environmentVariables', name, VARIABLE_NAME);
  findings.required(`environmentVariables['${name}']`, value, 'a text, empty or not');
  findings.literal(`environmentVariables['${name}']`, value);
}
