import type { TerraformProvider } from 'cdktf';
import { missingMcpServer } from './missing-mcp-server';
import { checkProvider } from '../arm/resource-rules';
import type { ISessionPoolRef } from '../session-pool-ref';
import type { Findings } from '../validation/findings';
import { checkObject, has } from '../validation/objects';

const POOL = { type: 'session pool', use: 'a CodeInterpreterPool, or SessionPool.fromSessionPoolId' };

/** The pool of an API key, which may not be known to have no MCP server, and the provider that asks for the key. */
export function checkMcpServerPool(pool: ISessionPoolRef, provider: TerraformProvider | undefined, findings: Findings): void {
  if (checkObject('pool', pool, has(pool, 'sessionPoolId'), POOL, findings)) {
    const reason = missingMcpServer(pool);
    if (reason !== undefined) {
      findings.error(`pool must have an MCP server: ${reason}`);
    }
  }
  checkProvider({ provider }, findings);
}
