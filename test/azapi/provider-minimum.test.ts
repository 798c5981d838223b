import type { App } from 'cdktf';
import { TerraformProvider, TerraformStack } from 'cdktf';
import { AzapiProvider } from '../../lib';
import { admitsMinimum } from '../../lib/azapi/provider-minimum';
import { interpreter } from '../support/fixtures';
import { testApp, warningsOf } from '../support/synth';

class OtherAzapiProvider extends TerraformProvider {
  constructor(scope: TerraformStack, providerVersion: string) {
    super(scope, 'azapi', {
      terraformResourceType: 'azapi',
      terraformGeneratorMetadata: { providerName: 'azapi', providerVersion },
      terraformProviderSource: 'azure/azapi',
    });
  }
}

function stackWith(version: string): TerraformStack {
  const stack = new TerraformStack(testApp() as App, 'stack');
  new OtherAzapiProvider(stack, version);
  interpreter(stack);
  return stack;
}

test.each([
  ['2.12.0', true],
  ['2.13.1', true],
  ['= 2.12.0', true],
  ['v2.12.0', true],
  ['>= 2.3.0', true],
  ['>= 2.12.0, < 3.0.0', true],
  ['~> 2.3', true],
  ['~> 2.12.0', true],
  ['~> 2', true],
  ['<= 2.12.0', true],
  ['< 2.12.1', true],
  ['2.3.0', false],
  ['2.11.9', false],
  ['1.15.0', false],
  ['~> 2.3.0', false],
  ['~> 1.0', false],
  ['< 2.12.0', false],
  ['>= 2.0, < 2.12', false],
  ['latest', undefined],
  ['', undefined],
])('%j admits 2.12.0: %s', (constraint, expected) => {
  expect(admitsMinimum(constraint)).toBe(expected);
});

test('a provider of another binding that is too old is an error', () => {
  expect(stackWith('2.3.0').node.validate()).toEqual([
    "provider 'stack/azapi' requires azapi 2.3.0: session pools need 2.12.0 or newer; update the binding, or use AzapiProvider of this library",
  ]);
});

test('a version that is not understood is a warning', () => {
  const stack = stackWith('latest');
  expect(stack.node.validate()).toEqual([]);
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/^\[azapi-version\] the azapi provider requires the version latest, /)]);
});

test.each(['2.12.0', '~> 2.12'])('%s is accepted', version => {
  const stack = stackWith(version);
  expect([...stack.node.validate(), ...warningsOf(stack)]).toEqual([]);
});

test('the provider of this library is accepted', () => {
  const stack = new TerraformStack(testApp() as App, 'stack');
  new AzapiProvider(stack, 'azapi');
  interpreter(stack);
  expect(stack.node.validate()).toEqual([]);
});
