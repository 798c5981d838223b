import { TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { SessionSecret } from '../../lib';
import { RESOURCE_GROUP_ID } from '../support/fixtures';

/** Where a container is in the body. */
export const CONTAINER = 'properties.customContainerTemplate.containers[0]';

/** Where the lifecycle is in the body. */
export const LIFECYCLE = 'properties.dynamicPoolConfiguration.lifecycleConfiguration';

export const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one`;
export const OTHER_IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/two`;

/** A variable, as text. */
export function variable(scope: Construct): string {
  return new TerraformVariable(scope, 'variable', { type: 'string' }).stringValue;
}

/** A variable, as a number. */
export function numberVariable(scope: Construct, id = 'number'): number {
  return new TerraformVariable(scope, id, { type: 'number' }).numberValue;
}

/** A secret whose value is the variable of its name. */
export function secretOf(name: string): SessionSecret {
  return SessionSecret.fromToken(name, Token.asString({ resolve: () => `\${var.${name}}` }));
}

/** Lower-case letters and digits. */
export function letters(min: number, max: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: min, maxLength: max });
}

/** Text that Terraform keeps as it is. */
export const TEXTS: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map(each => each.normalize())
  .filter(each => !/TfToken/.test(each));

/** Names of pools and of containers. */
export const NAMES: fc.Arbitrary<string> = letters(2, 20).map(rest => `p${rest}`);

/** Numbers outside of a range, and what is no whole number. */
export function outside(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ max: min - 1 }),
    fc.integer({ min: max + 1 }),
    fc.double({ noInteger: true }),
    fc.constantFrom(NaN, Infinity, -Infinity),
  );
}
