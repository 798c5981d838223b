import type { TerraformStack } from 'cdktf';
import { TerraformVariable } from 'cdktf';
import type { SessionPoolEnvironmentProps } from '../../lib';
import { AzapiProvider, AzapiResource, EnvironmentLogs, PublicNetworkAccess, SessionPoolEnvironment, WorkloadProfile } from '../../lib';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { synthesize, synthesizeResource } from '../support/synth';

const SUBNET_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/sessions`;
const WORKSPACE = '11111111-2222-3333-4444-555555555555';

function define(scope: TerraformStack, props: Partial<SessionPoolEnvironmentProps> = {}): SessionPoolEnvironment {
  return new SessionPoolEnvironment(scope, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props });
}

function resourceOf(props: Partial<SessionPoolEnvironmentProps>): SynthesizedResource {
  return synthesizeResource(stack => define(stack, props));
}

function secretOf(stack: TerraformStack): string {
  return new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }).stringValue;
}

const dedicated = (props: object) =>
  WorkloadProfile.dedicated({ name: 'large', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 3, ...props });

describe('SessionPoolEnvironment', () => {
  test('is one in which session pools can live when only what is required is given', () => {
    const { '//': metadata, name, ...resource } = resourceOf({});
    expect(name).toMatch(/^stackenvironment[0-9a-f]{8}$/);
    expect(resource).toStrictEqual({
      type: 'Microsoft.App/managedEnvironments@2026-01-01',
      parent_id: RESOURCE_GROUP_ID,
      location: 'westus2',
      body: {
        properties: {
          appLogsConfiguration: { destination: 'azure-monitor', logAnalyticsConfiguration: null },
          publicNetworkAccess: 'Enabled',
          workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
          zoneRedundant: false,
          vnetConfiguration: null,
        },
      },
      response_export_values: [],
      replace_triggers_refs: ['properties.vnetConfiguration', 'properties.zoneRedundant'],
      ignore_casing: true,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
      ignore_missing_property: false,
    });
  });

  const subnet = { infrastructureSubnetId: SUBNET_ID };
  const PROPERTIES: Array<[Partial<SessionPoolEnvironmentProps>, object]> = [
    [subnet, { publicNetworkAccess: 'Disabled', vnetConfiguration: { ...subnet, internal: true } }],
    [
      { ...subnet, internal: true },
      { publicNetworkAccess: 'Disabled', vnetConfiguration: { ...subnet, internal: true } },
    ],
    [
      { ...subnet, internal: false },
      { publicNetworkAccess: 'Enabled', vnetConfiguration: { ...subnet, internal: false } },
    ],
    [{ ...subnet, internal: false, publicNetworkAccess: PublicNetworkAccess.DISABLED }, { publicNetworkAccess: 'Disabled' }],
    [{ internal: false, publicNetworkAccess: PublicNetworkAccess.DISABLED }, { publicNetworkAccess: 'Disabled' }],
    [{ ...subnet, zoneRedundant: true }, { zoneRedundant: true }],
    [{ zoneRedundant: false }, { zoneRedundant: false }],
    [{ logs: EnvironmentLogs.none() }, { appLogsConfiguration: { destination: 'none' } }],
    [{ logs: EnvironmentLogs.azureMonitor() }, { appLogsConfiguration: { destination: 'azure-monitor' } }],
    [
      { workloadProfiles: [WorkloadProfile.consumption(), dedicated({})] },
      {
        workloadProfiles: [
          { name: 'Consumption', workloadProfileType: 'Consumption' },
          { name: 'large', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 3 },
        ],
      },
    ],
  ];

  test.each(PROPERTIES)('renders %j', (props, expected) => {
    expect(resourceOf(props).body.properties).toMatchObject(expected);
  });

  test('has a network configuration only with a subnet, so that azapi sees when the subnet is taken away', () => {
    expect(resourceOf({ internal: false }).body.properties).toHaveProperty('vnetConfiguration', null);
    expect(resourceOf({ infrastructureSubnetId: null as never }).body.properties).toMatchObject({ publicNetworkAccess: 'Enabled' });
  });

  test('takes a name, tags, timeouts, a provider and what must exist before', () => {
    const { resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const before = new SessionPoolEnvironment(stack, 'before', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
      define(stack, {
        environmentName: 'env-1',
        tags: { team: '${a}' },
        timeouts: { create: '1h' },
        provider,
        dependsOn: [before.node.defaultChild as AzapiResource],
      });
    });
    expect(Object.values(resource.azapi_resource).find(({ name }) => name === 'env-1')).toMatchObject({
      tags: { team: '$${a}' },
      timeouts: { create: '1h' },
      provider: 'azapi.other',
      depends_on: [expect.stringMatching(/^azapi_resource\.before_[0-9A-F]{8}$/)],
    });
  });

  test('sends logs to Log Analytics with the shared key out of plan and state', () => {
    const resource = synthesizeResource(stack =>
      define(stack, {
        logs: EnvironmentLogs.logAnalytics({ customerId: WORKSPACE, sharedKey: secretOf(stack) }),
      }),
    );
    expect(resource.body.properties.appLogsConfiguration).toStrictEqual({
      destination: 'log-analytics',
      logAnalyticsConfiguration: { customerId: WORKSPACE },
    });
    expect(resource.sensitive_body).toStrictEqual({
      properties: { appLogsConfiguration: { logAnalyticsConfiguration: { sharedKey: '${var.key}' } } },
    });
    expect(resource).not.toHaveProperty('sensitive_body_version');
  });

  test('escapes literal text beside the token of a shared key', () => {
    expect(
      synthesizeResource(stack =>
        define(stack, {
          logs: EnvironmentLogs.logAnalytics({ customerId: WORKSPACE, sharedKey: `${secretOf(stack)}\${file("/etc/hostname")}` }),
        }),
      ).sensitive_body,
    ).toStrictEqual({
      properties: { appLogsConfiguration: { logAnalyticsConfiguration: { sharedKey: '${var.key}${"$"}{file("/etc/hostname")}' } } },
    });
  });

  test('exposes id, name, default domain and address', () => {
    const { output, resource, data } = synthesize(stack => {
      const { environmentId, environmentName, defaultDomain, staticIp } = define(stack, {
        provider: new AzapiProvider(stack, 'azapi', { alias: 'one' }),
      });
      stack.addOverride('output', { all: { value: [environmentId, environmentName, defaultDomain, staticIp] } });
    });
    const [id] = Object.keys(resource.azapi_resource);
    const [[dataId, { provider }], ...others] = Object.entries(data.azapi_resource);
    expect([provider, others]).toStrictEqual(['azapi.one', []]);
    expect(output.all.value).toStrictEqual([
      `\${azapi_resource.${id}.id}`,
      `\${azapi_resource.${id}.name}`,
      `\${data.azapi_resource.${dataId}.output.properties.defaultDomain}`,
      `\${data.azapi_resource.${dataId}.output.properties.staticIp}`,
    ]);
  });

  test('is replaced together with its subnet where the stack has it', () => {
    const lifecycleWith = (subnetId: (stack: TerraformStack) => string) =>
      Object.values(synthesize(stack => void define(stack, { infrastructureSubnetId: subnetId(stack) })).resource.azapi_resource).map(
        ({ lifecycle }) => lifecycle,
      );
    const subnetIn = (stack: TerraformStack) =>
      new AzapiResource(stack, 'subnet', { type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' });
    expect(lifecycleWith(stack => subnetIn(stack).id)).toStrictEqual([{ replace_triggered_by: ['azapi_resource.subnet.id'] }, undefined]);
    expect(lifecycleWith(() => SUBNET_ID)).toStrictEqual([undefined]);
  });

  test('tells azapi to look for what is missing, unless logs go nowhere, which Azure may answer with nothing', () => {
    expect(resourceOf({ logs: EnvironmentLogs.azureMonitor() })).toMatchObject({ ignore_missing_property: false });
    expect(resourceOf({ logs: EnvironmentLogs.none() })).not.toHaveProperty('ignore_missing_property');
  });

  test('lets terraform check what is not known before', () => {
    const resource = synthesizeResource(stack => {
      const flag = new TerraformVariable(stack, 'flag', { type: 'bool' }).booleanValue;
      const nodes = new TerraformVariable(stack, 'nodes', { type: 'number' }).numberValue;
      return define(stack, { internal: flag, zoneRedundant: flag, workloadProfiles: [dedicated({ minimumCount: nodes })] });
    });
    expect(resource.body.properties).toMatchObject({
      publicNetworkAccess: '${"${var.flag}" ? "Disabled" : "Enabled"}',
      zoneRedundant: '${var.flag}',
      workloadProfiles: [{ minimumCount: '${var.nodes}' }],
    });
    expect(resource.lifecycle).toStrictEqual({
      precondition: [
        { condition: '${var.nodes >= 0}', error_message: 'workloadProfiles[0].minimumCount must be at least 0, got ${var.nodes}' },
        { condition: '${!var.flag}', error_message: 'internal must be false without infrastructureSubnetId, got true' },
        { condition: '${!var.flag}', error_message: 'zoneRedundant must be false without infrastructureSubnetId, got true' },
      ],
    });
  });

  test('is not checked where a subnet makes the tokens right', () => {
    expect(
      synthesizeResource(stack => {
        const flag = new TerraformVariable(stack, 'flag', { type: 'bool' }).booleanValue;
        return define(stack, { ...subnet, internal: flag });
      }),
    ).not.toHaveProperty('lifecycle');
  });

  const SUBNET_FORM =
    "have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name>'";
  const NAME = 'be 2 to 60 letters, digits and single hyphens, a letter first and no hyphen last';
  const PROFILE_NAME = 'be 1 to 15 letters, digits and hyphens, a letter first';
  const literal =
    'must come from a TerraformVariable or another resource, got a literal: a literal would be written to the synthesized configuration';
  const INVALID: Array<[object, string[]]> = [
    [{ environmentName: 'a' }, [`environmentName must ${NAME}, got 'a'`]],
    [{ environmentName: 'a'.repeat(61) }, [`environmentName must ${NAME}, got '${'a'.repeat(61)}'`]],
    [{ environmentName: '1a' }, [`environmentName must ${NAME}, got '1a'`]],
    [{ environmentName: 'a--b' }, [`environmentName must ${NAME}, got 'a--b'`]],
    [{ environmentName: 'a-' }, [`environmentName must ${NAME}, got 'a-'`]],
    [{ infrastructureSubnetId: 'subnet' }, [`infrastructureSubnetId must ${SUBNET_FORM}, got 'subnet'`]],
    [{ internal: true }, ['internal must be false without infrastructureSubnetId, got true']],
    [{ zoneRedundant: true }, ['zoneRedundant must be false without infrastructureSubnetId, got true']],
    [{ internal: 'yes' }, ["internal must be true or false, got 'yes'"]],
    [{ zoneRedundant: 1 }, ['zoneRedundant must be true or false, got 1']],
    [{ publicNetworkAccess: 'enabled' }, ["publicNetworkAccess must be 'Enabled' or 'Disabled', got 'enabled'"]],
    [
      { ...subnet, publicNetworkAccess: PublicNetworkAccess.ENABLED },
      [
        "publicNetworkAccess must be 'Disabled' for an internal environment, got 'Enabled': set internal to false, or leave publicNetworkAccess out",
      ],
    ],
    [
      { workloadProfiles: [] },
      [
        'workloadProfiles must have at least one profile, which session pools need, got none: leave it out, or give WorkloadProfile.consumption()',
      ],
    ],
    [
      { workloadProfiles: [undefined, null] },
      [0, 1].map(index => `workloadProfiles[${index}] must be given: use WorkloadProfile.consumption or WorkloadProfile.dedicated`),
    ],
    [{ workloadProfiles: [dedicated({ name: '1' })] }, [`workloadProfiles[0].name must ${PROFILE_NAME}, got '1'`]],
    [
      { workloadProfiles: [dedicated({ name: 'a'.repeat(16) })] },
      [`workloadProfiles[0].name must ${PROFILE_NAME}, got '${'a'.repeat(16)}'`],
    ],
    [
      { workloadProfiles: [dedicated({ workloadProfileType: 'D 4' })] },
      ["workloadProfiles[0].workloadProfileType must be a type such as 'Consumption', 'D4' or 'E8', got 'D 4'"],
    ],
    [{ workloadProfiles: [dedicated({ minimumCount: -1 })] }, ['workloadProfiles[0].minimumCount must be at least 0, got -1']],
    [{ workloadProfiles: [dedicated({ minimumCount: 0.5 })] }, ['workloadProfiles[0].minimumCount must be a whole number, got 0.5']],
    [{ workloadProfiles: [dedicated({ maximumCount: 0 })] }, ['workloadProfiles[0].maximumCount must be at least 1, got 0']],
    [{ workloadProfiles: [dedicated({ minimumCount: 4 })] }, ['workloadProfiles[0].minimumCount (4) must not be above maximumCount (3)']],
    [{ workloadProfiles: [dedicated({}), dedicated({})] }, ["workloadProfiles must have each name once, got 'large' again"]],
    [
      { logs: EnvironmentLogs.logAnalytics({ customerId: 'workspace', sharedKey: 'canary' }) },
      ['logs.customerId must be a GUID, got text that is not shown, as it may hold a secret', `logs.sharedKey ${literal}`],
    ],
    [
      { logs: EnvironmentLogs.logAnalytics({} as never) },
      [
        'logs.customerId must be given: the id of the Log Analytics workspace, a GUID',
        'logs.sharedKey must be given: the value of a TerraformVariable or of another resource',
      ],
    ],
    [
      { resourceGroupId: 'rg', location: '' },
      [
        "resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'",
        "location must be a region such as 'westus2' or 'West US 2', got ''",
      ],
    ],
  ];

  test.each(INVALID)('refuses %j', (props, failures) => {
    expect(failuresOf(stack => define(stack, props), /^SessionPoolEnvironment at 'stack\/environment' is not valid:$/)).toStrictEqual(
      failures,
    );
  });

  const VALID: Array<[object]> = [
    [{ environmentName: 'ab' }],
    [{ environmentName: `A${'b-'.repeat(29)}9` }],
    [{ workloadProfiles: [dedicated({ minimumCount: 3 })] }],
    [{ infrastructureSubnetId: SUBNET_ID.toUpperCase() }],
    [{ ...subnet, publicNetworkAccess: PublicNetworkAccess.DISABLED }],
    [{ internal: null, zoneRedundant: null }],
    [{ workloadProfiles: [dedicated({ name: 'a'.repeat(15), workloadProfileType: 'NC24-A100', maximumCount: 1 })] }],
  ];

  test.each(VALID)('accepts %j', props => {
    expect(failuresOf(stack => define(stack, props))).toStrictEqual([]);
  });
});
