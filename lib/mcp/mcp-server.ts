import type { IResolvable } from 'cdktf';

/**
 * Settings of the MCP server of a pool. Giving them, even empty, turns the server on. Preview: the pool is then defined
 * with a preview api version.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-tutorial-shell-mcp
 */
export interface McpServerOptions {
  /**
   * Refuse access by API key.
   * @default false
   */
  readonly apiKeyDisabled?: boolean | IResolvable;
}
