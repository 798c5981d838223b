import type { Construct } from 'constructs';
import { checkProbes } from './container-probe-rules';
import { MAX_CONTAINER_NAME } from './custom-container-pool-body';
import { DEFAULT_CPU, DEFAULT_MEMORY, DEFAULT_READY_SESSION_INSTANCES } from './custom-container-pool-defaults';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import { checkEnvironmentVariables } from './environment-variable-rules';
import { checkExposure } from './exposure-rules';
import { checkImage } from './image-rules';
import type { Feature, UsedFeatures } from '../arm/api-versions';
import { CUSTOM_CONTAINER } from '../arm/api-versions';
import type { Rule } from '../arm/resource-rules';
import { checkIdentities } from '../credentials/identity-rules';
import { checkRegistryCredentials } from '../credentials/registry-credentials-rules';
import { checkSecrets, environmentSecrets, haveSecretsOnly } from '../credentials/secret-rules';
import { checkEnvironmentId } from '../environment/environment-rules';
import { checkLifecycle } from '../pool/lifecycle-rules';
import { DEFAULT_MAX_CONCURRENT_SESSIONS, MOST_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import type { ValidatedPool } from '../pool/session-pool-rules';
import { areKnown, validatePool } from '../pool/session-pool-rules';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { checkObject, has } from '../validation/objects';

const ENVIRONMENT = {
  type: 'SessionPoolEnvironment',
  use: 'SessionPoolEnvironment.fromContainerAppEnvironment or SessionPoolEnvironment.fromEnvironmentId',
  what: 'custom container sessions run in a Container Apps environment with workload profiles',
};
const CONTAINER_NAME = {
  pattern: new RegExp(`^[a-z0-9]([a-z0-9.-]{0,${MAX_CONTAINER_NAME - 2}}[a-z0-9])?$`),
  rule: `be up to ${MAX_CONTAINER_NAME} lower-case letters, digits, '-' and '.', a letter or digit first and last`,
};
const MEMORY = { pattern: /^\d+(\.\d+)?(Gi|Mi)$/, and: /[1-9]/, rule: "be an amount above 0 in Gi or Mi, such as '0.5Gi'" };

const RULES: Array<Rule<CustomContainerPoolProps>> = [
  ({ environment }, findings) => {
    if (checkObject('environment', environment, has(environment, 'environmentId'), ENVIRONMENT, findings)) {
      checkEnvironmentId('environment.environmentId', environment.environmentId, findings);
    }
  },
  ({ image }, findings) => checkImage(image, findings),
  ({ targetPort }, findings) => {
    findings.required('targetPort', targetPort, 'the port on which the container answers HTTP requests');
    findings.integer('targetPort', targetPort, { min: 1, max: 65535 });
  },
  checkScale,
  ({ lifecycle }, findings) => checkLifecycle(lifecycle, findings),
  checkResources,
  ({ containerName }, findings) => findings.text('containerName', containerName, CONTAINER_NAME),
  ({ command }, findings) => checkTexts('command', command, findings),
  ({ args }, findings) => checkTexts('args', args, findings),
  checkEnvironmentVariables,
  checkRegistryCredentials,
  ({ ignoreImage }, findings) => findings.literalBoolean('ignoreImage', ignoreImage),
  ({ probes }, findings) => checkProbes(probes, findings),
  (props, findings) => {
    if ('mcpServer' in props) {
      findings.error('mcpServer is not supported by custom container pools');
    }
  },
];

/** Throws where the properties are not those of a custom container pool that Azure accepts. */
export function validateCustomContainerPool(pool: Construct, props: CustomContainerPoolProps): ValidatedPool {
  const rules: Array<Rule<CustomContainerPoolProps>> = [
    ...RULES,
    (given, findings) => checkSecrets(pool, given, findings),
    checkExposedSecrets,
    (given, findings) => checkIdentities(pool, given, findings),
  ];
  return validatePool(pool, 'CustomContainerPool', props, rules, usedFeatures, ['probes']);
}

function usedFeatures({ identities, registryCredentials, probes }: CustomContainerPoolProps): UsedFeatures {
  const features = [
    ...(identities?.length || registryCredentials?.identity ? (['identities'] as Feature[]) : []),
    ...(probes?.length ? (['probes'] as Feature[]) : []),
  ];
  return { containerType: CUSTOM_CONTAINER, features };
}

function checkExposedSecrets(props: CustomContainerPoolProps, findings: Findings): void {
  if (haveSecretsOnly(props)) {
    checkExposure(environmentSecrets(props), props.networkStatus, findings);
  }
}

function checkScale({ maxConcurrentSessions, readySessionInstances }: CustomContainerPoolProps, findings: Findings): void {
  const maxIsValid = findings.integer('maxConcurrentSessions', maxConcurrentSessions, { min: 1 });
  if (maxIsValid && maxConcurrentSessions! > MOST_CONCURRENT_SESSIONS) {
    findings.warn(
      'max-sessions',
      `maxConcurrentSessions is ${maxConcurrentSessions}: no documented pool type supports more than ${MOST_CONCURRENT_SESSIONS} sessions`,
    );
  }
  findings.integer('readySessionInstances', readySessionInstances, { min: 1 });
  const max = maxConcurrentSessions ?? DEFAULT_MAX_CONCURRENT_SESSIONS;
  const ready = readySessionInstances ?? DEFAULT_READY_SESSION_INSTANCES;
  const message = (r: string, m: string) => `readySessionInstances (${r}) must be less than maxConcurrentSessions (${m})`;
  if (areKnown(max, ready)) {
    if (ready >= max && max > 0) {
      findings.error(message(`${ready}`, `${max}`));
    }
  } else if (isToken(max) || isToken(ready)) {
    const [readyOperand, maxOperand] = [operand(ready), operand(max)];
    findings.checkAtPlan(`${readyOperand} < ${maxOperand}`, message(`\${${readyOperand}}`, `\${${maxOperand}}`));
  }
}

function checkResources({ cpu, memory }: CustomContainerPoolProps, findings: Findings): void {
  const cpuIsKnown = findings.positive('cpu', cpu, 'cores');
  const memoryIsKnown = findings.text('memory', memory, MEMORY);
  const cores = cpu === undefined ? DEFAULT_CPU : cpuIsKnown ? cpu : undefined;
  const gi = memory === undefined ? toGi(DEFAULT_MEMORY) : memoryIsKnown ? toGi(memory!) : undefined;
  const outside = (value: number | undefined, min: number, max: number) => value !== undefined && (value < min || value > max);
  if (outside(cores, 0.25, 2) || outside(gi, 0.5, 4) || (cores !== undefined && gi !== undefined && gi !== 2 * cores)) {
    findings.warn(
      'cpu-memory',
      `cpu (${cpu ?? DEFAULT_CPU}) and memory (${memory ?? DEFAULT_MEMORY}) are documented from 0.25 to 2 cores with 2Gi for each core`,
    );
  }
}

function toGi(memory: string): number {
  return parseFloat(memory) / (memory.endsWith('Mi') ? 1024 : 1);
}

function checkTexts(prop: string, texts: string[] | undefined, findings: Findings): void {
  if (findings.hidden.list(prop, texts)) {
    texts.forEach((text, index) => {
      findings.requiredText(`${prop}[${index}]`, text);
      findings.hidden.literal(`${prop}[${index}]`, text);
    });
  }
}
