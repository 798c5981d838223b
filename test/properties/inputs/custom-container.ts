import type { BadInput } from './bad-input';
import { badInputs } from './bad-input';
import { SessionLifecycle } from '../../../lib';
import { ENVIRONMENT_ID } from '../../support/fixtures';

const FORM = '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>';
const ENVIRONMENT = `environment.environmentId must have the form '${FORM}', got`;
const IMAGE = "image must be an image reference such as 'registry.azurecr.io/name:tag' or 'registry.azurecr.io/name@sha256:<digest>', got";
const CONTAINER_NAME = "containerName must be up to 46 lower-case letters, digits, '-' and '.', a letter or digit first and last, got";
const MEMORY = "memory must be an amount above 0 in Gi or Mi, such as '0.5Gi', got";
const DIGEST = 'a'.repeat(64);

const REQUIRED: BadInput[] = badInputs('CustomContainerPool', [
  [
    { environment: null },
    'environment must be given: custom container sessions run in a Container Apps environment with workload profiles',
  ],
  [{ environment: { environmentId: undefined } }, `environment.environmentId must be given: '${FORM}'`],
  [{ environment: { environmentId: 'env' } }, `${ENVIRONMENT} 'env'`],
  [{ environment: { environmentId: 5 } }, 'environment.environmentId must be a string, got 5'],
  [
    {
      environment: {
        environmentId: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/r/providers/Microsoft.App/containerApps/a',
      },
    },
    `${ENVIRONMENT} '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/r/providers/Microsoft.App/containerApps/a'`,
  ],
  [{ image: undefined }, 'image must be given: the image that the sessions run'],
  [{ targetPort: undefined }, 'targetPort must be given: the port on which the container answers HTTP requests'],
]);

const IMAGES: BadInput[] = badInputs('CustomContainerPool', [
  [{ image: '' }, `${IMAGE} ''`],
  [{ image: 'App' }, `${IMAGE} 'App'`],
  [{ image: 'app:' }, `${IMAGE} 'app:'`],
  [{ image: 'app@sha256:abc' }, `${IMAGE} 'app@sha256:abc'`],
  [{ image: `app@sha256:${DIGEST.toUpperCase()}` }, `${IMAGE} 'app@sha256:${DIGEST.toUpperCase()}'`],
  [{ image: `app@md5:${DIGEST}` }, `${IMAGE} 'app@md5:${DIGEST}'`],
  [{ image: 'https://registry.azurecr.io/app:1' }, `${IMAGE} 'https://registry.azurecr.io/app:1'`],
  [{ image: 'registry.azurecr.io/app:a b' }, `${IMAGE} 'registry.azurecr.io/app:a b'`],
  [{ image: `app:${'t'.repeat(129)}` }, `${IMAGE} 'app:${'t'.repeat(129)}'`],
  [{ image: 'registry.azurecr.io//app:1' }, `${IMAGE} 'registry.azurecr.io//app:1'`],
  [{ image: 'app/' }, `${IMAGE} 'app/'`],
  [{ image: 'registry.azurecr.io/App:1' }, `${IMAGE} 'registry.azurecr.io/App:1'`],
  [{ image: '-app:1' }, `${IMAGE} '-app:1'`],
  [{ image: '${var.image}' }, `${IMAGE} '\${var.image}'`],
  [{ image: 'registry.azurecr.io/app:1\n' }, `${IMAGE} 'registry.azurecr.io/app:1\\n'`],
]);

const NUMBERS: BadInput[] = badInputs('CustomContainerPool', [
  [{ targetPort: 0 }, 'targetPort must be between 1 and 65535, got 0'],
  [{ targetPort: 65536 }, 'targetPort must be between 1 and 65535, got 65536'],
  [{ targetPort: 80.5 }, 'targetPort must be a whole number, got 80.5'],
  [{ targetPort: '80' }, "targetPort must be a whole number, got '80'"],
  [{ maxConcurrentSessions: 0 }, 'maxConcurrentSessions must be at least 1, got 0'],
  [{ maxConcurrentSessions: 1 }, 'readySessionInstances (1) must be less than maxConcurrentSessions (1)'],
  [{ maxConcurrentSessions: 2.5 }, 'maxConcurrentSessions must be a whole number, got 2.5'],
  [{ readySessionInstances: 0 }, 'readySessionInstances must be at least 1, got 0'],
  [{ readySessionInstances: -1 }, 'readySessionInstances must be at least 1, got -1'],
  [{ readySessionInstances: 10 }, 'readySessionInstances (10) must be less than maxConcurrentSessions (10)'],
  [{ readySessionInstances: 20, maxConcurrentSessions: 10 }, 'readySessionInstances (20) must be less than maxConcurrentSessions (10)'],
  [{ readySessionInstances: '1' }, "readySessionInstances must be a whole number, got '1'"],
  [{ cpu: 0 }, 'cpu must be above 0 (cores), got 0'],
  [{ cpu: -0.25 }, 'cpu must be above 0 (cores), got -0.25'],
  [{ cpu: NaN }, 'cpu must be above 0 (cores), got NaN'],
  [{ cpu: '0.5' }, "cpu must be above 0 (cores), got '0.5'"],
  [{ memory: '' }, `${MEMORY} ''`],
  [{ memory: '0Gi' }, `${MEMORY} '0Gi'`],
  [{ memory: '0.0Mi' }, `${MEMORY} '0.0Mi'`],
  [{ memory: '-1Gi' }, `${MEMORY} '-1Gi'`],
  [{ memory: '1' }, `${MEMORY} '1'`],
  [{ memory: '1G' }, `${MEMORY} '1G'`],
  [{ memory: '1gi' }, `${MEMORY} '1gi'`],
  [{ memory: '1GiB' }, `${MEMORY} '1GiB'`],
  [{ memory: '1 Gi' }, `${MEMORY} '1 Gi'`],
  [{ memory: '.5Gi' }, `${MEMORY} '.5Gi'`],
  [{ memory: '1.Gi' }, `${MEMORY} '1.Gi'`],
  [{ memory: 1 }, 'memory must be a string, got 1'],
]);

const LIFECYCLES: BadInput[] = badInputs('CustomContainerPool', [
  [
    { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 299 }) },
    'lifecycle.cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 299',
  ],
  [
    { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 3601 }) },
    'lifecycle.cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 3601',
  ],
  [
    { lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 0 }) },
    'lifecycle.maxAlivePeriodInSeconds must be at least 1 (seconds), got 0',
  ],
  [
    { lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 0.5 }) },
    'lifecycle.maxAlivePeriodInSeconds must be a whole number, got 0.5',
  ],
  [
    { lifecycle: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300, maxAlivePeriodInSeconds: 600 } },
    "lifecycle.maxAlivePeriodInSeconds must not be given for the lifecycle 'Timed', got 600",
  ],
  [
    { lifecycle: { lifecycleType: 'OnContainerExit', cooldownPeriodInSeconds: 300, maxAlivePeriodInSeconds: 600 } },
    "lifecycle.cooldownPeriodInSeconds must not be given for the lifecycle 'OnContainerExit', got 300",
  ],
  [
    { lifecycle: { lifecycleType: 'timed', cooldownPeriodInSeconds: 300 } },
    "lifecycle.lifecycleType must be 'Timed' or 'OnContainerExit', got 'timed'",
  ],
  ...['xTimed', 'OnContainerExits'].map((lifecycleType): [object, string] => [
    { lifecycle: { lifecycleType } },
    `lifecycle.lifecycleType must be 'Timed' or 'OnContainerExit', got '${lifecycleType}'`,
  ]),
]);

const CONTAINERS: BadInput[] = badInputs('CustomContainerPool', [
  [{ containerName: '' }, `${CONTAINER_NAME} ''`],
  [{ containerName: 'Worker' }, `${CONTAINER_NAME} 'Worker'`],
  [{ containerName: '-worker' }, `${CONTAINER_NAME} '-worker'`],
  [{ containerName: 'worker.' }, `${CONTAINER_NAME} 'worker.'`],
  [{ containerName: 'wor_ker' }, `${CONTAINER_NAME} 'wor_ker'`],
  [{ containerName: 'w'.repeat(47) }, `${CONTAINER_NAME} '${'w'.repeat(47)}'`],
  [{ command: 'sh' }, "command must be a list, got 'sh'"],
  [{ command: ['sh', 5] }, 'command[1] must be a string, got 5'],
  [{ command: ['sh', undefined] }, 'command[1] is required (may be an empty string)'],
  [{ args: {} }, 'args must be a list, got {}'],
  [{ args: [null, 'a', true] }, 'args[0] is required (may be an empty string)', 'args[2] must be a string, got true'],
  [{ environmentVariables: { '': 'v' } }, "a name in environmentVariables must be one or more characters without =, got ''"],
  [{ environmentVariables: { 'A=B': 'v' } }, "a name in environmentVariables must be one or more characters without =, got 'A=B'"],
  [{ environmentVariables: { 'A\0': 'v' } }, "a name in environmentVariables must be one or more characters without =, got 'A\\u0000'"],
  [{ environmentVariables: { A: undefined } }, "environmentVariables['A'] is required (may be an empty string)"],
  [{ environmentVariables: { A: 5 } }, "environmentVariables['A'] must be a string, got 5"],
  [{ environmentVariables: { A: { secretRef: 's' } } }, 'environmentVariables[\'A\'] must be a string, got {"secretRef":"s"}'],
  [{ environmentVariables: [{ name: 'A', value: 'v' }] }, 'environmentVariables must be a map, got [{"name":"A","value":"v"}]'],
  [{ environmentVariables: new Map([['A', 'v']]) }, 'environmentVariables must be a map, got {}'],
]);

const CONFLICTS: BadInput[] = badInputs('CustomContainerPool', [
  [
    { location: 'x-y', environment: { environmentId: ENVIRONMENT_ID }, image: '', targetPort: 0, cpu: 0, maxConcurrentSessions: 0 },
    "location must be a region such as 'westus2' or 'West US 2', got 'x-y'",
    `${IMAGE} ''`,
    'targetPort must be between 1 and 65535, got 0',
    'maxConcurrentSessions must be at least 1, got 0',
    'cpu must be above 0 (cores), got 0',
  ],
]);

/** What a custom container pool refuses. */
export const CUSTOM_CONTAINER_BAD_INPUTS = [...REQUIRED, ...IMAGES, ...NUMBERS, ...LIFECYCLES, ...CONTAINERS, ...CONFLICTS];
