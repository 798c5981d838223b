import { TerraformVariable } from 'cdktf';
import type { CodeInterpreterPoolFleetProps } from '../../lib';
import { fleet, pools } from '../support/fleets';
import { synthesize } from '../support/synth';

describe('a fleet that is not valid', () => {
  test('is refused with everything that is wrong with it, and leaves nothing behind', () => {
    synthesize(stack => {
      expect(() =>
        fleet(stack, {
          sessions: 0,
          locations: ['westus2', 'West US 2', '!', 'westeurope'],
          maxConcurrentSessionsPerPool: 601,
          sessionPoolNamePrefix: 'my-pool',
        }),
      ).toThrow(
        [
          "CodeInterpreterPoolFleet at 'stack/fleet' is not valid:",
          '  - sessions must be at least 1, got 0',
          "  - locations must have each region once, got 'West US 2' again",
          "  - locations[2] must be a region such as 'westus2' or 'West US 2', got '!'",
          '  - maxConcurrentSessionsPerPool must be between 1 and 600, got 601',
          "  - sessionPoolNamePrefix must be 1 to 20 lower-case letters and digits, a letter first, got 'my-pool'",
        ].join('\n'),
      );
      expect(stack.node.tryFindChild('fleet')).toBeUndefined();
    });
  });

  test.each<[Partial<CodeInterpreterPoolFleetProps>, string]>([
    [{ sessions: 1.5 }, 'sessions must be a whole number, got 1.5'],
    [{ sessions: undefined }, 'sessions must be given: it decides how many pools there are'],
    [{ locations: undefined }, "locations must be given: regions such as ['westus2', 'westeurope']"],
    [{ locations: [] }, "locations must have at least one region, got none: give regions such as ['westus2', 'westeurope']"],
    [{ locations: 'westus2' as unknown as string[] }, "locations must be a list, got 'westus2'"],
  ])('such as %j is refused', (props, message) => {
    expect(() => pools(props)).toThrow(`  - ${message}`);
  });

  test('is refused where tokens would decide which pools there are', () => {
    synthesize(stack => {
      const variable = (name: string) => new TerraformVariable(stack, name, {});
      expect(() =>
        fleet(stack, {
          sessions: variable('sessions').numberValue,
          locations: variable('locations').listValue,
          maxConcurrentSessionsPerPool: variable('max').numberValue,
          sessionPoolNamePrefix: variable('prefix').stringValue,
        }),
      ).toThrow(
        [
          '  - sessions must be known when the configuration is written, got a token: it decides how many pools there are',
          '  - locations must be known when the configuration is written, got a token: the pools are dealt out to them',
          '  - maxConcurrentSessionsPerPool must be known when the configuration is written, got a token: it decides how many pools there are',
          '  - sessionPoolNamePrefix must be known when the configuration is written, got a token: it is a part of names that are checked',
        ].join('\n'),
      );
      expect(() => fleet(stack, { locations: [variable('location').stringValue] })).toThrow(
        "  - locations[0] must be a region such as 'westus2' or 'West US 2', got a token: it is a part of ids and names",
      );
    });
  });

  test('is refused, and leaves nothing behind, where a pool is', () => {
    synthesize(stack => {
      expect(() => fleet(stack, { resourceGroupId: 'rg', cooldownPeriodInSeconds: 60 })).toThrow(
        [
          "CodeInterpreterPool at 'stack/fleet/westus2-1' is not valid:",
          "  - resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'",
          '  - cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 60',
        ].join('\n'),
      );
      expect(stack.node.tryFindChild('fleet')).toBeUndefined();
    });
  });
});
