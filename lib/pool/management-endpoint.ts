import { checkAnswer } from './session-pool-checks';
import { normalizeRegion } from '../arm/regions';
import { partOfId } from '../arm/resource-ids';
import type { AzapiResource } from '../azapi';
import { isForPublicCloud } from '../azapi/cloud';
import { hcl } from '../terraform/hcl-expression';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { lazyText, TerraformExpression } from '../terraform/terraform-expression';

/** The endpoint of a code interpreter pool in the public cloud. */
export function codeInterpreterEndpoint(sessionPoolId: string, location: string, name = partOfId(sessionPoolId, 8)): string {
  const region = isToken(location) ? TerraformExpression.raw(`lower(replace(${operand(location)}, " ", ""))`) : normalizeRegion(location);
  const [subscription, group] = [partOfId(sessionPoolId, 2), partOfId(sessionPoolId, 4)];
  return `https://${region}.dynamicsessions.io/subscriptions/${subscription}/resourceGroups/${group}/sessionPools/${name}`;
}

/** The endpoint of a custom container pool. */
export function customContainerEndpoint(name: string, environmentDefaultDomain: string): string {
  return `https://${name}.${environmentDefaultDomain}`;
}

/**
 * The endpoint of a pool that is defined here. Terraform computes it from the pool, since what it reads of the pool is unknown in every plan
 * that changes the pool, and a check holds it against what Azure answers. In other clouds than the public one it is read.
 */
export function managementEndpoint(resource: AzapiResource, computed: string): string {
  const isComputed = () => isForPublicCloud(resource, resource.provider);
  checkAnswer(resource, 'poolManagementEndpoint', answer =>
    isComputed()
      ? {
          condition: `try(lower(${answer}) == lower(${hcl(computed)}), true)`,
          message:
            'poolManagementEndpoint, computed for the public cloud, is not what Azure answers with: give the azapi provider its environment',
        }
      : undefined,
  );
  return lazyText(() => (isComputed() ? computed : resource.getStringAttribute('output.properties.poolManagementEndpoint')));
}
