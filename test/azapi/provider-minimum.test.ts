import { TerraformProvider, TerraformStack, Testing } from 'cdktf';
import { AzapiProvider, SessionPool } from '../../lib';
import { admittedVersions } from '../../lib/azapi/provider-minimum';
import { interpreter, POOL_ID } from '../support/fixtures';
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

class OldAzapiProvider extends TerraformProvider {
  constructor(scope: TerraformStack) {
    super(scope, 'azapi', {
      terraformResourceType: 'azapi',
      terraformGeneratorMetadata: { providerName: 'azapi', providerVersionConstraint: '~> 1.0' },
      terraformProviderSource: 'azure/azapi',
    });
  }
}

function stackWith(version: string): TerraformStack {
  const stack = new TerraformStack(testApp(), 'stack');
  new OtherAzapiProvider(stack, version);
  interpreter(stack);
  return stack;
}

test.each([
  ['2.12.0', 'newer'],
  ['2.13.1', 'newer'],
  ['= 2.12.0', 'newer'],
  ['v2.12.0', 'newer'],
  ['3.0.0', 'newer'],
  ['>= 2.12.0, < 3.0.0', 'newer'],
  ['> 2.12.0', 'newer'],
  ['~> 2.12.0', 'newer'],
  ['~> 2.12', 'newer'],
  ['>= 2.3.0', 'both'],
  ['>= 2.3.0, != 2.4.0', 'both'],
  ['> 2.11.9', 'both'],
  ['~> 2.3', 'both'],
  ['~> 2', 'both'],
  ['~> 1', 'both'],
  ['<= 2.12.0', 'both'],
  ['< 2.12.1', 'both'],
  ['2.3.0', 'older'],
  ['2.11.9', 'older'],
  ['1.15.0', 'older'],
  ['~> 2.3.0', 'older'],
  ['~> 2.11.5', 'older'],
  ['~> 1.0', 'older'],
  ['< 2.12.0', 'older'],
  ['<= 2.11', 'older'],
  ['>= 2.0, < 2.12', 'older'],
  ['latest', undefined],
  ['', undefined],
])('%j admits %s versions', (constraint, expected) => {
  expect(admittedVersions(constraint)).toBe(expected);
});

test('a provider of another binding that is too old is an error', () => {
  expect(stackWith('2.3.0').node.validate()).toEqual([
    "provider 'stack/azapi' requires azapi 2.3.0: session pools need 2.12.0 or newer; update the binding, or use AzapiProvider of this library",
  ]);
});

test('a constraint that an older binding has is an error too', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new OldAzapiProvider(stack);
  interpreter(stack);
  expect(stack.node.validate()).toEqual([
    "provider 'stack/azapi' requires azapi ~> 1.0: session pools need 2.12.0 or newer; update the binding, or use AzapiProvider of this library",
  ]);
});

test('an override of the stack is what counts', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi');
  interpreter(stack);
  stack.addOverride('terraform.required_providers.azapi.version', '2.3.0');
  expect(stack.node.validate()).toEqual([
    "the override of 'stack' requires azapi 2.3.0: session pools need 2.12.0 or newer; update the binding, or use AzapiProvider of this library",
  ]);
});

test('stacks without a resource are checked too', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new OtherAzapiProvider(stack, '2.3.0');
  void SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID).poolManagementEndpoint;
  expect(stack.node.validate()).toHaveLength(1);
});

test('fails the synthesis', () => {
  const stack = stackWith('2.3.0');
  expect(() => Testing.synth(stack, true)).toThrow("provider 'stack/azapi' requires azapi 2.3.0: session pools need 2.12.0 or newer");
});

test.each([
  ['latest', 'which is not a version constraint that can be checked here: session pools need 2.12.0 or newer'],
  ['~> 2.3', "which admits versions that are too old: session pools need 2.12.0 or newer; require '>= 2.12.0'"],
])('the version %s is a warning, once', (version, message) => {
  const stack = stackWith(version);
  expect([...stack.node.validate(), ...stack.node.validate()]).toEqual([]);
  expect(warningsOf(stack)).toEqual([`provider 'stack/azapi' requires azapi ${version}, ${message}`]);
});

test.each(['2.12.0', '~> 2.12'])('%s is accepted', version => {
  const stack = stackWith(version);
  expect([...stack.node.validate(), ...warningsOf(stack)]).toEqual([]);
});

test('the provider of this library is accepted', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi');
  interpreter(stack);
  expect(stack.node.validate()).toEqual([]);
});
