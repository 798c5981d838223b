import { Aspects } from 'cdktf';
import type { Bypass } from './bypasses';
import { BYPASSES, bypassStack } from './bypasses';
import { PARAMETERS } from './fixtures';
import { SessionPoolPolicies } from '../../lib';
import { findingsOf } from './support/findings';
import { collectFindings } from '../../lib/terraform/inherited-aspects';

test.each(BYPASSES.map(bypass => [bypass.title, bypass] as [string, Bypass]))('%s', (_title, bypass) => {
  const stack = bypassStack(bypass);
  Aspects.of(stack.node.root).add(new SessionPoolPolicies(PARAMETERS));
  collectFindings(stack, () => stack.toTerraform() as unknown);
  const found = findingsOf(stack).filter(finding => finding.includes(`[${bypass.ruleId}]`));
  expect({ found, isFound: found.length > 0 }).toEqual({ found, isFound: bypass.configuration });
  expect(found.filter(finding => finding.includes('stack/clean'))).toEqual([]);
});

test('what no engine finds has a reason', () => {
  const without = BYPASSES.filter(({ configuration, plan, because }) => (configuration && plan) !== (because === undefined));
  expect(without.map(({ title }) => title)).toEqual([]);
});
