import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from './process';
import { run } from './process';
import { terraformEnvironment } from './terraform';
import type { LocalArm } from '../../arm/local-arm';

const ROOT = join(__dirname, '..', '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');

/** Makes an app in TypeScript the project of a directory, so that nothing is written beside the app. */
export function writeProject(directory: string, main: string): void {
  writeProjectOf(directory, `${join(BIN, 'tsx')} --tsconfig ${join(ROOT, 'tsconfig.dev.json')} ${main}`);
}

/** Makes the app that a command runs the project of a directory. */
export function writeProjectOf(directory: string, app: string): void {
  writeFileSync(
    join(directory, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app, projectId: 'e2e', sendCrashReports: 'false' }),
  );
}

/** Runs the cdktf CLI against a local Azure Resource Manager. */
export async function cdktf(
  directory: string,
  arm: LocalArm,
  variables: { readonly [name: string]: string },
  ...args: string[]
): Promise<Ended> {
  const env = terraformEnvironment({ ...arm.environment(), CI: '1', DISABLE_VERSION_CHECK: '1', ...variables });
  return run(join(BIN, 'cdktf'), args, { cwd: directory, env });
}
