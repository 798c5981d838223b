import { AzapiProvider, AzapiResource } from '../../lib';
import { synthesize } from '../support/synth';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';

describe('AzapiProvider', () => {
  const ENDPOINT = {
    activeDirectoryAuthorityHost: 'https://a/',
    resourceManagerAudience: 'https://b/',
    resourceManagerEndpoint: 'https://c/',
  };
  const ARGUMENTS: Array<[string, unknown, string]> = [
    ...[
      'alwaysAcquirePolicyToken',
      'disableCorrelationRequestId',
      'disableDefaultOutput',
      'disableInstanceDiscovery',
      'disableTerraformPartnerId',
      'enablePreflight',
      'ignoreNoOpChanges',
      'preserveResourceIdCasing',
      'skipProviderRegistration',
      'useAksWorkloadIdentity',
      'useCli',
      'useMsi',
      'useOidc',
    ].map(name => [name, false, name] as [string, unknown, string]),
    ...[
      'clientCertificate',
      'clientCertificatePassword',
      'clientCertificatePath',
      'clientId',
      'clientIdFilePath',
      'clientSecret',
      'clientSecretFilePath',
      'customCorrelationRequestId',
      'defaultLocation',
      'defaultName',
      'environment',
      'oidcAzureServiceConnectionId',
      'oidcRequestToken',
      'oidcRequestUrl',
      'oidcToken',
      'oidcTokenFilePath',
      'partnerId',
      'subscriptionId',
      'tenantId',
    ].map(name => [name, 'text', name] as [string, unknown, string]),
    ['auxiliaryTenantIds', ['a', 'b'], 'auxiliary_tenant_ids'],
    ['defaultTags', { CostCenter: 'x', costCenter: 'y' }, 'default_tags'],
    ['maximumBusyRetryAttempts', 3, 'maximum_busy_retry_attempts'],
  ];

  test.each(ARGUMENTS)('writes %s = %j', (argument, value, name) => {
    const { provider } = synthesize(stack => void new AzapiProvider(stack, 'azapi', { [argument]: value }));
    expect(provider.azapi).toStrictEqual([{ [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)]: value }]);
  });

  test('writes the endpoint as a list of one', () => {
    const { provider } = synthesize(stack => void new AzapiProvider(stack, 'azapi', { endpoint: ENDPOINT }));
    expect(provider.azapi).toStrictEqual([
      {
        endpoint: [
          {
            active_directory_authority_host: 'https://a/',
            resource_manager_audience: 'https://b/',
            resource_manager_endpoint: 'https://c/',
          },
        ],
      },
    ]);
  });

  test('requires the azapi versions that the constructs work with', () => {
    const { terraform } = synthesize(stack => void new AzapiProvider(stack, 'azapi'));
    expect(terraform.required_providers.azapi).toStrictEqual({ source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' });
  });

  test('is chosen by its alias', () => {
    const { provider, resource } = synthesize(stack => {
      new AzapiProvider(stack, 'azapi');
      const other = new AzapiProvider(stack, 'other', { alias: 'other' });
      new AzapiResource(stack, 'r', { type: TYPE, provider: other });
    });
    expect(provider.azapi).toStrictEqual([{}, { alias: 'other' }]);
    expect(resource.azapi_resource.r.provider).toBe('azapi.other');
  });

  test('can be given an alias later', () => {
    const { provider } = synthesize(stack => {
      new AzapiProvider(stack, 'azapi').alias = 'late';
    });
    expect(provider.azapi).toStrictEqual([{ alias: 'late' }]);
  });
});
