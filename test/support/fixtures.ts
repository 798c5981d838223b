import type { Construct } from 'constructs';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps, ISessionPoolEnvironment } from '../../lib';
import { CodeInterpreterPool, CustomContainerPool, SessionPoolEnvironment } from '../../lib';

export const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
export const RESOURCE_GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
export const ENVIRONMENT_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/env`;
export const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/my-session-pool`;

/** The errors of broken connections, which every resource retries. */
export const BROKEN_CONNECTION = '^[A-Z][a-z]+ "https?://';

/** A code interpreter pool that gives only what is required, and what is asked for. */
export function interpreter(scope: Construct, props: Partial<CodeInterpreterPoolProps> = {}, id = 'pool'): CodeInterpreterPool {
  return new CodeInterpreterPool(scope, id, { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props });
}

/** A custom container pool that gives only what is required, and what is asked for. */
export function container(scope: Construct, props: Partial<CustomContainerPoolProps> = {}, id = 'pool'): CustomContainerPool {
  return new CustomContainerPool(scope, id, {
    resourceGroupId: RESOURCE_GROUP_ID,
    location: 'westus2',
    environment: props.environment ?? environment(scope, `${id}-environment`),
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 80,
    ...props,
  });
}

/** An environment that is defined elsewhere. */
export function environment(scope: Construct, id = 'environment'): ISessionPoolEnvironment {
  return SessionPoolEnvironment.fromEnvironmentId(scope, id, ENVIRONMENT_ID);
}

/** The endpoint of a code interpreter pool as Terraform computes it. */
export function computedEndpoint(address: string): string {
  const part = (index: number) => `\${split("/", ${address}.id)[${index}]}`;
  return (
    `https://\${lower(replace(${address}.location, "/[ ()]/", ""))}.dynamicsessions.io` +
    `/subscriptions/${part(2)}/resourceGroups/${part(4)}/sessionPools/\${${address}.name}`
  );
}
