import type { TerraformStack } from 'cdktf';
import { Token } from 'cdktf';
import type { ISessionPoolEnvironment } from '../../lib';
import { AzapiProvider, SessionPoolEnvironment } from '../../lib';
import { failuresOf } from '../support/failures';
import { ENVIRONMENT_ID } from '../support/fixtures';
import { synthesize } from '../support/synth';

describe('an environment from elsewhere', () => {
  test('is its id, and nothing is read until something wants to know', () => {
    const { data } = synthesize(stack => {
      expect(SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID).environmentId).toBe(ENVIRONMENT_ID);
    });
    expect(data).toBeUndefined();
  });

  test('has its name from its ID, and is read once for default domain and address', () => {
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
    expect(output.all.value).toStrictEqual([
      'env',
      `\${${source}.output.properties.defaultDomain}`,
      `\${${source}.output.properties.staticIp}`,
    ]);
  });

  test.each<[string, (stack: TerraformStack, provider: AzapiProvider) => ISessionPoolEnvironment]>([
    ['by its id', (stack, provider) => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID, { provider })],
    [
      'by what defines it',
      (stack, provider) => SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'environment', { id: ENVIRONMENT_ID }, { provider }),
    ],
  ])('is read %s with the provider that is given', (_, environment) => {
    const { data } = synthesize(stack => environment(stack, new AzapiProvider(stack, 'hub', { alias: 'hub' })).defaultDomain);
    expect(Object.values(data.azapi_resource)).toMatchObject([{ provider: 'azapi.hub' }]);
  });

  const FORM = "'/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>'";
  const INVALID: Array<[string | undefined, string]> = [
    ['env', `environmentId must have the form ${FORM}, got 'env'`],
    [
      ENVIRONMENT_ID.replace('Microsoft.App/managedEnvironments', 'Microsoft.ContainerApps/environments'),
      `environmentId must have the form ${FORM}, got '${ENVIRONMENT_ID.replace('Microsoft.App/managedEnvironments', 'Microsoft.ContainerApps/environments')}'`,
    ],
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
    expect(failuresOf(stack => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID.toLowerCase()))).toStrictEqual(
      [],
    );
    expect(
      failuresOf(stack => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', Token.asString({ resolve: () => 'x' }))),
    ).toStrictEqual([]);
  });
});
