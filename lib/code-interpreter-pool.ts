import { Construct } from 'constructs';
import { CodeInterpreterType } from './code-interpreter-type';
import { McpServerOptions } from './mcp-server';
import { validateCodeInterpreterPool } from './private/code-interpreter-pool-rules';
import { defined } from './private/defined';
import { codeInterpreterProperties } from './private/session-pool-body';
import { defineSessionPool, mcpServerEndpoint } from './private/session-pool-resource';
import { SessionPool, SessionPoolOptions } from './session-pool';
import { SessionPoolEndpoints } from './session-pool-endpoints';

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
   * api version.
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
  public readonly sessionPoolId: string;
  public readonly sessionPoolName: string;
  public readonly poolManagementEndpoint: string;
  public readonly endpoints: SessionPoolEndpoints;

  /**
   * @param scope the construct that the pool belongs to
   * @param id the id of the pool in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: CodeInterpreterPoolProps) {
    super(scope, id, props?.provider);
    const given = defined(props);
    const validated = validateCodeInterpreterPool(this, given);
    const resource = defineSessionPool(this, given, validated, codeInterpreterProperties(given));
    this.sessionPoolId = resource.id;
    this.sessionPoolName = resource.name;
    this.poolManagementEndpoint = resource.getStringAttribute('output.properties.poolManagementEndpoint');
    this.endpoints = new SessionPoolEndpoints(this, {
      containerType: (given.containerType ?? CodeInterpreterType.PYTHON_LTS).containerType,
      mcpServerEndpoint: mcpServerEndpoint(resource, given.mcpServer),
    });
  }
}
