import type { IResolvable } from 'cdktf';
import type { McpServerOptions } from './mcp-server';
import type { Feature } from '../arm/api-versions';
import { preferredApiVersion } from '../arm/api-versions';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { strangeProperties } from '../validation/property-rules';

/** The ARM type of pools with the API version that has the MCP server. */
export const MCP_POOL_TYPE = `${SESSION_POOL_TYPE}@${preferredApiVersion('mcpServer').version}`;

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

/** Checks the settings of the MCP server. Giving any turns it on, so that what only looks like one is refused. */
export function checkMcpServer(mcpServer: McpServerOptions | undefined, findings: Findings): void {
  if (Object.prototype.toString.call(mcpServer) !== '[object Object]' || isToken(mcpServer)) {
    return;
  }
  findings.boolean('mcpServer.apiKeyDisabled', mcpServer?.apiKeyDisabled);
  for (const name of strangeProperties(mcpServer, 'McpServerOptions')) {
    findings.error(
      `mcpServer.${name} must not be given, as mcpServer turns the server on whatever it has: leave mcpServer out for a pool without one`,
    );
  }
}
