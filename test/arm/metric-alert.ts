import { ArmError } from './arm-error';
import { genericKind } from './generic-resource';
import type { JsonObject } from './json';
import { asList, asObject, asObjects } from './json';
import type { ResourceKind, Write } from './resource-kind';
import { requireScopes } from './tracked-resource';

/** source: documentation of the metrics of session pools */
const SESSION_POOL_METRICS = ['PoolExecutingPodCount', 'PoolPendingPodCount', 'PoolReadyPodCount'];

export function metricAlertKind(tenantId: string, clientId: string): ResourceKind {
  return { ...genericKind(tenantId, clientId), accept };
}

/** assumed: 400 BadRequest and these words for metric alerts that the documentation says are wrong */
function accept(write: Write): JsonObject {
  const { body } = write;
  const given = asObject(body.properties);
  if (body.location !== 'global') throw new ArmError(400, 'BadRequest', 'The location of a metric alert must be global.');
  if (asList(given.scopes).length === 0) throw new ArmError(400, 'BadRequest', 'A metric alert must have a scope.');
  requireScopes(write);
  const severity = Number(given.severity);
  if (severity < 0 || severity > 4) throw new ArmError(400, 'BadRequest', 'severity must be between 0 and 4.');
  for (const { metricNamespace, metricName } of asObjects(asObject(given.criteria).allOf)) {
    const known =
      String(metricNamespace).toLowerCase() !== 'microsoft.app/sessionpools' || SESSION_POOL_METRICS.includes(String(metricName));
    if (!known) throw new ArmError(400, 'BadRequest', `Couldn't find a metric named ${String(metricName)}. Make sure the name is correct.`);
  }
  return body;
}
