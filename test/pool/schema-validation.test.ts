import { TerraformProvider, TerraformStack, TerraformVariable } from 'cdktf';
import { AzapiProvider } from '../../lib';
import { interpreter } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

/** The azapi provider as cdktf generates it. */
class GeneratedProvider extends TerraformProvider {
  constructor(scope: TerraformStack, providerVersion: string) {
    super(scope, 'generated', { terraformResourceType: 'azapi', terraformGeneratorMetadata: { providerName: 'azapi', providerVersion } });
  }
}

const NEWER = '2026-03-02-preview';

function checkedWith(define: (stack: TerraformStack) => void, props: object = { apiVersion: NEWER }): unknown {
  const stack = new TerraformStack(testApp(), 'stack');
  interpreter(stack, props);
  define(stack);
  return Object.values(parse(stack).resource.azapi_resource)[0].schema_validation_enabled;
}

describe("azapi's schema check of a version that only a newer azapi knows", () => {
  test.each<[string, (stack: TerraformStack) => void]>([
    ['the minimum of our provider', stack => void new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' })],
    ['a newer minimum', stack => void new AzapiProvider(stack, 'azapi', { minimumVersion: '2.14.2' })],
    ['a generated provider', stack => void new GeneratedProvider(stack, '2.13.0')],
    ['a generated provider with a constraint', stack => void new GeneratedProvider(stack, '~> 2.13')],
    ['an override', stack => stack.addOverride('terraform.required_providers.azapi.version', '>= 2.13.1')],
    [
      'several providers',
      stack => {
        new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' });
        new GeneratedProvider(stack, '2.14.0');
      },
    ],
  ])('is on where %s requires it', (_, define) => {
    expect(checkedWith(define)).toBe(true);
  });

  test.each<[string, (stack: TerraformStack) => void]>([
    ['there is no provider', () => undefined],
    ['our provider has no minimum', stack => void new AzapiProvider(stack, 'azapi')],
    ['the minimum is the oldest', stack => void new AzapiProvider(stack, 'azapi', { minimumVersion: '2.12.9' })],
    ['a generated provider is older', stack => void new GeneratedProvider(stack, '2.12.0')],
    ['a generated provider admits older ones', stack => void new GeneratedProvider(stack, '~> 2.12')],
    ['a constraint cannot be read', stack => void new GeneratedProvider(stack, 'newest')],
    [
      'one of several providers admits older ones',
      stack => {
        new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' });
        new GeneratedProvider(stack, '>= 2.12.0');
      },
    ],
  ])('is off where %s', (_, define) => {
    expect(checkedWith(define)).toBe(false);
  });

  test('is off for a name with a hyphen, and left to Terraform for a name that is known later', () => {
    const minimum = (stack: TerraformStack) => void new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' });
    expect(checkedWith(minimum, { apiVersion: NEWER, sessionPoolName: 'a-pool' })).toBe(false);
    const stack = new TerraformStack(testApp(), 'stack');
    minimum(stack);
    const { stringValue: sessionPoolName } = new TerraformVariable(stack, 'name', { type: 'string' });
    interpreter(stack, { apiVersion: NEWER, sessionPoolName });
    expect(Object.values(parse(stack).resource.azapi_resource)[0].schema_validation_enabled).toBe('${!strcontains("${var.name}", "-")}');
  });

  test.each([NEWER, '2026-01-01'])('is not written, or is bare, in HCL (%s)', apiVersion => {
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' });
    interpreter(stack, { apiVersion });
    const { hcl } = stack.toHclTerraform();
    expect(/schema_validation_enabled\s*=\s*(.*)/.exec(hcl)?.[1]).toBe(apiVersion === NEWER ? 'true' : undefined);
    expect(hcl).toContain('>= 2.13.0, < 3.0.0');
  });

  test.each(['2025-10-02-preview', '2023-11-02-preview', '2027-01-01'])('is what it was for %s', apiVersion => {
    const value = (define: (stack: TerraformStack) => void) => {
      try {
        return checkedWith(define, { apiVersion });
      } catch {
        return 'refused';
      }
    };
    expect(value(stack => void new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' }))).toBe(value(() => undefined));
  });
});

test('the minimum is what the stack requires', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi', { minimumVersion: '2.13.0' });
  expect(parse(stack)).toMatchObject({ terraform: { required_providers: { azapi: { version: '>= 2.13.0, < 3.0.0' } } } });
  expect(JSON.stringify((parse(stack) as unknown as { provider: object }).provider)).not.toContain('2.13');
});

test.each(['2.11.9', '3.0.0', '2.13', '>= 2.13.0', 'newest', ''])('the minimum %j is refused', minimumVersion => {
  const stack = new TerraformStack(testApp(), 'stack');
  expect(() => new AzapiProvider(stack, 'azapi', { minimumVersion })).toThrow(
    `AzapiProvider at 'stack/azapi' is not valid:\n  - minimumVersion must be a version from 2.12.0 to below 3.0.0, got '${minimumVersion}'`,
  );
});
