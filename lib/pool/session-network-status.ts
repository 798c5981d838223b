/**
 * Whether code in the sessions can reach the network outside of them.
 *
 * @see https://learn.microsoft.com/azure/container-apps/session-pool
 */
export enum SessionNetworkStatus {
  /**
   * No outbound traffic.
   */
  EGRESS_DISABLED = 'EgressDisabled',

  /**
   * Outbound traffic is allowed. Code that is not trusted can then attack others or carry data away.
   */
  EGRESS_ENABLED = 'EgressEnabled',
}
