import { TerraformVariable, Token } from 'cdktf';
import type { Kind, StructProperty } from '../support/assembly';
import { STRUCTS } from '../support/assembly';
import { PLACES } from '../support/places';
import { synthesize } from '../support/synth';

/** Structs that say what is synthesized or computed before Terraform runs. None of their properties reaches the configuration. */
const BEFORE_TERRAFORM: { readonly [struct: string]: string } = {
  Acknowledgement: 'warnings and policies are reported when the app is synthesized',
  CodeInterpreterPoolFleetMember: 'it is what a fleet gives, not what it takes',
  PolicyParameters: 'policies are checked when the app is synthesized',
  SessionPoolPoliciesProps: 'policies are checked when the app is synthesized',
  SynthesizedSessionPool: 'it is what assertions give, not what they take',
  SessionPoolLoad: 'sizes are computed when the app is synthesized',
};

/** Properties that are names in the configuration itself, that Terraform takes as literals only, or that stay out of it. */
const NOT_A_VALUE = [
  'AzapiProviderConfig.alias',
  'EphemeralSecretOptions.description',
  'EphemeralSecretOptions.variableName',
  'SessionPoolAttributes.containerType',
  'SessionPoolEndpointsOptions.containerType',
];

/** Properties that decide which resources or URLs there are, which has to be known before Terraform runs. */
const STEERING = [
  'CodeInterpreterPoolFleetProps.sessions',
  'CodeInterpreterPoolFleetProps.locations',
  'CodeInterpreterPoolFleetProps.maxConcurrentSessionsPerPool',
  'CodeInterpreterPoolFleetProps.sessionPoolNamePrefix',
  'CodeInterpreterPoolFleetProps.adoptExisting',
  'CodeInterpreterPoolFleetGrantOptions.adoptExisting',
  'CodeInterpreterPoolFleetGrantOptions.id',
  'SessionPoolGrantOptions.adoptExisting',
  'SessionPoolGrantOptions.id',
  'ImagePullGrantOptions.adoptExisting',
  'ImagePullGrantOptions.id',
  'SessionPoolDiagnosticsOptions.consoleLogsPlan',
  'SessionPoolDiagnosticsProps.consoleLogsPlan',
  'SessionPoolQueryPackProps.adoptExistingQueries',
  'AzapiProviderConfig.minimumVersion',
  'SessionPoolEndpointsOptions.apiVersion',
  'SessionPoolQuotaCheckProps.location',
  ...STRUCTS.filter(({ properties }) => properties.some(({ name }) => name === 'sessionsApiVersion')).map(
    ({ name }) => `${name}.sessionsApiVersion`,
  ),
  ...STRUCTS.filter(({ properties }) => properties.some(({ name }) => name === 'ignoreTags')).map(({ name }) => `${name}.ignoreTags`),
];

type Case = [title: string, struct: string, property: StructProperty];

const cases = STRUCTS.filter(({ name }) => !(name in BEFORE_TERRAFORM)).flatMap(({ name, properties }): Case[] =>
  properties.map(property => [`${name}.${property.name}`, name, property]),
);
const values = cases.filter(
  ([title, , { kind }]) => kind !== 'object' && kind !== 'flag' && ![...NOT_A_VALUE, ...STEERING].includes(title),
);
const steering = cases.filter(([title]) => STEERING.includes(title));
const flags = cases.filter(([, , { kind }]) => kind === 'flag');

function tokenOf(variable: TerraformVariable, kind: Kind): unknown {
  switch (kind) {
    case 'string':
      return variable.stringValue;
    case 'number':
      return variable.numberValue;
    case 'list':
      return variable.listValue;
    case 'map':
      return Token.asStringMap(variable.value);
    default:
      return variable.booleanValue;
  }
}

/** What checks a value when Terraform plans is no use that is made of it. */
const withoutChecks = (key: string, value: unknown) => (key === 'precondition' || key === 'postcondition' ? undefined : value);

let accepted = 0;

afterAll(() => process.stdout.write(`properties that accept a token: ${accepted} of ${values.length}\n`));

test('every struct of the assembly has a place where it is tested', () => {
  expect(STRUCTS.map(({ name }) => name).filter(name => !(name in PLACES) && !(name in BEFORE_TERRAFORM))).toStrictEqual([]);
});

test.each(values)('%s (a token) survives to the configuration', (_, struct, { name, kind }) => {
  const configuration = synthesize(stack => {
    const given = { [name]: tokenOf(new TerraformVariable(stack, 'tested', { type: 'any' }), kind) };
    PLACES[struct](stack, given as never, new TerraformVariable(stack, 'other', { type: 'string' }).stringValue);
  });
  const { variable, ...rest } = configuration;
  expect(JSON.stringify(rest, withoutChecks)).toContain('var.tested');
  expect(JSON.stringify(rest)).not.toMatch(/TfToken|e\+298/);
  accepted++;
});

test.each(steering)('%s decides what is synthesized: a token is refused', (_, struct, { name, kind }) => {
  synthesize(stack => {
    const given = { [name]: tokenOf(new TerraformVariable(stack, 'tested', { type: 'any' }), kind) };
    expect(() => PLACES[struct](stack, given as never, '')).toThrow(
      `${name} must be known when the configuration is written, got a token: `,
    );
  });
});

test.each(flags)('%s steers what is synthesized: a token is refused', (_, struct, { name }) => {
  synthesize(stack => {
    const given = { [name]: new TerraformVariable(stack, 'tested', { type: 'any' }).booleanValue };
    expect(() => PLACES[struct](stack, given as never, '')).toThrow(
      `${name} must be true or false, got a token: it steers what is synthesized`,
    );
  });
});
