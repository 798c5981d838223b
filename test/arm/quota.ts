import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import { asObject } from './json';
import { normalizedLocation } from './locations';
import type { ResourceId } from './resource-id';
import type { ResourceKind } from './resource-kind';
import { resourceNotFound } from './resource-kind';
import type { ResourceStore } from './resource-store';

const RESOURCE = 'SessionPools';
/** source: a published live run of 2026 */
const LIMIT = 50;

/** How many session pools a subscription may have in a region (`quotas`), or has (`usages`); read-only here. */
export function quotaKind(what: 'quotas' | 'usages'): ResourceKind {
  return {
    builtIn: (id, store) => builtIn(what, id, store),
    // assumed: 403 for a change of a quota
    accept: () => {
      throw new ArmError(403, 'AuthorizationFailed', 'The client has no permission to change quotas.');
    },
    createdStatus: () => 200,
    render: ({ id, body }) => ({ id: id.id, name: id.name, type: `Microsoft.Quota/${what}`, ...body }),
    notFound: resourceNotFound,
  };
}

/** source: azapi types of Microsoft.Quota */
function builtIn(what: 'quotas' | 'usages', { name, scope }: ResourceId, store: ResourceStore): JsonObject | undefined {
  const [, region] = /\/providers\/Microsoft\.App\/locations\/([^/]+)$/i.exec(scope) ?? [];
  if (name.toLowerCase() !== RESOURCE.toLowerCase() || region === undefined) return undefined;
  const common = { name: { value: RESOURCE, localizedValue: RESOURCE }, unit: 'Count', isQuotaApplicable: true };
  return {
    properties:
      what === 'quotas'
        ? { ...common, limit: { limitObjectType: 'LimitValue', limitType: 'Independent', value: LIMIT } }
        : { ...common, usages: { usagesType: 'Combined', value: poolsIn(region, store) } },
  };
}

function poolsIn(region: string, store: ResourceStore): number {
  return store
    .all()
    .filter(
      ({ id, body }) =>
        id.type.toLowerCase() === 'microsoft.app/sessionpools' &&
        normalizedLocation(String(asObject(body).location)) === normalizedLocation(region),
    ).length;
}
