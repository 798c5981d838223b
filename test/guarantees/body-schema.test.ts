import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import type { AzapiResource, CodeInterpreterPoolProps, CustomContainerPoolProps, SessionPoolEnvironmentProps } from '../../lib';
import {
  CodeInterpreterType,
  ContainerProbe,
  ProbeHandler,
  ProbeScheme,
  EnvironmentLogs,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionNetworkStatus,
  SessionPoolEnvironment,
  SessionSecret,
  WorkloadProfile,
} from '../../lib';
import { API_VERSIONS, CUSTOM_CONTAINER } from '../../lib/arm/api-versions';
import { checkBody } from '../arm/property-tree';
import { CARDS, validPoolsOf } from '../properties/cards';
import { putBody } from '../support/azapi-body';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

type Variants<P> = Array<{ readonly [name: string]: Partial<P> }>;

const idOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const PULLER = idOf('Microsoft.ManagedIdentity/userAssignedIdentities', 'puller');
const server = 'registry.azurecr.io';

/** Every combination of one variant of each kind. */
function combinations<P>([first, ...rest]: Variants<P>): Array<Partial<P>> {
  return first ? Object.values(first).flatMap(props => combinations(rest).map(others => ({ ...props, ...others }))) : [{}];
}

/** What is wrong with the bodies of a stack, by the property trees of their types and versions. */
function mistakesIn(build: (stack: TerraformStack) => void): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack);
  return Object.values(parse(stack).resource.azapi_resource).flatMap(resource => {
    const [type, version] = resource.type.split('@');
    return checkBody(type, version, putBody(resource), { knownValuesOnly: true });
  });
}

function mistakesInAll<P>(variants: Variants<P>, build: (stack: TerraformStack, props: Partial<P>, id: string) => unknown): string[] {
  return mistakesIn(stack => combinations(variants).forEach((props, index) => build(stack, props, `n${index}`)));
}

const secretFrom = (name: string) => SessionSecret.fromToken(name, Token.asString({ resolve: () => `\${var.${name}}` }));
const number = Token.asNumber({ resolve: () => '${var.number}' });
const flag = Token.asAny('${var.flag}');
const probe = ContainerProbe.liveness(
  ProbeHandler.httpGet({ port: 80, path: '/', host: 'h', scheme: ProbeScheme.HTTP, httpHeaders: [{ name: 'A', value: 'b' }] }),
  { failureThreshold: 3, periodSeconds: 5 },
);

const NETWORK: Variants<CodeInterpreterPoolProps>[number] = {
  'egress off': {},
  'egress on': { networkStatus: SessionNetworkStatus.EGRESS_ENABLED, tags: { team: 'a' } },
};

const INTERPRETERS: Variants<CodeInterpreterPoolProps> = [
  {
    python: {},
    node: { containerType: CodeInterpreterType.NODE_LTS },
    shell: { containerType: CodeInterpreterType.SHELL },
  },
  {
    defaults: {},
    numbers: { maxConcurrentSessions: 600, cooldownPeriodInSeconds: 3600 },
    tokens: { maxConcurrentSessions: number, cooldownPeriodInSeconds: number },
  },
  NETWORK,
];

const CONTAINERS: Variants<CustomContainerPoolProps> = [
  {
    timed: {},
    'on exit': { lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 60 }) },
  },
  {
    'public image': {},
    password: {
      registryCredentials: RegistryCredentials.fromUsernamePassword({ server, username: 'u', password: secretFrom('registry') }),
    },
    identity: {
      registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
        server,
        identityId: PULLER,
        identityPrincipalId: RESOURCE_GROUP_ID.split('/')[2],
        registryId: idOf('Microsoft.ContainerRegistry/registries', 'registry'),
      }),
    },
    'own identity': { registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server }) },
  },
  {
    'no identities': {},
    identities: { identities: [SessionIdentity.systemAssigned(), SessionIdentity.userAssigned(PULLER, { availableInSessions: true })] },
    'identity by token': { identities: [SessionIdentity.userAssigned(PULLER, { availableInSessions: flag })] },
  },
  { 'no probes': {}, probes: { probes: [probe, ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 1, host: 'h' }))] } },
  {
    minimal: {},
    full: {
      secrets: [secretFrom('unused')],
      secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secretFrom('a'))],
      environmentVariables: { B: 'b' },
      command: ['sh'],
      args: ['-c'],
      cpu: 2,
      memory: '4Gi',
      readySessionInstances: 2,
      maxConcurrentSessions: 20,
      containerName: 'c',
      ...NETWORK['egress on'],
    },
  },
];

const ENVIRONMENTS: Variants<SessionPoolEnvironmentProps> = [
  {
    'no logs': { logs: EnvironmentLogs.none() },
    monitor: {},
    workspace: { logs: EnvironmentLogs.logAnalytics({ customerId: RESOURCE_GROUP_ID.split('/')[2], sharedKey: secretFrom('key').value }) },
  },
  {
    'no subnet': {},
    subnet: { infrastructureSubnetId: idOf('Microsoft.Network/virtualNetworks', 'vnet/subnets/subnet'), zoneRedundant: true },
    'public subnet': {
      infrastructureSubnetId: idOf('Microsoft.Network/virtualNetworks', 'vnet/subnets/subnet'),
      internal: false,
      zoneRedundant: flag,
    },
  },
  {
    consumption: {},
    dedicated: {
      workloadProfiles: [WorkloadProfile.dedicated({ name: 'd', workloadProfileType: 'D4', minimumCount: 0, maximumCount: number })],
    },
  },
];

describe('what is sent to Azure fits the type and the api version', () => {
  test('of a code interpreter pool', () => {
    expect(mistakesInAll(INTERPRETERS, interpreter)).toStrictEqual([]);
    expect(mistakesIn(stack => interpreter(stack, { mcpServer: { apiKeyDisabled: true } }))).toStrictEqual([]);
  });

  test('of a custom container pool and of its role assignment', () => {
    expect(mistakesInAll(CONTAINERS, container)).toStrictEqual([]);
  });

  const DEFINABLE = API_VERSIONS.filter(({ features }) => features.includes('lifecycleConfiguration'));
  const VERSIONS = DEFINABLE.map(({ version, features }): [string, Partial<CustomContainerPoolProps>] => [
    version,
    features.includes('probes') ? { probes: [probe] } : {},
  ]);
  const TYPES = DEFINABLE.flatMap(({ version, features, containerTypes }) =>
    containerTypes
      .filter(type => type !== CUSTOM_CONTAINER)
      .map((type): [string, string, Partial<CodeInterpreterPoolProps>] => [
        type,
        version,
        { containerType: CodeInterpreterType.of(type), ...(features.includes('mcpServer') && { mcpServer: {} }) },
      ]),
  );

  test.each(TYPES)('of a code interpreter pool with %s of %s', (_, apiVersion, props) => {
    expect(mistakesIn(stack => interpreter(stack, { apiVersion, ...props }))).toStrictEqual([]);
  });

  test.each(VERSIONS)('of a custom container pool of %s', (apiVersion, props) => {
    expect(mistakesIn(stack => container(stack, { apiVersion, ...props, identities: [SessionIdentity.systemAssigned()] }))).toStrictEqual(
      [],
    );
  });

  test.each(CARDS.filter(({ armPath }) => armPath).map(card => [`${card.struct}.${card.property}`, card] as const))(
    'of a pool with a valid value of %s',
    (_, card) => {
      const known = validPoolsOf(card).filter(({ warnings }) => !warnings.some(id => id.startsWith('unknown-')));
      expect(known).not.toStrictEqual([]);
      for (const { props } of known) {
        for (const pool of card.pools) {
          expect(
            mistakesIn(stack => (pool === 'CodeInterpreterPool' ? interpreter(stack, props(stack)) : container(stack, props(stack)))),
          ).toStrictEqual([]);
        }
      }
    },
  );

  test('of an environment', () => {
    expect(
      mistakesInAll(
        ENVIRONMENTS,
        (stack, props, id) => new SessionPoolEnvironment(stack, id, { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props }),
      ),
    ).toStrictEqual([]);
  });

  test('of an environment variable that terraform takes from a map', () => {
    expect(
      mistakesIn(stack =>
        container(stack, {
          environmentVariables: Token.asStringMap(new TerraformVariable(stack, 'map', {}).value),
        }),
      ),
    ).toStrictEqual([]);
  });
});

describe('what does not fit is found', () => {
  const WRONG: Array<[string, unknown, string]> = [
    [
      'body.properties.dynamicPoolConfiguration.coolDownPeriodInSeconds',
      300,
      'properties.dynamicPoolConfiguration.coolDownPeriodInSeconds is not a known property',
    ],
    [
      'body.properties.sessionNetworkConfiguration.status',
      'Off',
      'properties.sessionNetworkConfiguration.status must be one of EgressEnabled, EgressDisabled, got Off',
    ],
    [
      'body.properties.scaleConfiguration.maxConcurrentSessions',
      '10',
      'properties.scaleConfiguration.maxConcurrentSessions must be an integer, got a value of type string',
    ],
    ['type', 'Microsoft.App/sessionPools@2026-01-01', 'properties.customContainerTemplate.containers[0].probes is not a known property'],
    ['sensitive_body.properties.apiKey', 'x', 'properties.apiKey is not a known property'],
    ['type', 'Microsoft.App/sessionPools@2020-01-01', 'Microsoft.App/sessionPools@2020-01-01 is not a known type and version'],
  ];

  test.each(WRONG)('%s = %j', (path, value, mistake) => {
    expect(mistakesIn(stack => (container(stack).node.defaultChild as AzapiResource).addOverride(path, value))).toStrictEqual([mistake]);
  });
});
