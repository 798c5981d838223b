import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { codeInterpreterProperties } from './code-interpreter-pool-body';
import { validateCodeInterpreterPool } from './code-interpreter-pool-rules';
import { CodeInterpreterType } from './code-interpreter-type';
import { SessionPoolEndpoints } from '../endpoints/session-pool-endpoints';
import type { McpServerOptions } from '../mcp/mcp-server';
import { codeInterpreterEndpoint, managementEndpoint } from '../pool/management-endpoint';
import type { SessionPoolOptions } from '../pool/session-pool';
import { SessionPool } from '../pool/session-pool';
import { defineSessionPool, mcpServerEndpoint } from '../pool/session-pool-resource';
import { defined } from '../validation/without-nulls';

/**
 * Properties of a code interpreter pool.
 */
export interface CodeInterpreterPoolProps extends SessionPoolOptions {
  /**
   * The language. Another one replaces the pool. NodeLTS and Shell are previews: the pool is then defined with a preview
   * api version.
   * @default CodeInterpreterType.PYTHON_LTS
   */
  readonly containerType?: CodeInterpreterType;

  /**
   * Seconds that a session can be idle before it ends, from 300 to 3600. Each request starts the count again. More than
   * 900 is a warning.
   * @default 300
   */
  readonly cooldownPeriodInSeconds?: number;

  /**
   * Settings of the MCP server. Giving them, even empty, turns it on. Preview: the pool is then defined with a preview
   * API version. To be sure that it is turned off again, leave `apiVersion` at `2025-10-02-preview` when you take them away: the API version
   * of other Python pools does not know the MCP server.
   * @default - no MCP server
   */
  readonly mcpServer?: McpServerOptions;
}

/**
 * A pool of sessions in which Azure's own code interpreters run untrusted code.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-code-interpreter
 */
export class CodeInterpreterPool extends SessionPool {
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
    this.resource = defineSessionPool(this, given, validated, codeInterpreterProperties(given, validated.apiVersion.features));
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
    const { containerType = CodeInterpreterType.PYTHON_LTS, mcpServer } = this.props;
    return new SessionPoolEndpoints(this, {
      containerType: containerType.containerType,
      mcpServerEndpoint: mcpServerEndpoint(this, this.resource, mcpServer),
    });
  }
}
