import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SessionPoolPolicies } from '../../../lib';
import { testApp } from '../../support/synth';
import { temporaryDirectory, terraformSucceeds } from '../../support/terraform';
import { describeWithProviders } from '../../support/terraform';
import { PARAMETERS } from '../fixtures';
import { AROUND, brokenPools, mutatedPools } from '../support/mutated-pools';
import type { Judgement } from './batches';
import { judgeWithPython, judgeWithRego, unique } from './batches';
import { aspectPairs, newStack } from './engines';
import { describeWithTools } from './tools';

type Pairs = NonNullable<Judgement['broken']>[number];

const COUNT = 600;
const BROKEN = 200;
const DATA = { session_pools: { parameters: PARAMETERS } };

/** A stack that has the pools, and nothing else that rules look at. */
function stackWith(pools: Array<[name: string, args: object]>) {
  const stack = newStack(testApp());
  Object.entries(structuredClone(AROUND)).forEach(([block, content]) => stack.addOverride(block, content));
  pools.forEach(([name, args]) => stack.addOverride(`resource.azapi_resource.${name}`, args));
  return stack;
}

const rendered = (pools: Array<[name: string, args: object]>) => JSON.parse(JSON.stringify(stackWith(pools).toTerraform())) as object;

function disagreements(a: Pairs, b: Pairs): string[] {
  const only = (these: Pairs, others: Pairs, side: string) => {
    const there = new Set(others.map(pair => pair.join()));
    return these.filter(pair => !there.has(pair.join())).map(pair => `${side}: ${pair.join(' ')}`);
  };
  return [...only(a, b, 'only the first'), ...only(b, a, 'only the second')];
}

/** The annotations have no address where no construct has one. */
function byAspect(pools: Array<[name: string, args: object]>): Pairs {
  const policies = new SessionPoolPolicies(PARAMETERS);
  return unique(
    pools.flatMap(([name, args]) =>
      aspectPairs(stackWith([[name, args]]), policies).map(([, ruleId]) => [`azapi_resource.${name}`, ruleId] as [string, string]),
    ),
  );
}

describeWithTools(['opa', 'checkov'], 'mutated pools', () => {
  test(`${COUNT} get the same verdict in a configuration from the aspect, Rego and Checkov`, () => {
    const pools = mutatedPools(COUNT);
    const aspect = byAspect(pools);
    const input = rendered(pools);
    const [rego, checkov] = [judgeWithRego([DATA], [input]), judgeWithPython([DATA], [input])].map(([{ broken }]) => unique(broken![0]));
    process.stdout.write(
      `mutated pools: ${COUNT}, ${aspect.length} findings, ${disagreements(aspect, rego).length + disagreements(aspect, checkov).length} disagreements\n`,
    );
    expect(disagreements(aspect, rego)).toEqual([]);
    expect(disagreements(aspect, checkov)).toEqual([]);
    expect(new Set(aspect.map(([, ruleId]) => ruleId)).size).toBeGreaterThanOrEqual(14);
  }, 300_000);

  test(`${BROKEN} with arguments of wrong types get the same verdict`, () => {
    const pools = brokenPools(BROKEN);
    const aspect = byAspect(pools);
    const input = rendered(pools);
    const [rego, checkov] = [judgeWithRego([DATA], [input]), judgeWithPython([DATA], [input])].map(([{ broken }]) => unique(broken![0]));
    process.stdout.write(
      `broken pools: ${BROKEN}, ${aspect.length} findings, ${disagreements(aspect, rego).length + disagreements(aspect, checkov).length} disagreements\n`,
    );
    expect(disagreements(aspect, rego)).toEqual([]);
    expect(disagreements(aspect, checkov)).toEqual([]);
  }, 300_000);

  describeWithProviders(['azapi'], 'in a plan', () => {
    test(`${COUNT} get the same verdict from Rego and Checkov`, () => {
      const directory = temporaryDirectory();
      writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(rendered(mutatedPools(COUNT))));
      terraformSucceeds(directory, 'init', '-input=false');
      terraformSucceeds(directory, 'plan', '-input=false', '-out=plan');
      const plan = JSON.parse(terraformSucceeds(directory, 'show', '-json', 'plan')) as object;
      const [rego, checkov] = [judgeWithRego([DATA], [plan]), judgeWithPython([DATA], [plan])].map(([{ broken }]) => unique(broken![0]));
      process.stdout.write(
        `mutated pools in a plan: ${COUNT}, ${rego.length} findings, ${disagreements(rego, checkov).length} disagreements\n`,
      );
      expect(disagreements(rego, checkov)).toEqual([]);
    }, 600_000);
  });
});
