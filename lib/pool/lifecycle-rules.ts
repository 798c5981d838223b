import type { SessionLifecycle } from './session-lifecycle';
import { checkCooldown } from './session-pool-rules';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { checkObject, has } from '../validation/objects';

const LIFECYCLE = { type: 'SessionLifecycle', use: 'SessionLifecycle.timed or SessionLifecycle.onContainerExit' };

/** The lifecycle of a custom container pool: the cooldown is of `Timed` only, the longest life of `OnContainerExit` only. */
export function checkLifecycle(lifecycle: SessionLifecycle | undefined, findings: Findings): void {
  if (lifecycle === undefined || lifecycle === null) {
    return;
  }
  const { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } = lifecycle;
  if (!checkObject('lifecycle', lifecycle, has(lifecycle, 'lifecycleType'), LIFECYCLE, findings)) {
    return;
  }
  findings.text('lifecycle.lifecycleType', lifecycleType, {
    pattern: /^(Timed|OnContainerExit)$/,
    rule: "be 'Timed' or 'OnContainerExit'",
  });
  checkCooldown('lifecycle.cooldownPeriodInSeconds', cooldownPeriodInSeconds, findings);
  findings.integer('lifecycle.maxAlivePeriodInSeconds', maxAlivePeriodInSeconds, { min: 1, unit: 'seconds' });
  checkAbsent(lifecycleType, 'Timed', 'maxAlivePeriodInSeconds', maxAlivePeriodInSeconds, findings);
  checkAbsent(lifecycleType, 'OnContainerExit', 'cooldownPeriodInSeconds', cooldownPeriodInSeconds, findings);
}

function checkAbsent(actual: string, type: string, setting: string, value: number | undefined, findings: Findings): void {
  if (actual === type && value !== undefined && value !== null) {
    findings.error(`lifecycle.${setting} must not be given for the lifecycle '${type}', got ${show(value)}`);
  }
}
