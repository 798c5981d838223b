import { App, TerraformStack, Testing } from 'cdktf';
import * as bare from '../../bench/apps/bare';
import type { Fill, Kind, Variant } from '../../bench/apps/definition';
import * as l1 from '../../bench/apps/l1';
import * as l2 from '../../bench/apps/l2';
import { normalizedStacks } from '../../bench/apps/normalize';
import * as policies from '../../bench/apps/policies';
import { KINDS } from '../../bench/cases';

const OTHERS: { readonly [variant in Exclude<Variant, 'bare'>]: { readonly fill: Fill } } = { l1, l2, policies };

function stacksOf(fill: Fill, kind: Kind): object[] {
  const app = new App({ outdir: Testing.app().outdir });
  fill(new TerraformStack(app, 'first'), kind, ['pool0', 'pool1']);
  fill(new TerraformStack(app, 'second'), kind, ['pool2']);
  app.synth();
  return normalizedStacks(app.outdir).map(text => JSON.parse(text) as object);
}

const CASES = KINDS.flatMap(kind => Object.entries(OTHERS).map(([variant, { fill }]) => [variant, kind, fill] as const));

test.each(CASES)('%s and the bare resource write the same JSON for the kind %s', (_variant, kind, fill) => {
  const stacks = stacksOf(fill, kind);
  expect(stacks).toEqual(stacksOf(bare.fill, kind));
  expect(stacks).toHaveLength(2);
});

test('the JSON that is compared has the pools, but neither construct paths nor logical IDs', () => {
  const [first] = stacksOf(l2.fill, 'minimal') as [{ resource: { azapi_resource: { [name: string]: object } } }];
  expect(Object.keys(first.resource.azapi_resource)).toEqual(['agents', 'pool0', 'pool1']);
  expect(first.resource.azapi_resource.pool1).toMatchObject({
    '//': { metadata: {} },
    body: { properties: { environmentId: '${azapi_resource.agents.id}' } },
  });
});
