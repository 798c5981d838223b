import { customPool, environmentBody, metricAlertBody, pythonPool, roleAssignmentBody, template } from './bodies';
import type { JsonObject } from './json';
import { asObject } from './json';
import { checkBody } from './property-tree';
import { SESSION_POOL_API_VERSIONS } from './session-pool-tree';

const POOLS = 'Microsoft.App/sessionPools';
const GA = '2026-01-01';

test.each<[string, string, JsonObject]>([
  [POOLS, GA, pythonPool()],
  [POOLS, GA, customPool('/environment', {}, { identity: { type: 'SystemAssigned' }, tags: { a: 'b' } })],
  ['microsoft.app/SESSIONPOOLS', GA, pythonPool({ environmentId: null })],
  [POOLS, GA, pythonPool({ scaleConfiguration: { maxConcurrentSessions: '${var.max}' }, secrets: '${var.secrets}' })],
  ['Microsoft.App/managedEnvironments', GA, environmentBody({ publicNetworkAccess: 'Disabled', zoneRedundant: true })],
  ['Microsoft.Authorization/roleAssignments', '2022-04-01', roleAssignmentBody()],
  ['Microsoft.Insights/metricAlerts', '2018-03-01', metricAlertBody()],
])('a good body of %s@%s has no mistakes', (type, apiVersion, body) => {
  expect(checkBody(type, apiVersion, body, { knownValuesOnly: true })).toEqual([]);
});

test.each<[JsonObject, string[]]>([
  [{ properties: { bogus: 1 } }, ['properties.bogus is not a known property']],
  [{ Properties: {} }, ['Properties is not a known property']],
  [{ properties: { nodeCount: 1 } }, ['properties.nodeCount is read-only']],
  [
    { properties: { scaleConfiguration: { maxConcurrentSessions: '10' } } },
    ['properties.scaleConfiguration.maxConcurrentSessions must be an integer, got a value of type string'],
  ],
  [
    { properties: { scaleConfiguration: { maxConcurrentSessions: 1.5 } } },
    ['properties.scaleConfiguration.maxConcurrentSessions must be an integer, got a value of type number'],
  ],
  [{ properties: { secrets: {} } }, ['properties.secrets must be a list, got a value of type object']],
  [{ properties: { secrets: [{ value: 1 }] } }, ['properties.secrets[0].value must be a string, got a value of type number']],
  [
    { properties: { customContainerTemplate: template({ resources: { cpu: true } }) } },
    ['properties.customContainerTemplate.containers[0].resources.cpu must be a number, got a value of type boolean'],
  ],
  [{ properties: { managedIdentitySettings: [{ lifecycle: 'None' }] } }, ['properties.managedIdentitySettings[0].identity is required']],
  [{ properties: { containerType: 7 } }, ['properties.containerType must be a string, got a value of type number']],
  [{ properties: [] }, ['properties must be an object, got a value of type list']],
  [{ identity: {}, tags: { a: 1 } }, ['identity.type is required', 'tags.a must be a string, got a value of type number']],
])('%j is told: %j', (body, mistakes) => {
  expect(checkBody(POOLS, GA, body).sort()).toEqual(mistakes.sort());
});

test.each<[string, string, JsonObject, boolean]>([
  ['probes', '2025-07-01', { customContainerTemplate: template({ probes: [{ type: 'Liveness', httpGet: { port: 80 } }] }) }, false],
  ['probes', '2025-02-02-preview', { customContainerTemplate: template({ probes: [{ type: 'Liveness', httpGet: { port: 80 } }] }) }, true],
  ['probes', '2026-01-01', { customContainerTemplate: template({ probes: [] }) }, false],
  ['probes', '2026-07-01', { customContainerTemplate: template({ probes: [{ type: 'Startup', tcpSocket: { port: 80 } }] }) }, true],
  ['MCP', '2025-10-02-preview', { mcpServerSettings: { isMcpServerEnabled: true } }, true],
  ['MCP', '2026-07-01', { mcpServerSettings: { isMcpServerEnabled: true } }, false],
  ['MCP in the casing of the documentation', '2025-10-02-preview', { mcpServerSettings: { isMCPServerEnabled: true } }, false],
  ['executionType', '2024-10-02-preview', { dynamicPoolConfiguration: { executionType: 'Timed', cooldownPeriodInSeconds: 300 } }, true],
  ['executionType', '2025-01-01', { dynamicPoolConfiguration: { executionType: 'Timed' } }, false],
  ['registryServer', '2024-02-02-preview', { customContainerTemplate: { registryCredentials: { registryServer: 'x' } } }, true],
  ['registryServer', '2024-08-02-preview', { customContainerTemplate: { registryCredentials: { registryServer: 'x' } } }, false],
  ['managed identities', '2024-08-02-preview', { managedIdentitySettings: [{ identity: 'system' }] }, false],
  ['managed identities', '2024-10-02-preview', { managedIdentitySettings: [{ identity: 'system' }] }, true],
  ['lifecycle Init', '2025-07-01', { managedIdentitySettings: [{ identity: 'system', lifecycle: 'Init' }] }, true],
  ['lifecycle Init', '2026-01-01', { managedIdentitySettings: [{ identity: 'system', lifecycle: 'Init' }] }, false],
  ['Shell', '2025-10-02-preview', { containerType: 'Shell' }, true],
  ['Shell', '2026-01-01', { containerType: 'Shell' }, false],
])('%s at %s: %j fits: %s', (_, apiVersion, properties, fits) => {
  expect(checkBody(POOLS, apiVersion, { properties }, { knownValuesOnly: true }).length === 0).toBe(fits);
});

test.each(SESSION_POOL_API_VERSIONS)('%s has a tree', apiVersion => {
  expect(checkBody(POOLS, apiVersion, { location: 'westus3', properties: { containerType: 'PythonLTS' } })).toEqual([]);
});

test('an unknown version is told', () => {
  expect(checkBody(POOLS, '2099-01-01', {})).toEqual(['Microsoft.App/sessionPools@2099-01-01 is not a known type and version']);
});

test('ARM is more lenient than azapi', () => {
  const body = { Properties: { ContainerType: 'PythonLTS', nodeCount: 1, scaleConfiguration: { maxConcurrentSessions: '10' } } };
  expect(checkBody(POOLS, GA, body, { ignoreCase: true, reportReadOnly: false, reportNumericStrings: false })).toEqual([]);
});

test('well-known values are told only when asked for', () => {
  const body = { properties: { ...asObject(pythonPool().properties), containerType: 'Ruby' } };
  expect(checkBody(POOLS, GA, body)).toEqual([]);
  expect(checkBody(POOLS, GA, body, { knownValuesOnly: true })).toEqual([
    'properties.containerType must be one of CustomContainer, PythonLTS, got Ruby',
  ]);
});
