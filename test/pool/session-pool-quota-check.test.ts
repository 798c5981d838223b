import { TerraformCount, TerraformStack, TerraformVariable } from 'cdktf';
import { AzapiProvider, AzapiResource, CodeInterpreterPoolFleet, SessionPoolQuotaCheck } from '../../lib';
import { interpreter, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

function check(stack: TerraformStack, props: object = {}): SessionPoolQuotaCheck {
  return new SessionPoolQuotaCheck(stack, 'quota', { subscriptionId: SUBSCRIPTION, location: 'West US 2', ...props });
}

function checkOf(stack: TerraformStack) {
  const { check: checks, data } = parse(stack) as unknown as Written;
  const [[name, { assert }]] = Object.entries(checks).filter(([id]) => id.startsWith('quota_'));
  const [[dataName, read]] = Object.entries(data.azapi_resource).filter(([id]) => id.startsWith('quota_'));
  return { name, dataName, data: read, assert: assert[0] };
}

interface Written {
  readonly check: { readonly [name: string]: { readonly assert: [{ condition: string }] } };
  readonly data: { readonly azapi_resource: { readonly [name: string]: object } };
}

/** The number with which the limit is compared. */
function counted(stack: TerraformStack): string | undefined {
  const { dataName, assert } = checkOf(stack);
  const [before, after] = ['${try(', ` <= data.azapi_resource.${dataName}.output.properties.limit.value, true)}`];
  return assert.condition.startsWith(before) && assert.condition.endsWith(after)
    ? assert.condition.slice(before.length, -after.length)
    : undefined;
}

const newStack = () => new TerraformStack(testApp(), 'stack');

test('reads the limit of the region in the plan', () => {
  const stack = newStack();
  const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
  check(stack, { provider });
  interpreter(stack);
  const { dataName, data, assert } = checkOf(stack);
  expect(data).toStrictEqual({
    type: 'Microsoft.Quota/quotas@2023-02-01',
    resource_id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.App/locations/westus2/providers/Microsoft.Quota/quotas/SessionPools`,
    response_export_values: ['properties.limit.value'],
    ignore_not_found: true,
    provider: 'azapi.other',
  });
  expect(assert).toStrictEqual({
    condition: `\${try(1 <= data.azapi_resource.${dataName}.output.properties.limit.value, true)}`,
    error_message:
      'session pools in westus2: the app defines more than the limit of the subscription there (SessionPools of Microsoft.Quota, as one public ' +
      'measurement has seen it): ask for a higher limit, or use other regions',
  });
  expect(parse(stack)).toMatchObject({ terraform: { required_version: '>= 1.5.0' } });
});

test('counts the pools of all stacks of the app in the region, and no others', () => {
  const app = testApp();
  const [stack, other] = ['stack', 'other'].map(id => new TerraformStack(app, id));
  check(stack);
  interpreter(other, { location: 'westus2' });
  interpreter(stack, { location: 'West US 2' });
  interpreter(stack, { location: 'westeurope' }, 'elsewhere');
  interpreter(stack, { resourceGroupId: '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg' }, 'of-others');
  new CodeInterpreterPoolFleet(stack, 'fleet', { sessions: 1500, locations: ['westus2', 'westus3'], resourceGroupId: RESOURCE_GROUP_ID });
  new AzapiResource(stack, 'raw', {
    type: 'microsoft.app/SessionPools@2026-01-01',
    name: 'raw',
    parentId: RESOURCE_GROUP_ID,
    location: 'westus2',
  });
  new AzapiResource(stack, 'no-pool', {
    type: 'Microsoft.App/jobs@2026-01-01',
    name: 'j',
    parentId: RESOURCE_GROUP_ID,
    location: 'westus2',
  });
  expect(counted(stack)).toBe('5');
});

test('leaves to Terraform what is known later', () => {
  const app = testApp();
  const [stack, other] = ['stack', 'other'].map(id => new TerraformStack(app, id));
  const variable = (id: string, scope = stack) => new TerraformVariable(scope, id, { type: 'string' }).stringValue;
  check(stack);
  interpreter(stack, { resourceGroupId: variable('group') });
  interpreter(stack, { location: variable('region') }, 'later');
  interpreter(other, { location: variable('region', other) }, 'uncounted');
  const copies = new AzapiResource(stack, 'copies', {
    type: 'Microsoft.App/sessionPools@2026-01-01',
    parentId: RESOURCE_GROUP_ID,
    location: 'westus2',
    count: TerraformCount.of(new TerraformVariable(stack, 'copies-count', { type: 'number' }).numberValue),
  });
  expect(copies).toBeDefined();
  expect(counted(stack)).toBe('1 + (lower(replace(var.region, "/[ ()]/", "")) == "westus2" ? 1 : 0) + tonumber("${var.copies-count}")');
});

test('writes the same in HCL', () => {
  const stack = newStack();
  const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
  check(stack, { provider, subscriptionId: new TerraformVariable(stack, 'subscription', { type: 'string' }).stringValue });
  interpreter(stack, { location: new TerraformVariable(stack, 'region', { type: 'string' }).stringValue });
  const { hcl } = stack.toHclTerraform();
  const { name, dataName } = checkOf(stack);
  expect(hcl.slice(hcl.indexOf('check "quota_')).split('\n').slice(0, 6)).toStrictEqual([
    `check "${name}" {`,
    'assert {',
    `condition = "\${try(0 + (lower(replace(var.region, "/[ ()]/", "")) == "westus2" ? 1 : 0) <= data.azapi_resource.${dataName}.output.properties.limit.value, true)}"`,
    expect.stringMatching(/^error_message = "session pools in westus2: /),
    '}',
    '}',
  ]);
});

test('is opt-in', () => {
  const stack = newStack();
  interpreter(stack);
  expect(JSON.stringify(parse(stack))).not.toContain('Microsoft.Quota');
});
