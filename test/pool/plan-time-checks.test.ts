import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { AzapiProvider, TerraformExpression } from '../../lib';
import { container, interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraform, terraformSucceeds } from '../support/terraform';

describeWithProviders(['azapi'], 'terraform plan of pools with token numbers', () => {
  const directory = temporaryDirectory();

  beforeAll(() => {
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi', {
      useCli: false,
      tenantId: '00000000-0000-0000-0000-000000000000',
      clientId: 'c',
      clientSecret: 's',
    });
    const variable = (name: string, value: number) => new TerraformVariable(stack, name, { type: 'number', default: value });
    const [max, ready, cooldown] = [variable('max', 10), variable('ready', 2), variable('cooldown', 300)];
    variable('port', 80);
    const prefix = new TerraformVariable(stack, 'prefix', { type: 'string', default: 'pool' });
    const environmentVariables = new TerraformVariable(stack, 'env', { type: 'map(string)', default: { A: 'a' } });
    const pool = container(
      stack,
      {
        sessionPoolName: `${prefix.stringValue}1`,
        maxConcurrentSessions: max.numberValue,
        readySessionInstances: ready.numberValue,
        targetPort: Token.asNumber(TerraformExpression.raw('var.port > 1000 ? var.port : var.port + 0') as never),
        environmentVariables: Token.asStringMap(environmentVariables.value),
      },
      'container',
    );
    pool.addEnvironmentVariable('B', '%{b}');
    interpreter(stack, { cooldownPeriodInSeconds: cooldown.numberValue }, 'interpreter');
    writeFileSync(join(directory, 'main.tf.json'), Testing.synth(stack));
    terraformSucceeds(directory, 'init', '-input=false');
  });

  function plan(...variables: string[]): { status: number | null; text: string } {
    const { status, stdout, stderr } = terraform(directory, 'plan', '-input=false', ...variables.map(variable => `-var=${variable}`));
    return { status, text: `${stdout}${stderr}`.replace(/\s*\n│?\s*/g, ' ') };
  }

  test('succeeds with numbers that Azure accepts', () => {
    const { status, text } = plan();
    expect(text).toContain('2 to add');
    expect(status).toBe(0);
  });

  test('fails with every message where numbers are refused', () => {
    const { status, text } = plan('max=0', 'ready=0', 'port=65536', 'cooldown=299');
    expect(text).toContain('maxConcurrentSessions must be at least 1, got 0');
    expect(text).toContain('readySessionInstances must be at least 1, got 0');
    expect(text).toContain('readySessionInstances (0) must be less than maxConcurrentSessions (0)');
    expect(text).toContain('targetPort must be between 1 and 65535, got 65536');
    expect(text).toContain('cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 299');
    expect(status).toBe(1);
  });
});
