import type { ContainerProbe, ContainerProbeOptions, HttpGetProbe, TcpSocketProbe } from './container-probe';
import { isToken } from '../terraform/templates';

/**
 * A probe as ARM takes it. Azure's documented defaults are written, so that it does not matter whether its answer has them; what has no
 * documented default is null: azapi does not see that a property vanishes.
 */
export function probeBody({ probeType, options }: ContainerProbe) {
  const { httpGet, tcpSocket } = options;
  return {
    type: probeType,
    ...timing(options),
    ...(httpGet && { httpGet: isToken(httpGet) ? httpGet : httpGetBody(httpGet) }),
    ...(tcpSocket && { tcpSocket: isToken(tcpSocket) ? tcpSocket : tcpSocketBody(tcpSocket) }),
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

function httpGetBody({ port, path, host, scheme, httpHeaders }: HttpGetProbe) {
  return { port, path: path ?? '/', host: host ?? null, scheme: scheme ?? 'HTTP', httpHeaders: httpHeaders ?? [] };
}

function tcpSocketBody({ port, host }: TcpSocketProbe) {
  return { port, host: host ?? null };
}
