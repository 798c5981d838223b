import { existsSync } from 'node:fs';
import { ArmClient } from './arm-client';
import { pythonPool } from './bodies';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';

let arm: LocalArm;
let client: ArmClient;
let pool: string;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
  pool = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/pool`;
});

afterEach(async () => arm.stop());

describe('the server', () => {
  test('listens on the loopback interface and leaves nothing behind', async () => {
    const other = await LocalArm.start();
    expect(other.endpoint).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(existsSync(other.certificateFile)).toBe(true);
    await other.stop();
    expect(existsSync(other.certificateFile)).toBe(false);
  });

  test('gives azapi its arguments, and terraform its environment', () => {
    expect(arm.providerConfig()).toMatchObject({
      useCli: false,
      disableInstanceDiscovery: true,
      endpoint: { resourceManagerEndpoint: arm.endpoint },
    });
    expect(arm.environment()).toMatchObject({ SSL_CERT_FILE: arm.certificateFile, ARM_RESOURCE_MANAGER_ENDPOINT: arm.endpoint });
  });

  test('logs requests without tokens and client secrets', async () => {
    await client.put(pool, VERSION, pythonPool());
    expect(arm.requests.map(({ method, path, apiVersion, status }) => ({ method, path, apiVersion, status }))).toEqual([
      { method: 'POST', path: `/${arm.tenantId}/oauth2/v2.0/token`, apiVersion: undefined, status: 200 },
      { method: 'PUT', path: pool, apiVersion: VERSION, status: 200 },
    ]);
    expect(arm.requests[1].body).toEqual(pythonPool());
    expect(JSON.stringify(arm.requests)).not.toMatch(/Bearer|local-client-secret/);
  });
});

describe('tokens', () => {
  test('are described by the OpenID configuration of the tenant', async () => {
    const { status, body } = await client.send('GET', `/${arm.tenantId}/v2.0/.well-known/openid-configuration`, {});
    expect(status).toBe(200);
    expect(body.token_endpoint).toBe(`${arm.endpoint}/${arm.tenantId}/oauth2/v2.0/token`);
  });

  test('have JWT form and tell the object id', async () => {
    const { body } = await client.requestToken();
    const [, claims] = String(body.access_token).split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ tid: arm.tenantId, oid: arm.clientId });
  });

  test.each([
    [{ client_secret: 'wrong' }, undefined, 401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.'],
    [
      { client_id: 'stranger' },
      undefined,
      400,
      'unauthorized_client',
      "AADSTS700016: Application with identifier 'stranger' was not found in the directory.",
    ],
    [{ grant_type: 'password' }, undefined, 400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.'],
    [
      { scope: 'https://dynamicsessions.io' },
      undefined,
      400,
      'invalid_scope',
      "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope https://dynamicsessions.io is not valid.",
    ],
    [{}, 'elsewhere', 400, 'invalid_request', "AADSTS90002: Tenant 'elsewhere' not found."],
  ])('are refused for %j of tenant %s', async (form, tenant, status, error, description) => {
    const answer = await client.requestToken(form as { [name: string]: string }, tenant);
    expect(answer).toMatchObject({ status, body: { error, error_description: description } });
  });

  test.each([{}, { authorization: 'Bearer forged' }])('are required: %j', async headers => {
    const answer = await client.send('GET', `${pool}?api-version=${VERSION}`, headers as { [name: string]: string });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'AuthenticationFailed', message: 'Authentication failed.' } } });
  });
});

describe('out of band', () => {
  test('resources change and vanish', async () => {
    arm.put(pool, VERSION, pythonPool());
    arm.mutate(pool, body => {
      asObject(body.properties).sessionNetworkConfiguration = { status: 'EgressEnabled' };
    });
    expect((await client.get(pool, VERSION)).body).toMatchObject({
      properties: { sessionNetworkConfiguration: { status: 'EgressEnabled' } },
    });
    arm.remove(pool);
    expect((await client.get(pool, VERSION)).status).toBe(404);
    expect(() => arm.remove(pool)).toThrow(`There is no resource ${pool}`);
  });

  test('providers lose their registration until it is asked for', async () => {
    arm.unregister('Microsoft.App');
    const provider = `/subscriptions/${arm.subscriptionId}/providers/Microsoft.App`;
    expect((await client.put(pool, VERSION, pythonPool())).body).toMatchObject({ error: { code: 'MissingSubscriptionRegistration' } });
    expect((await client.get(provider, '2022-09-01')).body.registrationState).toBe('NotRegistered');
    expect((await client.post(`${provider}/register`, '2022-09-01')).body.registrationState).toBe('Registered');
    expect((await client.put(pool, VERSION, pythonPool())).status).toBe(200);
  });
});
