import type { ContainerProbe } from './container-probe';

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
export function probeBody({ probeType, handler: { httpGetOptions, tcpSocketOptions }, options }: ContainerProbe) {
  return {
    type: probeType,
    ...orNull(options, PROBE_OPTIONS),
    ...(httpGetOptions && { httpGet: { port: httpGetOptions.port, ...orNull(httpGetOptions, HTTP_GET_OPTIONS) } }),
    ...(tcpSocketOptions && { tcpSocket: { port: tcpSocketOptions.port, host: tcpSocketOptions.host ?? null } }),
  };
}

function orNull<T extends object>(options: T, names: ReadonlyArray<keyof T & string>): { [name: string]: unknown } {
  return Object.fromEntries(names.map(name => [name, options[name] ?? null]));
}
