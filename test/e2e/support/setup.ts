import { rmSync } from 'node:fs';
import { RESULTS } from './results';
import { installAzapi } from './terraform';
import useTemporaryFolder from '../../support/setup';

/** Installs azapi before all tests, or tells them and the reader why they are skipped. */
export default async function setup(): Promise<void> {
  useTemporaryFolder();
  // Stacks that the CLI initializes at the same time would write to one cache of plugins at the same time.
  process.env.CDKTF_DISABLE_PLUGIN_CACHE_ENV = 'true';
  rmSync(RESULTS, { recursive: true, force: true });
  const installation = await installAzapi();
  if (installation.reason) {
    process.env.E2E_SKIP_REASON = installation.reason;
    console.log(`\nskipped: azapi cannot be installed here: ${installation.reason}`);
  }
  process.env.E2E_INSTALLATION = installation.directory;
  process.env.E2E_VERSIONS = installation.versions ?? '';
}
