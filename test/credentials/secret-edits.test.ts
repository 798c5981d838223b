import { TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import type { AzapiResource, CustomContainerPool } from '../../lib';
import { RegistryCredentials, SecretEnvironmentVariable, SessionIdentity, SessionSecret } from '../../lib';
import type { JsonObject } from '../arm/json';
import { asList, asObject } from '../arm/json';
import { merge, putBody } from '../support/azapi-body';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { testApp } from '../support/synth';

// Every token records where it was made, which takes most of the time of the many that are made here.
jest.mock('cdktf/lib/tokens/private/stack-trace', () => ({ captureStackTrace: () => [] }));

/** A pool as its source has it. Secrets are named; what they are worth is the number of a variable. */
interface Source {
  readonly values: ReadonlyMap<string, number>;
  readonly listed: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, string>;
  readonly password?: string;
  readonly identities: readonly number[];
  readonly sessions: number;
}

type Edit = (source: Source) => Source;

const EMPTY: Source = { values: new Map(), listed: [], environment: new Map(), added: new Map(), identities: [], sessions: 10 };

const name = fc.constantFrom('a', 'a-1', 'b', 'key', 'z');
const value = fc.integer({ min: 0, max: 3 });
const variable = fc.constantFrom('A', 'B', 'API_KEY');

function use(source: Source, secret: string, part: Partial<Source>): Source {
  return { ...source, ...part, values: new Map([[secret, 0], ...source.values]) };
}

function renameIn(names: ReadonlyMap<string, string>, rename: (secret: string) => string): Map<string, string> {
  return new Map([...names].map(([key, secret]) => [key, rename(secret)]));
}

function without(source: Source, secret: string): Source {
  const keep = (names: ReadonlyMap<string, string>) => new Map([...names].filter(([, each]) => each !== secret));
  return {
    ...source,
    listed: source.listed.filter(each => each !== secret),
    environment: keep(source.environment),
    added: keep(source.added),
    password: source.password === secret ? undefined : source.password,
  };
}

function renamed(source: Source, from: string, to: string): Source {
  const rename = (secret: string) => (secret === from ? to : secret);
  return {
    ...source,
    values: new Map(
      [...source.values].filter(([each]) => each !== from).concat([[to, source.values.get(to) ?? source.values.get(from) ?? 0]]),
    ),
    listed: [...new Set(source.listed.map(rename))],
    environment: renameIn(source.environment, rename),
    added: renameIn(source.added, rename),
    password: source.password && rename(source.password),
  };
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(name, value).map(([secret, worth]): Edit => source => ({
    ...source,
    listed: [...new Set([...source.listed, secret])],
    values: new Map([...source.values, [secret, worth]]),
  })),
  name.map(
    (secret): Edit =>
      source =>
        without(source, secret),
  ),
  fc.tuple(name, name).map(
    ([from, to]): Edit =>
      source =>
        renamed(source, from, to),
  ),
  fc.tuple(variable, name).map(
    ([key, secret]): Edit =>
      source =>
        use(source, secret, { environment: new Map([...source.environment, [key, secret]]) }),
  ),
  variable.map((key): Edit => source => ({ ...source, environment: new Map([...source.environment].filter(([each]) => each !== key)) })),
  fc.tuple(variable, name).map(
    ([key, secret]): Edit =>
      source =>
        use(source, secret, { added: new Map([...source.added, [`ADDED_${key}`, secret]]) }),
  ),
  fc.option(name, { nil: undefined }).map(
    (secret): Edit =>
      source =>
        secret ? use(source, secret, { password: secret }) : { ...source, password: undefined },
  ),
  fc.uniqueArray(fc.integer({ min: 0, max: 3 })).map((identities): Edit => source => ({ ...source, identities })),
  fc.integer({ min: 2, max: 600 }).map((sessions): Edit => source => ({ ...source, sessions })),
);

function define(stack: TerraformStack, source: Source): CustomContainerPool {
  const variables = Array.from({ length: 4 }, (_, index) => new TerraformVariable(stack, `v${index}`, { type: 'string', sensitive: true }));
  const secretOf = (secret: string) => SessionSecret.fromVariable(secret, variables[source.values.get(secret)!]);
  const pool = container(stack, {
    maxConcurrentSessions: source.sessions,
    secrets: source.listed.map(secretOf),
    secretEnvironmentVariables: [...source.environment].map(([key, secret]) => SecretEnvironmentVariable.of(key, secretOf(secret))),
    registryCredentials:
      source.password === undefined
        ? undefined
        : RegistryCredentials.fromUsernamePassword({
            server: 'registry.azurecr.io',
            username: 'u',
            password: secretOf(source.password),
          }),
    identities: source.identities.map(each =>
      each === 0
        ? SessionIdentity.systemAssigned()
        : SessionIdentity.userAssigned(`${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i${each}`),
    ),
  });
  source.added.forEach((secret, key) => pool.addSecretEnvironmentVariable(key, secretOf(secret)));
  return pool;
}

function render(source: Source): SynthesizedResource {
  const stack = new TerraformStack(testApp(), 'stack');
  const { friendlyUniqueId } = define(stack, source).node.defaultChild as AzapiResource;
  const { resource } = stack.toTerraform() as { resource: { azapi_resource: { [id: string]: SynthesizedResource } } };
  return JSON.parse(JSON.stringify(resource.azapi_resource[friendlyUniqueId])) as SynthesizedResource;
}

/** The secrets that a source uses, by name. */
function expected({ listed, environment, added, password, values }: Source): JsonObject[] {
  const used = new Set([...listed, ...environment.values(), ...added.values(), ...(password === undefined ? [] : [password])]);
  return [...used].sort().map(each => ({ name: each, value: `\${var.v${values.get(each)}}` }));
}

/** Every secret that a body refers to. */
function references(properties: JsonObject): unknown[] {
  const { containers, registryCredentials } = asObject(properties.customContainerTemplate);
  const variables = asList(asObject(asList(containers)[0]).env).map(each => asObject(each).secretRef);
  return [...variables, asObject(registryCredentials).passwordSecretRef].filter(each => each !== undefined);
}

test('every request carries every secret with its value, through any sequence of edits', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), edits => {
      let source = EMPTY;
      for (const each of edits) {
        source = each(source);
        const resource = render(source);
        const properties = asObject(putBody(resource).properties);
        const secrets = expected(source);
        expect(asList(properties.secrets)).toStrictEqual(secrets);
        expect(secrets.map(secret => secret.name)).toEqual(expect.arrayContaining(references(properties)));
        expect(JSON.stringify(resource.body)).not.toContain('var.v');
        expect(resource).not.toHaveProperty('sensitive_body_version');
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the same secrets are the same configuration, in whatever order they are given', () => {
  const values = new Map([
    ['a', 1],
    ['b', 2],
    ['z', 3],
  ]);
  const bodies = [
    ['a', 'b', 'z'],
    ['z', 'a', 'b'],
    ['b', 'z', 'a'],
  ].map(listed => render({ ...EMPTY, values, listed }));
  expect(bodies[1]).toStrictEqual(bodies[0]);
  expect(bodies[2]).toStrictEqual(bodies[0]);
});

describe('the merge that the bodies are held against', () => {
  const NAMES = { secrets: [{ name: 'a' }, { name: 'b' }] };

  test.each([
    [
      NAMES,
      {
        secrets: [
          { name: 'b', value: '2' },
          { name: 'a', value: '1' },
        ],
      },
      {
        secrets: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
      },
    ],
    [
      NAMES,
      { secrets: [{ value: '1' }, { value: '2' }] },
      {
        secrets: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
      },
    ],
    [NAMES, { secrets: [{ value: '1' }] }, { secrets: [{ value: '1' }] }],
    [NAMES, { secrets: [] }, { secrets: [] }],
    [{ secrets: [] }, NAMES, NAMES],
    [NAMES, {}, NAMES],
    [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
  ])('of %j and %j is %j, so that lost values are seen', (plain, secret, merged) => {
    expect(merge(plain, secret)).toStrictEqual(merged);
  });
});
