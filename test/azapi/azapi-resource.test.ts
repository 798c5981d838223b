import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { AzapiResourceConfig } from '../../lib';
import { AzapiResource } from '../../lib';
import { parse, synthesize, synthesizeResource, testApp } from '../support/synth';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';

describe('AzapiResource', () => {
  const ARGUMENTS: Array<[keyof AzapiResourceConfig, unknown, string]> = [
    ['name', 'pool', 'name'],
    ['parentId', '/subscriptions/x', 'parent_id'],
    ['location', 'westus2', 'location'],
    ['body', { properties: { list: ['a', { b: [1, 2] }], camelCase: { snake_case: null }, zero: 0, no: false, empty: '' } }, 'body'],
    ['body', 'text', 'body'],
    ['body', [1, [2]], 'body'],
    ['sensitiveBody', { properties: { secrets: [{ name: 'a', value: 'b' }] } }, 'sensitive_body'],
    ['sensitiveBodyVersion', { 'properties.x': '1' }, 'sensitive_body_version'],
    ['responseExportValues', ['properties.a', 'properties.b'], 'response_export_values'],
    ['responseExportValues', { endPoint: 'properties.a' }, 'response_export_values'],
    ['replaceTriggersRefs', ['properties.a'], 'replace_triggers_refs'],
    ['replaceTriggersExternalValues', { aB: [1] }, 'replace_triggers_external_values'],
    ['tags', { CostCenter: 'x' }, 'tags'],
    ['ignoreCasing', true, 'ignore_casing'],
    ['ignoreMissingProperty', false, 'ignore_missing_property'],
    ['ignoreNullProperty', true, 'ignore_null_property'],
    ['ignoreOtherItemsInList', ['properties.a'], 'ignore_other_items_in_list'],
    ['ignoreBodyChanges', ['properties.a'], 'ignore_body_changes'],
    ['listUniqueIdProperty', { 'properties.a': 'id' }, 'list_unique_id_property'],
    ['schemaValidationEnabled', false, 'schema_validation_enabled'],
    ['locks', ['/subscriptions/x'], 'locks'],
    ['createHeaders', { 'X-A': 'b' }, 'create_headers'],
    ['createQueryParameters', { a: ['b'] }, 'create_query_parameters'],
    ['deleteHeaders', { 'X-A': 'b' }, 'delete_headers'],
    ['deleteQueryParameters', { a: ['b'] }, 'delete_query_parameters'],
    ['readHeaders', { 'X-A': 'b' }, 'read_headers'],
    ['readQueryParameters', { a: ['b'] }, 'read_query_parameters'],
    ['updateHeaders', { 'X-A': 'b' }, 'update_headers'],
    ['updateQueryParameters', { a: ['b'] }, 'update_query_parameters'],
  ];

  test.each(ARGUMENTS)('writes %s = %j exactly as given', (argument, value, name) => {
    const resource = synthesizeResource(stack => new AzapiResource(stack, 'r', { type: TYPE, [argument]: value }));
    expect(resource[name]).toStrictEqual(value);
  });

  test('writes nothing that is not given', () => {
    const { '//': metadata, ...resource } = synthesizeResource(stack => new AzapiResource(stack, 'r', { type: TYPE }));
    expect(resource).toStrictEqual({ type: TYPE });
  });

  test('writes identity, retry and timeouts in the names of Terraform', () => {
    expect(
      synthesizeResource(
        stack =>
          new AzapiResource(stack, 'r', {
            type: TYPE,
            identity: { type: 'UserAssigned', identityIds: ['/a', '/b'] },
            retry: {
              errorMessageRegex: ['Conflict'],
              intervalInSeconds: 1,
              maxIntervalInSeconds: 2,
              multiplier: 3,
              randomizationFactor: 0.5,
            },
            timeouts: { create: '1h', delete: '2h', read: '3m', update: '4h' },
          }),
      ),
    ).toMatchObject({
      identity: { type: 'UserAssigned', identity_ids: ['/a', '/b'] },
      retry: { error_message_regex: ['Conflict'], interval_seconds: 1, max_interval_seconds: 2, multiplier: 3, randomization_factor: 0.5 },
      timeouts: { create: '1h', delete: '2h', read: '3m', update: '4h' },
    });
  });

  test('writes the meta-arguments', () => {
    const { resource } = synthesize(stack => {
      const first = new AzapiResource(stack, 'first', { type: TYPE });
      new AzapiResource(stack, 'second', { type: TYPE, dependsOn: [first], count: 2, lifecycle: { preventDestroy: true } });
    });
    expect(resource.azapi_resource.second).toMatchObject({
      depends_on: ['azapi_resource.first'],
      count: 2,
      lifecycle: { prevent_destroy: true },
    });
  });

  test('takes another body after it is defined', () => {
    expect(
      synthesizeResource(stack => {
        const resource = new AzapiResource(stack, 'r', { type: TYPE, body: { a: 1 } });
        resource.body = { a: 2 };
        resource.sensitiveBody = { b: 3 };
        return resource;
      }),
    ).toMatchObject({ body: { a: 2 }, sensitive_body: { b: 3 } });
  });

  test('takes overrides inside the body', () => {
    expect(
      synthesizeResource(stack => {
        const resource = new AzapiResource(stack, 'r', { type: TYPE, body: { properties: { a: 1, b: 2 } } });
        resource.addOverride('body.properties.a', 3);
        return resource;
      }).body,
    ).toStrictEqual({ properties: { a: 3, b: 2 } });
  });

  test('refers to one value of the response from another stack and exports nothing else', () => {
    const app = testApp();
    const producer = new TerraformStack(app, 'producer');
    const consumer = new TerraformStack(app, 'consumer');
    const resource = new AzapiResource(producer, 'r', { type: TYPE });
    new TerraformOutput(consumer, 'endpoint', { value: resource.getStringAttribute('output.properties.endpoint'), staticId: true });
    consumer.prepareStack();
    expect(Object.values(parse(producer).output)).toStrictEqual([
      { sensitive: true, value: '${azapi_resource.r.output.properties.endpoint}' },
    ]);
    expect(parse(consumer).output.endpoint.value).toMatch(
      /^\$\{data\.terraform_remote_state\.[\w-]+\.outputs\.cross-stack-output-azapi_resourceroutputpropertiesendpoint\}$/,
    );
  });

  test('exposes id and name as references, type and body as given', () => {
    const { output } = synthesize(stack => {
      const resource = new AzapiResource(stack, 'r', { type: TYPE, body: { a: 1 } });
      new TerraformOutput(stack, 'o', { value: [resource.id, resource.name, resource.type, resource.body], staticId: true });
    });
    expect(output.o.value).toStrictEqual(['${azapi_resource.r.id}', '${azapi_resource.r.name}', TYPE, { a: 1 }]);
  });

  test('keeps references inside a body', () => {
    expect(
      synthesizeResource(stack => {
        const variable = new TerraformVariable(stack, 'v', {});
        return new AzapiResource(stack, 'r', {
          type: TYPE,
          body: { n: variable.numberValue, s: `a-${variable.stringValue}`, l: variable.listValue },
        });
      }).body,
    ).toStrictEqual({ n: '${var.v}', s: 'a-${var.v}', l: '${var.v}' });
  });
});
