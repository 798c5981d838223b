import { Random } from './random';
import { builtInRules } from '../../../lib/policies/rules';

type Json = { [name: string]: unknown };

const SEED = 20261125;
const RULES = builtInRules().map(({ ruleId }) => ruleId);
const PARAMETERS: { readonly [name: string]: readonly unknown[] } = {
  requiredTags: [[], ['owner'], ['owner', 'costCenter'], 'owner', null, {}, [''], [5], [null], [['owner']], [' \u00a0'], 0],
  allowedLocations: [[], ['westeurope'], ['West Europe', 'eastus'], 'westeurope', null, { westeurope: true }, ['\t'], [true]],
  maxConcurrentSessions: [1, 20, 600, 2147483647, 2147483648, 0, -1, 1.5, '100', null, true, [100], {}],
  maxCooldownPeriodInSeconds: [1, 300, 900, 901, 0, -300, 0.5, '900', null, false, []],
  levels: [{}, null, [], 'off', 5, ['off']],
  additionalRuleIds: [[], ['CustomPoolSize'], 'CustomPoolSize', null, [''], [7], {}],
  requireExpiry: [true, false, 'true', null, 1, []],
  allowNothingToJudge: [true, false, 'yes', null, 0],
  allowUnknownAfterApply: [true, false, 'no', null, {}],
};
const LEVELS = ['off', 'warning', 'error', 'critical', 'Error', 'OFF', '', null, true, ['off'], 'none'];
const IDS = [...RULES, 'SessionPoolEgress', 'sessionpoolegressdisabled', 'CustomPoolSize', '', ' ', null, 5, ['SessionPoolCooldown']];
const REASONS = ['the agent searches the web', 'x', 'Grund: größer', '原因', '', ' ', '\u2003', null, 5, {}, ['x']];
const PATHS = ['stack', 'stack/pool', 'stack/poo', 'azapi_resource.pool', 'elsewhere', '', ' ', null, 5];
const DAYS = [
  '2999-12-31',
  '2996-02-29',
  '2026-01-31',
  '0000-01-01',
  '2999-02-31',
  '2997-02-29',
  '2999-1-31',
  '29991231',
  'never',
  '',
  null,
  5,
];
const MISPLACED = [
  'paramters',
  'levels',
  'requiredTags',
  'acknowledgments',
  'acknowledgement',
  'exception',
  'params',
  'maxConcurrentSessions',
];

/** Data files, right ones and wrong ones, the same in every run. */
export function dataFiles(count: number): unknown[] {
  const random = new Random(SEED);
  return [...STATIC, ...Array.from({ length: count }, () => ({ session_pools: data(random) }))].slice(0, count);
}

const STATIC: unknown[] = [
  {},
  [],
  { session_pool: { parameters: {} } },
  { session_pools: null },
  { session_pools: [] },
  { session_pools: {} },
  { session_pools: { parameters: null } },
  { session_pools: { parameters: [] } },
  { session_pools: { parameters: {} } },
  { session_pools: { parameters: {}, acknowledgements: null } },
  { session_pools: { parameters: {}, acknowledgements: {} } },
  { session_pools: { parameters: {}, exceptions: { ruleId: 'SessionPoolCooldown' } } },
  { session_pools: { parameters: { requiredTag: ['owner'] } } },
];

function data(random: Random): Json {
  const result: Json = { parameters: parameters(random) };
  if (random.below(2) === 0) {
    result.acknowledgements = list(random, () => acknowledgement(random, 'id'));
  }
  if (random.below(4) === 0) {
    result.exceptions = list(random, () => acknowledgement(random, 'ruleId'));
  }
  if (random.below(12) === 0) {
    result[random.of(MISPLACED)] = random.of([{}, [], 'off', null]);
  }
  if (random.below(20) === 0) {
    delete result.parameters;
  }
  return result;
}

function parameters(random: Random): Json {
  const result: Json = {};
  for (const [name, values] of Object.entries(PARAMETERS)) {
    if (random.below(4) === 0) {
      // Many files are right: the first values are.
      result[name] = random.below(8) === 0 ? random.of(values) : values[random.below(Math.min(2, values.length))];
    }
  }
  if (random.below(3) === 0) {
    result.levels = Object.fromEntries(
      Array.from({ length: 1 + random.below(2) }, () => [
        random.below(10) === 0 ? 'SessionPoolNone' : random.of(RULES),
        random.below(8) === 0 ? random.of(LEVELS) : random.of(LEVELS.slice(0, 4)),
      ]),
    );
  }
  if (random.below(15) === 0) {
    result[random.of(['requiredTag', 'level', 'maxSessions'])] = random.of([[], 'x', null]);
  }
  return result;
}

function list(random: Random, item: () => unknown): unknown {
  return random.below(12) === 0 ? random.of([null, {}, 'x', 5]) : Array.from({ length: 1 + random.below(3) }, item);
}

function acknowledgement(random: Random, id: string): unknown {
  if (random.below(20) === 0) {
    return random.of([null, 'SessionPoolEgressDisabled', [], 5]);
  }
  const mostly = <T>(right: readonly T[], all: readonly T[]) => random.of(random.below(24) === 0 ? all : right);
  const result: Json = {
    [id]: mostly(['SessionPoolEgressDisabled', 'SessionPoolBoundedScale', 'SessionPoolNotRaw'], IDS),
    reason: mostly(REASONS.slice(0, 4), REASONS),
  };
  if (random.below(2) === 0) {
    result.path = mostly(PATHS.slice(0, 5), PATHS);
  }
  if (random.below(2) === 0 || id === 'ruleId') {
    result.expires = mostly(DAYS.slice(0, 4), DAYS);
  }
  if (random.below(24) === 0) {
    delete result[random.of([id, 'reason', 'expires'])];
  }
  if (random.below(30) === 0) {
    result[random.of(['rule', 'until', 'ruleID', 'note'])] = 'x';
  }
  return result;
}
