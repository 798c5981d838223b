import type { BadInput } from './bad-input';
import { badInputs } from './bad-input';
import type { ContainerProbeOptions, HttpGetProbeOptions, TcpSocketProbeOptions } from '../../../lib';
import { ContainerProbe, ProbeHandler } from '../../../lib';

type Failure = [props: object, ...failures: string[]];

const handler = ProbeHandler.httpGet({ port: 80 });
const live = ContainerProbe.liveness(handler);
const startup = ContainerProbe.startup(handler);

function probe(options: object, ...failures: string[]): Failure {
  return [{ probes: [ContainerProbe.liveness(handler, options as ContainerProbeOptions)] }, ...failures];
}

function http(options: object, ...failures: string[]): Failure {
  return [{ probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80, ...options } as HttpGetProbeOptions))] }, ...failures];
}

function tcp(options: object, ...failures: string[]): Failure {
  return [{ probes: [ContainerProbe.startup(ProbeHandler.tcpSocket(options as TcpSocketProbeOptions))] }, ...failures];
}

const HEADER = 'probes[0].httpGet.httpHeaders[0]';

const LISTS: BadInput[] = badInputs('CustomContainerPool', [
  [{ probes: [live, live] }, 'probes must have at most one probe of each type, got 2 of type Liveness'],
  [
    { probes: [live, startup, live, startup, live] },
    'probes must have at most one probe of each type, got 3 of type Liveness',
    'probes must have at most one probe of each type, got 2 of type Startup',
  ],
  [{ probes: [undefined] }, 'probes[0] must be given: use ContainerProbe.liveness or ContainerProbe.startup'],
  [
    { probes: [null, null] },
    'probes[0] must be given: use ContainerProbe.liveness or ContainerProbe.startup',
    'probes[1] must be given: use ContainerProbe.liveness or ContainerProbe.startup',
  ],
  [
    { probes: [live, { probeType: 'Readiness', handler, options: {} }] },
    "probes[1].probeType must be 'Liveness' or 'Startup', got 'Readiness'",
  ],
  ...['xLiveness', 'Startups'].map((probeType): Failure => [
    { probes: [{ probeType, handler, options: {} }] },
    `probes[0].probeType must be 'Liveness' or 'Startup', got '${probeType}'`,
  ]),
]);

const SETTINGS: BadInput[] = badInputs('CustomContainerPool', [
  tcp({ port: 0 }, 'probes[0].tcpSocket.port must be between 1 and 65535, got 0'),
  tcp({}, 'probes[0].tcpSocket.port must be given: the port that is probed'),
  tcp({ port: 80, host: 5 }, 'probes[0].tcpSocket.host must be a string, got a number'),
  probe({ successThreshold: 0 }, 'probes[0].successThreshold must be 1, got 0'),
  probe({ successThreshold: 2 }, 'probes[0].successThreshold must be 1, got 2'),
  probe({ failureThreshold: -1 }, 'probes[0].failureThreshold must be at least 0, got -1'),
  probe({ failureThreshold: 1.5 }, 'probes[0].failureThreshold must be a whole number, got 1.5'),
  probe({ initialDelaySeconds: -1 }, 'probes[0].initialDelaySeconds must be at least 0, got -1'),
  probe({ periodSeconds: -1 }, 'probes[0].periodSeconds must be at least 0, got -1'),
  probe({ timeoutSeconds: -1 }, 'probes[0].timeoutSeconds must be at least 0, got -1'),
  probe({ timeoutSeconds: '5' }, "probes[0].timeoutSeconds must be a whole number, got '5'"),
  probe({ terminationGracePeriodSeconds: -1 }, 'probes[0].terminationGracePeriodSeconds must be at least 0, got -1'),
]);

const HTTP: BadInput[] = badInputs('CustomContainerPool', [
  http({ port: undefined }, 'probes[0].httpGet.port must be given: the port that is probed'),
  http({ port: 0 }, 'probes[0].httpGet.port must be between 1 and 65535, got 0'),
  http({ port: 65536 }, 'probes[0].httpGet.port must be between 1 and 65535, got 65536'),
  http({ scheme: 'http' }, "probes[0].httpGet.scheme must be 'HTTP' or 'HTTPS', got 'http'"),
  http({ scheme: 'xHTTP' }, "probes[0].httpGet.scheme must be 'HTTP' or 'HTTPS', got 'xHTTP'"),
  http({ scheme: 'HTTPSx' }, "probes[0].httpGet.scheme must be 'HTTP' or 'HTTPS', got 'HTTPSx'"),
  http({ scheme: 'TCP' }, "probes[0].httpGet.scheme must be 'HTTP' or 'HTTPS', got 'TCP'"),
  http({ path: 5 }, 'probes[0].httpGet.path must be a string, got a number'),
  http({ host: false }, 'probes[0].httpGet.host must be a string, got false'),
  http({ httpHeaders: {} }, 'probes[0].httpGet.httpHeaders must be a list, got an object'),
  http({ httpHeaders: [{ name: '', value: 'v' }] }, `${HEADER}.name must be the name of a header, got ''`),
  http({ httpHeaders: [{ name: 'A B', value: 'v' }] }, `${HEADER}.name must be the name of a header, got 'A B'`),
  http({ httpHeaders: [{ name: 'A:', value: 'v' }] }, `${HEADER}.name must be the name of a header, got 'A:'`),
  http({ httpHeaders: [{ value: 'v' }] }, `${HEADER}.name must be given: the name of a header`),
  http({ httpHeaders: [{ name: 'A' }] }, `${HEADER}.value is required (may be an empty string)`),
  http({ httpHeaders: [{ name: 'A', value: 5 }] }, `${HEADER}.value must be a string, got a number`),
  http(
    { httpHeaders: [undefined] },
    `${HEADER}.name must be given: the name of a header`,
    `${HEADER}.value is required (may be an empty string)`,
  ),
]);

/** What a custom container pool refuses in probes. */
export const PROBE_BAD_INPUTS = [...LISTS, ...SETTINGS, ...HTTP];
