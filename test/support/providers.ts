import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TERRAFORM_ENVIRONMENT } from './terraform-environment';

const PROVIDERS: { [name: string]: { source: string; version: string } } = {
  azapi: { source: 'Azure/azapi', version: '>= 2.12.0, < 3.0.0' },
  azurerm: { source: 'hashicorp/azurerm', version: '~> 4.0' },
};

/** Why terraform cannot install the providers on this machine; nothing where it can. */
export function whyNotInstallable(...names: string[]): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-probe-'));
  try {
    const required_providers = Object.fromEntries(names.map(name => [name, PROVIDERS[name]]));
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
    const { status, stderr, error } = spawnSync('terraform', ['init', '-input=false'], {
      cwd: directory,
      env: TERRAFORM_ENVIRONMENT,
      encoding: 'utf8',
      timeout: 120_000,
    });
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
