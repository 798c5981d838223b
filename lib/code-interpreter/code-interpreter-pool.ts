import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { codeInterpreterProperties } from './code-interpreter-pool-body';
import { validateCodeInterpreterPool } from './code-interpreter-pool-rules';
import type { CodeInterpreterPoolSettings } from './code-interpreter-pool-settings';
import { CodeInterpreterType } from './code-interpreter-type';
import { SessionPoolEndpoints } from '../endpoints/session-pool-endpoints';
import { rememberMissingMcpServer } from '../mcp/missing-mcp-server';
import { codeInterpreterEndpoint, managementEndpoint } from '../pool/management-endpoint';
import type { SessionPoolOptions } from '../pool/session-pool';
import { SessionPool } from '../pool/session-pool';
import { DEFAULT_MAX_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import { defineSessionPool, mcpServerEndpoint } from '../pool/session-pool-resource';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * Properties of a code interpreter pool.
 */
export interface CodeInterpreterPoolProps extends SessionPoolOptions, CodeInterpreterPoolSettings {}

/**
 * A pool of sessions in which Azure's own code interpreters run untrusted code.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-code-interpreter
 *
 * @example
 *
 * const interpreter = new CodeInterpreterPool(stack, 'interpreter', {
 *   resourceGroupId,
 *   location: 'westeurope',
 *   maxConcurrentSessions: 100,
 * });
 * interpreter.grants.execute(Principal.managedIdentity(identity.principalId));
 */
export class CodeInterpreterPool extends SessionPool implements ITerraformDependable {
  private readonly props: CodeInterpreterPoolProps;
  private readonly resource: AzapiResource;

  /**
   * @param scope the construct that the pool belongs to
   * @param id the id of the pool in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: CodeInterpreterPoolProps) {
    super(scope, id, props?.provider);
    const given = defined(props);
    const validated = validateCodeInterpreterPool(this, given);
    this.props = given;
    if (!given.mcpServer) {
      rememberMissingMcpServer(this, 'give the pool mcpServer, even empty');
    }
    this.resource = defineSessionPool(this, given, validated, codeInterpreterProperties(given, validated.apiVersion.features));
    warnOfSensitiveValues(this, 'CodeInterpreterPool', given);
  }

  /** The address in Terraform, with which other resources can depend on the pool. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  public get sessionPoolId(): string {
    return this.resource.id;
  }

  public get sessionPoolName(): string {
    return this.resource.name;
  }

  public get poolManagementEndpoint(): string {
    return managementEndpoint(this.resource, codeInterpreterEndpoint(this.resource.id, this.resource.location, this.resource.name));
  }

  public get endpoints(): SessionPoolEndpoints {
    return new SessionPoolEndpoints(this, {
      containerType: this.containerType,
      apiVersion: this.props.sessionsApiVersion,
      mcpServerEndpoint: mcpServerEndpoint(this, this.resource, this.props.mcpServer),
    });
  }

  /** The region, as it was given. */
  public get location(): string {
    return this.props.location;
  }

  /** The number of sessions that can exist at the same time. */
  public get maxConcurrentSessions(): number {
    return this.props.maxConcurrentSessions ?? DEFAULT_MAX_CONCURRENT_SESSIONS;
  }

  /** The language. */
  public get containerType(): CodeInterpreterType {
    return this.props.containerType ?? CodeInterpreterType.PYTHON_LTS;
  }
}
