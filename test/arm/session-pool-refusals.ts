import { ArmError } from './arm-error';
import { assignedIdentities } from './identity';
import type { JsonObject } from './json';
import type { Write } from './resource-kind';
import type { Rules } from './rules';
import type { Container, SessionPoolBody, SessionPoolProperties } from './session-pool-body';
import { containerRefusals } from './session-pool-container-refusals';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly when: boolean;
}

/** assumed: 400 SessionPoolInvalidConfiguration, and the words, of the refusals of a pool that nobody has quoted */
export const ASSUMED_CODE = 'SessionPoolInvalidConfiguration';

/** Refuses what the service refuses, the first reason first. */
export function refuseSessionPool({ id: { name }, body, rules }: Write): void {
  const pool = body as unknown as SessionPoolBody;
  const reason = [nameRefusal(name), ...quotedRefusals(pool), ...assumedRefusals(pool), secretRefusal(pool, rules)].find(
    ({ when }) => when,
  );
  if (reason) throw new ArmError(400, reason.code, reason.message);
}

export function isCustomContainer(properties: SessionPoolProperties): boolean {
  return properties.containerType === 'CustomContainer';
}

/** source: field reports: hyphens are accepted, though the schema has none; TypeSpec: 3 to 63 characters. assumed: no other characters are accepted in the name of a pool */
function nameRefusal(name: string): Refusal {
  return {
    code: ASSUMED_CODE,
    message: `The session pool name '${name}' must have 3 to 63 letters, digits and hyphens, start with a letter and not end with a hyphen.`,
    when: !/^[a-z][a-z0-9-]{1,61}[a-z0-9]$/i.test(name),
  };
}

/** assumed: a secret without a value is refused as those of container apps are, whose answer Azure-Samples/langfuse-on-azure#12 quotes */
function secretRefusal({ properties }: SessionPoolBody, { secretWithoutValue }: Rules): Refusal {
  const empty = (properties.secrets ?? []).filter(({ value }) => !value).map(({ name }) => name ?? '');
  return {
    code: 'SessionPoolSecretInvalid',
    message: `Invalid Request: Session pool secret(s) with name(s) '${empty.join(', ')}' are invalid: value should be provided.`,
    when: secretWithoutValue === 'refused' && empty.length > 0,
  };
}

function quotedRefusals({ identity, properties }: SessionPoolBody): Refusal[] {
  // assumed: no readySessionInstances is read as 0
  const { maxConcurrentSessions: max, readySessionInstances: ready = 0 } = properties.scaleConfiguration ?? {};
  const identities = (identity?.type ?? 'None') !== 'None' || (properties.managedIdentitySettings ?? []).length > 0;
  return [
    {
      // source: a public template (`System` is refused), azurerm PR (`Manual` is not supported)
      code: 'SessionPoolInvalidPoolManagementType',
      message: `The pool management type '${properties.poolManagementType ?? ''}' is not supported. Supported values: Dynamic.`,
      when: properties.poolManagementType !== 'Dynamic',
    },
    {
      // source: a field report quotes the code and the words after the colon; azurerm PR enforces the same
      code: 'SessionPoolInvalidReadySessionInstances',
      message: `Invalid readySessionInstances '${ready}': supported values should be greater than 0 and smaller than maxConcurrentSessions.`,
      when: isCustomContainer(properties) && (ready <= 0 || (max !== undefined && ready >= max)),
    },
    {
      // source: a public template, azurerm PR
      code: 'SessionPoolManagedIdentityCreationError',
      message: `Managed identity is not supported for session pools of container type '${properties.containerType}'.`,
      when: !isCustomContainer(properties) && identities,
    },
  ];
}

function assumedRefusals(pool: SessionPoolBody): Refusal[] {
  const { properties } = pool;
  const messages = isCustomContainer(properties) ? customContainerRefusals(pool) : builtInRefusals(properties);
  return [...commonRefusals(properties), ...messages].map(([message, when]) => ({ code: ASSUMED_CODE, message, when }));
}

function commonRefusals(properties: SessionPoolProperties): Array<[string, boolean]> {
  const max = properties.scaleConfiguration?.maxConcurrentSessions ?? 1;
  const dynamic = properties.dynamicPoolConfiguration;
  const lifecycle = dynamic?.lifecycleConfiguration;
  const exit = lifecycle?.lifecycleType === 'OnContainerExit';
  const cooldown = lifecycle?.cooldownPeriodInSeconds ?? dynamic?.cooldownPeriodInSeconds;
  return [
    ['containerType is required.', properties.containerType === undefined],
    // source: azurerm PR: the block must not be null
    ['dynamicPoolConfiguration is required.', dynamic === undefined],
    ['maxConcurrentSessions must be at least 1.', max < 1],
    // source: azurerm PR: not supported for Timed
    ['maxAlivePeriodInSeconds is not supported for the lifecycle type Timed.', !exit && lifecycle?.maxAlivePeriodInSeconds !== undefined],
    ['cooldownPeriodInSeconds is not supported for the lifecycle type OnContainerExit.', exit && cooldown !== undefined],
    // source: documentation: 300 to 3600
    ['cooldownPeriodInSeconds must be between 300 and 3600.', cooldown !== undefined && (cooldown < 300 || cooldown > 3600)],
    ['maxAlivePeriodInSeconds must be at least 1.', (lifecycle?.maxAlivePeriodInSeconds ?? 1) < 1],
  ];
}

/** source: azurerm PR and the CLI refuse these before ARM sees them */
function builtInRefusals(properties: SessionPoolProperties): Array<[string, boolean]> {
  const type = properties.containerType;
  return [
    [`customContainerTemplate is not supported for container type ${type}.`, properties.customContainerTemplate !== undefined],
    [
      `The lifecycle type OnContainerExit is not supported for container type ${type}.`,
      properties.dynamicPoolConfiguration?.lifecycleConfiguration?.lifecycleType === 'OnContainerExit',
    ],
    // source: documentation: at most 600
    ['maxConcurrentSessions must be at most 600.', (properties.scaleConfiguration?.maxConcurrentSessions ?? 1) > 600],
  ];
}

function customContainerRefusals({ identity, properties }: SessionPoolBody): Array<[string, boolean]> {
  const template = properties.customContainerTemplate;
  const port = template?.ingress?.targetPort;
  const secrets = (properties.secrets ?? []).map(({ name }) => name ?? '');
  const assigned = assignedIdentities((identity ?? {}) as JsonObject).map(id => id.toLowerCase());
  const unassigned = [...(properties.managedIdentitySettings ?? []), template?.registryCredentials ?? {}]
    .map(setting => setting.identity)
    .find(id => id !== undefined && !assigned.includes(id.toLowerCase()));
  const containers: readonly Container[] = template?.containers ?? [];
  return [
    ['environmentId is required for container type CustomContainer.', properties.environmentId === undefined],
    ['customContainerTemplate with a container is required for container type CustomContainer.', containers.length === 0],
    ['ingress.targetPort must be between 1 and 65535.', port === undefined || port < 1 || port > 65535],
    // source: the CLI demands unique names
    ['Secret names must be unique.', new Set(secrets).size < secrets.length],
    // source: the CLI adds the identities it refers to
    [`The identity '${unassigned}' is not assigned to the session pool.`, unassigned !== undefined],
    ...containerRefusals(containers, template?.registryCredentials, secrets),
  ];
}
