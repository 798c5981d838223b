import type { Construct, IConstruct } from 'constructs';
import type { SessionPoolPrivateDnsZoneProps } from './session-pool-private-dns-zone';
import { checkManagement } from '../arm/managed-resource';
import { azapiResourceOf } from '../arm/owned-resource';
import { RESOURCE_GROUP_ID, VIRTUAL_NETWORK_ID } from '../arm/resource-ids';
import { RESOURCE_RULES } from '../arm/resource-rules';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';
import { Findings } from '../validation/findings';
import { checkObject, has } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, reportFindings, throwErrors } from '../validation/report';

const ENVIRONMENT = { type: 'SessionPoolEnvironment', use: 'new SessionPoolEnvironment or SessionPoolEnvironment.fromEnvironmentId' };

/** What validation finds out beside errors. */
export interface ValidatedZone {
  readonly virtualNetworkId: string;
  readonly planTimeChecks: PlanTimeCheck[];
}

/** Throws where the properties are not those of a zone that Azure accepts; else what is known of it. */
export function validatePrivateDnsZone(zone: Construct, given: SessionPoolPrivateDnsZoneProps): ValidatedZone {
  const findings = new Findings();
  const props = given ?? {};
  const { environment, resourceGroupId } = props;
  checkProperties(props, 'SessionPoolPrivateDnsZoneProps', 'SessionPoolPrivateDnsZone', findings);
  const isEnvironment = checkObject('environment', environment, has(environment, 'environmentId'), ENVIRONMENT, findings);
  RESOURCE_RULES.forEach(rule => rule(props, findings, zone));
  checkManagement(props, findings);
  findings.text('resourceGroupId', resourceGroupId, RESOURCE_GROUP_ID);
  const virtualNetworkId = props.virtualNetworkId ?? (isEnvironment ? networkOf(environment) : undefined);
  if (props.virtualNetworkId !== undefined) {
    findings.text('virtualNetworkId', props.virtualNetworkId, VIRTUAL_NETWORK_ID);
  } else if (isEnvironment) {
    findings.required(
      'virtualNetworkId',
      virtualNetworkId,
      `'${VIRTUAL_NETWORK_ID.form}', as the environment has no subnet that is known here`,
    );
  }
  reportFindings(zone, 'SessionPoolPrivateDnsZone', findings, props);
  return { virtualNetworkId: virtualNetworkId!, planTimeChecks: findings.planTimeChecks };
}

/** Throws where a network cannot be linked to a zone; else what Terraform has to check. */
export function validateLink(zone: Construct, id: string, virtualNetworkId: string): PlanTimeCheck[] {
  const findings = new Findings();
  if (findings.required('virtualNetworkId', virtualNetworkId, `'${VIRTUAL_NETWORK_ID.form}'`)) {
    findings.text('virtualNetworkId', virtualNetworkId, VIRTUAL_NETWORK_ID);
  }
  throwErrors('addVirtualNetworkLink', `${zone.node.path}/${id}`, findings);
  addWarnings(zone, findings);
  return findings.planTimeChecks;
}

/** The network of the environment's subnet, where this app defines the environment. */
function networkOf(environment: IConstruct): string | undefined {
  const { properties } = (azapiResourceOf(environment)?.body ?? {}) as {
    readonly properties?: { readonly vnetConfiguration?: { readonly infrastructureSubnetId?: string } | null };
  };
  const subnetId = properties?.vnetConfiguration?.infrastructureSubnetId;
  if (subnetId === undefined) {
    return undefined;
  }
  return isToken(subnetId)
    ? TerraformExpression.raw(`join("/", slice(split("/", ${operand(subnetId)}), 0, 9))`)
    : subnetId.split('/').slice(0, 9).join('/');
}
