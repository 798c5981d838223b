import type { ContainerProbe } from './container-probe';
import { isToken } from '../terraform/templates';

const PROBE_OPTIONS = [
  'failureThreshold',
  'initialDelaySeconds',
  'periodSeconds',
  'successThreshold',
  'timeoutSeconds',
  'terminationGracePeriodSeconds',
] as const;
const HTTP_GET_OPTIONS = ['path', 'host', 'scheme', 'httpHeaders'] as const;

/** A probe as ARM takes it. Options that are not given are null: azapi does not see that a property vanishes. */
export function probeBody({ probeType, options }: ContainerProbe) {
  const { httpGet, tcpSocket, ...rest } = options;
  return {
    type: probeType,
    ...orNull(rest, PROBE_OPTIONS),
    ...(httpGet && { httpGet: isToken(httpGet) ? httpGet : { port: httpGet.port, ...orNull(httpGet, HTTP_GET_OPTIONS) } }),
    ...(tcpSocket && { tcpSocket: isToken(tcpSocket) ? tcpSocket : { port: tcpSocket.port, host: tcpSocket.host ?? null } }),
  };
}

function orNull<T extends object>(options: T, names: ReadonlyArray<keyof T & string>): { [name: string]: unknown } {
  return Object.fromEntries(names.map(name => [name, options[name] ?? null]));
}
