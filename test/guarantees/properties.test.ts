import { TerraformStack } from 'cdktf';
import fc from 'fast-check';
import type { AzapiResource, CodeInterpreterPoolProps, CustomContainerPoolProps, SessionPool } from '../../lib';
import { escapeTemplate } from '../../lib/terraform/templates';
import { checkBody } from '../arm/property-tree';
import { image, invalidContainer, invalidInterpreter, validContainer, validInterpreter } from '../support/arbitraries';
import { container, environment, interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';

const VALID_RUNS = 4_000;
const INVALID_RUNS = 5_000;
const SHUFFLED_RUNS = 1_500;
/** Each run of a shuffled case defines two pools, as each of both kinds does once. */
const CASES = 2 * (VALID_RUNS + INVALID_RUNS + SHUFFLED_RUNS);

/** The same cases in every run; `FAST_CHECK_SEED` explores others. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_124) });

const stack = new TerraformStack(testApp(), 'stack');
const shared = environment(stack, 'shared');

/** Defines a pool, looks at it and takes it away again: the stack stays small. */
function withPool<T>(define: () => SessionPool, look: (resource: AzapiResource) => T): T {
  try {
    return look(define().node.defaultChild as AzapiResource);
  } finally {
    stack.node.tryRemoveChild('pool');
  }
}

const withInterpreter = <T>(props: Partial<CodeInterpreterPoolProps>, look: (resource: AzapiResource) => T) =>
  withPool(() => interpreter(stack, props), look);
const withContainer = <T>(props: Partial<CustomContainerPoolProps>, look: (resource: AzapiResource) => T) =>
  withPool(() => container(stack, { environment: shared, ...props }), look);

const bodyOf = (resource: AzapiResource) => JSON.parse(JSON.stringify(resource.body)) as object;
const shuffled = <T extends object>(props: T): T => Object.fromEntries(Object.entries(props).reverse()) as T;

function holdAgainstArm({ type, body }: AzapiResource): void {
  const [armType, version] = type.split('@');
  expect(checkBody(armType, version, JSON.parse(JSON.stringify(body)))).toStrictEqual([]);
}

afterAll(() => process.stdout.write(`property cases: ${CASES}\n`));

test('valid properties of a code interpreter pool never throw, and are in the body', () => {
  fc.assert(
    fc.property(validInterpreter, props =>
      withInterpreter(props, resource => {
        holdAgainstArm(resource);
        expect(resource.body).toMatchObject({
          properties: {
            containerType: props.containerType?.name ?? 'PythonLTS',
            poolManagementType: 'Dynamic',
            scaleConfiguration: { maxConcurrentSessions: props.maxConcurrentSessions ?? 10 },
            dynamicPoolConfiguration: {
              lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: props.cooldownPeriodInSeconds ?? 300 },
            },
            sessionNetworkConfiguration: { status: props.networkStatus ?? 'EgressDisabled' },
          },
        });
      }),
    ),
    { numRuns: VALID_RUNS },
  );
});

test('valid properties of a custom container pool never throw, and are in the body', () => {
  fc.assert(
    fc.property(validContainer, props =>
      withContainer(props, resource => {
        holdAgainstArm(resource);
        const { lifecycleType, cooldownPeriodInSeconds } = props.lifecycle ?? { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 };
        expect(resource.body).toMatchObject({
          properties: {
            scaleConfiguration: { maxConcurrentSessions: props.maxConcurrentSessions, readySessionInstances: props.readySessionInstances },
            dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType, cooldownPeriodInSeconds } },
            customContainerTemplate: {
              containers: [
                {
                  image: props.image,
                  resources: { cpu: props.cpu ?? 0.25, memory: props.memory ?? '0.5Gi' },
                  env: Object.entries(props.environmentVariables ?? {}).map(([name, value]) => ({ name, value: escapeTemplate(value) })),
                  ...(props.args && { args: props.args.map(escapeTemplate) }),
                  ...(props.command && { command: props.command.map(escapeTemplate) }),
                },
              ],
              ingress: { targetPort: props.targetPort },
            },
          },
        });
      }),
    ),
    { numRuns: VALID_RUNS },
  );
});

test('an invalid property of a code interpreter pool always throws', () => {
  fc.assert(
    fc.property(validInterpreter, invalidInterpreter, (valid, invalid) => {
      expect(() => withInterpreter({ ...valid, ...invalid }, bodyOf)).toThrow(
        /^CodeInterpreterPool at 'stack\/pool' is not valid:\n {2}- \S/,
      );
    }),
    { numRuns: INVALID_RUNS },
  );
});

test('an invalid property of a custom container pool always throws', () => {
  fc.assert(
    fc.property(validContainer, invalidContainer, (valid, invalid) => {
      expect(() => withContainer({ ...valid, ...invalid }, bodyOf)).toThrow(
        /^CustomContainerPool at 'stack\/pool' is not valid:\n {2}- \S/,
      );
    }),
    { numRuns: INVALID_RUNS },
  );
});

test('the order of properties of a code interpreter pool never matters', () => {
  fc.assert(
    fc.property(validInterpreter, props => {
      expect(withInterpreter(shuffled(props), bodyOf)).toStrictEqual(withInterpreter(props, bodyOf));
    }),
    { numRuns: SHUFFLED_RUNS },
  );
});

test('the order of properties of a custom container pool never matters', () => {
  fc.assert(
    fc.property(validContainer, props => {
      expect(withContainer(shuffled(props), bodyOf)).toStrictEqual(withContainer(props, bodyOf));
    }),
    { numRuns: SHUFFLED_RUNS },
  );
});

test('an image reference is never taken for another one', () => {
  fc.assert(
    fc.property(image, reference =>
      withContainer({ image: reference }, resource => {
        expect(JSON.stringify(resource.body)).toContain(JSON.stringify(reference));
      }),
    ),
    { numRuns: 500 },
  );
});
