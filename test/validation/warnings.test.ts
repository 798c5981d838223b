import type { Acknowledgement, CodeInterpreterPoolProps, CustomContainerPoolProps, SessionPool } from '../../lib';
import { ContainerProbe, ProbeHandler, SessionLifecycle, SessionNetworkStatus } from '../../lib';
import { WARNINGS } from '../../lib/validation/warnings';
import { container, interpreter } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

type Interpreter = Partial<CodeInterpreterPoolProps>;
type Container = Partial<CustomContainerPoolProps>;
type Row<P> = [id: keyof typeof WARNINGS, props: P, message: string];

const INTERPRETERS: Array<Row<Interpreter>> = [
  [
    'unknown-api-version',
    { apiVersion: '2030-01-01' },
    "apiVersion '2030-01-01' is not known to this library: nothing checks that it has what the pool uses",
  ],
  [
    'unknown-region',
    { location: 'Mars North' },
    "location 'Mars North' is in no list of regions with session pools: the create may fail with LocationNotAvailableForResourceType",
  ],
  [
    'name-hyphen',
    { sessionPoolName: 'my-pool' },
    "sessionPoolName 'my-pool' contains a hyphen: azapi's schema rejects it although ARM accepts it, so schema validation is disabled for this pool",
  ],
  [
    'name-length',
    { sessionPoolName: 'a'.repeat(33) },
    `sessionPoolName '${'a'.repeat(33)}' has 33 characters: the Azure CLI manages pools with up to 32`,
  ],
  [
    'egress-enabled',
    { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
    'networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away',
  ],
  [
    'long-cooldown',
    { cooldownPeriodInSeconds: 901 },
    'cooldownPeriodInSeconds is 901 seconds: what ran in an idle session stays there for more than 15 minutes',
  ],
];

const CONTAINERS: Array<Row<Container>> = [
  [
    'long-cooldown',
    { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 1000 }) },
    'lifecycle.cooldownPeriodInSeconds is 1000 seconds: what ran in an idle session stays there for more than 15 minutes',
  ],
  ['max-sessions', { maxConcurrentSessions: 601 }, 'maxConcurrentSessions is 601: no documented pool type supports more than 600 sessions'],
  ['cpu-memory', { cpu: 3 }, 'cpu (3) and memory (0.5Gi) are documented from 0.25 to 2 cores with 2Gi for each core'],
  ['cpu-memory', { memory: '5Gi' }, 'cpu (0.25) and memory (5Gi) are documented from 0.25 to 2 cores with 2Gi for each core'],
  [
    'image-tag',
    { image: 'app' },
    'image has no tag: the pool caches the image and does not see that the tag moves; use a unique tag or a digest',
  ],
  [
    'image-tag',
    { image: 'app:latest' },
    "image has the tag 'latest': the pool caches the image and does not see that the tag moves; use a unique tag or a digest",
  ],
  [
    'probe-bounds',
    { probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80 }), { failureThreshold: 30 })] },
    'probes[0].failureThreshold is 30: the documented range is 1 to 10',
  ],
  [
    'tcp-probe',
    { probes: [ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 80 }))] },
    'probes[0].tcpSocket is documented as not supported yet: prefer httpGet',
  ],
];

function warnings(build: (props: { acknowledgements?: Acknowledgement[] }) => SessionPool, acknowledged?: string): string[] {
  return warningsOf(build(acknowledged === undefined ? {} : { acknowledgements: [{ id: acknowledged, reason: 'we know' }] }));
}

describe.each([...INTERPRETERS.map(row => ['interpreter', ...row] as const), ...CONTAINERS.map(row => ['container', ...row] as const)])(
  'a pool (%s) warns with %s',
  (kind, id, props, message) => {
    const build = (acknowledged?: string) => {
      let result: string[] = [];
      synthesize(stack => {
        result = warnings(
          more =>
            kind === 'interpreter'
              ? interpreter(stack, { ...(props as Interpreter), ...more })
              : container(stack, { ...(props as Container), ...more }),
          acknowledged,
        );
      });
      return result;
    };

    test('and its exact message', () => expect(build()).toStrictEqual([`[${id}] ${message}`]));

    test('and is silent where that is acknowledged', () => expect(build(id)).toStrictEqual([]));

    test('also where another warning is acknowledged', () => {
      const other = Object.keys(WARNINGS).find(each => each !== id);
      expect(build(other)).toStrictEqual([`[${id}] ${message}`]);
    });
  },
);

test('every warning of these suites has an id that users can acknowledge', () => {
  expect(Object.keys(WARNINGS)).toEqual(expect.arrayContaining([...INTERPRETERS, ...CONTAINERS].map(([id]) => id)));
});

test('a pool that is refused does not warn', () => {
  synthesize(stack => {
    expect(() => interpreter(stack, { sessionPoolName: 'my-pool', maxConcurrentSessions: 0 })).toThrow('maxConcurrentSessions');
    expect(warningsOf(stack)).toStrictEqual([]);
  });
});
