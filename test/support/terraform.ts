import { spawnSync, SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const PROVIDERS: { [name: string]: { source: string; version: string } } = {
  azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' },
  azurerm: { source: 'hashicorp/azurerm', version: '~> 4.0' },
};

/**
 * The environment of terraform: no calls home, and credentials that nobody checks before something is created. The
 * azurerm provider wants a token even for a plan, which a stand-in for the Azure CLI gives it.
 */
export const TERRAFORM_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ARM_'))),
  PATH: `${join(__dirname, 'bin')}${delimiter}${process.env.PATH}`,
  ARM_SUBSCRIPTION_ID: '00000000-0000-0000-0000-000000000000',
  ARM_PROVIDER_ENHANCED_VALIDATION: 'false',
  ARM_RESOURCE_PROVIDER_REGISTRATIONS: 'none',
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_CLI_ARGS: '-no-color',
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
  return spawnSync('terraform', args, { cwd: directory, env: TERRAFORM_ENVIRONMENT, encoding: 'utf8', maxBuffer: 256_000_000, timeout: 120_000 });
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
    return status === 0 ? undefined : error?.message ?? stderr.trim().split('\n').find(line => line.includes('Error')) ?? 'terraform init failed';
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

