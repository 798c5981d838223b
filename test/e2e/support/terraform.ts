import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from './process';
import { run } from './process';

/** The program under test: `terraform`, or OpenTofu's `tofu` where the variable that the cdktf CLI knows too says so. */
export const TERRAFORM = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';

/** A directory in which the azapi provider is installed. */
export interface Installation {
  readonly directory: string;
  /** Why azapi cannot be installed on this machine; nothing where it can. */
  readonly reason?: string;
  /** `Terraform 1.11.4, azapi 2.12.0` */
  readonly versions?: string;
}

/** The environment of Terraform: no calls home, and no credentials but those that are given. */
export function terraformEnvironment(variables: { readonly [name: string]: string } = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(ARM_|TF_VAR_|TF_LOG)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_CLI_ARGS: '-no-color',
    // Terraform and azapi collect garbage less often: a third of their time goes to it otherwise.
    GOGC: '800',
    ...variables,
  };
}

/** Installs azapi once for all tests that need no other provider. */
export async function installAzapi(): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-azapi-'));
  const required_providers = { azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' } };
  writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
  const options = { cwd: directory, env: terraformEnvironment() };
  const init = await run(TERRAFORM, ['init', '-input=false'], options).catch((error: Error): Ended => ({
    status: 1,
    stdout: '',
    output: error.message,
  }));
  if (init.status !== 0) {
    return {
      directory,
      reason:
        init.output
          .split('\n')
          .find(line => /error|ENOENT/i.test(line))
          ?.trim() ?? 'init failed',
    };
  }
  return { directory, versions: versionsOf((await run(TERRAFORM, ['version'], options)).stdout) };
}

/** Reads a JSON file. */
export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** From `Terraform v1.11.4 ... + provider registry.example.org/azure/azapi v2.12.0` */
function versionsOf(text: string): string {
  const [, program, version] = /^(Terraform|OpenTofu) v(\S+)/.exec(text) ?? [];
  const [, azapi] = /azapi v(\S+)/.exec(text) ?? [];
  return `${program} ${version}, azapi ${azapi}`;
}
