import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { runAgainstAzure } from './run';
import { readSettings } from './settings';

/** Deploys to Azure, records its answers and says what they confirm of the stand-in. */
async function main(): Promise<number> {
  const settings = readSettings(process.env, `t${randomBytes(4).toString('hex')}`);
  if ('refusal' in settings) {
    console.error(settings.refusal);
    return 1;
  }
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      console.log(`${signal}: waits for Terraform, then destroys.`);
      controller.abort(new Error(`stopped by ${signal}`));
    });
  }
  return runAgainstAzure({
    settings,
    environment: { ...process.env, ARM_SUBSCRIPTION_ID: settings.subscriptionId },
    file: join(__dirname, '..', '..', 'reports', 'azure', 'recording.json'),
    print: line => console.log(line),
    stop: controller.signal,
  });
}

void main().then(status => {
  process.exitCode = status;
});
