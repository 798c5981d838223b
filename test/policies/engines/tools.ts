import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describeUnless } from '../../support/skip';

/** The directory with the policies. */
export const POLICY = join(__dirname, '..', '..', '..', 'policy');

const TOOLS =
  process.env.SESSION_POOL_TOOLS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdktf-azure-session-pools', 'tools');
const PATHS = { conftest: 'conftest', opa: 'opa', regal: 'regal', checkov: 'bin/checkov', python: 'bin/python' };

/** An engine, or a tool for one. */
export type Tool = keyof typeof PATHS;

/** Where test/policies/engines/install-tools.sh has put the tool; nothing where it could not. */
export function find(tool: Tool): string | undefined {
  const directories = existsSync(TOOLS) ? readdirSync(TOOLS).filter(name => existsSync(join(TOOLS, name, '.complete'))) : [];
  return directories.map(name => join(TOOLS, name, PATHS[tool])).find(existsSync);
}

/** What a tool said. */
export interface ToolResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs a tool that is there. */
export function run(tool: Tool, args: string[], env: { [name: string]: string } = {}): ToolResult {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(find(tool)!, args, {
    encoding: 'utf8',
    maxBuffer: 256_000_000,
    timeout: 300_000,
    env: { ...process.env, ...env },
  });
  if (error) {
    throw error;
  }
  return { status, stdout, stderr, milliseconds: performance.now() - start };
}

/** `describe` where the tools are installed. */
export function describeWithTools(tools: Tool[], title: string, tests: () => void): void {
  const missing = tools.filter(tool => !find(tool));
  const reason = `${missing.join(' and ')} is not installed; test/policies/engines/install-tools.sh says why`;
  describeUnless(missing.length > 0 ? reason : undefined, title, tests, 'REQUIRE_TOOLS');
}
