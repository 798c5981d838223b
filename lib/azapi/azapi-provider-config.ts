import type { IResolvable } from 'cdktf';

/**
 * The Azure endpoints that azapi talks to. Needed for private clouds and for tests only.
 */
export interface AzapiEndpoint {
  /**
   * The login endpoint of Microsoft Entra ID, an https URL.
   * @default - that of the cloud environment
   */
  readonly activeDirectoryAuthorityHost?: string;

  /**
   * The resource that tokens are requested for.
   * @default - that of the cloud environment
   */
  readonly resourceManagerAudience?: string;

  /**
   * The endpoint of Azure Resource Manager, an https URL.
   * @default - that of the cloud environment
   */
  readonly resourceManagerEndpoint?: string;
}

/**
 * The arguments of the azapi provider, version 2.12. Everything is optional: what is left out comes from the `ARM_*`
 * environment variables or from the Azure CLI.
 *
 * @see https://github.com/Azure/terraform-provider-azapi/blob/main/docs/index.md
 */
export interface AzapiProviderConfig {
  /**
   * The alias of this provider, for stacks with more than one.
   * @default - the default azapi provider of the stack
   */
  readonly alias?: string;

  /**
   * Acquire a policy token for every write request.
   * @default false
   */
  readonly alwaysAcquirePolicyToken?: boolean | IResolvable;

  /**
   * Tenants beside the main one, for requests that cross tenants.
   * @default - `ARM_AUXILIARY_TENANT_IDS`
   */
  readonly auxiliaryTenantIds?: string[];

  /**
   * A base64-encoded PKCS#12 bundle to authenticate with. A secret: give a sensitive variable.
   * @default - `ARM_CLIENT_CERTIFICATE`
   */
  readonly clientCertificate?: string;

  /**
   * The password of the client certificate. A secret: give a sensitive variable.
   * @default - `ARM_CLIENT_CERTIFICATE_PASSWORD`
   */
  readonly clientCertificatePassword?: string;

  /**
   * The path of the client certificate.
   * @default - `ARM_CLIENT_CERTIFICATE_PATH`
   */
  readonly clientCertificatePath?: string;

  /**
   * The client (application) id of the service principal or of the user-assigned identity.
   * @default - `ARM_CLIENT_ID`
   */
  readonly clientId?: string;

  /**
   * The path of a file that holds the client id.
   * @default - `ARM_CLIENT_ID_FILE_PATH`
   */
  readonly clientIdFilePath?: string;

  /**
   * The client secret of the service principal. A secret: give a sensitive variable.
   * @default - `ARM_CLIENT_SECRET`
   */
  readonly clientSecret?: string;

  /**
   * The path of a file that holds the client secret.
   * @default - `ARM_CLIENT_SECRET_FILE_PATH`
   */
  readonly clientSecretFilePath?: string;

  /**
   * The value of the `x-ms-correlation-request-id` header.
   * @default - a generated UUID
   */
  readonly customCorrelationRequestId?: string;

  /**
   * The region of resources that name none.
   * @default - none
   */
  readonly defaultLocation?: string;

  /**
   * The name of resources that have none.
   * @default - none
   */
  readonly defaultName?: string;

  /**
   * The tags of resources that have none.
   * @default - none
   */
  readonly defaultTags?: { [key: string]: string };

  /**
   * Send no correlation id.
   * @default false
   */
  readonly disableCorrelationRequestId?: boolean | IResolvable;

  /**
   * Keep the read-only properties out of `output` where `responseExportValues` is not given.
   * @default false
   */
  readonly disableDefaultOutput?: boolean | IResolvable;

  /**
   * Skip the check that the login endpoint is known to Microsoft Entra. Needed for private clouds.
   * @default false
   */
  readonly disableInstanceDiscovery?: boolean | IResolvable;

  /**
   * Do not send the Terraform partner id.
   * @default false
   */
  readonly disableTerraformPartnerId?: boolean | IResolvable;

  /**
   * Validate resources with an ARM preflight request before they are deployed.
   * @default false
   */
  readonly enablePreflight?: boolean | IResolvable;

  /**
   * The endpoints of a private cloud. Takes precedence over `environment`.
   * @default - those of `environment`
   */
  readonly endpoint?: AzapiEndpoint;

  /**
   * The Azure cloud: `public`, `usgovernment` or `china`.
   * @default - `ARM_ENVIRONMENT`, else `public`
   */
  readonly environment?: string;

  /**
   * Suppress changes of a resource whose request body stays the same.
   * @default true
   */
  readonly ignoreNoOpChanges?: boolean | IResolvable;

  /**
   * The oldest azapi that the stack takes: a version from 2.12.0 to below 3.0.0, such as `2.13.0`. With a newer one, azapi's schema check stays on for pools
   * with an API version that only the newer schema has (docs/api-versions.md). It is required of Terraform, and is no argument of the provider.
   * @default '2.12.0'
   */
  readonly minimumVersion?: string;

  /**
   * The number of retries after a response 408, 429, 500, 502, 503 or 504.
   * @default 32767
   * @deprecated by azapi: use the `retry` argument of the resource
   */
  readonly maximumBusyRetryAttempts?: number;

  /**
   * The id of the Azure Pipelines service connection.
   * @default - `ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID`
   */
  readonly oidcAzureServiceConnectionId?: string;

  /**
   * The bearer token for the request to the OIDC provider. A secret: give a sensitive variable.
   * @default - `ARM_OIDC_REQUEST_TOKEN` or that of the pipeline
   */
  readonly oidcRequestToken?: string;

  /**
   * The URL of the OIDC provider.
   * @default - `ARM_OIDC_REQUEST_URL` or that of the pipeline
   */
  readonly oidcRequestUrl?: string;

  /**
   * The OIDC id token. A secret: give a sensitive variable.
   * @default - `ARM_OIDC_TOKEN`
   */
  readonly oidcToken?: string;

  /**
   * The path of a file that holds the OIDC id token.
   * @default - `ARM_OIDC_TOKEN_FILE_PATH`
   */
  readonly oidcTokenFilePath?: string;

  /**
   * A GUID for partner attribution.
   * @default - Terraform's own
   */
  readonly partnerId?: string;

  /**
   * Keep the casing of a resource id in the state where Azure answers with another.
   * @default false
   */
  readonly preserveResourceIdCasing?: boolean | IResolvable;

  /**
   * Do not register resource providers.
   * @default false
   */
  readonly skipProviderRegistration?: boolean | IResolvable;

  /**
   * The subscription.
   * @default - `ARM_SUBSCRIPTION_ID`, else that of the Azure CLI
   */
  readonly subscriptionId?: string;

  /**
   * The tenant.
   * @default - `ARM_TENANT_ID`, else that of the Azure CLI
   */
  readonly tenantId?: string;

  /**
   * Authenticate with AKS workload identity.
   * @default false
   */
  readonly useAksWorkloadIdentity?: boolean | IResolvable;

  /**
   * Authenticate with the Azure CLI.
   * @default true
   */
  readonly useCli?: boolean | IResolvable;

  /**
   * Authenticate with a managed identity.
   * @default false
   */
  readonly useMsi?: boolean | IResolvable;

  /**
   * Authenticate with OpenID Connect, as GitHub Actions and Azure Pipelines do.
   * @default false
   */
  readonly useOidc?: boolean | IResolvable;
}
