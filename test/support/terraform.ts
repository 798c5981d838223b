import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNotInstallable } from './providers';
import { describeUnless } from './skip';
import { TERRAFORM_ENVIRONMENT } from './terraform-environment';

export { TERRAFORM_ENVIRONMENT } from './terraform-environment';

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

/** `describe` where terraform can install the providers; else the tests are skipped and the reason is printed. */
export function describeWithProviders(names: string[], title: string, tests: () => void): void {
  const reason = whyNotInstallable(...names);
  describeUnless(
    reason && `terraform cannot install ${names.join(' and ')} here (${reason})`,
    title,
    tests,
    names.every(name => name === 'azapi') ? 'REQUIRE_AZAPI' : undefined,
  );
}
