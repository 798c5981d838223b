import type { PolicyParameters } from '../policy-parameters';
import type { ISessionPoolRule } from '../session-pool-rule';
import { allowedLocations } from './allowed-locations';
import { boundedScale } from './bounded-scale';
import { cooldown } from './cooldown';
import { EGRESS_DISABLED } from './egress-disabled';
import { ENVIRONMENT_INTERNAL } from './environment-internal';
import { GA_API_VERSION } from './ga-api-version';
import { GRANTS_LEAST_PRIVILEGE } from './grants-least-privilege';
import { IMAGE_DIGEST } from './image-digest';
import { IMAGE_PULLED_BY_IDENTITY } from './image-pulled-by-identity';
import { MCP_API_KEY_DISABLED } from './mcp-api-key-disabled';
import { NO_HIDDEN_PROPERTIES } from './no-hidden-properties';
import { NO_IDENTITY_IN_SESSIONS } from './no-identity-in-sessions';
import { NO_SECRET_IN_ENVIRONMENT } from './no-secret-in-environment';
import { NO_SENSITIVE_VALUES } from './no-sensitive-values';
import { NO_WAY_OUT_FOR_SECRETS } from './no-way-out-for-secrets';
import { NOT_RAW } from './not-raw';
import { requiredTags } from './required-tags';

/** The rules, in the order in which they are documented. */
export function builtInRules(parameters: PolicyParameters = {}): ISessionPoolRule[] {
  return [
    EGRESS_DISABLED,
    NO_WAY_OUT_FOR_SECRETS,
    NO_IDENTITY_IN_SESSIONS,
    NO_SECRET_IN_ENVIRONMENT,
    NO_SENSITIVE_VALUES,
    NO_HIDDEN_PROPERTIES,
    IMAGE_DIGEST,
    IMAGE_PULLED_BY_IDENTITY,
    GRANTS_LEAST_PRIVILEGE,
    ENVIRONMENT_INTERNAL,
    MCP_API_KEY_DISABLED,
    NOT_RAW,
    GA_API_VERSION,
    cooldown(parameters),
    boundedScale(parameters),
    requiredTags(parameters),
    allowedLocations(parameters),
  ];
}
