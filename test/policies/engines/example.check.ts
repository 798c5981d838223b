import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describeWithTools, find, POLICY } from './tools';
import { removeExample, synthesizeExample } from '../../support/examples';
import { describeWithProviders, terraformSucceeds } from '../../support/terraform';

const EXAMPLE = join(__dirname, '..', '..', '..', 'examples', 'policy-pipeline');

function check(stack: string, plan: string): { readonly status: number | null; readonly output: string } {
  const path = [dirname(find('conftest')!), dirname(find('checkov')!), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(join(EXAMPLE, 'check.sh'), [stack, plan], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path, SESSION_POOL_POLICY: POLICY, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return { status, output: stdout + stderr };
}

describeWithTools(['conftest', 'checkov'], 'the pipeline of the example', () => {
  describeWithProviders(['azapi'], 'with a plan', () => {
    const { sandboxes } = synthesizeExample('policy-pipeline');
    const plan = join(sandboxes, 'plan.json');
    afterAll(() => removeExample(sandboxes));

    beforeAll(() => {
      terraformSucceeds(sandboxes, 'init', '-input=false');
      terraformSucceeds(sandboxes, 'plan', '-input=false', '-out=plan');
      writeFileSync(plan, terraformSucceeds(sandboxes, 'show', '-json', 'plan'));
    });

    test('passes', () => {
      expect(check(sandboxes, plan)).toMatchObject({ status: 0 });
    });

    test('stops egress in the configuration', () => {
      const file = join(sandboxes, 'cdk.tf.json');
      const configuration = readFileSync(file, 'utf8');
      writeFileSync(file, configuration.replace('"status": "EgressDisabled"', '"status": "EgressEnabled"'));
      expect(check(sandboxes, plan)).toMatchObject({
        status: 1,
        output: expect.stringContaining('SessionPoolEgressDisabled: azapi_resource.interpreter'),
      });
      writeFileSync(file, configuration);
    });

    test('stops what the required tags lack in the plan', () => {
      const changed = join(sandboxes, 'changed.json');
      writeFileSync(changed, readFileSync(plan, 'utf8').replaceAll('"costCenter":"4711"', '"costCenter":""'));
      expect(check(sandboxes, changed)).toMatchObject({ status: 1, output: expect.stringContaining("tag 'costCenter' is not given") });
    });
  });
});
