import { spawnSync } from 'node:child_process';

/** Runs the deployment suites with OpenTofu, where there is one. */
function main(): number {
  const program = process.env.TERRAFORM_BINARY_NAME ?? 'tofu';
  const { error, stdout } = spawnSync(program, ['version'], { encoding: 'utf8' });
  if (error || !stdout.startsWith('OpenTofu')) {
    const reason = error ? 'cannot be started' : 'is not OpenTofu';
    console.log(`skipped: deployments with OpenTofu: ${program} ${reason}. Put tofu into PATH, or name it in TERRAFORM_BINARY_NAME.`);
    return 0;
  }
  console.log(`Deploys with ${stdout.split('\n', 1)[0]}.`);
  const args = ['run', 'test:e2e', '--', ...process.argv.slice(2)];
  return spawnSync('npm', args, { stdio: 'inherit', env: { ...process.env, TERRAFORM_BINARY_NAME: program } }).status ?? 1;
}

process.exitCode = main();
