import type { Bypass } from './bypass';
import { CREDENTIALS } from './bypass';
import { AzapiProvider } from '../../../lib';
import { laterId, raw, rawContainer, sensitiveOutput } from '../fixtures/rule-fixtures';

const EGRESS = 'SessionPoolEgressDisabled';
const TYPE = 'Microsoft.App/sessionPools@2026-01-01';
const OPEN = { sessionNetworkConfiguration: { status: 'EgressEnabled' } };
const unchecked = { schemaValidationEnabled: false };
const found = { configuration: true, plan: true };

/** Ways to write what a rule looks at so that it does not look like it. */
export const VALUE_BYPASSES: Bypass[] = [
  {
    title: "names of properties in another casing, where azapi's schema check is off",
    ruleId: EGRESS,
    build: stack =>
      void raw(stack, {}, { body: { Properties: { SessionNetworkConfiguration: { STATUS: 'EgressEnabled' } } }, ...unchecked }),
    ...found,
  },
  {
    title: 'a name of a property twice, in different casing',
    ruleId: 'SessionPoolNoHiddenProperties',
    build: stack => void raw(stack, { SessionNetworkConfiguration: { status: 'EgressEnabled' } }, unchecked),
    ...found,
  },
  {
    title: 'the name of a property in an expression',
    ruleId: 'SessionPoolNoHiddenProperties',
    build: stack => void raw(stack, { '${lower("DYNAMIC")}PoolConfiguration': {}, dynamicPoolConfiguration: undefined }, unchecked),
    configuration: true,
    plan: false,
    because: 'a plan has the name itself, so that nothing is hidden',
  },
  {
    title: 'the type of the resource in a local',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('locals', { kind: 'Microsoft.App/sessionPools', type: '${local.kind}@2026-01-01' });
      raw(stack, OPEN, { type: '${local.type}' });
    },
    ...found,
  },
  {
    title: 'the type of the resource in a variable',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('variable.type', { default: TYPE });
      raw(stack, OPEN, { type: '${var.type}' });
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'egress in a local',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('locals', { network: { status: 'EgressEnabled' } });
      raw(stack, { sessionNetworkConfiguration: '${local.network}' });
    },
    ...found,
  },
  {
    title: 'egress in a variable',
    ruleId: EGRESS,
    build: stack => {
      stack.addOverride('variable.status', { default: 'EgressEnabled' });
      raw(stack, { sessionNetworkConfiguration: { status: '${var.status}' } });
    },
    configuration: false,
    plan: true,
    because: 'a variable is not known in a configuration; the plan has its value',
  },
  {
    title: 'egress that is known only after apply',
    ruleId: EGRESS,
    build: stack => void raw(stack, { sessionNetworkConfiguration: { status: laterId(stack) } }),
    configuration: false,
    plan: true,
    because: 'in a configuration every expression would be one; the plan tells which are',
  },
  {
    title: 'a region that only the provider has',
    ruleId: 'SessionPoolAllowedLocations',
    build: stack => {
      const provider = new AzapiProvider(stack, 'east', { ...CREDENTIALS, alias: 'east' });
      provider.addOverride('default_location', 'eastus');
      raw(stack, {}, { location: undefined, provider });
    },
    ...found,
  },
  {
    title: 'a sensitive variable as an environment variable',
    ruleId: 'SessionPoolNoSensitiveValues',
    build: stack => {
      stack.addOverride('variable.key', { sensitive: true, default: 'x' });
      rawContainer(stack, { env: [{ name: 'A', value: '${var.key}' }] });
    },
    ...found,
  },
  {
    title: 'a sensitive value of another resource as an argument',
    ruleId: 'SessionPoolNoSensitiveValues',
    build: stack => void rawContainer(stack, { args: [sensitiveOutput(stack)] }),
    configuration: false,
    plan: true,
    because: 'what other resources mark as sensitive is in the schema of their provider; the plan has the marks',
  },
];
