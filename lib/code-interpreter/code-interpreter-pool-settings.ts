import type { CodeInterpreterType } from './code-interpreter-type';
import type { McpServerOptions } from '../mcp/mcp-server';

/**
 * What a code interpreter pool and a fleet of them have in common.
 */
export interface CodeInterpreterPoolSettings {
  /**
   * The language runtime. Changing it replaces the pool. A runtime in preview requires a preview API version, which is selected automatically.
   * @default CodeInterpreterType.PYTHON_LTS
   */
  readonly containerType?: CodeInterpreterType;

  /**
   * Seconds that a session can be idle before it ends, from 300 to 3600. Each request starts the count again. More than
   * 900 is the warning `long-cooldown`.
   * @default 300
   */
  readonly cooldownPeriodInSeconds?: number;

  /**
   * Settings of the MCP server. Giving them, even empty, turns it on. Preview: the pool is then defined with a preview
   * api version.
   * @default - no MCP server
   */
  readonly mcpServer?: McpServerOptions;

  /**
   * The version of the API with which clients use the sessions: `endpoints` and the environment variable `SESSION_POOL_API_VERSION` follow it.
   * The first one has paths of its own and only runs code, uploads, lists and downloads files. One that this library does not know is
   * the warning `unknown-api-version`. It is no setting of the pool in Azure.
   * @default - the version for the container type in docs/api-versions.md
   */
  readonly sessionsApiVersion?: string;
}
