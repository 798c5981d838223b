import { TerraformStack } from 'cdktf';
import type { CodeInterpreterPoolFleetGrantOptions } from '../../lib';
import { Principal, SessionPoolRole } from '../../lib';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { fleet } from '../support/fleets';
import { assignmentsIn, ID, OTHER } from '../support/role-assignments';
import { synthesize, testApp } from '../support/synth';

describe('grants of a fleet', () => {
  test.each(['execute', 'read', 'contribute'] as const)('%s is one role assignment on each pool', member => {
    const { resource } = synthesize(stack => {
      fleet(stack).grants[member](Principal.managedIdentity(ID));
    });
    const assignments = assignmentsIn({ resource });
    expect(new Set(assignments.map(({ parent_id }) => parent_id)).size).toBe(3);
  });

  test.each([
    ['ids', 'westus2-1'],
    ['names', 'agentswestus2p1'],
  ])('adopt the role assignments that exist already, by the %s of their pools', (_title, name) => {
    const { import: imports } = synthesize(stack => {
      const options = { id: 'ci', adoptExisting: { [name]: OTHER }, preventDestroy: true };
      fleet(stack, { sessionPoolNamePrefix: 'agents' }).grants.execute(Principal.user(ID), options);
    });
    expect(imports).toStrictEqual([
      {
        id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/agentswestus2p1/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`,
        to: expect.stringMatching(/^azapi_resource\.fleet_westus2-1_[0-9A-F]{8}_SessionExecutor_ci$/) as string,
      },
    ]);
  });

  test.each<[string, CodeInterpreterPoolFleetGrantOptions, string]>([
    [
      'a pool that the fleet does not have',
      { adoptExisting: { 'westus2-4': ID } },
      "adoptExisting must name pools of the fleet, got 'westus2-4': there are westus2-1, westus2-2, westus2-3",
    ],
    ['a text', { adoptExisting: ID as unknown as { [pool: string]: string } }, `adoptExisting must be a map, got '${ID}'`],
    [
      'a scope in the place of options',
      new TerraformStack(testApp(), 'other') as unknown as CodeInterpreterPoolFleetGrantOptions,
      'options must be an object, got a construct: give a construct of another stack as { scope }',
    ],
  ])('refuse %s', (_title, options, message) => {
    synthesize(stack => {
      const { grants } = fleet(stack);
      expect(() => grants.execute(Principal.user(ID), options)).toThrow(
        new Error(`CodeInterpreterPoolFleetGrants at 'stack/fleet' is not valid:\n  - ${message}`),
      );
    });
  });

  test('ask for an id for a further principal', () => {
    synthesize(stack => {
      const { grants } = fleet(stack);
      grants.contribute(Principal.user(ID));
      expect(() => grants.contribute(Principal.user(OTHER))).toThrow("grants.contribute(principal, { id: 'agent' })");
    });
  });

  test('role is any role on each pool', () => {
    const { resource } = synthesize(stack => {
      expect(fleet(stack, { sessions: 601 }).grants.assign(Principal.user(ID), SessionPoolRole.of(ID))).toHaveLength(2);
    });
    expect(JSON.stringify(resource)).toContain(`/roleDefinitions/${ID}`);
  });
});
