import type { TerraformStack } from 'cdktf';
import { App, TerraformStack as Stack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Acknowledgement, CodeInterpreterPoolProps, CustomContainerPoolProps, SessionPoolEnvironmentProps } from '../../lib';
import {
  CodeInterpreterType,
  ContainerProbe,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionNetworkStatus,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { WARNINGS } from '../../lib/validation/warnings';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

type Interpreter = Partial<CodeInterpreterPoolProps>;
type Container = Partial<CustomContainerPoolProps>;
type Row<P> = [id: keyof typeof WARNINGS, props: P | ((stack: TerraformStack) => P), message: string];

function variable(stack: TerraformStack, ephemeral: boolean): TerraformVariable {
  const made = new TerraformVariable(stack, 'v', { type: 'string', sensitive: true });
  if (ephemeral) {
    made.addOverride('ephemeral', true);
  }
  return made;
}

const exposed = (secret: SessionSecret): Container => ({ secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret)] });

const ID = '11111111-2222-3333-4444-555555555555';
const pulling = (identityPrincipalId: string) =>
  RegistryCredentials.fromUserAssignedIdentity({
    server: 'registry.azurecr.io',
    identityId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`,
    identityPrincipalId,
    registryId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`,
  });

const INTERPRETERS: Array<Row<Interpreter>> = [
  [
    'unknown-api-version',
    { apiVersion: '2030-01-01' },
    "apiVersion '2030-01-01' is not known to this library: nothing checks that it has what the pool uses",
  ],
  [
    'unknown-region',
    { location: 'Mars North' },
    "location 'Mars North' is in no list of regions with session pools: the create may fail with LocationNotAvailableForResourceType",
  ],
  [
    'name-hyphen',
    { sessionPoolName: 'my-pool' },
    "sessionPoolName 'my-pool' contains a hyphen: azapi's schema rejects it although ARM accepts it, so schema validation is disabled for this pool",
  ],
  [
    'name-length',
    { sessionPoolName: 'a'.repeat(33) },
    `sessionPoolName '${'a'.repeat(33)}' has 33 characters: the Azure CLI manages pools with up to 32`,
  ],
  [
    'egress-enabled',
    { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
    'networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away',
  ],
  [
    'long-cooldown',
    { cooldownPeriodInSeconds: 901 },
    'cooldownPeriodInSeconds is 901 seconds: what ran in an idle session stays there for more than 15 minutes',
  ],
  [
    'unknown-container-type',
    { containerType: CodeInterpreterType.of('RubyLTS') },
    "containerType 'RubyLTS' is not known to this library: nothing checks that the API version has it",
  ],
  ['unknown-property', { image: 'app:1.0' } as Interpreter, 'image is not a property of CodeInterpreterPool, which ignores it'],
  [
    'duplicate-name',
    stack => {
      interpreter(new Stack(App.of(stack), 'other'), { sessionPoolName: 'taken' });
      return { sessionPoolName: 'taken' };
    },
    "sessionPoolName 'taken' is the name of 'other/pool' too, in another stack: both define one resource of Azure",
  ],
  [
    'duplicate-grant',
    {},
    'the role is granted to the same principal as azapi_resource.pool_056F3F7E_SessionExecutor_one already, which stays the only role assignment: grant it in one place, or with the same id in all',
  ],
];

const CONTAINERS: Array<Row<Container>> = [
  [
    'long-cooldown',
    { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 1000 }) },
    'lifecycle.cooldownPeriodInSeconds is 1000 seconds: what ran in an idle session stays there for more than 15 minutes',
  ],
  ['max-sessions', { maxConcurrentSessions: 601 }, 'maxConcurrentSessions is 601: no documented pool type supports more than 600 sessions'],
  ['cpu-memory', { cpu: 3 }, 'cpu (3) and memory (0.5Gi) are documented from 0.25 to 2 cores with 2Gi for each core'],
  ['cpu-memory', { memory: '5Gi' }, 'cpu (0.25) and memory (5Gi) are documented from 0.25 to 2 cores with 2Gi for each core'],
  [
    'image-tag',
    { image: 'app' },
    "image 'app' has no tag: the pool caches the image and does not see that the tag moves; use a unique tag or a digest",
  ],
  [
    'image-tag',
    { image: 'app:latest' },
    "image 'app:latest' has the tag 'latest': the pool caches the image and does not see that the tag moves; use a unique tag or a digest",
  ],
  [
    'probe-bounds',
    { probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80 }), { failureThreshold: 30 })] },
    'probes[0].failureThreshold is 30: the documented range is 1 to 10',
  ],
  [
    'tcp-probe',
    { probes: [ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 80 }))] },
    'probes[0].tcpSocket is documented as not supported yet: prefer httpGet',
  ],
  [
    'identity-in-sessions',
    { identities: [SessionIdentity.systemAssigned({ availableInSessions: true })] },
    'identities[0] is available in sessions: code that is not trusted can do whatever the identity may',
  ],
  [
    'system-identity-pull',
    { registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.azurecr.io' }) },
    'registryCredentials use the identity of the pool, which exists only after the pool: the first create cannot pull a private image',
  ],
  [
    'secret-in-plan-file',
    stack => exposed(SessionSecret.fromVariable('a', variable(stack, false))),
    "secretEnvironmentVariables['A'] comes from a variable that is not ephemeral: its value is in every saved plan file; use SessionSecret.ephemeral",
  ],
  [
    'text-in-secret',
    stack => exposed(SessionSecret.fromToken('a', `Server=db;${variable(stack, true).stringValue}`)),
    "secretEnvironmentVariables['A'] has literal text beside the reference, which is in the synthesized configuration: make sure that the text is no secret",
  ],
  [
    'sensitive-in-plain',
    stack => ({ environmentVariables: { A: variable(stack, false).stringValue } }),
    "environmentVariables['A'] has the value of variable 'v', which is sensitive: it is in saved plans and in the state in clear",
  ],
  [
    'secret-with-egress',
    stack => ({ ...exposed(SessionSecret.ephemeral(stack, 'a')), networkStatus: SessionNetworkStatus.EGRESS_ENABLED }),
    "secrets 'a' can be read by code in the sessions, which can send them to the internet",
  ],
  [
    'unused-secret',
    stack => ({ secrets: [SessionSecret.ephemeral(stack, 'a')] }),
    "secret 'a' is used by no environment variable and no registry",
  ],
  [
    'other-registry',
    { image: 'mcr.microsoft.com/k8se/quickstart:1.0', registryCredentials: pulling(ID) },
    "registryCredentials are for 'registry.azurecr.io', but image ('mcr.microsoft.com/k8se/quickstart:1.0') is in another registry: no pull uses them",
  ],
  [
    'identity-pull',
    {
      image: 'registry.contoso.com/app:1.0',
      registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.contoso.com' }),
    },
    "registryCredentials.server ('registry.contoso.com') has no host name of an Azure container registry: an identity pulls from nowhere else",
  ],
  [
    'pull-grant-address',
    stack => {
      container(stack, { registryCredentials: pulling(ID) }, 'other');
      return { registryCredentials: pulling('33333333-3333-4333-8333-333333333333') };
    },
    "the stack grants the role on another registry or to another identity of the same name: give each pullGrant an id, ImagePullGrant.assign({ id: 'one' }), so that its address in Terraform does not depend on the others",
  ],
];

const SUBNET_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`;

/** Warnings of an environment. */
const ENVIRONMENTS: Array<Row<Partial<SessionPoolEnvironmentProps>>> = [
  [
    'logs-go-nowhere',
    {},
    'logs go to Azure Monitor, and the app has no diagnostic setting that sends them on: use sendLogsTo, or acknowledge the warning where the setting is not part of the app',
  ],
  [
    'internal-without-dns-zone',
    { infrastructureSubnetId: SUBNET_ID },
    'internal is true, and the app has no private DNS zone for the default domain of the environment, without which the hosts of its pools are not resolved: use SessionPoolPrivateDnsZone, or acknowledge the warning where the zone is not part of the app',
  ],
];

/** The warnings of one ID that the pool has when the stack is synthesized, without those that are acknowledged. */
function warningsOfId(id: string, build: (stack: TerraformStack, more: object) => Construct, ...acknowledged: string[]): string[] {
  const stack = new Stack(testApp(), 'stack');
  const acknowledgements: Acknowledgement[] = acknowledged.map(each => ({ id: each, reason: 'we know' }));
  const pool = build(stack, { acknowledgements });
  parse(stack);
  return warningsOf(pool).filter(warning => warning.startsWith(`[${id}] `));
}

const ROWS = [
  ...INTERPRETERS.map(row => ['interpreter', ...row] as const),
  ...CONTAINERS.map(row => ['container', ...row] as const),
  ...ENVIRONMENTS.map(row => ['environment', ...row] as const),
];

describe.each(ROWS)('one (%s) warns with %s', (kind, id, props, message) => {
  const build = (stack: TerraformStack, more: object) => {
    const given = { ...(typeof props === 'function' ? props(stack) : props), ...more };
    if (kind === 'environment') {
      return new SessionPoolEnvironment(stack, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...given });
    }
    const pool = kind === 'interpreter' ? interpreter(stack, given as Interpreter) : container(stack, given as Container);
    if (id === 'duplicate-grant') {
      ['one', 'two'].forEach(grant => pool.grants.execute(Principal.user(ID), { id: grant }));
    }
    return pool;
  };

  test('and its exact message', () => expect(warningsOfId(id, build)).toStrictEqual([`[${id}] ${message}`]));

  test('and is silent where that is acknowledged', () => expect(warningsOfId(id, build, id)).toStrictEqual([]));

  test('also where all others are acknowledged', () => {
    const others = Object.keys(WARNINGS).filter(each => each !== id);
    expect(warningsOfId(id, build, ...others)).toStrictEqual([`[${id}] ${message}`]);
  });
});

test('every warning is tested here', () => {
  expect([...new Set(ROWS.map(([, id]) => id))].sort()).toEqual(Object.keys(WARNINGS).sort());
});

test('a pool that is refused does not warn', () => {
  synthesize(stack => {
    expect(() => interpreter(stack, { sessionPoolName: 'my-pool', maxConcurrentSessions: 0 })).toThrow('maxConcurrentSessions');
    expect(warningsOf(stack)).toStrictEqual([]);
  });
});
