import { existsSync, writeFileSync } from 'node:fs';
import type { ScratchCopy, Step } from './scratch-copy';
import { testWalk } from './walk';
import { describeWithTools } from '../../policies/engines/tools';

const RULE_ID = 'SessionPoolNoNode';
const ASPECT = 'test/policies/session-pool-policies.test.ts';
const PARITY = 'test/policies/engines/parity.check.ts';
const REGO = 'test/policies/engines/rego.check.ts';
const DOCUMENTS = 'test/policies/documentation.test.ts';
const INDEX = 'test/policies/fixtures/index.ts';
const PLANS = `test/policies/engines/plans/${RULE_ID}.json`;

const TYPESCRIPT = `import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

/** No Node.js. */
export const NO_NODE: ISessionPoolRule = {
  ruleId: '${RULE_ID}',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.WARNING,
  cause: 'Sessions run Node.js.',
  explanation: 'Nothing is wrong with it.',
  remedy: 'choose another container type',
  check: pool => (pool.property('containerType') === 'NodeLTS' ? ['containerType is Node.js'] : []),
};
`;

const RULE_IN_REGO = `package session_pools.rules.no_node

import data.session_pools.lib

rule := {"id": "${RULE_ID}", "level": "warning"}

finding contains lib.finding(pool, "containerType is Node.js") if {
	some pool in lib.pools
	lib.property(pool, "containerType") == "NodeLTS"
}
`;

const TEST_IN_REGO = `package session_pools.rules.no_node_test

import data.session_pools.inputs
import data.session_pools.rules.no_node

type(given) := inputs.configuration(inputs.pool({"containerType": given}))

test_python if count(no_node.finding) == 0 with input as type("PythonLTS")

test_node if inputs.messages(no_node.finding) == {"containerType is Node.js"} with input as type("NodeLTS")
`;

const PYTHON = `from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule


def _findings(pool: Resource, _context: Context) -> list[str]:
    return ["containerType is Node.js"] if pool.body_property("containerType") == "NodeLTS" else []


RULE = Rule("${RULE_ID}", "warning", "Sessions do not run Node.js", _findings)
`;

const FIXTURES = `import type { RuleFixtures } from './rule-fixtures';
import { pinned, raw } from './rule-fixtures';
import { CodeInterpreterType } from '../../../lib';
import { interpreter } from '../../support/fixtures';

const node = { containerType: 'NodeLTS' };

export const NODE: RuleFixtures = {
  ruleId: '${RULE_ID}',
  compliant: {
    'by default': stack => void interpreter(stack),
    'a container': stack => void pinned(stack),
    raw: stack => void raw(stack),
  },
  violating: {
    Node: stack => void interpreter(stack, { containerType: CodeInterpreterType.NODE_LTS }),
    'with MCP': stack => void interpreter(stack, { containerType: CodeInterpreterType.NODE_LTS, mcpServer: {} }),
    'raw Node': stack => void raw(stack, node, { schemaValidationEnabled: false }),
  },
};
`;

const STEPS: readonly Step[] = [
  { file: 'lib/policies/rules/no-node.ts', named: 'lib/policies/rules/<rule>.ts', content: TYPESCRIPT, missedBy: ASPECT },
  {
    file: 'lib/policies/rules/index.ts',
    content: [
      [/^import \{ NO_HIDDEN_PROPERTIES .*\n/m, "$&import { NO_NODE } from './no-node';\n"],
      [/^ *NOT_RAW,\n/m, '$&    NO_NODE,\n'],
    ],
    missedBy: ASPECT,
  },
  {
    file: 'policy/session_pools/rules/no_node.rego',
    named: 'policy/session_pools/rules/<rule>.rego',
    content: RULE_IN_REGO,
    missedBy: PARITY,
  },
  {
    file: 'policy/session_pools/rules/no_node_test.rego',
    named: 'policy/session_pools/rules/<rule>_test.rego',
    content: TEST_IN_REGO,
    missedBy: REGO,
  },
  {
    file: 'policy/checkov/session_pool_policies/rules/no_node.py',
    named: 'policy/checkov/session_pool_policies/rules/<rule>.py',
    content: PYTHON,
    missedBy: PARITY,
  },
  { file: 'test/policies/fixtures/node.ts', named: 'test/policies/fixtures/<topic>.ts', content: FIXTURES, missedBy: ASPECT },
  {
    file: INDEX,
    content: [
      [/^import type \{ RuleFixtures \}.*\n/m, "import { NODE } from './node';\n$&"],
      [/^ *LOCATIONS,\n/m, '$&  NODE,\n'],
    ],
    missedBy: ASPECT,
  },
];

/** Plans are made where azapi can be installed; here engines are compared on the configurations. One rule is enough. */
function generate(copy: ScratchCopy, leftOut?: string): void {
  if (!existsSync(copy.at(PLANS))) writeFileSync(copy.at(PLANS), '{}');
  copy.replace(INDEX, [/= RULES\b.*?\.flatMap/, `= RULES.filter(({ ruleId }) => ruleId === '${RULE_ID}').flatMap`]);
  if (leftOut === undefined) copy.runScript('test/policies/support/document.ts');
}

describeWithTools(['opa', 'conftest', 'checkov'], 'a new policy rule', () => {
  testWalk({
    heading: 'A new policy rule',
    atMost: 7,
    steps: STEPS,
    named: new RegExp(RULE_ID),
    derived: [ASPECT],
    alsoRun: { suites: [PARITY, REGO, DOCUMENTS], titles: 'gives the verdict|say the same|the Rego rules|docs/policies.md has' },
    generate,
  });
});
