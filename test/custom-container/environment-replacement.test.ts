import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { TerraformStack } from 'cdktf';
import type { ISessionPoolEnvironment } from '../../lib';
import { AzapiResource, SessionPoolEnvironment } from '../../lib';
import { container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesizeHcl, testApp } from '../support/synth';

type Define = (scope: TerraformStack, stack: TerraformStack) => ISessionPoolEnvironment;

const ours: Define = scope => new SessionPoolEnvironment(scope, 'env', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
const azurerm: Define = (scope, stack) =>
  SessionPoolEnvironment.fromContainerAppEnvironment(
    stack,
    'reference',
    new ContainerAppEnvironment(scope, 'env', {
      name: 'env',
      location: 'westus2',
      resourceGroupName: 'rg',
      workloadProfile: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
    }),
  );
const azapi: Define = (scope, stack) =>
  SessionPoolEnvironment.fromContainerAppEnvironment(
    stack,
    'reference',
    new AzapiResource(scope, 'env', {
      type: 'Microsoft.App/managedEnvironments@2026-01-01',
      location: 'westus2',
      body: { properties: { workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }] } },
    }),
  );

function lifecycleOf(define: Define, inOtherStack = false): unknown {
  const app = testApp();
  const [stack, other] = [new TerraformStack(app, 'stack'), new TerraformStack(app, 'other')];
  container(stack, { environment: define(inOtherStack ? other : stack, stack) });
  stack.prepareStack();
  const { azapi_resource: resources } = parse(stack).resource;
  return Object.values(resources).find(({ type }) => type.startsWith('Microsoft.App/sessionPools@'))!.lifecycle;
}

describe('a custom container pool', () => {
  test.each<[string, Define, string]>([
    ['this library', ours, 'azapi_resource.env_28F68B0B.id'],
    ['azurerm', azurerm, 'azurerm_container_app_environment.env.id'],
    ['azapi', azapi, 'azapi_resource.env.id'],
  ])('is replaced together with an environment of %s in its stack', (_, define, id) => {
    expect(lifecycleOf(define)).toStrictEqual({ replace_triggered_by: [id] });
    expect(synthesizeHcl(stack => void container(stack, { environment: define(stack, stack) })).replace(/\s+/g, ' ')).toContain(
      `lifecycle { replace_triggered_by = [${id}] }`,
    );
  });

  test.each<[string, Define]>([
    ['this library', ours],
    ['azurerm', azurerm],
    ['azapi', azapi],
  ])('leaves an environment of %s to its own stack', (_, define) => {
    expect(lifecycleOf(define, true)).toStrictEqual({});
  });

  test('has no lifecycle with an environment that is only an ID', () => {
    expect(lifecycleOf((_, stack) => SessionPoolEnvironment.fromEnvironmentId(stack, 'env', ENVIRONMENT_ID))).toBeUndefined();
  });
});
