/** What a warning is about. */
interface WarningDescription {
  /** What the construct does, and why that matters. */
  readonly cause: string;
  /** What to do instead. */
  readonly remedy: string;
  /** The properties and methods that cause it, whose documentation names the warning; none where any property can. */
  readonly causedBy: string[];
}

/** A type for each ID. */
function describe<Id extends string>(warnings: { readonly [id in Id]: WarningDescription }): { readonly [id in Id]: WarningDescription } {
  return warnings;
}

/**
 * The warnings by ID. An ID never changes: users acknowledge by it. `docs/warnings.md` is written from here.
 */
export const WARNINGS = describe({
  'unknown-api-version': {
    cause: 'The API version is not one that this library knows: nothing checks that it has what the pool uses.',
    remedy: 'Leave `apiVersion` or `sessionsApiVersion` out, or use a version of docs/api-versions.md.',
    causedBy: [
      'SessionPoolSettings.apiVersion',
      'CodeInterpreterPoolSettings.sessionsApiVersion',
      'SessionPoolAttributes.sessionsApiVersion',
    ],
  },
  'unknown-container-type': {
    cause: 'The container type is not one that this library knows: nothing checks that the API version has it.',
    remedy: 'Use a constant of `CodeInterpreterType`; for a new type, give `apiVersion` too.',
    causedBy: ['CodeInterpreterType.of'],
  },
  'unknown-property': {
    cause: 'The construct does not have the property, and ignores it. A misspelt property is an error.',
    remedy: 'Remove the property; acknowledge the warning where options are shared between constructs.',
    causedBy: [],
  },
  'unknown-region': {
    cause: 'The region is in no list of regions with session pools: the create may fail with `LocationNotAvailableForResourceType`.',
    remedy: 'Use another region, or acknowledge the warning for a region that is new.',
    causedBy: ['SessionPoolOptions.location'],
  },
  'name-hyphen': {
    cause: "The schema in azapi rejects a hyphen in the name, although ARM accepts it: azapi's schema validation is disabled for the pool.",
    remedy: 'Use a name without hyphens, or leave `sessionPoolName` out.',
    causedBy: ['SessionPoolOptions.sessionPoolName'],
  },
  'name-length': {
    cause: 'The Azure CLI does not manage pools whose names have more than 32 characters.',
    remedy: 'Use a shorter name, or leave `sessionPoolName` out.',
    causedBy: ['SessionPoolOptions.sessionPoolName'],
  },
  'duplicate-name': {
    cause: 'Two stacks of the app define the same resource of Azure: each deployment changes it, and destroying one stack deletes it.',
    remedy: 'Use different names or resource groups, or import the resource in one of the stacks.',
    causedBy: ['SessionPoolOptions.sessionPoolName'],
  },
  'duplicate-grant': {
    cause: 'One role assignment is granted in two places with different IDs: the first stays the only one.',
    remedy: 'Grant the role in one place, or with the same `id` in all.',
    causedBy: ['SessionPoolGrantOptions.id'],
  },
  'other-registry': {
    cause: 'The image is in another registry than the credentials are for: no pull uses them.',
    remedy: 'Name the registry of the image, or acknowledge the warning for a placeholder image that is replaced later.',
    causedBy: ['CustomContainerPoolProps.registryCredentials'],
  },
  'identity-pull': {
    cause: 'The host is not known to be an Azure container registry: an identity pulls from nowhere else.',
    remedy: 'Use `RegistryCredentials.fromUsernamePassword`, or acknowledge the warning for a registry with a host name of its own.',
    causedBy: ['CustomContainerPoolProps.registryCredentials'],
  },
  'pull-grant-address': {
    cause:
      'The address of the role assignment that pulls the image depends on the other pools of the stack: registries or identities have one name.',
    remedy: "Give each `pullGrant` an ID: `ImagePullGrant.assign({ id: 'one' })`.",
    causedBy: ['ImagePullGrantOptions.id'],
  },
  'egress-enabled': {
    cause: 'Code in the sessions can reach the internet, attack others and carry data away.',
    remedy: 'Leave `networkStatus` out: egress is then disabled.',
    causedBy: ['SessionPoolSettings.networkStatus'],
  },
  'long-cooldown': {
    cause: 'An idle session, and what ran in it, stays for more than 15 minutes.',
    remedy: 'Use a cooldown of at most 900 seconds.',
    causedBy: ['CodeInterpreterPoolSettings.cooldownPeriodInSeconds', 'TimedLifecycleOptions.cooldownPeriodInSeconds'],
  },
  'max-sessions': {
    cause: 'No documented pool type supports more than 600 sessions.',
    remedy: 'Use several pools.',
    causedBy: ['SessionPoolOptions.maxConcurrentSessions'],
  },
  'cpu-memory': {
    cause: 'CPU and memory are outside of what is documented for sessions: 0.25 to 2 cores with 2Gi for each core.',
    remedy: 'Use documented values, or test the ones that you need.',
    causedBy: ['CustomContainerPoolProps.cpu', 'CustomContainerPoolProps.memory'],
  },
  'image-tag': {
    cause: 'The pool caches the image: when the tag moves, it is not pulled again.',
    remedy: 'Use a unique tag or, better, a digest.',
    causedBy: ['CustomContainerPoolProps.image'],
  },
  'probe-bounds': {
    cause: 'A setting of a probe is outside of its documented range. Azure is known to accept more.',
    remedy: 'Use a value in the range, or test the one that you need.',
    causedBy: ['failureThreshold', 'initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'terminationGracePeriodSeconds'].map(
      setting => `ContainerProbeOptions.${setting}`,
    ),
  },
  'tcp-probe': {
    cause: 'Azure documents probes by TCP connections as not supported yet.',
    remedy: 'Use `ProbeHandler.httpGet`.',
    causedBy: ['ProbeHandler.tcpSocket'],
  },
  'identity-in-sessions': {
    cause: 'Code in the sessions gets tokens of a managed identity, and can do whatever the identity may.',
    remedy: 'Leave `availableInSessions` out, or give the identity no role that untrusted code should not have.',
    causedBy: ['SessionIdentityOptions.availableInSessions'],
  },
  'system-identity-pull': {
    cause: 'The identity that pulls the image exists only after the pool: the first create cannot pull a private image.',
    remedy: 'Use `RegistryCredentials.fromUserAssignedIdentity`.',
    causedBy: ['RegistryCredentials.fromSystemAssignedIdentity'],
  },
  'secret-in-plan-file': {
    cause: 'The value of a secret comes from a variable that is not ephemeral: it is in every saved plan file.',
    remedy: 'Use `SessionSecret.ephemeral`.',
    causedBy: ['SessionSecret.fromVariable', 'SessionSecret.fromToken'],
  },
  'text-in-secret': {
    cause: 'Literal text is part of a secret, and stands in the synthesized configuration.',
    remedy: 'Put the whole value into the variable or the vault.',
    causedBy: ['SessionSecret.fromToken'],
  },
  'sensitive-in-plain': {
    cause: 'A sensitive value stands where Terraform writes it to plan and state in clear.',
    remedy: 'Use `secretEnvironmentVariables` for environment variables, and keep secrets out of everything else.',
    causedBy: ['CustomContainerPoolProps.environmentVariables'],
  },
  'secret-with-egress': {
    cause: 'Code in the sessions can read a secret and send it to the internet.',
    remedy: 'Leave `networkStatus` out, or keep the secret out of the sessions.',
    causedBy: ['CustomContainerPoolProps.secretEnvironmentVariables'],
  },
  'unused-secret': {
    cause: 'No environment variable and no registry uses a secret.',
    remedy: 'Remove it from `secrets`.',
    causedBy: ['CustomContainerPoolProps.secrets'],
  },
  'logs-go-nowhere': {
    cause:
      'The app has no diagnostic setting for the environment, or none at all for a query pack: with the destination `azure-monitor`, console ' +
      'output, lifecycle and events of sessions are kept nowhere.',
    remedy: 'Use `SessionPoolDiagnostics` or `sendLogsTo`, or acknowledge the warning where the setting is not part of the app.',
    causedBy: ['SessionPoolEnvironmentProps.logs'],
  },
  'internal-without-dns-zone': {
    cause:
      "The environment has an address in its network only, and the app has no private DNS zone for it: nothing resolves its pools' hosts.",
    remedy: 'Use `SessionPoolPrivateDnsZone`, or acknowledge the warning where the zone is not part of the app.',
    causedBy: ['SessionPoolEnvironmentProps.internal'],
  },
});

/** The ID of a warning. */
export type WarningId = keyof typeof WARNINGS;
