import type { Echo } from '../../arm/echo';
import type { LocalArm } from '../../arm/local-arm';

/** Ways to answer that must be no change for anything. */
const SAME: readonly Echo[] = [
  'recorded',
  'redacted',
  'reordered',
  'lower-cased-ids',
  'extra-read-only',
  'probe-defaults',
  'empty-lists',
  'normalized-location',
  'identity-absent',
];

/** Ways to answer that are a change, on purpose: what they tell is what a change past Terraform would look like. */
export const OTHERS: { readonly [echo in Echo]?: string } = {
  null: 'in place: properties.secrets',
  absent: 'in place: properties.secrets',
  empty: 'in place: properties.secrets',
  'reordered-identities': 'in place: properties.managedIdentitySettings',
  'policy-tags': 'in place: tags',
  // azapi leaves out user-assigned identities whose IDs are in lower case altogether.
  'ids-in-lower-case': 'in place: identity',
};

/** Ways to answer that must be no change for what is deployed. */
export function sameEchoes(arm: LocalArm): Echo[] {
  const assigned = arm.resources.some(({ body }) => JSON.stringify(body.identity ?? null).includes('userAssignedIdentities'));
  return assigned ? [...SAME] : [...SAME, 'ids-in-lower-case'];
}
