import type { SessionPoolEnvironmentProps } from '../../lib';
import { SessionPoolEnvironment, WorkloadProfile } from '../../lib';
import { failuresOf } from '../support/failures';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesizeResource } from '../support/synth';

const PROFILE_NAME = 'be 1 to 15 letters, digits and hyphens, a letter first';
const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

const dedicated = (props: object) =>
  WorkloadProfile.dedicated({ name: 'large', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 3, ...props });

describe('WorkloadProfile', () => {
  const resourceOf = (props: Partial<SessionPoolEnvironmentProps>) =>
    synthesizeResource(stack => new SessionPoolEnvironment(stack, 'environment', { ...PLACE, ...props }));

  test('is a consumption profile of any type, without counts', () => {
    const resource = resourceOf({
      workloadProfiles: [
        WorkloadProfile.consumption(),
        WorkloadProfile.consumption({ name: 'gpu', workloadProfileType: 'Consumption-GPU-NC8as-T4' }),
        WorkloadProfile.consumption({ name: 'other', workloadProfileType: undefined }),
      ],
    });
    expect(resource.body.properties.workloadProfiles).toStrictEqual([
      { name: 'Consumption', workloadProfileType: 'Consumption' },
      { name: 'gpu', workloadProfileType: 'Consumption-GPU-NC8as-T4' },
      { name: 'other', workloadProfileType: 'Consumption' },
    ]);
  });

  const INVALID: Array<[Partial<SessionPoolEnvironmentProps>, string[]]> = [
    [
      { workloadProfiles: [dedicated({ workloadProfileType: 'Consumption-GPU-NC8as-T4', minimumCount: undefined })] },
      [
        "workloadProfiles[0].maximumCount must not be given for 'Consumption-GPU-NC8as-T4', which is billed by use: use WorkloadProfile.consumption",
      ],
    ],
    [
      { workloadProfiles: [dedicated({ minimumCount: undefined, maximumCount: null })] },
      [
        "workloadProfiles[0].minimumCount must be given: the number of nodes of 'D4'",
        "workloadProfiles[0].maximumCount must be given: the number of nodes of 'D4'",
      ],
    ],
    [
      { workloadProfiles: [WorkloadProfile.consumption({ workloadProfileType: 'Consumption-GPU-NC8as-T4' })] },
      [`workloadProfiles[0].name must ${PROFILE_NAME}, got 'Consumption-GPU-NC8as-T4'`],
    ],
    [
      { workloadProfiles: [WorkloadProfile.consumption({ profileType: 'x', workload_profile_type: 'Consumption' } as never)] },
      [
        'workloadProfiles[0].workload_profile_type is not a property of workloadProfiles[0]: did you mean workloadProfiles[0].workloadProfileType?',
      ],
    ],
  ];

  test.each(INVALID)('refuses %j', (props, failures) => {
    expect(failuresOf(stack => new SessionPoolEnvironment(stack, 'environment', { ...PLACE, ...props }))).toStrictEqual(failures);
  });
});
