import { TerraformStack, Token } from 'cdktf';
import { SessionPoolEnvironment } from '../lib';
import { failuresOf } from './support/failures';
import { ENVIRONMENT_ID } from './support/fixtures';
import { synthesize } from './support/synth';

describe('an environment from elsewhere', () => {
  test('is its id, and nothing is read until something wants to know', () => {
    const { data } = synthesize(stack => {
      expect(SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID).environmentId).toBe(ENVIRONMENT_ID);
    });
    expect(data).toBeUndefined();
  });

  test('is read once for name, default domain and address', () => {
    const { data, output } = synthesize(stack => {
      const { environmentName, defaultDomain, staticIp } = SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID);
      stack.addOverride('output', { all: { value: [environmentName, defaultDomain, staticIp] } });
    });
    const [[id, { '//': metadata, ...arguments_ }], ...others] = Object.entries(data.azapi_resource);
    expect(others).toStrictEqual([]);
    expect(arguments_).toStrictEqual({
      type: 'Microsoft.App/managedEnvironments@2026-01-01',
      resource_id: ENVIRONMENT_ID,
      response_export_values: ['properties.defaultDomain', 'properties.staticIp'],
    });
    const source = `data.azapi_resource.${id}`;
    expect(output.all.value)
      .toStrictEqual([`\${${source}.name}`, `\${${source}.output.properties.defaultDomain}`, `\${${source}.output.properties.staticIp}`]);
  });

  const FORM = "'/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>'";
  const INVALID: Array<[string | undefined, string]> = [
    ['env', `environmentId must have the form ${FORM}, got 'env'`],
    [ENVIRONMENT_ID.replace('Microsoft.App/managedEnvironments', 'Microsoft.ContainerApps/environments'),
      `environmentId must have the form ${FORM}, got '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/... (120 characters)'`],
    [undefined, `environmentId must be given: ${FORM}`],
  ];

  test.each(INVALID)('is refused with the id %j', (environmentId, failure) => {
    const refused = /^SessionPoolEnvironment at 'stack\/environment' is not valid:$/;
    const define = [
      (stack: TerraformStack) => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', environmentId as string),
      (stack: TerraformStack) => SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'environment', { id: environmentId as string }),
    ];
    expect(define.map(each => failuresOf(each, refused))).toStrictEqual([[failure], [failure]]);
  });

  test('is accepted with the casing that Azure answers with, and with a token', () => {
    expect(failuresOf(stack => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID.toLowerCase()))).toStrictEqual([]);
    expect(failuresOf(stack => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', Token.asString({ resolve: () => 'x' })))).toStrictEqual([]);
  });
});
