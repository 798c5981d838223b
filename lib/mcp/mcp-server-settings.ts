import type { IResolvable } from 'cdktf';
import type { McpServerOptions } from './mcp-server';
import type { Feature } from '../arm/api-versions';
import type { Findings } from '../validation/findings';

/** `mcpServerSettings` as ARM takes them. */
export interface McpServerSettings {
  readonly isMcpServerEnabled: boolean;
  readonly isMcpServerApiKeyDisabled: boolean | IResolvable;
}

/** The property of the body, in the API versions that know it: null without an MCP server. */
export function mcpServerSettings(
  mcpServer: McpServerOptions | undefined,
  features: readonly Feature[],
): { readonly mcpServerSettings?: McpServerSettings | null } {
  if (!mcpServer) {
    return features.includes('mcpServer') ? { mcpServerSettings: null } : {};
  }
  return { mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: mcpServer.apiKeyDisabled ?? false } };
}

/** Checks the settings of the MCP server. */
export function checkMcpServer(mcpServer: McpServerOptions | undefined, findings: Findings): void {
  findings.boolean('mcpServer.apiKeyDisabled', mcpServer?.apiKeyDisabled);
}
