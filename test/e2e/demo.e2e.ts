import { join } from 'node:path';
import { run } from './support/process';
import { describeDeployed } from './support/results';
import { terraformEnvironment } from './support/terraform';

const ROOT = join(__dirname, '..', '..');

describeDeployed('npm run demo:deploy', results => {
  test('deploys two examples with the cdktf CLI, prints their endpoints, runs code, plans again and destroys them', async () => {
    const { status, stdout, output } = await run('npm', ['run', '--silent', 'demo:deploy'], { cwd: ROOT, env: terraformEnvironment() });
    expect({ status, output }).toMatchObject({ status: 0 });
    const endpoints = [...stdout.matchAll(/^poolManagementEndpoint: https:\/\/\S+$/gm)].length;
    results.check('endpoints', '2', String(endpoints));
    results.check(
      'lines of Python in a deployed pool, whose session ended',
      '1',
      String([...stdout.matchAll(/^ {2}-> 42\nThe session has ended\.$/gm)].length),
    );
    results.check('second plans without changes', '2', String([...stdout.matchAll(/^The second plan has no changes\.$/gm)].length));
    results.check('destroyed', '2', String([...stdout.matchAll(/^Nothing is left\.$/gm)].length));
  });
});
