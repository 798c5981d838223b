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
