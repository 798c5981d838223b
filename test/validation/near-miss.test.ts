import { nearMissOf } from '../../lib/validation/near-miss';

const NAMES = [
  'maxConcurrentSessions',
  'tags',
  'cpu',
  'args',
  'containerType',
  'timeouts',
  'sessionPoolName',
  'cooldownPeriodInSeconds',
  'initialDelaySeconds',
];

test.each<[string, string | undefined]>([
  ['maxConcurentSessions', 'maxConcurrentSessions'],
  ['maxConcurrentSession', 'maxConcurrentSessions'],
  ['maxConcurrentSesions', 'maxConcurrentSessions'],
  ['maxconcurrentsessions', 'maxConcurrentSessions'],
  ['maxConcurrnetSessions', 'maxConcurrentSessions'],
  ['maxConcurentSesions', 'maxConcurrentSessions'],
  ['maxConcurentSesion', undefined],
  ['MAXCONCURRENTSESSIONS', 'maxConcurrentSessions'],
  ['sessionpoolname', 'sessionPoolName'],
  ['tag', 'tags'],
  ['tagss', 'tags'],
  ['stag', undefined],
  ['gpu', 'cpu'],
  ['cpus', 'cpu'],
  ['cups', undefined],
  ['timeout', 'timeouts'],
  ['containerName', undefined],
  ['name', undefined],
  ['max_concurrent_sessions', 'maxConcurrentSessions'],
  ['max-concurrent-sessions', 'maxConcurrentSessions'],
  ['Max Concurrent Sessions', 'maxConcurrentSessions'],
  ['cooldown_period_in_seconds', 'cooldownPeriodInSeconds'],
  ['cooldownPeriod', 'cooldownPeriodInSeconds'],
  ['cooldownPeriodSeconds', 'cooldownPeriodInSeconds'],
  ['cooldownPeriodInMinutes', 'cooldownPeriodInSeconds'],
  ['cooldown', undefined],
  ['initial_delay_in_seconds', 'initialDelaySeconds'],
  ['initialDelay', 'initialDelaySeconds'],
  ['seconds', undefined],
  ['inSeconds', undefined],
  ['', undefined],
  ['___', undefined],
  ['x'.repeat(100_000), undefined],
])('%s is meant to be %s', (text, name) => expect(nearMissOf(text, NAMES)).toBe(name));

test('the nearest name counts', () => {
  expect(nearMissOf('abcdefgi', ['abcdefij', 'abcdefgh'])).toBe('abcdefgh');
});

test('no names, no near miss', () => expect(nearMissOf('tags', [])).toBeUndefined());
