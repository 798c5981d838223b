import { TerraformStack, TerraformVariable } from 'cdktf';
import { RegistryCredentials, SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { STRUCTS } from '../support/assembly';
import { container } from '../support/fixtures';
import { PLACES } from '../support/places';
import { CANARY } from '../support/secret-values';
import { parse, testApp, warningsOf } from '../support/synth';

const NOT_NORMAL = `${CANARY}e\u0301`;

/** The canary as text, in text that is wrong somehow, and in values of other types. */
const SHAPES: unknown[] = [
  CANARY,
  NOT_NORMAL,
  `${CANARY}\ud800`,
  `A=${CANARY}`,
  `https://user:${CANARY}@registry.azurecr.io/app`,
  `user:${CANARY}@registry.azurecr.io`,
  [CANARY],
  [NOT_NORMAL],
  [[CANARY]],
  [{ name: 'A', value: CANARY }],
  { A: CANARY },
  { A: NOT_NORMAL },
  { A: { secretRef: CANARY } },
  { A: [CANARY] },
  { [`A=${CANARY}`]: 'v' },
  new Map([['A', CANARY]]),
];
const LOGINS = SHAPES.filter(shape => typeof shape === 'string' && shape.includes('@'));

/** Properties that are addresses: a password in front of the host is not shown, the rest is. */
const ADDRESSES = ['image', 'server'];

/** Properties that are no place for a secret, as docs/security.md says, by name or by how the name ends. Messages show what is given. */
const SHOWN =
  /^(acknowledgements|allowNothingToJudge|allowUnknownAfterApply|allowedLocations|id|ignoreTags|levels|requireExpiry|requiredTags|role|scope|actionGroupIds|adoptExisting|adoptExistingQueries|aggregation|apiKeyDisabled|apiVersion|availableInSessions|consoleLogsPlan|containerType|cpu|create|delete|read|update|dependsOn|description|displayName|enabled|hasMcpServer|identities|ignoreImage|internal|locations?|maximumCount|mcpServer|memory|metric|minimumCount|networkStatus|operator|preventDestroy|publicNetworkAccess|query|minimumVersion|sessionsApiVersion|readySessionInstances|scheme|sessions|severity|share|tags|timeouts|workbook|workloadProfiles|workloadProfileType|zoneRedundant|environmentDefaultDomain|poolManagementEndpoint)$|([nN]ame|Prefix|Ids?|Seconds|Minutes|Days|Threshold|threshold|Sessions|SessionsPerPool|[pP]ort|Status)$/;
/** Paths of files in a session are names; those of probes are not shown. */
const SHOWN_PROPERTIES = ['SessionFileOptions.path'];
const HIDDEN_IDS = ['customerId', 'username'];

type Case = [title: string, struct: string, property: string];

const CASES = STRUCTS.filter(({ name }) => name in PLACES).flatMap(({ name, properties }) =>
  properties
    .filter(property => HIDDEN_IDS.includes(property.name) || !SHOWN.test(property.name))
    .filter(property => !SHOWN_PROPERTIES.includes(`${name}.${property.name}`))
    .map((property): Case => [`${name}.${property.name}`, name, property.name]),
);

/** Everything that is said of what is defined. */
function messagesOf(define: (stack: TerraformStack) => unknown): string {
  const stack = new TerraformStack(testApp(), 'stack');
  const texts: string[] = [];
  try {
    define(stack);
    texts.push(...stack.node.findAll().flatMap(({ node }) => node.validate()));
    parse(stack);
  } catch (error) {
    texts.push(`${(error as Error).name}: ${(error as Error).message}`);
  }
  return [...texts, ...warningsOf(stack)].join('\n');
}

let said = 0;

afterAll(() => process.stdout.write(`properties that may hold a secret: ${CASES.length}, messages about them without it: ${said}\n`));

describe('no message shows what is given', () => {
  test.each(CASES)('for %s', (_title, struct, property) => {
    for (const shape of ADDRESSES.includes(property) ? LOGINS : SHAPES) {
      const text = messagesOf(stack => {
        PLACES[struct](stack, { [property]: shape } as never, new TerraformVariable(stack, 'other', {}).stringValue);
      });
      expect(text).not.toContain(CANARY);
      said += text === '' ? 0 : 1;
    }
  });

  const token = (stack: TerraformStack) => new TerraformVariable(stack, 'v', {}).stringValue;
  const untyped = (secret: unknown) => secret as SessionSecret;

  test.each<[string, (stack: TerraformStack, shape: string) => unknown]>([
    ['a literal secret', (stack, shape) => container(stack, { secrets: [SessionSecret.fromToken('a', shape)] })],
    [
      'the arguments of fromToken in the wrong order',
      (stack, shape) => container(stack, { secrets: [SessionSecret.fromToken(shape, 'a')] }),
    ],
    ['a value for a variable', (stack, shape) => container(stack, { secrets: [SessionSecret.fromVariable('a', shape as never)] })],
    [
      'the arguments of fromVariable in the wrong order',
      (stack, shape) => container(stack, { secrets: [SessionSecret.fromVariable(shape, 'a' as never)] }),
    ],
    ['a value for options', (stack, shape) => SessionSecret.ephemeral(stack, 'a', shape as never)],
    ['a value for a secret', (stack, shape) => container(stack, { secrets: [untyped(shape)] })],
    ['values by name', (stack, shape) => container(stack, { secrets: { a: shape } as never })],
    [
      'a value in the place of a secret',
      (stack, shape) => container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', untyped(shape))] }),
    ],
    [
      'name and value in one',
      (stack, shape) =>
        container(stack, {
          secretEnvironmentVariables: [SecretEnvironmentVariable.of(`A=${shape}`, SessionSecret.fromToken('a', token(stack)))],
        }),
    ],
    [
      'name and value in one, twice',
      (stack, shape) =>
        container(stack, {
          secretEnvironmentVariables: [1, 2].map(() =>
            SecretEnvironmentVariable.of(`A=${shape}`, SessionSecret.fromToken('a', token(new TerraformStack(stack.node.root, 'x')))),
          ),
        }),
    ],
    ['a value that is added', (stack, shape) => container(stack).addSecretEnvironmentVariable('A', untyped(shape))],
    [
      'a literal secret that is added',
      (stack, shape) => container(stack).addSecretEnvironmentVariable('A', SessionSecret.fromToken('a', shape)),
    ],
    ['name and value in one that are added', (stack, shape) => container(stack).addEnvironmentVariable(`A=${shape}`, shape)],
    ['a value that is added and not normal', (stack, shape) => container(stack).addEnvironmentVariable('A', `${shape}e\u0301`)],
    [
      'a variable whose default it is',
      (stack, shape) =>
        container(stack, { secrets: [SessionSecret.fromVariable('a', new TerraformVariable(stack, 'v', { default: shape }))] }),
    ],
    [
      'a password for a user name, in another form',
      (stack, shape) =>
        container(stack, {
          registryCredentials: RegistryCredentials.fromUsernamePassword({
            server: `user:${shape}@registry.azurecr.io`,
            username: `${shape}e\u0301`,
            password: untyped(shape),
          }),
        }),
    ],
  ])('for %s', (_title, define) => {
    for (const shape of SHAPES.filter(each => typeof each === 'string')) {
      const text = messagesOf(stack => define(stack, shape));
      expect(text).not.toContain(CANARY);
      expect(text).not.toBe('');
    }
  });
});
