import { Construct, IConstruct } from 'constructs';
import { Findings } from './private/findings';
import { ENVIRONMENT_ID } from './private/resource-ids';

/**
 * A Container Apps environment with workload profiles, in which custom container sessions run.
 */
export interface ISessionPoolEnvironment extends IConstruct {
  /**
   * The ARM id of the environment.
   */
  readonly environmentId: string;
}

/**
 * A Container Apps environment with workload profiles.
 */
export abstract class SessionPoolEnvironment extends Construct implements ISessionPoolEnvironment {
  /**
   * Refers to an environment by its ARM id.
   *
   * @param scope the construct that the reference belongs to
   * @param id the id of the reference in the scope
   * @param environmentId `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>`
   */
  public static fromEnvironmentId(scope: Construct, id: string, environmentId: string): ISessionPoolEnvironment {
    return new ImportedEnvironment(scope, id, environmentId);
  }

  public abstract readonly environmentId: string;
}

class ImportedEnvironment extends SessionPoolEnvironment {
  constructor(scope: Construct, id: string, public readonly environmentId: string) {
    super(scope, id);
    const findings = new Findings();
    if (findings.required('environmentId', environmentId, `'${ENVIRONMENT_ID.form}'`)) {
      findings.text('environmentId', environmentId, ENVIRONMENT_ID);
    }
    findings.report(this, 'SessionPoolEnvironment');
  }
}
