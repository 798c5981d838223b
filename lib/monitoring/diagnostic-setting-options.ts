import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Acknowledgement } from '../validation/acknowledgement';

/**
 * What all diagnostic settings have in common.
 */
export interface DiagnosticSettingOptions {
  /**
   * The name: up to 260 characters without `# < > % & : \ ? / * . +` and quotes. Changing this property replaces the setting.
   * @default - a unique name made from the path of the construct
   */
  readonly settingName?: string;

  /**
   * The azapi provider, of any class.
   * @default - that of what is monitored where it is defined in the same stack, else the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the setting.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Import the existing setting with this name instead of creating one, for example after an interrupted create. The plan fails if there is none.
   * Remove the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;

  /**
   * Let Terraform refuse every plan that would destroy the setting. It holds only while the construct is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}
