import { anonymous, answersIn, exchangesIn, refusalIn } from './recording';

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
const SETTINGS = { subscriptionId: SUBSCRIPTION, resourceGroup: 'theirs', location: 'westus2', suffix: 't0a1b2c3d' };

const traffic = (status: number, headers: object) =>
  JSON.stringify({
    request: { method: 'PUT', url: 'https://management.azure.com/subscriptions/x?api-version=2026-01-01', headers: {}, body: 'REDACTED' },
    response: { statusCode: status, headers, body: 'REDACTED' },
  });

test('exchanges are read from the log of azapi, with the headers that matter', () => {
  const log = [
    '2026-01-01T00:00:00.000Z [INFO]  Terraform version: 1.11.4',
    `2026-01-01T00:00:00.000Z [DEBUG] provider.terraform-provider-azapi: 2026/01/01 00:00:00 [DEBUG] Live traffic: ${traffic(201, { 'Retry-After': '5', Server: 'x' })}: timestamp="2026"`,
    `[DEBUG] Live traffic: ${traffic(200, {})}`,
  ].join('\n');
  const exchange = { method: 'PUT', path: '/subscriptions/x', apiVersion: '2026-01-01' };
  expect(exchangesIn(log)).toEqual([
    { ...exchange, status: 201, headers: { 'retry-after': '5' } },
    { ...exchange, status: 200, headers: {} },
  ]);
});

test.each([
  [
    'Error: Failed to create\n│ RESPONSE 400: 400 Bad Request\n│ ERROR CODE: SessionPoolInvalid\n│ {\n│   "error": {\n│     "code": "SessionPoolInvalid",\n│     "message": "It is\n│ wrong."\n│   }\n│ }',
    { name: 'a', status: 400, code: 'SessionPoolInvalid', message: 'It is wrong.' },
  ],
  ['Error: no answer', { name: 'a' }],
])('%j is a refusal', (output, refusal) => {
  expect(refusalIn('a', output)).toEqual(refusal);
});

test('answers are those of the data sources', () => {
  const resources = [
    { mode: 'data', values: { type: 'Microsoft.App/sessionPools@2026-01-01', output: { id: 'x' } } },
    { mode: 'data', values: { type: 'Microsoft.App/managedEnvironments@2026-01-01', output: { properties: {} } } },
    { mode: 'managed', values: { type: 'Microsoft.App/sessionPools@2026-01-01', output: { id: 'y' } } },
  ];
  expect(answersIn(JSON.stringify({ values: { root_module: { resources } } }))).toEqual([
    { type: 'Microsoft.App/sessionPools', apiVersion: '2026-01-01', body: { id: 'x' } },
  ]);
  expect(answersIn('{}')).toEqual([]);
});

test.each([
  [`/subscriptions/${SUBSCRIPTION}/resourceGroups/theirs/providers/x`, '/subscriptions/subscription/resourceGroups/group/providers/x'],
  [`/subscriptions/${SUBSCRIPTION.toUpperCase()}/resourcegroups/THEIRS`, '/subscriptions/subscription/resourcegroups/group'],
  ["Resource group 'theirs' could not be found.", "Resource group 'group' could not be found."],
  ['interpretert0a1b2c3d', 'interpreter'],
  ['22222222-2222-4222-8222-222222222222 of a.b@contoso.example', 'guid-1 of user'],
  ['https://pool.jollymoss-0a1b2c3d.westus2.azurecontainerapps.io', 'https://pool.domain.westus2.azurecontainerapps.io'],
  ['20.1.2.3', 'address'],
  [
    `https://management.azure.com/subscriptions/${SUBSCRIPTION}/operationStatuses/c2Vzc2lv==?api-version=2026-01-01&t=1&c=MII&s=x`,
    'https://management/subscriptions/subscription/operationStatuses/operation?api-version=2026-01-01',
  ],
  ['EgressDisabled', 'EgressDisabled'],
  ['2026-01-01', '2026-01-01'],
])('%j is recorded as %j', (text, clean) => {
  expect(anonymous({ text }, SETTINGS)).toEqual({ text: clean });
});

test('an ID is the same wherever it stands, and who did something is left out', () => {
  const [one, other] = ['2', '3'].map(digit => '1'.replace('1', `${digit}2222222-2222-4222-8222-222222222222`));
  const recording = { a: [one, other, one], [`/x/${one}`]: { systemData: { createdBy: 'me' }, principalId: one, nodeCount: 1 } };
  expect(anonymous(recording, SETTINGS)).toEqual({ a: ['guid-1', 'guid-2', 'guid-1'], '/x/guid-1': { nodeCount: 1 } });
});
