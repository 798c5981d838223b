import type { IConstruct } from 'constructs';

const REASON = Symbol.for('cdktf-azure-session-pools.MissingMcpServer');

/** The reason for all custom container pools. */
export const NOT_FOR_CUSTOM_CONTAINERS = 'custom container pools have no MCP server';

/** Remembers why a pool is known to have no MCP server. */
export function rememberMissingMcpServer(pool: IConstruct, reason: string): void {
  Object.defineProperty(pool, REASON, { value: reason });
}

/** Why the pool is known to have no MCP server; nothing for any other pool, which may have one. */
export function missingMcpServer(pool: IConstruct): string | undefined {
  return (pool as { readonly [REASON]?: string })[REASON];
}
