import fc from 'fast-check';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import { CodeInterpreterType, ContainerProbe, ProbeHandler, SessionLifecycle, SessionNetworkStatus } from '../../lib';

const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const lower = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: min, maxLength: max });
const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map(each => each.normalize())
  .filter(each => !/TfToken/.test(each));
const name = lower(2, 20).map(rest => `p${rest}`);
const variableName = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/);
const tagName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/).map(each => each.toLowerCase());

/** An image reference with a tag or a digest. */
export const image = fc
  .tuple(
    fc.constantFrom('', 'docker.io/', 'ghcr.io/acme/', 'registry.azurecr.io/', 'localhost:5000/'),
    lower(1, 12),
    fc.oneof(
      lower(1, 10).map(tag => `:${tag}`),
      digest.map(each => `@sha256:${each}`),
      fc.constant(''),
    ),
  )
  .map(parts => parts.join(''));

const common = {
  sessionPoolName: name,
  networkStatus: fc.constantFrom(SessionNetworkStatus.EGRESS_DISABLED, SessionNetworkStatus.EGRESS_ENABLED),
  tags: fc.dictionary(tagName, text, { maxKeys: 5, noNullPrototype: true }),
  location: fc.constantFrom('westus2', 'West US 2', 'westeurope', 'marsnorth'),
  timeouts: fc.record({ create: fc.integer({ min: 1, max: 500 }).map(minutes => `${minutes}m`) }, { requiredKeys: [] }),
};

/** Properties of a code interpreter pool, all of them valid. */
export const validInterpreter: fc.Arbitrary<Partial<CodeInterpreterPoolProps>> = fc.record(
  {
    ...common,
    containerType: fc.constantFrom(CodeInterpreterType.PYTHON_LTS, CodeInterpreterType.NODE_LTS, CodeInterpreterType.SHELL),
    maxConcurrentSessions: fc.integer({ min: 1, max: 600 }),
    cooldownPeriodInSeconds: fc.integer({ min: 300, max: 3600 }),
    mcpServer: fc.record({ apiKeyDisabled: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const lifecycle = fc.oneof(
  fc.integer({ min: 300, max: 3600 }).map(cooldownPeriodInSeconds => SessionLifecycle.timed({ cooldownPeriodInSeconds })),
  fc.integer({ min: 1, max: 100_000 }).map(maxAlivePeriodInSeconds => SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds })),
);
const probe = fc.tuple(
  fc.record({ port: fc.integer({ min: 1, max: 65535 }), path: text }).map(ProbeHandler.httpGet),
  fc.record({ periodSeconds: fc.integer({ min: 1, max: 240 }), failureThreshold: fc.integer({ min: 1, max: 10 }) }),
);
const probes = fc
  .tuple(fc.option(probe), fc.option(probe))
  .map(([liveness, startup]) => [
    ...(liveness ? [ContainerProbe.liveness(...liveness)] : []),
    ...(startup ? [ContainerProbe.startup(...startup)] : []),
  ]);

/** Properties of a custom container pool, all of them valid. */
export const validContainer: fc.Arbitrary<Partial<CustomContainerPoolProps>> = fc
  .record(
    {
      ...common,
      image,
      targetPort: fc.integer({ min: 1, max: 65535 }),
      scale: fc.tuple(fc.integer({ min: 2, max: 1000 }), fc.nat()),
      lifecycle,
      cpu: fc.constantFrom(0.25, 0.5, 1, 2, 4),
      memory: fc.constantFrom('0.5Gi', '1Gi', '2Gi', '4Gi', '512Mi'),
      containerName: name,
      command: fc.array(text, { maxLength: 3 }),
      args: fc.array(text, { maxLength: 3 }),
      environmentVariables: fc.dictionary(variableName, text, { maxKeys: 4, noNullPrototype: true }),
      probes,
    },
    { requiredKeys: ['image', 'targetPort', 'scale'] },
  )
  .map(({ scale: [max, seed], ...props }) => ({ ...props, maxConcurrentSessions: max, readySessionInstances: 1 + (seed % (max - 1)) }));

const outside = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ max: min - 1 }),
    fc.integer({ min: max + 1 }),
    fc.double({ noInteger: true }),
    fc.constantFrom(NaN, Infinity, -Infinity),
  );
const notAName = fc.oneof(
  lower(1, 2),
  lower(64, 80),
  lower(1, 20).map(each => `P${each}`),
  lower(1, 20).map(each => `p--${each}`),
  lower(1, 20).map(each => `p${each}-`),
  lower(1, 20).map(each => `${each}_x`),
  fc.integer().map(String),
);

/** One property that no code interpreter pool can have. */
export const invalidInterpreter: fc.Arbitrary<object> = fc.oneof(
  fc.record({ maxConcurrentSessions: outside(1, 600) }),
  fc.record({ cooldownPeriodInSeconds: outside(300, 3600) }),
  fc.record({ sessionPoolName: notAName }),
  fc.record({ resourceGroupId: fc.oneof(text, name) }),
  fc.record({ location: fc.stringMatching(/^[^A-Za-z].{0,10}$/) }),
  fc.record({ networkStatus: lower(1, 10) }),
  fc.record({ apiVersion: lower(1, 10) }),
  fc.record({ tags: fc.record({ [`a${'b'.repeat(512)}`]: fc.constant('v') }) }),
  fc.record({ tags: fc.record({ a: fc.string({ minLength: 257, maxLength: 300, unit: fc.constant('v') }) }) }),
);

/** One property that no custom container pool can have, or two that exclude each other. */
export const invalidContainer: fc.Arbitrary<object> = fc.oneof(
  fc.record({ targetPort: outside(1, 65535) }),
  fc.integer({ min: 1, max: 600 }).chain(max =>
    fc.record({
      maxConcurrentSessions: fc.constant(max),
      readySessionInstances: fc.oneof(fc.integer({ min: max }), fc.integer({ max: 0 })),
    }),
  ),
  fc.record({ cpu: fc.oneof(fc.double({ max: 0, noNaN: true }), fc.constantFrom(NaN, Infinity)) }),
  fc.record({
    memory: fc.oneof(
      lower(1, 5),
      fc.integer().map(each => `${each}`),
      fc.constantFrom('0Gi', '-1Gi', '1 Gi', '1GB', '1gi', 'Gi'),
    ),
  }),
  fc.record({
    image: fc.oneof(
      fc.constant(''),
      lower(1, 5).map(each => `${each}:`),
      lower(1, 5).map(each => `https://${each}`),
      lower(1, 5).map(each => `${each} x`),
    ),
  }),
  fc.record({ lifecycle: outside(300, 3600).map(cooldownPeriodInSeconds => SessionLifecycle.timed({ cooldownPeriodInSeconds })) }),
  fc.record({
    lifecycle: fc.integer({ max: 0 }).map(maxAlivePeriodInSeconds => SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds })),
  }),
  fc.record({
    environmentVariables: fc.dictionary(
      lower(1, 5).map(each => `${each}=`),
      text,
      { minKeys: 1, maxKeys: 2, noNullPrototype: true },
    ),
  }),
  fc.record({ probes: outside(1, 65535).map(port => [ContainerProbe.liveness(ProbeHandler.httpGet({ port }))]) }),
  fc.record({ probes: probe.map(given => [ContainerProbe.liveness(...given), ContainerProbe.liveness(...given)]) }),
);
