import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Findings } from '../../lib/validation/findings';
import { reportFindings, throwErrors } from '../../lib/validation/report';
import { testApp, warningsOf } from '../support/synth';

function construct(): Construct {
  return new Construct(new TerraformStack(testApp(), 'stack'), 'pool');
}

test('nothing is reported of a construct without findings', () => {
  const pool = construct();
  reportFindings(pool, 'Pool', new Findings());
  expect(warningsOf(pool)).toStrictEqual([]);
  expect(pool.node.scope?.node.children).toStrictEqual([pool]);
});

test('all warnings are added to the construct', () => {
  const pool = construct();
  const findings = new Findings();
  findings.warn('name-hyphen', 'a');
  findings.warn('name-length', 'b');
  reportFindings(pool, 'Pool', findings);
  expect(warningsOf(pool)).toStrictEqual(['[name-hyphen] a', '[name-length] b']);
});

test('all errors are thrown together, without a warning, and the construct is removed', () => {
  const pool = construct();
  const parent = pool.node.scope!;
  const findings = new Findings();
  findings.warn('name-hyphen', 'a');
  findings.error('b must be c');
  findings.error('d must be e');
  expect(() => reportFindings(pool, 'Pool', findings)).toThrow("Pool at 'stack/pool' is not valid:\n  - b must be c\n  - d must be e");
  expect(warningsOf(pool)).toStrictEqual([]);
  expect(parent.node.children).toStrictEqual([]);
});

test('the errors of a method leave the construct in the tree', () => {
  const pool = construct();
  const findings = new Findings();
  expect(() => throwErrors('Pool', pool.node.path, findings)).not.toThrow();
  findings.error('b must be c');
  expect(() => throwErrors('Pool', pool.node.path, findings)).toThrow("Pool at 'stack/pool' is not valid:\n  - b must be c");
  expect(pool.node.scope?.node.children).toStrictEqual([pool]);
});

test('a check in the plan is an expression with its message', () => {
  const findings = new Findings();
  findings.checkAtPlan('var.x > 0', 'x must be above 0');
  expect(findings.planTimeChecks).toStrictEqual([{ condition: '${var.x > 0}', errorMessage: 'x must be above 0' }]);
});
