import { RegistryCredentials } from '../../lib';
import { failuresOf } from '../support/failures';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const REGISTRY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const server = 'registry.azurecr.io';

const userAssigned = (options: object) => RegistryCredentials.fromUserAssignedIdentity({ server, identityId: IDENTITY, ...options });

describe('RegistryCredentials', () => {
  const OTHER_REGISTRIES: Array<[image: string, shown: string]> = [
    ['mcr.microsoft.com/k8se/quickstart:1.0', 'mcr.microsoft.com/k8se/quickstart:1.0'],
    ['nginx:1.25', 'nginx:1.25'],
    ['other.azurecr.io/app:1.0', 'other.azurecr.io/app:1.0'],
    ['registry.azurecr.io:443/app:1.0', 'registry.azurecr.io:443/app:1.0'],
  ];

  test.each(OTHER_REGISTRIES)('of a pool that begins with the image %s are a warning, which can be acknowledged', (image, shown) => {
    const warning = `[other-registry] registryCredentials are for 'registry.azurecr.io', but image ('${shown}') is in another registry: no pull uses them`;
    synthesize(stack => {
      const given = { image, ignoreImage: true, registryCredentials: userAssigned({}) };
      expect(warningsOf(container(stack, given))).toStrictEqual([warning]);
      const acknowledgements = [{ id: 'other-registry', reason: 'the pipeline sets the image' }];
      expect(warningsOf(container(stack, { ...given, acknowledgements }, 'acknowledged'))).toStrictEqual([]);
    });
  });

  test.each<[string, string[]]>([
    ['registry.azurecr.io', []],
    ['REGISTRY.azurecr.io', []],
    ['registry-a1b2c3.azurecr.io', []],
    ['registry.azurecr.cn', []],
    ['registry.azurecr.us', []],
    ['registry.westus2.azurecr.io', []],
    [
      'registry.contoso.com',
      [
        "[identity-pull] registryCredentials.server ('registry.contoso.com') has no host name of an Azure container registry: an identity pulls from nowhere else",
      ],
    ],
  ])('with an identity for %s and the ID of the registry are accepted, with the warnings %j', (host, warnings) => {
    synthesize(stack => {
      const registryCredentials = userAssigned({ server: host, registryId: REGISTRY, identityPrincipalId: PRINCIPAL });
      expect(warningsOf(container(stack, { image: `${host}/app:1.0`, registryCredentials }))).toStrictEqual(warnings);
    });
  });

  const NO_AZURE_REGISTRIES = [
    'docker.io',
    'DOCKER.io',
    'ghcr.io',
    'ghcr.io:443',
    'quay.io',
    'eu.gcr.io',
    'europe-docker.pkg.dev',
    '1.dkr.ecr.eu-west-1.amazonaws.com',
    'public.ecr.aws',
    'mcr.microsoft.com',
  ];

  const refusalsOf = (registryCredentials: RegistryCredentials) =>
    failuresOf(stack => container(stack, { image: `${registryCredentials.server.toLowerCase()}/app:1.0`, registryCredentials }));

  test.each(NO_AZURE_REGISTRIES)('with an identity are refused for %s', host => {
    const failure = `registryCredentials.server must be an Azure container registry, which identities pull from, got '${host}': use RegistryCredentials.fromUsernamePassword`;
    expect(refusalsOf(userAssigned({ server: host }))).toStrictEqual([failure]);
    expect(refusalsOf(RegistryCredentials.fromSystemAssignedIdentity({ server: host }))).toStrictEqual([failure]);
  });

  test.each(['other', 'registr', 'registryx'])('with the ID of registry %s are refused, which the image is not from', name => {
    const registryId = REGISTRY.replace(/[^/]+$/, name);
    expect(refusalsOf(userAssigned({ registryId, identityPrincipalId: PRINCIPAL }))).toStrictEqual([
      `registryCredentials.registryId must be the registry of server ('${server}'), got that of '${name}': the role would not allow the pull`,
    ]);
  });
});
