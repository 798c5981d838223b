import { Random } from './random';
import { CONSTANTS } from '../../../lib/policies/shared';
import { ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../../support/fixtures';
import { DIGEST, IDENTITY_ID, TRIGGERS } from '../fixtures/rule-fixtures';

type Json = { [name: string]: unknown };

const SEED = 2026;
/** What the expressions below refer to. */
export const AROUND = {
  variable: {
    known: { default: 'EgressEnabled' },
    number: { default: 601 },
    key: { default: 'x', sensitive: true },
    name: { default: 'status' },
  },
  locals: { status: 'EgressEnabled', network: { status: 'EgressDisabled' }, key: '${var.key}', chain: '${local.status}' },
  resource: {
    azapi_resource: {
      later: {
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31',
        name: 'later',
        parent_id: RESOURCE_GROUP_ID,
        location: 'westus2',
      },
    },
  },
};

const EXPRESSIONS = [
  '${azapi_resource.later.id}',
  'x-${azapi_resource.later.id}',
  '${var.known}',
  '${var.number}',
  '${var.key}',
  '${nonsensitive(var.key)}',
  '${local.status}',
  '${local.chain}',
  '${local.network}',
  '${local.network.status}',
  'a${local.key}b',
  '${jsondecode(azapi_resource.later.id)}',
  '${upper("none")}',
  '${ local.status }',
  'a-${\tlocal.chain }',
  '${var . key}',
  '${sensitive("x")}',
  'sensitive(var.key)',
];
const SCALARS = [
  null,
  true,
  false,
  'true',
  'false',
  'TRUE',
  'False',
  0,
  1,
  600,
  601,
  900,
  901,
  1.5,
  '600',
  '601',
  '1e3',
  '0x10',
  ' 12',
  '-1',
  '',
  ' ',
  'abc',
  '$${x}',
  '%%{x}',
  'EgressEnabled',
  'EgressDisabled',
  'egressdisabled',
  'EGRESSENABLED',
  'EgressDisabled ',
  'Egre\u017f\u017fDisabled',
  'None',
  'none',
  'Main',
  'INIT',
  'system',
  'CustomContainer',
  'customcontainer',
  'PythonLTS',
  'password',
  'hunter2',
  'AccountKey=abc',
  'postgres://a:b@c/d',
  'a'.repeat(300),
  `registry.azurecr.io/app@${DIGEST}`,
  `registry.azurecr.io/app@${DIGEST}\n`,
  `a@sha512:${'0a'.repeat(64)}`,
  'registry.azurecr.io/app:1',
  IDENTITY_ID,
];
const COMPOUND = [
  [],
  {},
  [null],
  [5],
  ['x'],
  [[]],
  { status: 'EgressEnabled' },
  { Status: 'EgressDisabled' },
  { lifecycle: 'Main' },
  [{ lifecycle: 'Main', identity: 'system' }],
  [{ Lifecycle: 'Main' }],
  [{ lifecycle: null }],
  { 0: { lifecycle: 'Main' } },
  { env: [{ name: 'A', value: 'b' }] },
  [{ name: 'TOKEN', value: 'x' }],
  [{ name: 5, value: 7 }],
  [{ NAME: 'TOKEN', Value: 'x' }],
  [{ name: 'A', secretRef: 's' }],
  { username: 'u' },
  { identity: IDENTITY_ID, passwordSecretRef: 'p' },
  { server: 's' },
  { isMcpServerEnabled: true },
  { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: true },
  { isMcpServerEnabled: 'false' },
  { isMcpServerApiKeyDisabled: 'true' },
];
const PATHS = [
  'sessionNetworkConfiguration',
  'sessionNetworkConfiguration.status',
  'managedIdentitySettings',
  'managedIdentitySettings.0',
  'managedIdentitySettings.0.lifecycle',
  'managedIdentitySettings.0.identity',
  'customContainerTemplate',
  'customContainerTemplate.containers',
  'customContainerTemplate.containers.0',
  'customContainerTemplate.containers.0.image',
  'customContainerTemplate.containers.0.env',
  'customContainerTemplate.containers.0.env.0',
  'customContainerTemplate.containers.0.env.0.name',
  'customContainerTemplate.containers.0.env.0.value',
  'customContainerTemplate.containers.0.env.0.secretRef',
  'customContainerTemplate.containers.0.args',
  'customContainerTemplate.registryCredentials',
  'customContainerTemplate.registryCredentials.username',
  'customContainerTemplate.registryCredentials.identity',
  'customContainerTemplate.registryCredentials.passwordSecretRef',
  'scaleConfiguration',
  'scaleConfiguration.maxConcurrentSessions',
  'scaleConfiguration.readySessionInstances',
  'containerType',
  'mcpServerSettings',
  'mcpServerSettings.isMcpServerEnabled',
  'mcpServerSettings.isMcpServerApiKeyDisabled',
  'dynamicPoolConfiguration',
  'dynamicPoolConfiguration.cooldownPeriodInSeconds',
  'dynamicPoolConfiguration.lifecycleConfiguration',
  'dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds',
  'secrets',
];
const TYPES = [
  'Microsoft.App/sessionPools@2026-01-01',
  'microsoft.app/SESSIONPOOLS@2025-10-02-preview',
  'Microsoft.App/sessionPools@2025-02-02-PREVIEW',
  ' Microsoft.App//sessionPools/@2026-01-01',
];

/** The arguments of pools that are changed in one to four places, the same in every run. Terraform can plan all of them. */
export function mutatedPools(count: number): Array<[name: string, args: Json]> {
  const random = new Random(SEED);
  return Array.from({ length: count }, (_, index) => [`p${String(index).padStart(3, '0')}`, pool(random, index)]);
}

/** The same with what no plan would have: arguments of wrong types. */
export function brokenPools(count: number): Array<[name: string, args: Json]> {
  const random = new Random(SEED + 1);
  return Array.from({ length: count }, (_, index) => {
    const args = pool(random, index);
    const name = random.of(['tags', 'location', 'body', 'sensitive_body', 'replace_triggers_refs', 'type', 'provider', 'name']);
    const value = random.of([...SCALARS, ...COMPOUND, ...EXPRESSIONS]);
    return [`b${String(index).padStart(3, '0')}`, { ...args, [name]: value }];
  });
}

function pool(random: Random, index: number): Json {
  const args: Json = {
    type: random.below(8) === 0 ? random.of(TYPES) : TYPES[0],
    name: `pool${index}`,
    parent_id: RESOURCE_GROUP_ID,
    location: random.of(['westeurope', 'West Europe', 'westus2', 'eastus', '${var.known}', '${azapi_resource.later.id}']),
    tags: random.of<unknown>([
      undefined,
      { owner: 'a', costCenter: 'b' },
      { OWNER: 'a', costcenter: 'b' },
      { owner: '', costCenter: '${azapi_resource.later.id}' },
      { owner: '${var.key}', costCenter: '1' },
      { owner: ' \u00a0', costCenter: '1' },
      {},
    ]),
    replace_triggers_refs: random.of<unknown>([TRIGGERS, TRIGGERS, TRIGGERS.slice(1), undefined]),
    schema_validation_enabled: false,
    body: { properties: properties(random) },
  };
  for (let step = 1 + random.below(4); step > 0; step--) {
    mutate(random, args);
  }
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}

function properties(random: Random): Json {
  return {
    containerType: random.of(['PythonLTS', 'CustomContainer']),
    poolManagementType: 'Dynamic',
    scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 1 },
    dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
    sessionNetworkConfiguration: { status: 'EgressDisabled' },
    managedIdentitySettings: [{ identity: IDENTITY_ID, lifecycle: 'None' }],
    mcpServerSettings: random.of<unknown>([null, { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: true }]),
    customContainerTemplate: {
      containers: [{ name: 'app', image: `registry.azurecr.io/app@${DIGEST}`, env: [{ name: 'LOG_LEVEL', value: 'info' }] }],
      registryCredentials: { server: 'registry.azurecr.io', identity: IDENTITY_ID },
    },
    environmentId: ENVIRONMENT_ID,
  };
}

function mutate(random: Random, args: Json): void {
  const path = random.of(PATHS).split('.');
  const body = args.body as Json;
  switch (random.below(10)) {
    case 0:
      return setAt(body, ['properties', ...path], undefined);
    case 1:
    case 2:
      return setAt(body, ['properties', ...path], random.of(EXPRESSIONS));
    case 3:
      return setAt(body, ['properties', ...path], random.of(COMPOUND));
    case 4:
      return rename(random, body);
    case 5:
      args.sensitive_body = random.of<unknown>([
        hidden(path, random.of([...SCALARS, ...COMPOUND])),
        { properties: { secrets: [{ name: 'a', value: '${var.key}' }] } },
      ]);
      return;
    default:
      return setAt(body, ['properties', ...path], random.of(SCALARS));
  }
}

function hidden(path: string[], value: unknown): Json {
  const names = path.filter(name => !/^\d+$/.test(name));
  return { properties: names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) };
}

/** Sets or removes a value, where there is something to set it in. */
function setAt(holder: unknown, [name, ...rest]: string[], value: unknown): void {
  if (typeof holder !== 'object' || holder === null) {
    return;
  }
  const target = holder as Json;
  if (rest.length > 0) {
    return setAt(target[name], rest, value);
  }
  if (value !== undefined) {
    target[name] = value;
  } else if (!Array.isArray(holder)) {
    delete target[name];
  }
}

/** Writes a name in another casing, beside the one that is there or in the place of it. */
function rename(random: Random, body: Json): void {
  const holders = objectsIn(body);
  const holder = random.of(holders);
  const names = Object.keys(holder).filter(name => CONSTANTS.bodyNames.includes(name));
  if (names.length > 0) {
    const name = random.of(names);
    const other = random.of([name.toUpperCase(), name.toLowerCase(), name[0].toUpperCase() + name.slice(1)]);
    const value = holder[name];
    if (random.below(4) > 0) {
      delete holder[name];
    }
    holder[other] = random.below(3) === 0 ? random.of(SCALARS) : value;
  }
}

function objectsIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [...(Array.isArray(value) ? [] : [value as Json]), ...Object.values(value).flatMap(objectsIn)];
}
