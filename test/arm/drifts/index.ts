import { ACCESS_DRIFTS } from './access-drifts';
import { ALERT_DRIFTS } from './alert-drifts';
import { CONTAINER_DRIFTS } from './container-drifts';
import { DNS_DRIFTS } from './dns-drifts';
import type { Drift } from './drift';
import { ENVIRONMENT_DRIFTS } from './environment-drifts';
import { IDENTITY_DRIFTS } from './identity-drifts';
import { LOG_DRIFTS } from './log-drifts';
import { POOL_DRIFTS } from './pool-drifts';
import { PROBE_DRIFTS } from './probe-drifts';
import type { Resource } from '../resource-store';

export type { Drift, DriftKind } from './drift';

/** All that can happen to what is deployed. */
export const DRIFTS: readonly Drift[] = [
  ...POOL_DRIFTS,
  ...CONTAINER_DRIFTS,
  ...PROBE_DRIFTS,
  ...IDENTITY_DRIFTS,
  ...ENVIRONMENT_DRIFTS,
  ...ALERT_DRIFTS,
  ...ACCESS_DRIFTS,
  ...LOG_DRIFTS,
  ...DNS_DRIFTS,
];

/** All that can happen to a resource as it is. */
export function driftsOf(resource: Resource): Drift[] {
  const type = resource.id.type.toLowerCase();
  return DRIFTS.filter(drift => drift.armType.toLowerCase() === type && drift.applies(resource));
}

/** The drift of an id. */
export function driftNamed(id: string): Drift {
  const drift = DRIFTS.find(each => each.id === id);
  if (!drift) throw new Error(`There is no drift ${id}`);
  return drift;
}
