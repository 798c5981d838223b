/** What Azure may or may not insist on. Nobody has seen all of it for session pools: a client has to be right under either answer. */
export interface Rules {
  /**
   * Whether PUT, PATCH and DELETE answer 409 while an operation of the same resource runs. Else the newer request takes
   * the place of the older one.
   */
  readonly refuseBusy: boolean;

  /** Whether DELETE of an environment answers 409 while there are pools in it. Else the pools stay behind without it. */
  readonly refuseEnvironmentInUse: boolean;

  /**
   * Which parents, scopes and environments exist beside those that are here.
   * - `anything`: all that anybody names
   * - `not-deleted`: all, save what was here and has been deleted
   * - `known`: only what a test has declared
   */
  readonly existing: 'anything' | 'not-deleted' | 'known';

  /** Whether a PUT with a secret that has no value is refused. Else the value is lost. */
  readonly secretWithoutValue: 'refused' | 'lost';

  /** What a PUT at an api version that lacks probes, or MCP servers, does to those that are there. */
  readonly unknownToVersion: 'dropped' | 'kept';

  /** Which pools stay Failed until they are deleted: those whose create failed, or those whose update failed too. */
  readonly failedForGood: 'created' | 'created or updated';
}

/** The strictest that everything which is deployed by default holds. */
export const DEFAULT_RULES: Rules = {
  refuseBusy: false,
  refuseEnvironmentInUse: true,
  existing: 'not-deleted',
  secretWithoutValue: 'refused',
  unknownToVersion: 'dropped',
  failedForGood: 'created',
};

/** Everything refused that Azure may refuse, as far as no test has to declare what exists. */
export const STRICT_RULES: Rules = {
  refuseBusy: true,
  refuseEnvironmentInUse: true,
  existing: 'not-deleted',
  secretWithoutValue: 'refused',
  unknownToVersion: 'kept',
  failedForGood: 'created or updated',
};

/** Nothing refused that Azure may accept. */
export const LENIENT_RULES: Rules = {
  refuseBusy: false,
  refuseEnvironmentInUse: false,
  existing: 'anything',
  secretWithoutValue: 'lost',
  unknownToVersion: 'dropped',
  failedForGood: 'created',
};

const PRESETS: { readonly [name: string]: Rules } = { default: DEFAULT_RULES, strict: STRICT_RULES, lenient: LENIENT_RULES };

/** The rules of a name, so that a whole suite runs under others: `LOCAL_ARM_RULES=strict`. */
export function rulesNamed(name = 'default'): Rules {
  const rules = PRESETS[name];
  if (!rules) throw new Error(`LOCAL_ARM_RULES must be one of ${Object.keys(PRESETS).join(', ')}, got ${name}`);
  return rules;
}
