import { TerraformVariable } from 'cdktf';
import type { CodeInterpreterPoolFleetGrantOptions, CodeInterpreterPoolFleetProps } from '../../lib';
import { CodeInterpreterPoolFleet, Principal } from '../../lib';
import { alertsOf } from '../support/alerts';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const ID = 'aaaaaaaa-0000-0000-0000-000000000001';
const REQUIRED = { sessions: 1500, locations: ['westus2'], resourceGroupId: RESOURCE_GROUP_ID };
const IS_TOKEN = 'adoptExisting must be known when the configuration is written, got a token: it names pools of the fleet';

const fleet = (stack: object, props: object = {}) =>
  new CodeInterpreterPoolFleet(stack as never, 'fleet', { ...REQUIRED, ...props } as CodeInterpreterPoolFleetProps);

describe('a fleet', () => {
  test.each<[string, object, ...string[]]>([
    [
      'a misspelt property',
      { adoptExising: ['westus2-1'] },
      'adoptExising is not a property of CodeInterpreterPoolFleet: did you mean adoptExisting?',
    ],
    [
      'a property in the casing of Python',
      { mcp_server: {} },
      'mcp_server is not a property of CodeInterpreterPoolFleet: did you mean mcpServer?',
    ],
    [
      'the property of a pool that has another name here',
      { sessionPoolNamePrefx: 'a' },
      'sessionPoolNamePrefx is not a property of CodeInterpreterPoolFleet: did you mean sessionPoolNamePrefix?',
    ],
    ['no sessions', { sessions: null }, 'sessions must be given: it decides how many pools there are'],
    ['0 sessions', { sessions: 0 }, 'sessions must be at least 1, got 0'],
    ['a session and a half', { sessions: 1.5 }, 'sessions must be a whole number, got 1.5'],
    ['no regions', { locations: null }, "locations must be given: regions such as ['westus2', 'westeurope']"],
    [
      'a pool to adopt that it does not have',
      { adoptExisting: ['westus2-1', 'westus2-4'] },
      "adoptExisting must name pools of the fleet, got 'westus2-4': there are westus2-1, westus2-2, westus2-3",
    ],
    [
      'a region to adopt',
      { adoptExisting: ['westus2'] },
      "adoptExisting must name pools of the fleet, got 'westus2': there are westus2-1, westus2-2, westus2-3",
    ],
    ['true for the pools to adopt', { adoptExisting: true }, 'adoptExisting must be a list, got true'],
    [
      'everything wrong at once, but no pool to adopt',
      { sessions: 0, locations: [], adoptExisting: ['x'] },
      'sessions must be at least 1, got 0',
      "locations must have at least one region, got none: give regions such as ['westus2', 'westeurope']",
    ],
  ])('is refused with %s', (_title, props, ...failures) => {
    synthesize(stack => {
      expect(() => fleet(stack, props)).toThrow(
        new Error(`CodeInterpreterPoolFleet at 'stack/fleet' is not valid:\n${failures.map(failure => `  - ${failure}`).join('\n')}`),
      );
      expect(stack.node.tryFindChild('fleet')).toBeUndefined();
    });
  });

  test('is refused without properties', () => {
    synthesize(stack => {
      for (const nothing of [undefined, null]) {
        expect(() => new CodeInterpreterPoolFleet(stack, 'fleet', nothing as never)).toThrow('sessions must be given');
      }
    });
  });

  test('is refused where a token would decide which pools are adopted', () => {
    synthesize(stack => {
      const adoptExisting = new TerraformVariable(stack, 'pools', { type: 'list(string)' }).listValue;
      expect(() => fleet(stack, { adoptExisting })).toThrow(
        new Error(`CodeInterpreterPoolFleet at 'stack/fleet' is not valid:\n  - ${IS_TOKEN}`),
      );
    });
  });

  test('adopts the pools that are named', () => {
    const configuration = synthesize(stack => void fleet(stack, { sessionPoolNamePrefix: 'p', adoptExisting: ['westus2-2'] }));
    expect(configuration.import).toStrictEqual([
      expect.objectContaining({ id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pwestus2p2?api-version=2026-01-01` }),
    ]);
  });

  test('warns of a property that it does not have', () => {
    synthesize(stack => {
      expect(warningsOf(fleet(stack, { owner: 'me' }))).toContain(
        '[unknown-property] owner is not a property of CodeInterpreterPoolFleet, which ignores it',
      );
    });
  });
});

describe('grants on a fleet', () => {
  test.each<[string, (variable: TerraformVariable) => object, string]>([
    ['a token for what is adopted', variable => ({ adoptExisting: variable.value as object }), IS_TOKEN],
    [
      'a misspelt option',
      () => ({ preventDestory: true }),
      'preventDestory is not a property of CodeInterpreterPoolFleetGrantOptions: did you mean preventDestroy?',
    ],
  ])('are refused with %s', (_title, optionsOf, failure) => {
    synthesize(stack => {
      const options = optionsOf(new TerraformVariable(stack, 'given', { type: 'map(string)' })) as CodeInterpreterPoolFleetGrantOptions;
      expect(() => fleet(stack).grants.execute(Principal.user(ID), options)).toThrow(
        new Error(`CodeInterpreterPoolFleetGrants at 'stack/fleet' is not valid:\n  - ${failure}`),
      );
    });
  });

  test('adopt nothing where nothing is named', () => {
    const { import: imports } = synthesize(stack => void fleet(stack).grants.execute(Principal.user(ID), {}));
    expect(imports).toBeUndefined();
  });
});

test('alerts of a fleet are named after their pools, or as it is asked to', () => {
  const names = (alertName?: string) =>
    alertsOf(stack => fleet(stack).metrics.alertWhenPending(stack, 'alerts', { alertName })).map(({ name }) => name);
  expect(names('busy')).toStrictEqual(['busy-westus2-1', 'busy-westus2-2', 'busy-westus2-3']);
  expect(new Set(names()).size).toBe(3);
  expect(names().filter(name => /undefined/.test(name))).toStrictEqual([]);
});
