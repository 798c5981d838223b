import { DataResource, TerraformStack, TerraformVariable } from 'cdktf';
import type { CustomContainerPoolProps, IContainerRegistry, IManagedIdentity } from '../../lib';
import { RegistryCredentials, SessionIdentity, SessionSecret } from '../../lib';
import { failuresOf } from '../support/failures';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeResource, testApp, warningsOf } from '../support/synth';

const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const REGISTRY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const PRINCIPAL_ID = 'registryCredentials.identityPrincipalId must be the object id of an identity, a GUID';
const server = 'registry.azurecr.io';

function password(stack: TerraformStack): SessionSecret {
  return SessionSecret.fromToken('registry', new TerraformVariable(stack, 'password', {}).stringValue);
}

function poolWith(props: Partial<CustomContainerPoolProps>): SynthesizedResource {
  return synthesizeResource(stack => container(stack, props));
}

function partsOf({ identity, body: { properties } }: SynthesizedResource): unknown[] {
  const { customContainerTemplate, managedIdentitySettings } = properties as { [name: string]: { registryCredentials?: unknown } };
  return [identity, managedIdentitySettings, customContainerTemplate.registryCredentials];
}

describe('RegistryCredentials', () => {
  test('are null, and there is no identity either, where there are none', () => {
    expect(partsOf(poolWith({}))).toStrictEqual([undefined, [], null]);
  });

  test('of a user-assigned identity assign it to the pool and keep it out of the sessions', () => {
    const resource = poolWith({ registryCredentials: RegistryCredentials.fromUserAssignedIdentity({ server, identityId: IDENTITY }) });
    expect(partsOf(resource)).toStrictEqual([
      { type: 'UserAssigned', identity_ids: [IDENTITY] },
      [{ identity: IDENTITY, lifecycle: 'None' }],
      { server, identity: IDENTITY, username: null, passwordSecretRef: null },
    ]);
  });

  test('of a registry and an identity are those of their IDs', () => {
    const parts = { server, identityId: IDENTITY, identityPrincipalId: PRINCIPAL, registryId: REGISTRY };
    const configurationOf = (registryCredentials: RegistryCredentials) =>
      synthesize(stack => void container(stack, { registryCredentials })).resource;
    const things = RegistryCredentials.fromContainerRegistry(
      { id: REGISTRY, loginServer: server },
      { id: IDENTITY, principalId: PRINCIPAL },
    );
    expect(configurationOf(things)).toStrictEqual(configurationOf(RegistryCredentials.fromUserAssignedIdentity(parts)));
    expect(Object.values(configurationOf(things).azapi_resource).map(({ type }) => type)).toContain(
      'Microsoft.Authorization/roleAssignments@2022-04-01',
    );
  });

  test('of the identity of the pool assign it and keep it out of the sessions', () => {
    expect(partsOf(poolWith({ registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server }) }))).toStrictEqual([
      { type: 'SystemAssigned' },
      [{ identity: 'system', lifecycle: 'None' }],
      { server, identity: 'system', username: null, passwordSecretRef: null },
    ]);
  });

  test.each([
    [IDENTITY, false, 'None'],
    [IDENTITY, true, 'Main'],
    [IDENTITY.toUpperCase(), true, 'Main'],
  ])('of an identity that is listed as %j, in sessions %j, leave it with %j', (identity, availableInSessions, lifecycle) => {
    expect(
      partsOf(
        poolWith({
          identities: [SessionIdentity.userAssigned(identity, { availableInSessions })],
          registryCredentials: RegistryCredentials.fromUserAssignedIdentity({ server, identityId: IDENTITY }),
        }),
      ),
    ).toStrictEqual([
      { type: 'UserAssigned', identity_ids: [identity] },
      [{ identity, lifecycle }],
      { server, identity: IDENTITY, username: null, passwordSecretRef: null },
    ]);
  });

  test('of the identity of the pool leave it in the sessions where it is listed so', () => {
    expect(
      partsOf(
        poolWith({
          identities: [SessionIdentity.systemAssigned({ availableInSessions: true })],
          registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server }),
        }),
      )[1],
    ).toStrictEqual([{ identity: 'system', lifecycle: 'Main' }]);
  });

  const HOSTS: Array<[string, string]> = [
    ['docker.io', 'acme/app:1.0'],
    ['docker.io', 'docker.io/acme/app:1.0'],
    ['index.docker.io', 'app:1.0'],
    ['Docker.io', 'registry-1.docker.io/acme/app:1.0'],
    ['ghcr.io', 'ghcr.io/acme/app:1.0'],
    ['localhost:5000', 'localhost:5000/app:1.0'],
    ['registry.example.com:8443', 'registry.example.com:8443/a/b/c:1.0'],
    ['myregistry.azurecr.io', 'MyRegistry.azurecr.io/app:1.0'],
  ];

  test.each(HOSTS)('of %s with a password fit the image %s', (host, image) => {
    const resource = synthesizeResource(stack =>
      container(stack, {
        image,
        registryCredentials: RegistryCredentials.fromUsernamePassword({ server: host, username: '${user}', password: password(stack) }),
      }),
    );
    expect(partsOf(resource)).toStrictEqual([
      undefined,
      [],
      { server: host, identity: null, username: '$${user}', passwordSecretRef: 'registry' },
    ]);
    expect(resource.body.properties.secrets).toStrictEqual([{ name: 'registry' }]);
    expect(resource.sensitive_body).toStrictEqual({ properties: { secrets: [{ name: 'registry', value: '${var.password}' }] } });
  });

  const userAssigned = (options: object) => RegistryCredentials.fromUserAssignedIdentity({ server, identityId: IDENTITY, ...options });
  const withPassword = (stack: TerraformStack, options: object) =>
    RegistryCredentials.fromUsernamePassword({ server, username: 'user', password: password(stack), ...options });
  const SERVER = "registryCredentials.server must be the host of a registry such as 'myregistry.azurecr.io'";
  const IDENTITY_FORM =
    "have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>'";
  const REGISTRY_FORM = "have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ContainerRegistry/registries/<name>'";
  const LITERAL = 'got a literal: a literal would be written to the synthesized configuration';
  const INVALID: Array<[string, (stack: TerraformStack) => RegistryCredentials, string[]]> = [
    ['no server', () => userAssigned({ server: undefined }), ['registryCredentials.server must be given: the host of the registry']],
    ['an empty server', () => userAssigned({ server: '' }), [`${SERVER}, got ''`]],
    ['a URL for a server', () => userAssigned({ server: 'https://registry.azurecr.io' }), [`${SERVER}, got 'https://registry.azurecr.io'`]],
    ['a path after the server', () => userAssigned({ server: 'ghcr.io/acme' }), [`${SERVER}, got 'ghcr.io/acme'`]],
    [
      'no identity',
      () => userAssigned({ identityId: undefined }),
      ['registryCredentials.identityId must be given: the id of a user-assigned identity'],
    ],
    ['another id', () => userAssigned({ identityId: 'puller' }), [`registryCredentials.identityId must ${IDENTITY_FORM}, got 'puller'`]],
    [
      'a registry without a principal',
      () => userAssigned({ registryId: REGISTRY }),
      ['registryCredentials.identityPrincipalId must be given with registryId: AcrPull is granted to it'],
    ],
    [
      'a principal without a registry',
      () => userAssigned({ identityPrincipalId: PRINCIPAL }),
      ['registryCredentials.registryId must be given with identityPrincipalId: AcrPull is granted on it'],
    ],
    [
      'ids of another form',
      () => userAssigned({ registryId: 'registry', identityPrincipalId: 'puller' }),
      [
        `registryCredentials.registryId must ${REGISTRY_FORM}, got 'registry'`,
        "registryCredentials.identityPrincipalId must be the object id of an identity, a GUID, got 'puller'",
      ],
    ],
    [
      'no user',
      stack => withPassword(stack, { username: undefined }),
      ['registryCredentials.username must be given: the user name for the registry'],
    ],
    [
      'a registry and an identity that are something else',
      stack => RegistryCredentials.fromContainerRegistry(new DataResource(stack, 'registry', {}), new DataResource(stack, 'identity', {})),
      ['registryCredentials.server must be given: the host of the registry', `${PRINCIPAL_ID}, got ''`],
    ],
    [
      'a registry and an identity without IDs',
      () => RegistryCredentials.fromContainerRegistry({ loginServer: server } as IContainerRegistry, { id: IDENTITY } as IManagedIdentity),
      [`registryCredentials.registryId must ${REGISTRY_FORM}, got ''`, `${PRINCIPAL_ID}, got ''`],
    ],
    [
      'neither a registry nor an identity',
      () => RegistryCredentials.fromContainerRegistry(undefined as never, undefined as never),
      [
        'registryCredentials.server must be given: the host of the registry',
        'registryCredentials.identityId must be given: the id of a user-assigned identity',
        `registryCredentials.registryId must ${REGISTRY_FORM}, got ''`,
        `${PRINCIPAL_ID}, got ''`,
      ],
    ],
    [
      'an empty user',
      stack => withPassword(stack, { username: '' }),
      ['registryCredentials.username must be given: the user name for the registry'],
    ],
    ['no password', stack => withPassword(stack, { password: undefined }), ['registryCredentials.password must be given: a SessionSecret']],
    [
      'a literal password',
      stack => withPassword(stack, { password: SessionSecret.fromToken('registry', 'canary') }),
      [`registryCredentials.password must come from a TerraformVariable or another resource, ${LITERAL}`],
    ],
    [
      'a password in plain text',
      stack => withPassword(stack, { password: 'canary' }),
      ['registryCredentials.password must be a SessionSecret, got a string: use SessionSecret.ephemeral, fromVariable or fromToken'],
    ],
  ];

  test.each(INVALID)('are refused with %s', (_title, credentials, failures) => {
    const found = failuresOf(stack => container(stack, { registryCredentials: credentials(stack) }));
    expect(found).toStrictEqual(failures);
    expect(found.join()).not.toContain('canary');
  });

  test('are not compared with an image, or of a registry, that is known only later', () => {
    expect(
      failuresOf(stack => {
        const host = new TerraformVariable(stack, 'host', {}).stringValue;
        const principal = new TerraformVariable(stack, 'principal', {}).stringValue;
        container(stack, { image: `${host}/app:1.0`, registryCredentials: userAssigned({}) }, 'first');
        container(stack, { registryCredentials: userAssigned({ server: host }) }, 'second');
        container(
          stack,
          { registryCredentials: userAssigned({ identityId: host, registryId: host, identityPrincipalId: principal }) },
          'third',
        );
      }),
    ).toStrictEqual([]);
  });

  test('of the identity of the pool are a warning, and can be acknowledged', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const registryCredentials = RegistryCredentials.fromSystemAssignedIdentity({ server });
    const pool = container(stack, { registryCredentials });
    const quiet = container(
      stack,
      { registryCredentials, acknowledgements: [{ id: 'system-identity-pull', reason: 'the image is public' }] },
      'quiet',
    );
    parse(stack);
    expect(warningsOf(pool)).toStrictEqual([
      '[system-identity-pull] registryCredentials use the identity of the pool, which exists only after the pool: ' +
        'the first create cannot pull a private image',
    ]);
    expect(warningsOf(quiet)).toStrictEqual([]);
  });
});
