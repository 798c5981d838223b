import type { TerraformStack } from 'cdktf';
import { CodeInterpreterPoolFleet, SessionPoolAlert, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { synthesize } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const BUSY = { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] };

type Build = (stack: TerraformStack, options: object) => unknown;

const KINDS: Array<[kind: string, type: string, id: string, build: Build]> = [
  [
    'CodeInterpreterPool',
    'Microsoft.App/sessionPools@2026-01-01',
    `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/taken?api-version=2026-01-01`,
    (stack, options) => interpreter(stack, { sessionPoolName: 'taken', ...options }, 'it'),
  ],
  [
    'CustomContainerPool',
    'Microsoft.App/sessionPools@2026-07-01',
    `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/taken?api-version=2026-07-01`,
    (stack, options) => container(stack, { sessionPoolName: 'taken', ...options }, 'it'),
  ],
  [
    'SessionPoolEnvironment',
    'Microsoft.App/managedEnvironments@2026-01-01',
    `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/taken?api-version=2026-01-01`,
    (stack, options) => new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'taken', ...options }),
  ],
  [
    'SessionPoolQueryPack',
    'Microsoft.OperationalInsights/queryPacks@2019-09-01',
    `${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/queryPacks/taken?api-version=2019-09-01`,
    (stack, options) => new SessionPoolQueryPack(stack, 'it', { ...PLACE, queryPackName: 'taken', ...options }),
  ],
  [
    'SessionPoolAlert',
    'Microsoft.Insights/metricAlerts@2018-03-01',
    `${RESOURCE_GROUP_ID}/providers/Microsoft.Insights/metricAlerts/taken?api-version=2018-03-01`,
    (stack, options) =>
      new SessionPoolAlert(stack, 'it', {
        metric: interpreter(stack, {}, 'watched').metrics.ready(),
        threshold: 1,
        resourceGroupId: RESOURCE_GROUP_ID,
        alertName: 'taken',
        ...options,
      }),
  ],
];

/** The resource that is tested, which is the only one of its name. */
function resourceOf({ resource }: Configuration): { [argument: string]: unknown } {
  return Object.entries(resource.azapi_resource).find(([id]) => /^it_(Resource_)?[0-9A-F]{8}$/.test(id))![1];
}

describe.each(KINDS)('%s', (_kind, type, id, build) => {
  const synthesized = (options: object) => synthesize(stack => void build(stack, options));

  test('is retried while Azure is busy', () => {
    expect(resourceOf(synthesized({}))).toMatchObject({ type, retry: BUSY });
  });

  test('is adopted', () => {
    expect(synthesized({ adoptExisting: true }).import).toEqual([{ id, to: expect.stringMatching(/^azapi_resource\.it_/) }]);
  });

  test('is not destroyed', () => {
    expect(resourceOf(synthesized({ preventDestroy: true })).lifecycle).toMatchObject({ prevent_destroy: true });
  });

  test('leaves tags alone', () => {
    const { tags, lifecycle } = resourceOf(synthesized({ tags: { owner: 'agents' }, ignoreTags: ['costCenter', 'created "by"', '${x}'] }));
    expect(tags).toEqual({ owner: 'agents' });
    expect(lifecycle).toMatchObject({ ignore_changes: ['tags["costCenter"]', 'tags["created \\"by\\""]', 'tags["$${x}"]'] });
  });

  test('leaves tags alone where it has none', () => {
    const { tags, lifecycle } = resourceOf(synthesized({ ignoreTags: ['costCenter'] }));
    expect(tags).toBeUndefined();
    expect(lifecycle).toMatchObject({ ignore_changes: ['tags["costCenter"]'] });
  });

  test.each<[object, string]>([
    [{ adoptExisting: 'yes' }, "adoptExisting must be true or false, got 'yes'"],
    [{ preventDestroy: 1 }, 'preventDestroy must be true or false, got 1'],
    [{ ignoreTags: 'costCenter' }, "ignoreTags must be a list, got 'costCenter'"],
    [{ ignoreTags: ['a', ''] }, "ignoreTags[1] must be the name of a tag, got ''"],
    [{ ignoreTags: ['a?'] }, "ignoreTags[0] must have 1 to 512 characters without < > % & \\ ? /, got 'a?'"],
    [{ ignoreTags: [5] }, 'ignoreTags[0] must be the name of a tag, got 5'],
  ])('refuses %j', (options, message) => {
    synthesize(stack => expect(failuresOf(() => build(stack, options))).toEqual([message]));
  });
});

describe('a fleet', () => {
  const fleet = (stack: TerraformStack, options: object) =>
    new CodeInterpreterPoolFleet(stack, 'fleet', {
      sessions: 1200,
      locations: ['westus2'],
      resourceGroupId: RESOURCE_GROUP_ID,
      ...options,
    });

  test('adopts the pools that it is given', () => {
    const { import: imports } = synthesize(stack => void fleet(stack, { adoptExisting: ['westus2-2'], sessionPoolNamePrefix: 'agents' }));
    expect(imports).toEqual([
      {
        id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/agentswestus2p2?api-version=2026-01-01`,
        to: expect.stringMatching(/^azapi_resource\.fleet_westus2-2_/),
      },
    ]);
  });

  test('refuses to adopt pools that it does not have', () => {
    synthesize(stack =>
      expect(failuresOf(() => fleet(stack, { adoptExisting: ['westus2-3'] }))).toEqual([
        "adoptExisting must name pools of the fleet, got 'westus2-3': there are westus2-1, westus2-2",
      ]),
    );
  });
});
