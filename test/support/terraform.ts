import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TERRAFORM_ENVIRONMENT } from './terraform-environment';

export { TERRAFORM_ENVIRONMENT } from './terraform-environment';

const PROVIDERS: { [name: string]: { source: string; version: string } } = {
  azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' },
  azurerm: { source: 'hashicorp/azurerm', version: '~> 4.0' },
};

const directories: string[] = [];

afterAll(() => directories.forEach(directory => rmSync(directory, { recursive: true, force: true })));

/** A directory for terraform that is removed after the test file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-'));
  directories.push(directory);
  return directory;
}

/** Runs terraform. */
export function terraform(directory: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync('terraform', args, {
    cwd: directory,
    env: TERRAFORM_ENVIRONMENT,
    encoding: 'utf8',
    maxBuffer: 256_000_000,
    timeout: 120_000,
  });
}

/** Runs terraform and fails the test where terraform fails. */
export function terraformSucceeds(directory: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = terraform(directory, ...args);
  if (status !== 0) {
    throw new Error(`terraform ${args.join(' ')} failed: ${error?.message ?? ''}${stdout}${stderr}`);
  }
  return stdout;
}

/** Why terraform cannot install the providers on this machine; nothing where it can. */
export function whyNotInstallable(...names: string[]): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-probe-'));
  try {
    const required_providers = Object.fromEntries(names.map(name => [name, PROVIDERS[name]]));
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
    const { status, stderr, error } = terraform(directory, 'init', '-input=false');
    return status === 0
      ? undefined
      : (error?.message ??
          stderr
            .trim()
            .split('\n')
            .find(line => line.includes('Error')) ??
          'terraform init failed');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `describe` where terraform can install the providers; else the tests are skipped and the reason is printed. */
export function describeWithProviders(names: string[], title: string, tests: () => void): void {
  const reason = whyNotInstallable(...names);
  if (reason) {
    process.stderr.write(`skipped: ${title}: terraform cannot install ${names.join(' and ')} here (${reason})\n`);
  }
  (reason ? describe.skip : describe)(title, tests);
}
