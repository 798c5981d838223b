import type { Construct } from 'constructs';
import { codeInterpreterEndpoint, customContainerEndpoint } from './management-endpoint';
import type { SessionPoolAttributes } from './session-pool';
import { CUSTOM_CONTAINER, DEFAULT_CODE_INTERPRETER, preferredApiVersion } from '../arm/api-versions';
import { ContainerType } from '../arm/container-type';
import { ANY_CONTAINER_TYPE, checkContainerType } from '../arm/container-type-rules';
import { LOCATION } from '../arm/regions';
import { partOfId, SESSION_POOL_ID } from '../arm/resource-ids';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { checkSessionsApiVersion } from '../arm/sessions-api-rules';
import { isForPublicCloud } from '../azapi/cloud';
import { readOnce } from '../azapi/read';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';

/** A code interpreter of any language: their endpoints do not differ. */
class AnyCodeInterpreter extends ContainerType {
  constructor() {
    super(DEFAULT_CODE_INTERPRETER);
  }
}

/** The container type, or one of the kind that only has what is known of the pool; nothing where that is every kind. */
export function containerTypeOf({
  containerType,
  location,
  sessionsApiVersion,
  environmentDefaultDomain,
}: SessionPoolAttributes): ContainerType | undefined {
  if (isGiven(containerType)) {
    return containerType;
  }
  if (isGiven(environmentDefaultDomain)) {
    return ContainerType.CUSTOM_CONTAINER;
  }
  return isGiven(location ?? sessionsApiVersion) ? new AnyCodeInterpreter() : undefined;
}

/** Throws where the attributes are not those of a pool. */
export function validateAttributes(pool: Construct, attributes: SessionPoolAttributes): void {
  const findings = new Findings();
  checkProperties(attributes, 'SessionPoolAttributes', 'SessionPoolAttributes', findings);
  const { sessionPoolId, poolManagementEndpoint, location, environmentDefaultDomain, containerType, sessionsApiVersion, hasMcpServer } =
    attributes ?? {};
  if (findings.required('sessionPoolId', sessionPoolId, `'${SESSION_POOL_ID.form}'`)) {
    findings.text('sessionPoolId', sessionPoolId, SESSION_POOL_ID);
  }
  findings.text('poolManagementEndpoint', poolManagementEndpoint, {
    pattern: /^https:\/\/[^\s?#/]+(\/[^\s?#]*[^\s?#/])?$/,
    rule: 'be an https URL without a query',
  });
  findings.text('location', location, LOCATION);
  findings.text('environmentDefaultDomain', environmentDefaultDomain, { pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, rule: 'be a domain' });
  checkContainerType(containerType, ANY_CONTAINER_TYPE, findings);
  findings.literalBoolean('hasMcpServer', hasMcpServer);
  if (location !== undefined && environmentDefaultDomain !== undefined) {
    findings.error(
      'location and environmentDefaultDomain must not both be given: the one belongs to code interpreter pools, the other to custom container pools',
    );
  }
  checkSessionsApiVersion(sessionsApiVersion, findings);
  const isCustomContainer = containerType?.name === CUSTOM_CONTAINER;
  if ((isCustomContainer || isGiven(environmentDefaultDomain)) && isGiven(sessionsApiVersion)) {
    findings.error(
      'sessionsApiVersion must not be given for a custom container pool: it is a version of the API of code interpreter sessions',
    );
  }
  if (containerType && (isCustomContainer ? location : environmentDefaultDomain) !== undefined) {
    findings.error(
      isCustomContainer
        ? 'location must not be given for a custom container pool: its endpoint follows from environmentDefaultDomain'
        : 'environmentDefaultDomain must not be given for a code interpreter pool: its endpoint follows from location',
    );
  }
  reportFindings(pool, 'SessionPool', findings, attributes ?? {});
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The endpoint, where the attributes determine it: in the public cloud. */
export function computedEndpoint(
  pool: Construct,
  { sessionPoolId, location, environmentDefaultDomain, provider }: SessionPoolAttributes,
): string | undefined {
  if (environmentDefaultDomain !== undefined) {
    return customContainerEndpoint(partOfId(sessionPoolId, 8), environmentDefaultDomain);
  }
  return location !== undefined && isForPublicCloud(pool, provider) ? codeInterpreterEndpoint(sessionPoolId, location) : undefined;
}

/** A property of the pool that Azure is asked for, once for each api version that is needed. */
export function readPool(pool: Construct, { sessionPoolId, provider }: SessionPoolAttributes, property: string): string {
  const isMcp = property.startsWith('mcpServerSettings');
  const data = readOnce(pool, isMcp ? 'McpData' : 'Data', {
    type: `${SESSION_POOL_TYPE}@${preferredApiVersion(...(isMcp ? (['mcpServer'] as const) : [])).version}`,
    resourceId: sessionPoolId,
    responseExportValues: [`properties.${property}`],
    provider,
  });
  return data.getStringAttribute(`output.properties.${property}`);
}
