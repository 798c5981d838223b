import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { AzapiTimeouts } from '../azapi';
import type { SessionNetworkStatus } from './session-network-status';
import type { Acknowledgement } from '../validation/acknowledgement';

/**
 * What a pool and a fleet of pools have in common.
 */
export interface SessionPoolSettings {
  /**
   * The id of the resource group: `/subscriptions/<id>/resourceGroups/<name>`. Another one replaces the pool.
   */
  readonly resourceGroupId: string;

  /**
   * Whether code in the sessions can reach the network.
   * @default SessionNetworkStatus.EGRESS_DISABLED
   */
  readonly networkStatus?: SessionNetworkStatus;

  /**
   * Tags: at most 50, names up to 512 and values up to 256 characters.
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * The names of tags that Terraform leaves alone, such as those that Azure Policy adds.
   * @default - tags that are not in `tags` are removed
   */
  readonly ignoreTags?: string[];

  /**
   * The ARM API version. One that lacks what the pool uses is an error, one that this library does not know is a warning.
   * @default - the first version in docs/api-versions.md that has what the pool uses: the newest generally available one that azapi
   * knows, unless the pool uses probes or something in preview
   */
  readonly apiVersion?: string;

  /**
   * How long operations may take.
   * @default - 60 minutes for create, update and delete of a custom container pool; azapi's 30 minutes for a code
   * interpreter pool
   */
  readonly timeouts?: AzapiTimeouts;

  /**
   * The azapi provider, of any class.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the pool.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Let Terraform refuse every plan that would destroy the pool. It holds only while the construct is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}
