import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

/** No preview. */
export const GA_API_VERSION: ISessionPoolRule = {
  ruleId: 'SessionPoolGaApiVersion',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.WARNING,
  cause: 'The api version is a preview.',
  explanation: 'Previews come without a service level and are switched off after a while; their properties change without notice.',
  remedy: 'leave apiVersion out, and do without NodeLTS, Shell and MCP in production',
  check: pool =>
    pool.apiVersion !== undefined && pool.isKnown(pool.apiVersion) && /-preview$/i.test(pool.apiVersion)
      ? [`API version '${pool.apiVersion}' is a preview`]
      : [],
};
