import type { IResolvable } from 'cdktf';
import type { McpServerOptions } from './mcp-server';
import { preferredApiVersion } from '../arm/api-versions';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import type { Findings } from '../validation/findings';

/** The ARM type of pools with the API version that has the MCP server. */
export const MCP_POOL_TYPE = `${SESSION_POOL_TYPE}@${preferredApiVersion('mcpServer').version}`;

/** `mcpServerSettings` as ARM takes them. */
export interface McpServerSettings {
  readonly isMcpServerEnabled: boolean;
  readonly isMcpServerApiKeyDisabled: boolean | IResolvable;
}

/** The property of the body, where the pool has an MCP server. */
export function mcpServerSettings(mcpServer?: McpServerOptions): { readonly mcpServerSettings: McpServerSettings } | undefined {
  return (
    mcpServer && {
      mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: mcpServer.apiKeyDisabled ?? false },
    }
  );
}

/** Checks the settings of the MCP server. */
export function checkMcpServer(mcpServer: McpServerOptions | undefined, findings: Findings): void {
  findings.boolean('mcpServer.apiKeyDisabled', mcpServer?.apiKeyDisabled);
}
