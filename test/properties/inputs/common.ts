import type { TerraformProvider } from 'cdktf';
import type { BadInput } from './bad-input';
import { badInputs, badInputsOfBoth } from './bad-input';
import { WARNINGS } from '../../../lib/validation/warnings';
import { RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../support/fixtures';

const NAME = 'sessionPoolName must be 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last, got';
const GROUP = "resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got";
const LOCATION = "location must be a region such as 'westus2' or 'West US 2', got";
const EGRESS = "networkStatus must be 'EgressDisabled' or 'EgressEnabled', got";
const DURATION = "must be a duration such as '90s', '30m' or '1h30m', got";
const API_VERSION = "apiVersion must have the form '2026-01-01' or '2026-01-01-preview', got";
const WARNING_IDS = Object.keys(WARNINGS).join(', ');

const NAMES: BadInput[] = badInputsOfBoth([
  [{ sessionPoolName: '' }, `${NAME} ''`],
  [{ sessionPoolName: 'ab' }, `${NAME} 'ab'`],
  [{ sessionPoolName: 'a'.repeat(64) }, `${NAME} '${'a'.repeat(64)}'`],
  [{ sessionPoolName: 'Pool' }, `${NAME} 'Pool'`],
  [{ sessionPoolName: '1pool' }, `${NAME} '1pool'`],
  [{ sessionPoolName: '-pool' }, `${NAME} '-pool'`],
  [{ sessionPoolName: 'pool-' }, `${NAME} 'pool-'`],
  [{ sessionPoolName: 'po--ol' }, `${NAME} 'po--ol'`],
  [{ sessionPoolName: 'po_ol' }, `${NAME} 'po_ol'`],
  [{ sessionPoolName: 'po.ol' }, `${NAME} 'po.ol'`],
  [{ sessionPoolName: 'po ol' }, `${NAME} 'po ol'`],
  [{ sessionPoolName: 'pool\n' }, `${NAME} 'pool\\n'`],
  [{ sessionPoolName: 'poöl' }, `${NAME} 'poöl'`],
  [{ sessionPoolName: '${path.cwd}' }, `${NAME} '\${path.cwd}'`],
  [{ sessionPoolName: 5 }, 'sessionPoolName must be a string, got 5'],
]);

const PLACES: BadInput[] = badInputsOfBoth([
  [
    { resourceGroupId: undefined },
    "resourceGroupId must be given: the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'",
  ],
  [{ resourceGroupId: null }, "resourceGroupId must be given: the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'"],
  [{ resourceGroupId: '' }, `${GROUP} ''`],
  [{ resourceGroupId: 'rg' }, `${GROUP} 'rg'`],
  [{ resourceGroupId: `${RESOURCE_GROUP_ID}/` }, `${GROUP} '${RESOURCE_GROUP_ID}/'`],
  [{ resourceGroupId: `${RESOURCE_GROUP_ID}.` }, `${GROUP} '${RESOURCE_GROUP_ID}.'`],
  [{ resourceGroupId: `/subscriptions/${SUBSCRIPTION}` }, `${GROUP} '/subscriptions/${SUBSCRIPTION}'`],
  [{ resourceGroupId: '/subscriptions/mine/resourceGroups/rg' }, `${GROUP} '/subscriptions/mine/resourceGroups/rg'`],
  [
    { resourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${'a'.repeat(91)}` },
    `${GROUP} '/subscriptions/${SUBSCRIPTION}/resourceGroups/${'a'.repeat(91)}'`,
  ],
  [{ location: undefined }, "location must be given: a region such as 'westus2'"],
  [{ location: '' }, `${LOCATION} ''`],
  [{ location: 'west-us-2' }, `${LOCATION} 'west-us-2'`],
  [{ location: ' westus2' }, `${LOCATION} ' westus2'`],
  [{ location: '2westus' }, `${LOCATION} '2westus'`],
  [{ location: ['westus2'] }, 'location must be a string, got ["westus2"]'],
]);

const SETTINGS: BadInput[] = badInputsOfBoth([
  [{ networkStatus: 'egressEnabled' }, `${EGRESS} 'egressEnabled'`],
  [{ networkStatus: 'xEgressEnabled' }, `${EGRESS} 'xEgressEnabled'`],
  [{ networkStatus: 'EgressEnabledx' }, `${EGRESS} 'EgressEnabledx'`],
  [{ preventDestroy: 'yes' }, "preventDestroy must be true or false, got 'yes'"],
  [{ adoptExisting: 1 }, 'adoptExisting must be true or false, got 1'],
  [{ networkStatus: 'Enabled' }, `${EGRESS} 'Enabled'`],
  [{ networkStatus: true }, 'networkStatus must be a string, got true'],
  [{ apiVersion: '' }, `${API_VERSION} ''`],
  [{ apiVersion: 'latest' }, `${API_VERSION} 'latest'`],
  [{ apiVersion: 'x2026-01-01' }, `${API_VERSION} 'x2026-01-01'`],
  [{ apiVersion: '2026-1-1' }, `${API_VERSION} '2026-1-1'`],
  [{ apiVersion: '2026-01-01-beta' }, `${API_VERSION} '2026-01-01-beta'`],
  ...['2026-13-01', '2026-00-01', '2026-02-30', '2026-01-32-preview'].map((apiVersion): [object, string] => [
    { apiVersion },
    `apiVersion must be a day that exists, got '${apiVersion}': leave it out, or use one such as '2026-01-01'`,
  ]),
  [{ timeouts: { create: '30' } }, `timeouts.create ${DURATION} '30'`],
  [{ timeouts: { create: 'x30m' } }, `timeouts.create ${DURATION} 'x30m'`],
  [{ timeouts: { create: '30mx' } }, `timeouts.create ${DURATION} '30mx'`],
  [{ timeouts: { update: '0m' } }, `timeouts.update ${DURATION} '0m'`],
  [{ timeouts: { read: '5 m' } }, `timeouts.read ${DURATION} '5 m'`],
  [{ timeouts: { delete: 'PT30M' } }, `timeouts.delete ${DURATION} 'PT30M'`],
  [{ timeouts: { delete: 30 } }, 'timeouts.delete must be a string, got 30'],
  [{ provider: { terraformResourceType: 'azurerm' } as TerraformProvider }, "provider must be an azapi provider, got 'azurerm'"],
  [{ acknowledgements: [{ id: 'name-hyphen', reason: '' }] }, "acknowledgements[0].reason must say why, got ''"],
  [{ acknowledgements: [{ id: 'name-hyphen', reason: ' ' }] }, "acknowledgements[0].reason must say why, got ' '"],
  [{ acknowledgements: [{ id: 'name-hyphen' }] }, 'acknowledgements[0].reason must say why, got undefined'],
  [
    { acknowledgements: [{ id: 'name-hyphens', reason: 'we like them' }] },
    `acknowledgements[0].id must name a warning, got 'name-hyphens': there are ${WARNING_IDS}`,
  ],
  [
    { acknowledgements: [{ id: 'constructor', reason: 'a property of every object' }] },
    `acknowledgements[0].id must name a warning, got 'constructor': there are ${WARNING_IDS}`,
  ],
  [
    { acknowledgements: [{ id: 'name-hyphen', reason: 'we like them', expires: '2027-02-29' }] },
    "acknowledgements[0].expires must be a day such as '2027-01-31', got '2027-02-29'",
  ],
  [
    { acknowledgements: [{ id: 'name-hyphen', reason: 'we like them', expiry: '2027-02-28' }] },
    "acknowledgements[0] must have the form { id, reason, path?, expires? }, got 'expiry' in it",
  ],
  [{ acknowledgements: ['name-hyphen'] }, "acknowledgements[0] must have the form { id, reason, path?, expires? }, got 'name-hyphen'"],
  [{ acknowledgements: { 'name-hyphen': 'we like them' } }, 'acknowledgements must be a list, got {"name-hyphen":"we like them"}'],
  [
    { acknowledgedWarnings: { 'name-hyphen': 'we like them' } },
    "acknowledgedWarnings is not a property any more: use acknowledgements: [{ id: 'name-hyphen', reason: 'we like them' }]",
  ],
]);

const NUMBERS: BadInput[] = badInputs('CodeInterpreterPool', [
  [{ mcpServer: { apiKeyDisabled: 'yes' } }, "mcpServer.apiKeyDisabled must be true or false, got 'yes'"],
  [{ mcpServer: { apiKeyDisabled: 0 } }, 'mcpServer.apiKeyDisabled must be true or false, got 0'],
  [{ maxConcurrentSessions: 0 }, 'maxConcurrentSessions must be between 1 and 600, got 0'],
  [{ maxConcurrentSessions: -1 }, 'maxConcurrentSessions must be between 1 and 600, got -1'],
  [{ maxConcurrentSessions: 601 }, 'maxConcurrentSessions must be between 1 and 600, got 601'],
  [{ maxConcurrentSessions: 1.5 }, 'maxConcurrentSessions must be a whole number, got 1.5'],
  [{ maxConcurrentSessions: NaN }, 'maxConcurrentSessions must be a whole number, got NaN'],
  [{ maxConcurrentSessions: Infinity }, 'maxConcurrentSessions must be a whole number, got Infinity'],
  [{ maxConcurrentSessions: '10' }, "maxConcurrentSessions must be a whole number, got '10'"],
  [{ maxConcurrentSessions: -8.1095622125915e298 }, 'maxConcurrentSessions must be between 1 and 600, got -8.1095622125915e+298'],
  [{ cooldownPeriodInSeconds: 299 }, 'cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 299'],
  [{ cooldownPeriodInSeconds: 3601 }, 'cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 3601'],
  [{ cooldownPeriodInSeconds: 300.5 }, 'cooldownPeriodInSeconds must be a whole number, got 300.5'],
  [
    { containerType: { containerType: 'CustomContainer' } },
    "containerType must be a code interpreter, got 'CustomContainer': use CustomContainerPool",
  ],
  [{ containerType: { containerType: '' } }, "containerType must be a type such as 'PythonLTS', got ''"],
  [{ containerType: { containerType: 'Python LTS' } }, "containerType must be a type such as 'PythonLTS', got 'Python LTS'"],
  [
    { containerType: 'PythonLTS' },
    'containerType.containerType must be given: use a constant of CodeInterpreterType, or CodeInterpreterType.of',
  ],
]);

/** What both kinds of pools refuse, and what a code interpreter pool refuses. */
export const COMMON_BAD_INPUTS = [...NAMES, ...PLACES, ...SETTINGS, ...NUMBERS];
