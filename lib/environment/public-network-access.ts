/**
 * Whether an environment can be reached from the internet.
 *
 * @see https://learn.microsoft.com/azure/container-apps/networking
 */
export enum PublicNetworkAccess {
  /** It can be reached from the internet. */
  ENABLED = 'Enabled',

  /** It can be reached from its virtual network and through private endpoints only. */
  DISABLED = 'Disabled',
}
