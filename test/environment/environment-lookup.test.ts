import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { DataAzurermContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/data-azurerm-container-app-environment';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import type { App } from 'cdktf';
import { Fn, TerraformResource, TerraformStack, TerraformVariable, Token } from 'cdktf';
import type { IContainerAppEnvironment } from '../../lib';
import { AzapiProvider, AzapiResource, SessionPoolEnvironment } from '../../lib';
import { container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp } from '../support/synth';

const TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';
const PROFILE = { name: 'Consumption', workloadProfileType: 'Consumption' };

type Define = (stack: TerraformStack) => IContainerAppEnvironment;

function azurerm(stack: TerraformStack, props: object = {}): ContainerAppEnvironment {
  return new ContainerAppEnvironment(stack, 'env', { name: 'app-env', location: 'westus2', resourceGroupName: 'rg', ...props });
}

function azapi(stack: TerraformStack, props: object = {}): AzapiResource {
  return new AzapiResource(stack, 'env', { type: TYPE, name: 'app-env', parentId: RESOURCE_GROUP_ID, location: 'westus2', ...props });
}

/** What `cdktf get` generates, or another library has, for azapi. */
class ForeignAzapiResource extends TerraformResource {
  constructor(
    stack: TerraformStack,
    private readonly attributes: { [name: string]: unknown },
  ) {
    super(stack, 'env', { terraformResourceType: 'azapi_resource', terraformGeneratorMetadata: { providerName: 'azapi' } });
  }

  public get id(): string {
    return this.getStringAttribute('id');
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { type: TYPE, name: 'app-env', location: 'westus2', ...this.attributes };
  }
}

function ours(stack: TerraformStack, location = 'westus2'): AzapiResource {
  const environment = new SessionPoolEnvironment(stack, 'env', {
    resourceGroupId: RESOURCE_GROUP_ID,
    location,
    environmentName: 'app-env',
  });
  return environment.node.defaultChild as AzapiResource;
}

function overridden<T extends TerraformResource>(resource: T, path: string, value: unknown): T {
  resource.addOverride(path, value);
  return resource;
}

function failuresWith(define: Define, location = 'westus2'): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  const environment = SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'environment', define(stack));
  return container(stack, { environment, location }).node.validate();
}

const AZURERM =
  "environment 'app-env' has no workload profile: custom container pools need one; " +
  "add workloadProfile [{ name: 'Consumption', workloadProfileType: 'Consumption' }]";
const AZAPI =
  "environment 'app-env' has no workload profile: custom container pools need one; " +
  "add properties.workloadProfiles [{ name: 'Consumption', workloadProfileType: 'Consumption' }] to its body";

describe('an environment of the same app', () => {
  const REFUSED: Array<[string, string, Define]> = [
    ["azurerm's without a profile", AZURERM, stack => azurerm(stack)],
    ["azurerm's with no profiles", AZURERM, stack => azurerm(stack, { workloadProfile: [] })],
    ["azapi's without a body", AZAPI, stack => azapi(stack)],
    ["azapi's with another property", AZAPI, stack => azapi(stack, { body: { properties: { zoneRedundant: false } } })],
    ["azapi's with no profiles", AZAPI, stack => azapi(stack, { body: { properties: { workloadProfiles: [] } } })],
    ["azapi's with null for profiles", AZAPI, stack => azapi(stack, { body: { properties: { workloadProfiles: null } } })],
    ['one of another class for azapi', AZAPI, stack => new ForeignAzapiResource(stack, { body: { properties: {} } })],
    ['one whose profiles an override takes away', AZAPI, stack => overridden(ours(stack), 'body.properties.workloadProfiles', undefined)],
  ];

  test.each(REFUSED)('is refused where it is %s', (_title, failure, define) => {
    expect(failuresWith(define)).toStrictEqual([failure]);
  });

  const ACCEPTED: Array<[string, Define]> = [
    ["azurerm's with a profile", stack => azurerm(stack, { workloadProfile: [PROFILE] })],
    ["azurerm's with profiles that are a token", stack => azurerm(stack, { workloadProfile: Token.asAny('${var.profiles}') })],
    [
      "azurerm's with an override",
      stack => overridden(azurerm(stack), 'workload_profile', [{ name: 'large', workload_profile_type: 'D4' }]),
    ],
    ["azurerm's with a dynamic block", stack => overridden(azurerm(stack), 'dynamic.workload_profile', { for_each: '${var.profiles}' })],
    ["azapi's with a profile", stack => azapi(stack, { body: { properties: { workloadProfiles: [PROFILE] } } })],
    ["azapi's with an override", stack => overridden(azapi(stack), 'body.properties.workloadProfiles', [PROFILE])],
    [
      "azapi's with profiles that are a token",
      stack => azapi(stack, { body: { properties: { workloadProfiles: Token.asAny('${var.profiles}') } } }),
    ],
    ["azapi's with properties that are a token", stack => azapi(stack, { body: { properties: Token.asAny('${var.properties}') } })],
    ["azapi's with a body that is a token", stack => azapi(stack, { body: Token.asAny('${var.body}') })],
    ["azapi's with a body that is text", stack => azapi(stack, { body: '${jsonencode(var.body)}' })],
    ['one of another class for azapi', stack => new ForeignAzapiResource(stack, { body: { properties: { workloadProfiles: [PROFILE] } } })],
    ["this library's", stack => ours(stack)],
    ['of another ARM type', stack => azapi(stack, { type: 'Microsoft.App/connectedEnvironments@2026-01-01' })],
  ];

  test.each(ACCEPTED)('is accepted where it is %s', (_title, define) => {
    expect(failuresWith(define)).toStrictEqual([]);
  });

  test('is looked at when everything is defined', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const environment = azurerm(stack);
    const pool = container(stack, { environment: SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'environment', environment) });
    expect(pool.node.validate()).toStrictEqual([AZURERM]);
    environment.putWorkloadProfile([PROFILE]);
    expect(pool.node.validate()).toStrictEqual([]);
  });

  test('is found by its path where it has no literal name', () => {
    expect(failuresWith(stack => azapi(stack, { name: undefined }))).toStrictEqual([AZAPI.replace('app-env', 'stack/env')]);
  });

  const REGIONS: Array<[string, string, boolean]> = [
    ['westus2', 'westus2', true],
    ['westus2', 'West US 2', true],
    ['WestUS2', 'westus2', true],
    ['westus2', 'westus3', false],
    ['West US 2', 'West Europe', false],
  ];

  test.each(REGIONS)('in %j takes a pool in %j: %j', (region, location, accepted) => {
    for (const define of [
      (stack: TerraformStack) => ours(stack, region),
      (stack: TerraformStack) => azurerm(stack, { location: region, workloadProfile: [PROFILE] }),
    ]) {
      expect(failuresWith(define, location)).toStrictEqual(
        accepted ? [] : [`location ('${location}') must be the region of environment 'app-env' ('${region}')`],
      );
    }
  });

  test.each([
    ['westus3', '${var.region}'],
    ['${var.region}', 'westus3'],
  ])('takes a pool where one region is known only later: %j, %j', (region, location) => {
    const regionOf = (text: string) =>
      text.startsWith('$') ? Token.asString({ resolve: () => text, creationStack: [], toString: () => text }) : text;
    expect(
      failuresWith(stack => azurerm(stack, { location: regionOf(region), workloadProfile: [PROFILE] }), regionOf(location)),
    ).toStrictEqual([]);
  });

  test('is refused for both reasons at once', () => {
    expect(failuresWith(stack => azurerm(stack), 'westus3')).toStrictEqual([
      AZURERM,
      "location ('westus3') must be the region of environment 'app-env' ('westus2')",
    ]);
  });
});

describe('an environment of another stack', () => {
  function appWith(define: Define): App {
    const app = testApp();
    const platform = new TerraformStack(app, 'platform');
    const agents = new TerraformStack(app, 'agents');
    [platform, agents].forEach(stack => {
      new AzurermProvider(stack, 'azurerm', { features: [{}] });
      new AzapiProvider(stack, 'azapi');
    });
    azurerm(agents, { workloadProfile: [PROFILE] });
    container(agents, { environment: SessionPoolEnvironment.fromContainerAppEnvironment(agents, 'environment', define(platform)) });
    return app;
  }

  test('is refused without a profile, also where the stack of the pool has a resource with the same address', () => {
    expect(() => appWith(stack => azurerm(stack)).synth()).toThrow(`[agents/pool] ${AZURERM}`);
  });

  test('is accepted with a profile', () => {
    expect(() => appWith(stack => azurerm(stack, { workloadProfile: [PROFILE] })).synth()).not.toThrow();
  });
});

describe('an environment that the app does not define', () => {
  const ELSEWHERE: Array<[string, Define]> = [
    ['a literal id', () => ({ id: ENVIRONMENT_ID })],
    ['a variable', stack => ({ id: new TerraformVariable(stack, 'id', {}).stringValue })],
    ['a data source', stack => new DataAzurermContainerAppEnvironment(stack, 'env', { name: 'app-env', resourceGroupName: 'rg' })],
    ['an expression', stack => ({ id: Fn.lower(azurerm(stack).id) })],
    ['text around a token', stack => ({ id: `${azurerm(stack).id}/` })],
  ];

  test.each(ELSEWHERE)('passes as %s', (_title, define) => {
    expect(failuresWith(define, 'westus3')).toStrictEqual([]);
  });
});
