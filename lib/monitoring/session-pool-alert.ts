import type { IResolvable, ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { validateAlert } from './alert-rules';
import { defineMetricAlert } from './metric-alert-resource';
import type { MetricAlertOptions, SessionPoolMetric } from './session-pool-metric';
import type { Acknowledgement } from '../validation/acknowledgement';
import { warnOfSensitiveValues } from '../validation/sensitive-values';

/**
 * What all alerts on session pools have in common.
 */
export interface SessionPoolAlertOptions {
  /**
   * The ARM IDs of the action groups that are notified when the alert fires and when it is resolved.
   * @default - no action groups; the alert is visible in Azure Monitor only
   */
  readonly actionGroupIds?: string[];

  /**
   * 0 critical, 1 error, 2 warning, 3 informational, 4 verbose.
   * @default 2
   */
  readonly severity?: number;

  /**
   * The evaluation window in minutes: 1, 5, 15, 30, 60, 360, 720 or 1440.
   * @default 5
   */
  readonly windowSizeInMinutes?: number;

  /**
   * The evaluation frequency in minutes: 1, 5, 15, 30 or 60, and no more than the window.
   * @default 1
   */
  readonly evaluationFrequencyInMinutes?: number;

  /**
   * The description that is shown with the alert.
   * @default - the metric, the threshold and the window
   */
  readonly description?: string;

  /**
   * Whether the alert is on.
   * @default true
   */
  readonly enabled?: boolean | IResolvable;

  /**
   * The name: up to 260 characters without `# < > % & : \ ? /`. Another one replaces the alert.
   * @default - a unique name made from the path of the construct
   */
  readonly alertName?: string;

  /**
   * The id of the resource group: `/subscriptions/<id>/resourceGroups/<name>`. Another one replaces the alert.
   * @default - the resource group of the pool
   */
  readonly resourceGroupId?: string;

  /**
   * Tags: at most 50, names up to 512 and values up to 256 characters.
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * The azapi provider, of any class.
   * @default - that of the pool where it is defined in the same stack, else the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the alert.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Import the existing alert with this name instead of creating one, for example after an interrupted create. The plan fails if there is none. Remove
   * the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;

  /**
   * Let Terraform refuse every plan that would destroy the alert. It holds only while the construct is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The names of tags that Terraform leaves alone, such as those that Azure Policy adds.
   * @default - tags that are not in `tags` are removed
   */
  readonly ignoreTags?: string[];

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}

/**
 * Properties of an alert on a session pool.
 */
export interface SessionPoolAlertProps extends MetricAlertOptions {
  /**
   * The metric.
   */
  readonly metric: SessionPoolMetric;
}

/**
 * An alert of Azure Monitor on a metric of a session pool. It is over as soon as the metric is back.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types
 */
export class SessionPoolAlert extends Construct implements ITerraformDependable {
  /** The ARM id of the alert. */
  public readonly alertId: string;

  /** The name of the alert. */
  public readonly alertName: string;

  /** The address in Terraform, with which other resources can depend on the alert. */
  public readonly fqn: string;

  /**
   * @param scope the construct that the alert belongs to
   * @param id the id of the alert in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolAlertProps) {
    super(scope, id);
    const resource = defineMetricAlert(this, props, validateAlert(this, props));
    this.alertId = resource.id;
    this.alertName = resource.name;
    this.fqn = resource.fqn;
    warnOfSensitiveValues(this, 'SessionPoolAlert', props);
  }
}
