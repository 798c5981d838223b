import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const example = join(__dirname, '..', 'quickstart');
const stackDirectory = join(example, 'cdktf.out', 'stacks', 'quickstart');
const cli = join(__dirname, '..', '..', 'node_modules', '.bin', 'cdktf');
const environment = { ...process.env, CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };

const synth = spawnSync(cli, ['synth'], { cwd: example, env: environment, encoding: 'utf8' });
if (synth.status !== 0) {
  console.error(synth.stdout + synth.stderr);
  process.exit(1);
}

interface Configuration {
  readonly resource: { [type: string]: { [id: string]: { type?: string; name?: string; body?: unknown } } };
}

const file = join(stackDirectory, 'cdk.tf.json');
const { resource } = JSON.parse(readFileSync(file, 'utf8')) as Configuration;
console.log(`cdktf wrote ${relative(process.cwd(), file)}. Its resources:`);
for (const [type, instances] of Object.entries(resource)) {
  for (const [id, { type: armType, name, body }] of Object.entries(instances)) {
    console.log(`\n${type}.${id}: ${armType}, named ${name}\n${JSON.stringify(body, undefined, 2)}`);
  }
}

const terraform = (...args: string[]) => spawnSync('terraform', args, { cwd: stackDirectory, env: environment, encoding: 'utf8' });
const init = terraform('init', '-input=false', '-no-color');
if (init.error) {
  console.log('\nterraform is not installed: the configuration is not validated.');
} else if (init.status !== 0) {
  console.log(`\nterraform init cannot install the azapi provider here: the configuration is not validated.\n${init.stderr.trim()}`);
} else {
  const validate = terraform('validate', '-no-color');
  console.log(`\nterraform validate: ${(validate.stdout + validate.stderr).trim()}`);
  process.exitCode = validate.status ?? 1;
}

console.log(`
Next:
  az login && export ARM_SUBSCRIPTION_ID=<your subscription>
  cd ${relative(process.cwd(), example)}
  npx cdktf deploy`);
