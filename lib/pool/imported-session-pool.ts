import type { Construct } from 'constructs';
import { DataAzapiResource } from '../azapi';
import type { SessionPoolAttributes } from './session-pool';
import { preferredApiVersion } from '../arm/api-versions';
import { checkContainerType } from '../arm/container-type-rules';
import { normalizeRegion } from '../arm/regions';
import { SESSION_POOL_ID } from '../arm/resource-ids';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { hcl } from '../terraform/hcl-expression';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';
import { Findings } from '../validation/findings';
import { reportFindings } from '../validation/report';

/** Throws where the attributes are not those of a pool. */
export function validateAttributes(pool: Construct, attributes: SessionPoolAttributes): void {
  const findings = new Findings();
  const { sessionPoolId, poolManagementEndpoint, location, environmentDefaultDomain, containerType, hasMcpServer } = attributes ?? {};
  if (findings.required('sessionPoolId', sessionPoolId, `'${SESSION_POOL_ID.form}'`)) {
    findings.text('sessionPoolId', sessionPoolId, SESSION_POOL_ID);
  }
  findings.text('poolManagementEndpoint', poolManagementEndpoint, {
    pattern: /^https:\/\/[^\s?#/]+(\/[^\s?#]*[^\s?#/])?$/,
    rule: 'be an https URL without a query',
  });
  findings.text('location', location, { pattern: /^[A-Za-z][A-Za-z0-9 ]*$/, rule: "be a region such as 'westus2' or 'West US 2'" });
  findings.text('environmentDefaultDomain', environmentDefaultDomain, { pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, rule: 'be a domain' });
  checkContainerType(containerType, findings);
  findings.literalBoolean('hasMcpServer', hasMcpServer);
  if (location !== undefined && environmentDefaultDomain !== undefined) {
    findings.error(
      'location and environmentDefaultDomain must not both be given: the one belongs to code interpreter pools, the other to custom container pools',
    );
  }
  reportFindings(pool, 'SessionPool', findings);
}

/** The name in an id. */
export function nameOf(sessionPoolId: string): string {
  return isToken(sessionPoolId) ? part(sessionPoolId, 8) : sessionPoolId.split('/')[8];
}

/** The endpoint, where the attributes determine it. */
export function computedEndpoint({ sessionPoolId, location, environmentDefaultDomain }: SessionPoolAttributes): string | undefined {
  if (environmentDefaultDomain !== undefined) {
    return `https://${nameOf(sessionPoolId)}.${environmentDefaultDomain}`;
  }
  if (location === undefined) {
    return undefined;
  }
  const region = isToken(location) ? TerraformExpression.raw(`lower(replace(${hcl(location)}, " ", ""))`) : normalizeRegion(location);
  const [subscription, group, name] = isToken(sessionPoolId)
    ? [2, 4, 8].map(index => part(sessionPoolId, index))
    : [2, 4, 8].map(index => sessionPoolId.split('/')[index]);
  return `https://${region}.dynamicsessions.io/subscriptions/${subscription}/resourceGroups/${group}/sessionPools/${name}`;
}

/** A property of the pool that Azure is asked for, once for each api version that is needed. */
export function readPool(pool: Construct, { sessionPoolId, provider }: SessionPoolAttributes, property: string): string {
  const isMcp = property.startsWith('mcpServerSettings');
  const id = isMcp ? 'McpData' : 'Data';
  const data =
    (pool.node.tryFindChild(id) as DataAzapiResource | undefined) ??
    new DataAzapiResource(pool, id, {
      type: `${SESSION_POOL_TYPE}@${preferredApiVersion(...(isMcp ? (['mcpServer'] as const) : [])).version}`,
      resourceId: sessionPoolId,
      responseExportValues: [`properties.${property}`],
      provider,
    });
  return data.getStringAttribute(`output.properties.${property}`);
}

function part(id: string, index: number): string {
  return TerraformExpression.raw(`split("/", ${hcl(id)})[${index}]`);
}
