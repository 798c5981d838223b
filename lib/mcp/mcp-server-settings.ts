import type { IResolvable } from 'cdktf';
import type { McpServerOptions } from './mcp-server';
import type { Findings } from '../validation/findings';
import { strangeProperties } from '../validation/property-rules';

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
  for (const name of strangeProperties(mcpServer, 'McpServerOptions')) {
    findings.error(
      `mcpServer.${name} must not be given, as mcpServer turns the server on whatever it has: leave mcpServer out for a pool without one`,
    );
  }
}
