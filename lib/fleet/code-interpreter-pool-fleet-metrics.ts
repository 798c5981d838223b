import { Construct } from 'constructs';
import type { SessionPoolAlert, SessionPoolAlertOptions } from '../monitoring/session-pool-alert';
import type { SessionPoolMetric } from '../monitoring/session-pool-metric';
import type { NearlyFullAlertOptions } from '../monitoring/session-pool-metrics';
import type { ISessionPool } from '../pool/session-pool';

/**
 * The metrics of all pools of a fleet, and alerts on them. Each pool has its own alert, since a pool that is full refuses sessions
 * even where another one has room. An `alertName` is followed by the id of the pool in the fleet.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-app-sessionpools-metrics
 *
 * @example
 *
 * fleet.metrics.alertWhenNearlyFull(stack, 'fleet-nearly-full', { actionGroupIds: [actionGroupId] });
 */
export class CodeInterpreterPoolFleetMetrics {
  /**
   * @param pools the pools of the fleet
   */
  constructor(private readonly pools: ISessionPool[]) {}

  /** The sessions that are in use, of each pool. */
  public executing(): SessionPoolMetric[] {
    return this.pools.map(({ metrics }) => metrics.executing());
  }

  /** The sessions that are being created, of each pool. */
  public pending(): SessionPoolMetric[] {
    return this.pools.map(({ metrics }) => metrics.pending());
  }

  /** The sessions that wait for a request, of each pool. */
  public ready(): SessionPoolMetric[] {
    return this.pools.map(({ metrics }) => metrics.ready());
  }

  /**
   * An alert for each pool that fires when, at any time in five minutes, four fifths of its sessions are in use.
   *
   * @param scope the construct that the alerts belong to
   * @param id the id of the alerts in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenNearlyFull(scope: Construct, id: string, options: NearlyFullAlertOptions = {}): SessionPoolAlert[] {
    return this.alerts(scope, id, options, (alerts, { metrics }, poolId, own) => metrics.alertWhenNearlyFull(alerts, poolId, own));
  }

  /**
   * An alert for each pool that fires when it has no ready session for a whole minute.
   *
   * @param scope the construct that the alerts belong to
   * @param id the id of the alerts in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenNoneReady(scope: Construct, id: string, options: SessionPoolAlertOptions = {}): SessionPoolAlert[] {
    return this.alerts(scope, id, options, (alerts, { metrics }, poolId, own) => metrics.alertWhenNoneReady(alerts, poolId, own));
  }

  /**
   * An alert for each pool that fires when its sessions have been pending for all of five minutes.
   *
   * @param scope the construct that the alerts belong to
   * @param id the id of the alerts in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenPending(scope: Construct, id: string, options: SessionPoolAlertOptions = {}): SessionPoolAlert[] {
    return this.alerts(scope, id, options, (alerts, { metrics }, poolId, own) => metrics.alertWhenPending(alerts, poolId, own));
  }

  private alerts<T extends SessionPoolAlertOptions>(
    scope: Construct,
    id: string,
    options: T,
    create: (alerts: Construct, pool: ISessionPool, poolId: string, options: T) => SessionPoolAlert,
  ): SessionPoolAlert[] {
    const alerts = new Construct(scope, id);
    const { alertName } = options;
    try {
      return this.pools.map(pool =>
        create(alerts, pool, pool.node.id, alertName === undefined ? options : { ...options, alertName: `${alertName}-${pool.node.id}` }),
      );
    } catch (error) {
      scope.node.tryRemoveChild(id);
      throw error;
    }
  }
}
