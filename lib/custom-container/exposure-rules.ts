import type { SessionSecret } from '../credentials/session-secret';
import { SessionNetworkStatus } from '../pool/session-network-status';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';

/** What untrusted code can read and send away. */
export function checkExposure(exposed: SessionSecret[], networkStatus: SessionNetworkStatus | undefined, findings: Findings): void {
  if (exposed.length > 0 && networkStatus === SessionNetworkStatus.EGRESS_ENABLED) {
    findings.warn(
      'secret-with-egress',
      `secrets ${exposed.map(({ name }) => show(name)).join(', ')} can be read by code in the sessions, which can send them to the internet`,
    );
  }
}
