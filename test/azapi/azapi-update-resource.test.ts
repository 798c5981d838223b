import { TerraformOutput } from 'cdktf';
import { AzapiUpdateResource } from '../../lib';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, synthesizeHcl } from '../support/synth';

const CONFIG = {
  type: 'Microsoft.OperationalInsights/workspaces/tables@2025-07-01',
  parentId: `${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`,
  name: 'AppEnvSessionConsoleLogs',
  body: { properties: { plan: 'Basic' } },
};

describe('AzapiUpdateResource', () => {
  test('passes its arguments on', () => {
    const { resource, output, terraform } = synthesize(stack => {
      const { id, name } = new AzapiUpdateResource(stack, 'table', {
        ...CONFIG,
        ignoreMissingProperty: false,
        retry: { errorMessageRegex: ['Busy'], intervalInSeconds: 5 },
        timeouts: { update: '5m' },
        readQueryParameters: { a: ['b'] },
      });
      new TerraformOutput(stack, 'o', { value: [id, name], staticId: true });
    });
    const [{ '//': _, ...update }] = Object.values(resource.azapi_update_resource);
    expect(update).toStrictEqual({
      type: CONFIG.type,
      parent_id: CONFIG.parentId,
      name: CONFIG.name,
      body: CONFIG.body,
      ignore_missing_property: false,
      retry: { error_message_regex: ['Busy'], interval_seconds: 5 },
      timeouts: { update: '5m' },
      read_query_parameters: { a: ['b'] },
    });
    expect(output.o.value).toStrictEqual(['${azapi_update_resource.table.id}', '${azapi_update_resource.table.name}']);
    expect(terraform).toBeUndefined();
  });

  test('needs Terraform 1.11 with a secret body', () => {
    const { terraform } = synthesize(stack => void new AzapiUpdateResource(stack, 'table', { ...CONFIG, sensitiveBody: {} }));
    expect(terraform).toMatchObject({ required_version: '>= 1.11.0' });
  });

  test('is written as HCL too', () => {
    const hcl = synthesizeHcl(stack => void new AzapiUpdateResource(stack, 'table', CONFIG));
    expect(hcl).toMatch(/resource "azapi_update_resource" "table"/);
    expect(hcl).toMatch(/"?plan"?\s+= "Basic"/);
  });
});
