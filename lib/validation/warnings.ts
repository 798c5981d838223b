/**
 * The ids of the warnings and what each is about. An id never changes: users acknowledge by it.
 */
export const WARNINGS = {
  'unknown-api-version': 'the api version is not one that this library knows',
  'unknown-container-type': 'the container type is not one that this library knows',
  'unknown-property': 'a property that the construct does not have, and ignores',
  'unknown-region': 'the region is in none of the lists of regions with session pools',
  'name-hyphen': 'the schema that is embedded in azapi objects to a hyphen in the name',
  'name-length': 'the Azure CLI does not manage pools with names over 32 characters',
  'azapi-version': 'the azapi that the stack requires may be too old',
  'duplicate-name': 'two stacks of the app define one resource of Azure',
  'egress-enabled': 'code in the sessions can reach the internet',
  'long-cooldown': 'idle sessions live longer than 15 minutes',
  'max-sessions': 'more sessions than are documented for one pool',
  'cpu-memory': 'cpu and memory are outside what is documented for sessions',
  'image-tag': 'the pool caches the image: a tag that moves is not pulled again',
  'probe-bounds': 'a probe setting is outside its documented range',
  'tcp-probe': 'TCP probes are documented as not supported yet',
  'identity-in-sessions': 'code in the sessions gets tokens of a managed identity',
  'system-identity-pull': 'the pool pulls its image with an identity that exists only after the pool',
  'secret-in-plan-file': 'the value of a secret is in saved plan files',
  'text-in-secret': 'literal text is part of a secret',
  'sensitive-in-plain': 'a sensitive value stands where Terraform writes it to plan and state in clear',
  'secret-with-egress': 'code in the sessions can read a secret and send it to the internet',
  'unused-secret': 'nothing uses a secret',
  'duplicate-grant': 'one role assignment is granted in two places with different ids',
  'pull-grant-address': 'the address of a role assignment depends on the other pools of the stack',
} as const;

/** The id of a warning. */
export type WarningId = keyof typeof WARNINGS;
