import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { DataAzapiResourceConfig } from './data-azapi-resource';
import { DataAzapiResource } from './data-azapi-resource';
import { isToken } from '../terraform/templates';

/**
 * The data source of an existing resource, defined once in the scope. Where the ID is that of a resource in the same stack, it goes through a
 * local value: Terraform reads a data source that refers to a resource itself only after all changes of the resource, so that with any of them
 * everything that depends on what is read would be unknown in the plan.
 */
export function readOnce(
  scope: Construct,
  id: string,
  config: DataAzapiResourceConfig & { readonly resourceId: string },
): DataAzapiResource {
  return (
    (scope.node.tryFindChild(id) as DataAzapiResource | undefined) ??
    new DataAzapiResource(scope, id, { ...config, resourceId: through(scope, `${id}Id`, config.resourceId) })
  );
}

function through(scope: Construct, id: string, resourceId: string): string {
  return isToken(resourceId) ? new TerraformLocal(scope, id, resourceId).asString : resourceId;
}
