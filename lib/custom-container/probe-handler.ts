import { rememberOptions } from '../validation/property-rules';

/**
 * The scheme of a probe by HTTP.
 */
export enum ProbeScheme {
  /** HTTP. */
  HTTP = 'HTTP',

  /** HTTPS. */
  HTTPS = 'HTTPS',
}

/**
 * A header of an HTTP probe.
 */
export interface ProbeHttpHeader {
  /** The name. */
  readonly name: string;

  /** The value. */
  readonly value: string;
}

/**
 * Options of a probe by an HTTP GET request.
 */
export interface HttpGetProbeOptions {
  /**
   * The port, from 1 to 65535.
   */
  readonly port: number;

  /**
   * The path.
   * @default /
   */
  readonly path?: string;

  /**
   * The host.
   * @default - the container
   */
  readonly host?: string;

  /**
   * The scheme.
   * @default ProbeScheme.HTTP
   */
  readonly scheme?: ProbeScheme;

  /**
   * The headers.
   * @default - none
   */
  readonly httpHeaders?: ProbeHttpHeader[];
}

/**
 * Options of a probe by a TCP connection.
 */
export interface TcpSocketProbeOptions {
  /**
   * The port, from 1 to 65535.
   */
  readonly port: number;

  /**
   * The host.
   * @default - the container
   */
  readonly host?: string;
}

/**
 * What a probe does to find out whether a container is healthy.
 *
 * @see https://learn.microsoft.com/azure/container-apps/health-probes
 */
export class ProbeHandler {
  /**
   * An HTTP GET request. A status from 200 to 399 is a success.
   *
   * @param options the port, and the rest of the request
   */
  public static httpGet(options: HttpGetProbeOptions): ProbeHandler {
    return rememberOptions(new ProbeHandler(options ?? {}, undefined), 'HttpGetProbeOptions', options);
  }

  /**
   * A TCP connection. Azure documents it as not supported yet, which is a warning.
   *
   * @param options the port, and the host
   */
  public static tcpSocket(options: TcpSocketProbeOptions): ProbeHandler {
    return rememberOptions(new ProbeHandler(undefined, options ?? {}), 'TcpSocketProbeOptions', options);
  }

  private constructor(
    /** The request, if it is an HTTP GET request. */
    public readonly httpGetOptions: HttpGetProbeOptions | undefined,
    /** The connection, if it is a TCP connection. */
    public readonly tcpSocketOptions: TcpSocketProbeOptions | undefined,
  ) {}
}
