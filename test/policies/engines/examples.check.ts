import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type * as Cdktf from 'cdktf';
import type { Judgement } from './batches';
import { judgeWithPython, judgeWithRego, unique } from './batches';
import { pairsOf } from './engines';
import { describeWithTools } from './tools';
import type * as Library from '../../../lib';
import type * as InheritedAspects from '../../../lib/terraform/inherited-aspects';
import { isObject } from '../../arm/json';
import type { JsonObject } from '../../arm/json';
import { withoutAzurerm } from '../../e2e/support/without-azurerm';
import { CDKTF_EXAMPLES, readConfiguration, removeExample, synthesizeExample, valueOfVariable } from '../../support/examples';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../../support/terraform';

type Pairs = NonNullable<Judgement['broken']>[number];

const DATA = { session_pools: { parameters: { allowNothingToJudge: true } } };

interface ExampleStack {
  readonly name: string;
  readonly configuration: JsonObject;
  readonly aspect: Pairs;
}

/** The stacks of an example with what the aspect says of them, as if the app of the example had added it. */
function judgedByAspect(example: string): ExampleStack[] {
  const found = new Map<string, Pairs>();
  const directories = synthesizeExample(example, () => {
    const cdktf = jest.requireActual<typeof Cdktf>('cdktf');
    const { SessionPoolPolicies } = jest.requireActual<typeof Library>('../../../lib');
    const { collectFindings } = jest.requireActual<typeof InheritedAspects>('../../../lib/terraform/inherited-aspects');
    const { synth } = cdktf.App.prototype;
    cdktf.App.prototype.synth = function (this: Cdktf.App) {
      cdktf.Aspects.of(this).add(new SessionPoolPolicies());
      const stacks = this.node.findAll().filter(cdktf.TerraformStack.isStack) as Cdktf.TerraformStack[];
      stacks.reduce<() => void>(
        (inner, stack) => () => collectFindings(stack, inner),
        () => synth.call(this),
      )();
      stacks.forEach(stack => found.set(stack.node.id, unique(pairsOf(stack))));
    };
  });
  const stacks = Object.entries(directories).map(([stack, directory]) => ({
    name: `${example}/${stack}`,
    configuration: readConfiguration(directory) as unknown as JsonObject,
    aspect: found.get(basename(directory))!,
  }));
  removeExample(Object.values(directories)[0]);
  return stacks;
}

const STACKS = CDKTF_EXAMPLES.flatMap(judgedByAspect);

function byEngines(inputs: object[]): { readonly rego: Pairs[]; readonly checkov: Pairs[] } {
  const [rego, checkov] = [judgeWithRego([DATA], inputs), judgeWithPython([DATA], inputs)].map(([{ broken }]) => broken!.map(unique));
  return { rego, checkov };
}

describeWithTools(['opa', 'checkov'], 'every example', () => {
  test('gets one verdict in its configuration from the aspect, Rego and Checkov', () => {
    const { rego, checkov } = byEngines(STACKS.map(({ configuration }) => configuration));
    const verdicts = STACKS.map(({ name, aspect }, index) => ({ name, aspect, rego: rego[index], checkov: checkov[index] }));
    const different = verdicts.filter(each => new Set([each.aspect, each.rego, each.checkov].map(pairs => JSON.stringify(pairs))).size > 1);
    process.stdout.write(
      `examples: ${STACKS.length} stacks, ${verdicts.flatMap(({ rego: pairs }) => pairs).length} findings, ${different.length} disagreements\n`,
    );
    expect(different).toEqual([]);
  });

  test('does not find a pool in the rotation of a key', () => {
    const { aspect } = STACKS.find(({ name }) => name === 'mcp/mcp')!;
    expect(aspect.filter(([address]) => !address.startsWith('azapi_resource.'))).toEqual([]);
  });

  describeWithProviders(['azapi'], 'planned without azurerm and without Azure', () => {
    test('gets one verdict in its plan from Rego and Checkov', () => {
      const plans = STACKS.map(({ configuration }) => plan(withoutData(withoutAzurerm(configuration).configuration)));
      const { rego, checkov } = byEngines(plans);
      const different = STACKS.map(({ name }, index) => ({ name, rego: rego[index], checkov: checkov[index] })).filter(
        each => JSON.stringify(each.rego) !== JSON.stringify(each.checkov),
      );
      process.stdout.write(`examples: ${plans.length} plans, ${rego.flat().length} findings, ${different.length} disagreements\n`);
      expect(different).toEqual([]);
    }, 600_000);
  });
});

/** Terraform reads data sources when it plans. Here each is a resource instead, of which everything is known only after apply. */
function withoutData({ data, resource, ...rest }: JsonObject): JsonObject {
  if (data === undefined) return { resource, ...rest };
  const standIns = Object.entries(data as { [type: string]: JsonObject }).flatMap(([type, byName]) =>
    Object.keys(byName).map(name => [`data-${type}-${name}`, { input: '${jsondecode(terraform_data.azure.id)}' }] as const),
  );
  const { terraform_data: present, ...others } = (resource ?? {}) as JsonObject;
  const text = JSON.stringify({
    ...rest,
    resource: { ...others, terraform_data: { ...(present as JsonObject | undefined), ...Object.fromEntries(standIns), azure: {} } },
  });
  return JSON.parse(text.replace(/\bdata\.(\w+)\.([\w-]+)/g, 'terraform_data.data-$1-$2.output')) as JsonObject;
}

function plan(configuration: JsonObject): object {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(configuration, null, 2));
  terraformSucceeds(directory, 'init', '-input=false');
  const variables = Object.keys(isObject(configuration.variable) ? configuration.variable : {}).map(
    name => `-var=${name}=${valueOfVariable(name)}`,
  );
  terraformSucceeds(directory, 'plan', '-input=false', '-out=plan', ...variables);
  return JSON.parse(terraformSucceeds(directory, 'show', '-json', 'plan')) as object;
}
