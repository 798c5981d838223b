import { TerraformOutput } from 'cdktf';
import type { DataAzapiResourceConfig } from '../../lib';
import { DataAzapiResource } from '../../lib';
import { synthesize } from '../support/synth';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';

describe('DataAzapiResource', () => {
  const ARGUMENTS: Array<[keyof DataAzapiResourceConfig, unknown, string]> = [
    ['resourceId', '/subscriptions/x', 'resource_id'],
    ['name', 'pool', 'name'],
    ['parentId', '/subscriptions/x', 'parent_id'],
    ['responseExportValues', ['properties.a'], 'response_export_values'],
    ['responseExportValues', { a: 'b' }, 'response_export_values'],
    ['ignoreNotFound', true, 'ignore_not_found'],
    ['headers', { 'X-A': 'b' }, 'headers'],
    ['queryParameters', { a: ['b'] }, 'query_parameters'],
    ['timeouts', { read: '1m' }, 'timeouts'],
  ];

  test.each(ARGUMENTS)('writes %s = %j exactly as given', (argument, value, name) => {
    const { data } = synthesize(stack => void new DataAzapiResource(stack, 'd', { type: TYPE, [argument]: value }));
    expect(data.azapi_resource.d[name]).toStrictEqual(value);
  });

  test('writes retry in the names of Terraform', () => {
    const { data } = synthesize(stack => void new DataAzapiResource(stack, 'd', { type: TYPE, retry: { errorMessageRegex: ['a'] } }));
    expect(data.azapi_resource.d.retry).toStrictEqual({ error_message_regex: ['a'] });
  });

  test('exposes id, name and location as references', () => {
    const { output } = synthesize(stack => {
      const { id, name, location } = new DataAzapiResource(stack, 'd', { type: TYPE });
      new TerraformOutput(stack, 'o', { value: [id, name, location], staticId: true });
    });
    expect(output.o.value).toStrictEqual(['id', 'name', 'location'].map(attribute => `\${data.azapi_resource.d.${attribute}}`));
  });
});
