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
  return runAgainstAzure({
    settings,
    environment: { ...process.env, ARM_SUBSCRIPTION_ID: settings.subscriptionId },
    file: join(__dirname, '..', '..', 'reports', 'azure', 'recording.json'),
    print: line => console.log(line),
  });
}

void main().then(status => {
  process.exitCode = status;
});
