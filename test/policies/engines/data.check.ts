import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { checkov, conftest, conftestMessages, writeData } from './engines';
import { planFileOf, readPlanFile } from './plan-files';
import { describeWithTools } from './tools';
import { SessionNetworkStatus } from '../../../lib';
import { interpreter } from '../../support/fixtures';
import { testApp } from '../../support/synth';
import { raw } from '../fixtures/rule-fixtures';

const RULE = 'SessionPoolEgressDisabled';
const FAR = '2999-12-31';
const directories: string[] = [];
afterAll(() => directories.forEach(directory => rmSync(directory, { recursive: true, force: true })));

function directoryWith(file: string, content: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-data-'));
  directories.push(directory);
  writeFileSync(join(directory, file), content);
  return directory;
}

/** A stack with two pools that have egress. */
function openPools(): { readonly directory: string; readonly addresses: string[] } {
  const stack = new TerraformStack(testApp(), 'stack');
  ['one', 'other'].forEach(id => interpreter(stack, { networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, id));
  const configuration = JSON.stringify(stack.toTerraform());
  const { resource } = JSON.parse(configuration) as { resource: { azapi_resource: object } };
  return {
    directory: directoryWith('cdk.tf.json', configuration),
    addresses: Object.keys(resource.azapi_resource).map(id => `azapi_resource.${id}`),
  };
}

/** The addresses at which each engine finds the rule broken. */
function brokenAt(directory: string, dataOf: object): { readonly rego: string[]; readonly checkov: string[] } {
  const data = writeData(directoryWith('none', ''), dataOf);
  const addresses = (messages: string[]) =>
    messages
      .filter(message => message.startsWith(`${RULE}: `))
      .map(message => message.split(': ')[1])
      .sort();
  const { failures, warnings } = conftestMessages(directory, ['cdk.tf.json'], data);
  const failed = checkov(directory, 'terraform_json', data).records.filter(({ check_result }) => check_result.result === 'FAILED');
  return { rego: addresses([...failures, ...warnings]), checkov: addresses(failed.flatMap(({ details }) => details)) };
}

describeWithTools(['conftest', 'checkov'], 'the data file means the same to Rego and Checkov', () => {
  const {
    directory,
    addresses: [one, other],
  } = openPools();
  const exception = { ruleId: RULE, reason: 'the agent searches the web', expires: FAR };

  test.each<[string, object, string[]]>([
    ['without exceptions', {}, [one, other]],
    ['an exception everywhere', { exceptions: [exception] }, []],
    ['an exception at an address', { exceptions: [{ ...exception, path: one }] }, [other]],
    ['an exception at a construct', { exceptions: [{ ...exception, path: 'stack/one' }] }, [other]],
    ['an exception that ended', { exceptions: [{ ...exception, expires: '2026-01-31' }] }, [one, other]],
    ['an exception without an end', { exceptions: [{ ...exception, expires: undefined }] }, [one, other]],
    ['an exception until a leap day', { exceptions: [{ ...exception, expires: '2996-02-29' }] }, []],
    ['an exception whose end is no day', { exceptions: [{ ...exception, expires: '2999-02-31' }] }, [one, other]],
    ['an exception whose end is no text', { exceptions: [{ ...exception, expires: [FAR] }] }, [one, other]],
    ['an exception without a reason', { exceptions: [{ ...exception, reason: ' ' }] }, [one, other]],
    ['a level', { parameters: { levels: { [RULE]: 'off' } } }, []],
  ])('%s', (_name, data, expected) => {
    expect(brokenAt(directory, data)).toEqual({ rego: [...expected].sort(), checkov: [...expected].sort() });
  });

  test('a level makes a failure a warning', () => {
    const data = writeData(directoryWith('none', ''), { parameters: { levels: { [RULE]: 'warning' } } });
    const { failures, warnings } = conftestMessages(directory, ['cdk.tf.json'], data);
    expect(failures.filter(message => message.startsWith(RULE))).toEqual([]);
    expect(warnings.filter(message => message.startsWith(RULE))).toHaveLength(2);
    const severities = checkov(directory, 'terraform_json', data)
      .records.filter(({ check_id }) => check_id === `CKV2_${RULE}`)
      .map(({ severity }) => severity);
    expect(severities).toEqual(['LOW', 'LOW']);
  });
});

describeWithTools(['conftest', 'checkov'], 'plans of other shapes', () => {
  test.each([
    ['a synthesized stack as a module, also with for_each', 'modules', [RULE]],
    ['modules in HCL, with for_each, count and values that are not known', 'hcl', [RULE, 'SessionPoolGrantsLeastPrivilege']],
  ])(
    '%s',
    (_name, name, expected) => {
      const { plan } = readPlanFile(planFileOf(name))[name];
      const directory = directoryWith('plan.json', JSON.stringify(plan));
      const data = writeData(directoryWith('none', ''));
      expect(conftest(directory, ['plan.json'], data)['plan.json']).toEqual(expected);
      expect(checkov(directory, 'terraform_plan', data).findings['plan.json']).toEqual(expected);
    },
    60_000,
  );

  test('every instance in every module is found', () => {
    const directory = directoryWith('plan.json', JSON.stringify(readPlanFile(planFileOf('modules')).modules.plan));
    const { failures } = conftestMessages(directory, ['plan.json'], writeData(directoryWith('none', '')));
    expect(failures.map(message => message.split(': ')[1].replace(/azapi_resource.*/, ''))).toEqual([
      'module.many["a"].',
      'module.many["b.c"].',
      'module.one.',
    ]);
  });

  test('a plan knows variables, and so finds more than the configuration', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    raw(stack, { sessionNetworkConfiguration: { status: '${var.status}' } });
    const directory = directoryWith('cdk.tf.json', Testing.synth(stack));
    const data = writeData(directoryWith('none', ''));
    expect(conftest(directory, ['cdk.tf.json'], data)['cdk.tf.json']).toEqual([]);
    expect(checkov(directory, 'terraform_json', data).findings).toEqual({});
    const plan = directoryWith('plan.json', JSON.stringify(readPlanFile(planFileOf('hcl')).hcl.plan));
    expect(conftest(plan, ['plan.json'], data)['plan.json']).toContain(RULE);
  });
});
