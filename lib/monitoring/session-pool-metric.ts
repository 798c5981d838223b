import type { Construct } from 'constructs';
import type { ISessionPoolRef } from '../session-pool-ref';
import type { SessionPoolAlertOptions } from './session-pool-alert';
import { SessionPoolAlert } from './session-pool-alert';

/**
 * When an alert fires, and what else it is given.
 */
export interface MetricAlertOptions extends SessionPoolAlertOptions {
  /**
   * What the values of the metric are compared with.
   */
  readonly threshold: number;

  /**
   * How the values are compared with the threshold.
   * @default MetricOperator.GREATER_THAN
   */
  readonly operator?: MetricOperator;

  /**
   * How the values within the window are aggregated.
   * @default MetricAggregation.AVERAGE
   */
  readonly aggregation?: MetricAggregation;
}

/**
 * How a metric is compared with a threshold.
 */
export enum MetricOperator {
  /** Fires above the threshold. */
  GREATER_THAN = 'GreaterThan',

  /** Fires at the threshold and above. */
  GREATER_THAN_OR_EQUAL = 'GreaterThanOrEqual',

  /** Fires below the threshold. */
  LESS_THAN = 'LessThan',

  /** Fires at the threshold and below. */
  LESS_THAN_OR_EQUAL = 'LessThanOrEqual',

  /** Fires at the threshold only. */
  EQUALS = 'Equals',
}

/**
 * Which of the values in a window is compared with a threshold.
 */
export enum MetricAggregation {
  /** The mean. */
  AVERAGE = 'Average',

  /** The largest. */
  MAXIMUM = 'Maximum',

  /** The smallest. */
  MINIMUM = 'Minimum',

  /** The sum. */
  TOTAL = 'Total',
}

/**
 * A metric of a session pool, which Azure Monitor has a value of every minute.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-app-sessionpools-metrics
 */
export class SessionPoolMetric {
  /** The namespace of the metric in Azure Monitor. */
  public readonly metricNamespace: string = 'microsoft.app/sessionpools';

  /** The name of the dimension that the metric has. */
  public readonly dimensionName: string = 'poolName';

  /**
   * @param pool the pool
   * @param metricName Azure's name for the metric: `PoolReadyPodCount`
   */
  constructor(
    /** The pool. */
    public readonly pool: ISessionPoolRef,
    /** Azure's name for the metric. */
    public readonly metricName: string,
  ) {}

  /** The value of the dimension: the name of the pool. */
  public get dimensionValue(): string {
    return this.pool.sessionPoolName;
  }

  /** The ARM id of what the metric belongs to: the pool. */
  public get resourceId(): string {
    return this.pool.sessionPoolId;
  }

  /**
   * An alert that fires when the metric passes a threshold.
   *
   * @param scope the construct that the alert belongs to
   * @param id the id of the alert in the scope
   * @param options the threshold and what else the alert is given; every one that is wrong is named in the error
   */
  public createAlert(scope: Construct, id: string, options: MetricAlertOptions): SessionPoolAlert {
    return new SessionPoolAlert(scope, id, { ...options, metric: this });
  }
}
