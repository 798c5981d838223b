import type { Credentials } from './entra';
import type { AzapiProviderConfig } from '../../lib/azapi';

/** What a client needs to know of a local Azure Resource Manager. */
export interface Connection extends Credentials {
  readonly subscriptionId: string;
  readonly origin: string;
  readonly audience: string;
  readonly certificateFile: string;
}

/** The arguments of the azapi provider for `new AzapiProvider(stack, 'azapi', ...)`. */
export function providerConfig(connection: Connection): AzapiProviderConfig {
  return {
    subscriptionId: connection.subscriptionId,
    tenantId: connection.tenantId,
    clientId: connection.clientId,
    clientSecret: connection.clientSecret,
    useCli: false,
    disableInstanceDiscovery: true,
    endpoint: {
      resourceManagerEndpoint: connection.origin,
      resourceManagerAudience: connection.audience,
      activeDirectoryAuthorityHost: `${connection.origin}/`,
    },
  };
}

/** The same as variables of the environment: an app whose azapi provider has no arguments deploys here with them. */
export function environment(connection: Connection): { [name: string]: string } {
  return {
    SSL_CERT_FILE: connection.certificateFile,
    ARM_SUBSCRIPTION_ID: connection.subscriptionId,
    ARM_TENANT_ID: connection.tenantId,
    ARM_CLIENT_ID: connection.clientId,
    ARM_CLIENT_SECRET: connection.clientSecret,
    ARM_USE_CLI: 'false',
    ARM_DISABLE_INSTANCE_DISCOVERY: 'true',
    ARM_RESOURCE_MANAGER_ENDPOINT: connection.origin,
    ARM_RESOURCE_MANAGER_AUDIENCE: connection.audience,
    ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST: `${connection.origin}/`,
  };
}
