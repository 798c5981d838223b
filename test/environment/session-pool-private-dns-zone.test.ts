import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { SessionPoolPrivateDnsZoneProps } from '../../lib';
import { AzapiProvider, AzapiResource, SessionPoolEnvironment, SessionPoolPrivateDnsZone } from '../../lib';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, environment, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const NETWORK_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/network`;
const RETRY = { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] };
const FORM = "'/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>'";

const internal = (stack: TerraformStack, props: object = {}) =>
  new SessionPoolEnvironment(stack, 'environment', { ...PLACE, infrastructureSubnetId: `${NETWORK_ID}/subnets/sessions`, ...props });
const define = (stack: TerraformStack, props: Partial<SessionPoolPrivateDnsZoneProps> = {}) =>
  new SessionPoolPrivateDnsZone(stack, 'dns', { environment: environment(stack, 'imported'), virtualNetworkId: NETWORK_ID, ...props });

describe('SessionPoolPrivateDnsZone', () => {
  test('is the zone of the domain, a record for all hosts, and a link to the network of the environment', () => {
    const { resource, data, output } = synthesize(stack => {
      const { zoneId, zoneName, fqn } = new SessionPoolPrivateDnsZone(stack, 'dns', { environment: internal(stack), tags: { team: 'a' } });
      new TerraformOutput(stack, 'o', { value: [zoneId, zoneName, fqn], staticId: true });
    });
    const [source] = Object.keys(data.azapi_resource);
    const [[zoneId, { '//': _, ...zone }], ...others] = Object.entries(resource.azapi_resource);
    const parts = others.filter(([, { type }]) => type.startsWith('Microsoft.Network/'));
    const [environmentId] = others.find(([, { type }]) => type.startsWith('Microsoft.App/'))!;
    expect(zone).toStrictEqual({
      type: 'Microsoft.Network/privateDnsZones@2024-06-01',
      name: `\${data.azapi_resource.${source}.output.properties.defaultDomain}`,
      parent_id: `\${azapi_resource.${environmentId}.parent_id}`,
      location: 'global',
      tags: { team: 'a' },
      response_export_values: [],
      ignore_casing: true,
      retry: RETRY,
    });
    const common = {
      parent_id: `\${azapi_resource.${zoneId}.id}`,
      response_export_values: [],
      ignore_missing_property: false,
      retry: RETRY,
    };
    expect(parts.map(([, { '//': __, ...part }]) => part)).toStrictEqual([
      {
        ...common,
        type: 'Microsoft.Network/privateDnsZones/A@2024-06-01',
        name: '*',
        body: {
          properties: { ttl: 300, aRecords: [{ ipv4Address: `\${data.azapi_resource.${source}.output.properties.staticIp}` }] },
        },
      },
      {
        ...common,
        type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01',
        name: expect.stringMatching(/^network-[0-9a-f]{8}$/),
        location: 'global',
        tags: { team: 'a' },
        body: { properties: { virtualNetwork: { id: NETWORK_ID }, registrationEnabled: false } },
        replace_triggers_refs: ['properties.virtualNetwork.id'],
        ignore_casing: true,
      },
    ]);
    expect(parts.map(([id]) => id)).toStrictEqual([`${zoneId}_Record`, expect.stringMatching(`^${zoneId}_network-[0-9a-f]{8}$`)]);
    expect(output.o.value).toStrictEqual([
      `\${azapi_resource.${zoneId}.id}`,
      `\${azapi_resource.${zoneId}.name}`,
      `\${azapi_resource.${zoneId}}`,
    ]);
  });

  test('takes the network from a subnet that only Terraform knows', () => {
    const { resource } = synthesize(stack => {
      const subnet = new AzapiResource(stack, 'subnet', { type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' });
      new SessionPoolPrivateDnsZone(stack, 'dns', { environment: internal(stack, { infrastructureSubnetId: subnet.id }) });
    });
    expect(JSON.stringify(resource)).toContain('join(\\"/\\", slice(split(\\"/\\", azapi_resource.subnet.id), 0, 9))');
  });

  test('takes everything that is given', () => {
    const { resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const first = new AzapiResource(stack, 'first', { type: 'Microsoft.Resources/resourceGroups@2025-04-01' });
      define(stack, { resourceGroupId: `${RESOURCE_GROUP_ID}2`, provider, dependsOn: [first], ignoreTags: ['cost'], preventDestroy: true });
    });
    const [zone, ...parts] = Object.values(resource.azapi_resource).filter(({ type }) => type.startsWith('Microsoft.Network/'));
    expect(zone).toMatchObject({
      parent_id: `${RESOURCE_GROUP_ID}2`,
      depends_on: ['azapi_resource.first'],
      lifecycle: { prevent_destroy: true, ignore_changes: ['tags["cost"]'] },
    });
    expect([zone, ...parts].map(({ provider }) => provider)).toStrictEqual(['azapi.other', 'azapi.other', 'azapi.other']);
  });

  test('has the resource group of an imported environment', () => {
    const { resource } = synthesize(stack => void define(stack));
    expect(Object.values(resource.azapi_resource)[0].parent_id).toBe(RESOURCE_GROUP_ID);
  });

  test('is linked to further networks, each under a name of its own', () => {
    const { resource } = synthesize(stack => {
      const zone = define(stack);
      zone.addVirtualNetworkLink('hub one', `${NETWORK_ID}1`);
      zone.addVirtualNetworkLink('hub-one', `${NETWORK_ID}2`);
    });
    const links = Object.entries(resource.azapi_resource).filter(([, { type }]) => type.includes('virtualNetworkLinks'));
    expect(new Set(links.map(([id]) => id)).size).toBe(3);
    expect(new Set(links.map(([, { name }]) => name)).size).toBe(3);
  });

  test.each<[object, string[]]>([
    [{ environment: undefined }, ['environment must be given: use new SessionPoolEnvironment or SessionPoolEnvironment.fromEnvironmentId']],
    [{ virtualNetworkId: undefined }, [`virtualNetworkId must be given: ${FORM}, as the environment has no subnet that is known here`]],
    [{ virtualNetworkId: 'network' }, [`virtualNetworkId must have the form ${FORM}, got 'network'`]],
    [{ resourceGroupId: 'rg' }, ["resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'"]],
  ])('refuses %j', (props, failures) => {
    expect(failuresOf(stack => define(stack, props), /^SessionPoolPrivateDnsZone at 'stack\/dns' is not valid:$/)).toStrictEqual(failures);
  });

  test.each<[unknown, string]>([
    [undefined, `virtualNetworkId must be given: ${FORM}`],
    ['hub', `virtualNetworkId must have the form ${FORM}, got 'hub'`],
  ])('refuses a link to %j', (id, message) => {
    expect(() => synthesize(stack => define(stack).addVirtualNetworkLink('hub', id as string))).toThrow(
      `addVirtualNetworkLink at 'stack/dns/hub' is not valid:\n  - ${message}`,
    );
  });
});

describe('internal-without-dns-zone', () => {
  const MESSAGE =
    '[internal-without-dns-zone] internal is true, and the app has no private DNS zone for the default domain of the environment, without which ' +
    'the hosts of its pools are not resolved: use SessionPoolPrivateDnsZone, or acknowledge the warning where the zone is not part of the app';

  function warnings(build: (stack: TerraformStack, other: TerraformStack) => unknown): string[] {
    const app = testApp();
    const [stack, other] = [new TerraformStack(app, 'stack'), new TerraformStack(app, 'other')];
    build(stack, other);
    [stack, other].forEach(parse);
    return warningsOf(app as never).filter(warning => !warning.startsWith('[logs-go-nowhere]'));
  }

  const zone = (stack: TerraformStack, name: string) =>
    new AzapiResource(stack, 'zone', { type: 'Microsoft.Network/privateDnsZones@2024-06-01', parentId: RESOURCE_GROUP_ID, name });

  test.each<[string, string[], (stack: TerraformStack, other: TerraformStack) => unknown]>([
    ['an environment in a subnet', [MESSAGE], stack => internal(stack)],
    ['an environment beside a zone of another name', [MESSAGE], stack => [internal(stack), zone(stack, 'privatelink.azurecr.io')]],
    [
      'an environment beside the zone of another environment',
      [MESSAGE],
      stack => [internal(stack), zone(stack, environment(stack, 'other').defaultDomain)],
    ],
    ['an environment that is not internal', [], stack => internal(stack, { internal: false })],
    ['an environment with a zone', [], stack => define(stack, { environment: internal(stack) })],
    ['an environment with a zone in another stack', [], (stack, other) => define(other, { environment: internal(stack) })],
    ['an environment with a zone of its own making', [], stack => zone(stack, internal(stack).defaultDomain)],
    [
      'an environment beside a zone whose name only Terraform knows',
      [],
      stack => [internal(stack), zone(stack, new TerraformVariable(stack, 'name', { type: 'string' }).stringValue)],
    ],
    [
      'a warning that is acknowledged',
      [],
      stack => internal(stack, { acknowledgements: [{ id: 'internal-without-dns-zone', reason: 'central DNS' }] }),
    ],
  ])('is said of %s: %j', (_, expected, build) => {
    expect(warnings(build)).toStrictEqual(expected);
  });
});
