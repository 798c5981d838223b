import { ArmClient } from './arm-client';
import { aRecordBody, virtualNetworkLinkBody } from './bodies';
import type { JsonObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2024-06-01';
const ZONE =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/apps.example.org';
const LINK = `${ZONE}/virtualNetworkLinks/link`;

let arm: LocalArm;
let client: ArmClient;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterEach(async () => arm.stop());

test('zones, links and records are put and answered', async () => {
  await client.follow(await client.put(ZONE, VERSION, { location: 'global' }));
  await client.follow(await client.put(LINK, VERSION, virtualNetworkLinkBody({ registrationEnabled: undefined })));
  expect((await client.put(`${ZONE}/A/*`, VERSION, aRecordBody())).status).toBe(201);
  expect((await client.get(ZONE, VERSION)).body).toMatchObject({ location: 'global', properties: { provisioningState: 'Succeeded' } });
  expect((await client.get(LINK, VERSION)).body).toMatchObject({ properties: { registrationEnabled: false } });
  expect((await client.get(`${ZONE}/A/*`, VERSION)).body).toMatchObject({
    properties: { fqdn: '*.apps.example.org.', isAutoRegistered: false, ttl: 300, aRecords: [{ ipv4Address: '10.0.0.4' }] },
  });
});

test('a zone with links is not deleted, one with records is', async () => {
  arm.put(ZONE, VERSION, { location: 'global' });
  arm.put(LINK, VERSION, virtualNetworkLinkBody());
  arm.put(`${ZONE}/A/*`, VERSION, aRecordBody());
  expect(await client.delete(ZONE, VERSION)).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'CannotDeleteResource',
        message:
          'Cannot delete resource while nested resources exist. Some existing nested resource IDs include: ' +
          "'Microsoft.Network/privateDnsZones/apps.example.org/virtualNetworkLinks/link'. " +
          'Please delete all nested resources before deleting this resource.',
      },
    },
  });
  await client.follow(await client.delete(LINK, VERSION));
  await client.follow(await client.delete(ZONE, VERSION));
  expect(arm.resources).toEqual([]);
});

test.each<[string, string, string, JsonObject]>([
  ['LocationRequired', 'The location property is required for this definition.', ZONE, {}],
  ['BadRequest', "The location must be global, got 'westus3'.", ZONE, { location: 'westus3' }],
  ['BadRequest', "The location must be global, got 'westus3'.", LINK, { ...virtualNetworkLinkBody(), location: 'westus3' }],
  ['BadRequest', "Virtual network resource not found for ''", LINK, virtualNetworkLinkBody({ virtualNetwork: undefined })],
  ['BadRequest', 'The record set must have a ttl.', `${ZONE}/A/*`, aRecordBody({ ttl: undefined })],
  [
    'BadRequest',
    "The address '10.0.0' of the record set is not an IPv4 address.",
    `${ZONE}/A/*`,
    aRecordBody({ aRecords: [{ ipv4Address: '10.0.0' }] }),
  ],
])('a PUT is refused with %s: %s', async (code, message, id, body) => {
  expect(await client.put(id, VERSION, body)).toMatchObject({ status: 400, body: { error: { code, message } } });
});

test('a link to a network that does not exist is refused', async () => {
  const network =
    '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/network';
  arm.put(network, VERSION, { location: 'westus3' });
  arm.remove(network);
  expect(await client.put(LINK, VERSION, virtualNetworkLinkBody())).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest', message: `Virtual network resource not found for '${network}'` } },
  });
});
