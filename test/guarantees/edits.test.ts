import { DataResource, TerraformStack } from 'cdktf';
import { AzapiProvider, SessionSecret } from '../../lib';
import { KINDS, worldsOf } from '../e2e/support/worlds';
import { CONSTRUCTS } from '../support/assembly';
import { testApp } from '../support/synth';

/** Constructs that hand their arguments to azapi as they are, and actions on a pool and checks, which are no resource of Azure. */
const THIN = /^(AzapiProviderConfig|(Ephemeral|Data)?Azapi\w+Config|McpServerApiKey(Rotation)?Props|SessionPoolQuotaCheckProps)$/;

/** Properties that are not edited, and why. */
const EXEMPT: { readonly [property: string]: string } = {};

function editedIn(struct: string): { [property: string]: readonly unknown[] } {
  const stack = new TerraformStack(testApp(), 'stack');
  const secrets = { one: SessionSecret.ephemeral(stack, 'one'), two: SessionSecret.ephemeral(stack, 'two') };
  const provider = new AzapiProvider(stack, 'azapi');
  return KINDS[struct].edits({ secrets, provider, before: new DataResource(stack, 'before') }) as {
    [property: string]: readonly unknown[];
  };
}

const STRUCTS = CONSTRUCTS.map(({ props }) => props).filter(({ name }) => !THIN.test(name));

test('every construct of the assembly is edited with everything around it', () => {
  expect(Object.keys(KINDS).sort()).toStrictEqual(STRUCTS.map(({ name }) => name).sort());
});

test.each(STRUCTS.map(({ name, properties }) => [name, properties] as const))('every property of %s has an edit', (name, properties) => {
  const edits = editedIn(name);
  const names = properties.map(property => property.name).filter(property => !(`${name}.${property}` in EXEMPT));
  expect(
    Object.keys(edits)
      .filter(property => edits[property].length > 0)
      .sort(),
  ).toStrictEqual(names.sort());
});

test('an exemption is for a property that there is', () => {
  const all = STRUCTS.flatMap(({ name, properties }) => properties.map(property => `${name}.${property.name}`));
  expect(Object.keys(EXEMPT).filter(property => !all.includes(property))).toStrictEqual([]);
});

test.each(Object.keys(KINDS))('the worlds of %s have names of their own', struct => {
  const names = worldsOf(struct, editedIn(struct) as never).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
