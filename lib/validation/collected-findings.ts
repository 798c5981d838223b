import type { WarningId } from './warnings';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';

/** A warning that a construct has, unless it is acknowledged. */
export interface Warning {
  readonly id: WarningId;
  readonly message: string;
}

/** Collects all validation failures and warnings of one construct so that they are reported together. */
export class CollectedFindings {
  public readonly errors: string[];
  public readonly warnings: Warning[];
  /** What Terraform checks in the plan, since it is not known before. */
  public readonly planTimeChecks: PlanTimeCheck[];

  /** @param others what the findings are added to, if there is something already */
  constructor(others?: CollectedFindings) {
    this.errors = others?.errors ?? [];
    this.warnings = others?.warnings ?? [];
    this.planTimeChecks = others?.planTimeChecks ?? [];
  }

  public error(message: string): void {
    this.errors.push(message);
  }

  public warn(id: WarningId, message: string): void {
    this.warnings.push({ id, message });
  }

  /** Lets Terraform check a condition, an expression without `${` and `}`. */
  public checkAtPlan(condition: string, errorMessage: string): void {
    this.planTimeChecks.push({ condition: `\${${condition}}`, errorMessage });
  }
}
