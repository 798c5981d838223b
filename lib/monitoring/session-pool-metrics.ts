import type { Construct } from 'constructs';
import type { DiagnosticSettingOptions } from './diagnostic-setting-options';
import type { LogDestination } from './log-destination';
import type { NearlyFullAlertProps } from './nearly-full';
import { nearlyFullOf, nearlyFullThreshold } from './nearly-full';
import type { ISessionPoolRef } from '../session-pool-ref';
import type { SessionPoolAlertOptions } from './session-pool-alert';
import { SessionPoolAlert } from './session-pool-alert';
import { MetricAggregation, MetricOperator, SessionPoolMetric } from './session-pool-metric';
import { SessionPoolMetricDiagnostics } from './session-pool-metric-diagnostics';

/**
 * When a pool is nearly full.
 */
export interface NearlyFullAlertOptions extends SessionPoolAlertOptions {
  /**
   * The share of `maxConcurrentSessions` that is in use, above 0 and at most 1.
   * @default 0.8
   */
  readonly share?: number;

  /**
   * The number of sessions that the pool can have.
   * @default - that of the pool; it is required for an imported pool
   */
  readonly maxConcurrentSessions?: number;
}

/**
 * The metrics of a session pool, and alerts on them.
 *
 * Azure documents them for custom container pools. For a code interpreter pool Azure Monitor may have no values.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-app-sessionpools-metrics
 *
 * @example
 *
 * pool.metrics.alertWhenNearlyFull(stack, 'nearly-full', { share: 0.9, actionGroupIds: [actionGroupId] });
 */
export class SessionPoolMetrics {
  /**
   * @param pool the pool, defined here or elsewhere
   */
  constructor(private readonly pool: ISessionPoolRef) {}

  /** The sessions that are in use: `PoolExecutingPodCount`. */
  public executing(): SessionPoolMetric {
    return new SessionPoolMetric(this.pool, 'PoolExecutingPodCount');
  }

  /** The sessions that are being created: `PoolPendingPodCount`. */
  public pending(): SessionPoolMetric {
    return new SessionPoolMetric(this.pool, 'PoolPendingPodCount');
  }

  /** The sessions that wait for a request: `PoolReadyPodCount`. */
  public ready(): SessionPoolMetric {
    return new SessionPoolMetric(this.pool, 'PoolReadyPodCount');
  }

  /**
   * An alert that fires when, at any time in five minutes, four fifths of the sessions are in use. When all are, requests are
   * answered with 404 or 429.
   *
   * @param scope the construct that the alert belongs to
   * @param id the id of the alert in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenNearlyFull(scope: Construct, id: string, options: NearlyFullAlertOptions = {}): SessionPoolAlert {
    const { share, maxConcurrentSessions, ...others } = options;
    const nearlyFull = nearlyFullOf(this.pool, options);
    const props: NearlyFullAlertProps = {
      description: `Most sessions of pool ${this.pool.sessionPoolName} are in use. When all are, requests are answered with 404 or 429.`,
      ...others,
      operator: MetricOperator.GREATER_THAN_OR_EQUAL,
      threshold: nearlyFullThreshold(nearlyFull),
      aggregation: MetricAggregation.MAXIMUM,
      metric: this.executing(),
      nearlyFull,
    };
    return new SessionPoolAlert(scope, id, props);
  }

  /**
   * An alert that fires when there is no ready session for a whole minute. New sessions then wait until a container has started.
   *
   * @param scope the construct that the alert belongs to
   * @param id the id of the alert in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenNoneReady(scope: Construct, id: string, options: SessionPoolAlertOptions = {}): SessionPoolAlert {
    return this.ready().createAlert(scope, id, {
      windowSizeInMinutes: 1,
      description: `Pool ${this.pool.sessionPoolName} has no ready session.`,
      ...options,
      operator: MetricOperator.LESS_THAN,
      threshold: 1,
      aggregation: MetricAggregation.MAXIMUM,
    });
  }

  /**
   * An alert that fires when sessions have been pending for all of five minutes: they do not start, or fewer than are asked for.
   *
   * @param scope the construct that the alert belongs to
   * @param id the id of the alert in the scope
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public alertWhenPending(scope: Construct, id: string, options: SessionPoolAlertOptions = {}): SessionPoolAlert {
    return this.pending().createAlert(scope, id, {
      description: `Sessions of pool ${this.pool.sessionPoolName} do not start, or fewer than are asked for.`,
      ...options,
      operator: MetricOperator.GREATER_THAN,
      threshold: 0,
      aggregation: MetricAggregation.MINIMUM,
    });
  }

  /**
   * Sends the metrics of the pool to a destination, by a diagnostic setting of the pool.
   *
   * @param scope the construct that the diagnostics belong to
   * @param id the ID of the diagnostics in the scope
   * @param destination where the metrics are sent
   * @param options what is different from the defaults; every option that is wrong is named in the error
   */
  public sendTo(
    scope: Construct,
    id: string,
    destination: LogDestination,
    options: DiagnosticSettingOptions = {},
  ): SessionPoolMetricDiagnostics {
    return new SessionPoolMetricDiagnostics(scope, id, { ...options, pool: this.pool, destination });
  }
}
