import type { ContainerProbe, ContainerProbeOptions } from './container-probe';
import type { HttpGetProbeOptions, TcpSocketProbeOptions } from './probe-handler';

/**
 * A probe as ARM takes it. Azure's documented defaults are written, so that it does not matter whether its answer has them; what has no
 * documented default is null: azapi does not see that a property vanishes.
 */
export function probeBody({ probeType, handler: { httpGetOptions, tcpSocketOptions }, options }: ContainerProbe) {
  return {
    type: probeType,
    ...timing(options),
    ...(httpGetOptions && { httpGet: httpGetBody(httpGetOptions) }),
    ...(tcpSocketOptions && { tcpSocket: tcpSocketBody(tcpSocketOptions) }),
  };
}

function timing(options: ContainerProbeOptions) {
  return {
    failureThreshold: options.failureThreshold ?? 3,
    initialDelaySeconds: options.initialDelaySeconds ?? null,
    periodSeconds: options.periodSeconds ?? 10,
    successThreshold: options.successThreshold ?? 1,
    timeoutSeconds: options.timeoutSeconds ?? 1,
    terminationGracePeriodSeconds: options.terminationGracePeriodSeconds ?? null,
  };
}

function httpGetBody({ port, path, host, scheme, httpHeaders }: HttpGetProbeOptions) {
  return { port, path: path ?? '/', host: host ?? null, scheme: scheme ?? 'HTTP', httpHeaders: httpHeaders ?? [] };
}

function tcpSocketBody({ port, host }: TcpSocketProbeOptions) {
  return { port, host: host ?? null };
}
