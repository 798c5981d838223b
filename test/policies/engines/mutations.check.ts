import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import type { Judgement } from './batches';
import { judgeWithPython, judgeWithRego, unique } from './batches';
import { aspectPairs, newStack } from './engines';
import { describeWithTools } from './tools';
import { SessionPoolPolicies } from '../../../lib';
import { testApp } from '../../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../../support/terraform';
import { PARAMETERS } from '../fixtures';
import { mutatedBlocks } from '../support/mutated-blocks';
import { AROUND, brokenPools, mutatedPools } from '../support/mutated-pools';

type Pairs = NonNullable<Judgement['broken']>[number];

interface Block {
  readonly type: string;
  readonly name: string;
  readonly args: object;
}

const DATA = { session_pools: { parameters: PARAMETERS } };

const pools = (named: Array<[name: string, args: object]>): Block[] =>
  named.map(([name, args]) => ({ type: 'azapi_resource', name, args }));
const POOLS = pools(mutatedPools(600));
const BROKEN = pools(brokenPools(200));
const BLOCKS = mutatedBlocks(400);

/** A stack that has the blocks, and nothing else that rules look at. */
function stackWith(blocks: Block[]): TerraformStack {
  const stack = newStack(testApp());
  Object.entries(structuredClone(AROUND)).forEach(([block, content]) => stack.addOverride(block, content));
  blocks.forEach(({ type, name, args }) => stack.addOverride(`resource.${type}.${name}`, args));
  return stack;
}

function rendered(blocks: Block[]): object {
  return JSON.parse(JSON.stringify(stackWith(blocks).toTerraform())) as object;
}

/** One stack for each block: annotations have no address where no construct has one. */
function byAspect(blocks: Block[]): Pairs {
  const policies = new SessionPoolPolicies(PARAMETERS);
  return unique(
    blocks.flatMap(block =>
      aspectPairs(stackWith([block]), policies).map(([, ruleId]) => [`${block.type}.${block.name}`, ruleId] as [string, string]),
    ),
  );
}

function byEngines(input: object): { readonly rego: Pairs; readonly checkov: Pairs } {
  const [rego, checkov] = [judgeWithRego([DATA], [input]), judgeWithPython([DATA], [input])].map(([{ broken }]) => unique(broken![0]));
  return { rego, checkov };
}

function disagreements(a: Pairs, b: Pairs): string[] {
  const only = (these: Pairs, others: Pairs, side: string) => {
    const there = new Set(others.map(pair => pair.join()));
    return these.filter(pair => !there.has(pair.join())).map(pair => `only ${side}: ${pair.join(' ')}`);
  };
  return [...only(a, b, 'the first'), ...only(b, a, 'the second')];
}

function report(what: string, count: number, findings: number, found: string[]): void {
  process.stdout.write(`${what}: ${count}, ${findings} findings, ${found.length} disagreements\n`);
}

describeWithTools(['opa', 'checkov'], 'mutations', () => {
  test.each<[string, Block[], number]>([
    ['mutated pools', POOLS, 14],
    ['pools with arguments of wrong types', BROKEN, 14],
    ['updates, actions, deployments, environments and grants', BLOCKS, 8],
  ])(
    '%s get one verdict in a configuration from the aspect, Rego and Checkov',
    (what, blocks, rules) => {
      const aspect = byAspect(blocks);
      const { rego, checkov } = byEngines(rendered(blocks));
      const found = [...disagreements(aspect, rego), ...disagreements(aspect, checkov)];
      report(what, blocks.length, aspect.length, found);
      expect(found).toEqual([]);
      expect(new Set(aspect.map(([, ruleId]) => ruleId)).size).toBeGreaterThanOrEqual(rules);
    },
    300_000,
  );

  describeWithProviders(['azapi'], 'in a plan', () => {
    test('all that azapi can plan get one verdict from Rego and Checkov', () => {
      const blocks = [...POOLS, ...BLOCKS.filter(({ canBePlanned }) => canBePlanned)];
      const directory = temporaryDirectory();
      writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(rendered(blocks), null, 2));
      terraformSucceeds(directory, 'init', '-input=false');
      terraformSucceeds(directory, 'plan', '-input=false', '-out=plan');
      const { rego, checkov } = byEngines(JSON.parse(terraformSucceeds(directory, 'show', '-json', 'plan')) as object);
      report('mutations in a plan', blocks.length, rego.length, disagreements(rego, checkov));
      expect(disagreements(rego, checkov)).toEqual([]);
    }, 600_000);
  });
});
