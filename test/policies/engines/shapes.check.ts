import { judgeWithPython, judgeWithRego, unique } from './batches';
import { planFileOf, readPlanFile } from './plan-files';
import { describeWithTools } from './tools';

const RULE = 'SessionPoolEgressDisabled';
const DATA = { session_pools: { parameters: {} } };

function verdictsOf(name: string): Array<Array<[address: string, ruleId: string]>> {
  const { plan } = readPlanFile(planFileOf(name))[name];
  return [judgeWithRego([DATA], [plan]), judgeWithPython([DATA], [plan])].map(([{ broken }]) => unique(broken![0]));
}

describeWithTools(['opa', 'checkov'], 'plans of other shapes', () => {
  test('a synthesized stack as a module, also with for_each: every instance in every module is found', () => {
    const [rego, checkov] = verdictsOf('modules');
    expect(checkov).toEqual(rego);
    expect(rego.filter(([, ruleId]) => ruleId === RULE).map(([address]) => address.replace(/azapi_resource.*/, ''))).toEqual([
      'module.many["a"].',
      'module.many["b.c"].',
      'module.one.',
    ]);
  });

  test('modules in HCL, with for_each, count and values that are not known', () => {
    const [rego, checkov] = verdictsOf('hcl');
    expect(checkov).toEqual(rego);
    expect([...new Set(rego.map(([, ruleId]) => ruleId))]).toEqual(expect.arrayContaining([RULE, 'SessionPoolGrantsLeastPrivilege']));
  });
});
