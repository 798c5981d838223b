import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformResourceLifecycle } from 'cdktf';
import { TerraformVariable, Token } from 'cdktf';
import { AzapiProvider, AzapiResource, DataAzapiResource } from '../../lib';
import { toHcl } from '../../lib/terraform/hcl-expression';
import { container, interpreter } from '../support/fixtures';
import { synthesizeHcl } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../support/terraform';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';

describe('HCL of a value', () => {
  const VALUES: Array<[string, unknown]> = [
    ['a list of lists', [[1, 2], ['a']]],
    [
      'a list of objects',
      [
        { a: 1, b: [true, null] },
        { 'key with space': 'x', camelCase: {} },
      ],
    ],
    ['numbers', [0, -1, 0.25, 1e21]],
    ['quotes and backslashes', 'a "b" \\ \\" \\n'],
    ['control characters', 'tab\t line\n return\r bell\u0007 backspace\b feed\f'],
    ['text beyond the BMP', '😀 ü 漢'],
    ['escaped templates', '$${a} %%{b} $$$${c}'],
    ['single openers', '$ { % } ${"{"} $'],
    ['a template with quotes and braces inside', '${join("-", ["}", "{", "\\"x\\""])} and ${1 + 1}'],
    ['a directive', '%{ if true }yes%{ else }no%{ endif }'],
    ['a map with a template in its key', { '${"k"}-1': 'v' }],
  ];

  test('is read by terraform as the same value as its JSON', () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'hcl.tf'),
      VALUES.map(([, value], index) => `output "hcl${index}" {\nvalue = ${toHcl(value)}\n}\n`).join(''),
    );
    const output = Object.fromEntries(VALUES.map(([, value], index) => [`json${index}`, { value }]));
    writeFileSync(join(directory, 'json.tf.json'), JSON.stringify({ output }));
    terraformSucceeds(directory, 'init');
    terraformSucceeds(directory, 'apply', '-auto-approve');
    const outputs = JSON.parse(terraformSucceeds(directory, 'output', '-json')) as { [name: string]: { value: unknown } };
    for (const [index, [name]] of VALUES.entries()) {
      expect([name, outputs[`hcl${index}`].value]).toStrictEqual([name, outputs[`json${index}`].value]);
    }
  });
});

describe('HCL of a stack', () => {
  test('holds bodies, lists, blocks and conditions', () => {
    const hcl = synthesizeHcl(stack => {
      new AzapiProvider(stack, 'azapi', { defaultTags: { CostCenter: 'x' }, useCli: false, auxiliaryTenantIds: ['a'] });
      new AzapiResource(stack, 'r', {
        type: TYPE,
        body: { properties: { list: [{ a: 1 }] } },
        responseExportValues: ['properties.a'],
        identity: { type: 'UserAssigned', identityIds: ['/a'] },
        timeouts: { create: '1h' },
        lifecycle: { preventDestroy: true, precondition: [{ condition: '${1 == 1}', errorMessage: 'no' }] },
      });
    });
    expect(hcl.replace(/\s+/g, ' ')).toContain('body = { "properties" = { "list" = [{ "a" = 1 }] } }');
    expect(hcl).toContain('response_export_values = ["properties.a"]');
    expect(hcl.replace(/\s+/g, ' ')).toContain('identity { type = "UserAssigned" identity_ids = ["/a"] }');
    expect(hcl.replace(/\s+/g, ' ')).toContain(
      'lifecycle { prevent_destroy = true precondition { condition = "${1 == 1}" error_message = "no" } }',
    );
    expect(hcl.replace(/\s+/g, ' ')).toContain('default_tags = { "CostCenter" = "x" }');
    expect(hcl).toContain('>= 2.12.0, < 3.0.0');
  });
});

describe('the lifecycle in HCL', () => {
  const lifecycleOf = (lifecycle: TerraformResourceLifecycle) =>
    /lifecycle \{[^}]*\}/.exec(synthesizeHcl(stack => new AzapiResource(stack, 'r', { type: TYPE, lifecycle })).replace(/\s+/g, ' '))?.[0];

  test.each<[TerraformResourceLifecycle, string]>([
    [{ replaceTriggeredBy: ['azapi_resource.a.id'] }, 'lifecycle { replace_triggered_by = [azapi_resource.a.id] }'],
    [{ replaceTriggeredBy: [{ fqn: '${azapi_resource.a}' }] }, 'lifecycle { replace_triggered_by = [azapi_resource.a] }'],
    [{ ignoreChanges: ['tags', 'body.a[0].b'] }, 'lifecycle { ignore_changes = [tags, body.a[0].b] }'],
    [{ ignoreChanges: 'all' }, 'lifecycle { ignore_changes = all }'],
    [{ createBeforeDestroy: true }, 'lifecycle { create_before_destroy = true }'],
  ])('of %j has references, not text', (lifecycle, expected) => {
    expect(lifecycleOf(lifecycle)).toBe(expected);
  });
});

describeWithProviders(['azapi'], 'HCL with azapi', () => {
  test('is accepted by terraform validate and plans the same resources as JSON', () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'main.tf'),
      synthesizeHcl(stack => {
        const sessions = new TerraformVariable(stack, 'sessions', { type: 'number', default: 20 });
        const variables = new TerraformVariable(stack, 'variables', { type: 'map(string)', default: { a: 'from terraform' } });
        new AzapiProvider(stack, 'azapi');
        interpreter(stack, { maxConcurrentSessions: sessions.numberValue, tags: { Team: 'a "b" ${c}' } }, 'interpreter');
        container(
          stack,
          { environmentVariables: Token.asStringMap(variables.value), command: ['sh', '-c', 'echo "${HOME}"\n'] },
          'container',
        ).addEnvironmentVariable('B', 'added');
        new DataAzapiResource(stack, 'd', { type: TYPE, count: 0, resourceId: '/subscriptions/x', queryParameters: { a: ['b'] } });
      }),
    );
    terraformSucceeds(directory, 'init');
    terraformSucceeds(directory, 'validate');
    terraformSucceeds(directory, 'plan', '-out=plan');
    const { resource_changes } = JSON.parse(terraformSucceeds(directory, 'show', '-json', 'plan')) as {
      resource_changes: Array<{ name: string; change: { after: object } }>;
    };
    const planned = (id: string) => resource_changes.find(({ name }) => name.startsWith(id))!.change.after;
    expect(planned('interpreter')).toMatchObject({
      tags: { Team: 'a "b" ${c}' },
      body: { properties: { scaleConfiguration: { maxConcurrentSessions: 20 } } },
    });
    const env = [
      { name: 'a', value: 'from terraform' },
      { name: 'B', value: 'added' },
    ];
    expect(planned('container')).toMatchObject({
      body: { properties: { customContainerTemplate: { containers: [{ env, command: ['sh', '-c', 'echo "${HOME}"\n'] }] } } },
    });
  });
});
