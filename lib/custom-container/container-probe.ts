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
 * A probe by an HTTP request. A status from 200 to 399 is a success.
 */
export interface HttpGetProbe {
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
   * `HTTP` or `HTTPS`.
   * @default HTTP
   */
  readonly scheme?: string;

  /**
   * The headers.
   * @default - none
   */
  readonly httpHeaders?: ProbeHttpHeader[];
}

/**
 * A probe by a TCP connection. Documented as not supported yet.
 */
export interface TcpSocketProbe {
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
 * How a container is probed. Exactly one of `httpGet` and `tcpSocket` is given.
 *
 * @see https://learn.microsoft.com/azure/container-apps/health-probes
 */
export interface ContainerProbeOptions {
  /**
   * Probe by an HTTP request.
   * @default - none
   */
  readonly httpGet?: HttpGetProbe;

  /**
   * Probe by a TCP connection. Documented as not supported yet.
   * @default - none
   */
  readonly tcpSocket?: TcpSocketProbe;

  /**
   * Failures in a row that count as failed, from 1 to 10.
   * @default 3
   */
  readonly failureThreshold?: number;

  /**
   * Seconds before the first probe, from 1 to 60.
   * @default - none
   */
  readonly initialDelaySeconds?: number;

  /**
   * Seconds between two probes, from 1 to 240.
   * @default 10
   */
  readonly periodSeconds?: number;

  /**
   * Successes in a row that count as successful. Only 1 is allowed.
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * Seconds after which a probe fails, from 1 to 240.
   * @default 1
   */
  readonly timeoutSeconds?: number;

  /**
   * Seconds that a failed container has to end, from 0 to 3600.
   * @default - chosen by Azure
   */
  readonly terminationGracePeriodSeconds?: number;
}

/**
 * A probe of the container of a session. A pool has at most one of each type; readiness probes are not supported.
 */
export class ContainerProbe {
  /**
   * Restarts a container that does not answer any more.
   */
  public static liveness(options: ContainerProbeOptions): ContainerProbe {
    return new ContainerProbe('Liveness', options);
  }

  /**
   * Holds the other probes back until the container has started.
   */
  public static startup(options: ContainerProbeOptions): ContainerProbe {
    return new ContainerProbe('Startup', options);
  }

  private constructor(
    /** Azure's name for the type: `Liveness` or `Startup`. */
    public readonly probeType: string,
    /** The options as they were given. */
    public readonly options: ContainerProbeOptions,
  ) {}
}
