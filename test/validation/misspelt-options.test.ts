import type { TerraformStack } from 'cdktf';
import {
  ContainerProbe,
  EnvironmentLogs,
  ProbeHandler,
  RegistryCredentials,
  SessionIdentity,
  SessionLifecycle,
  SessionPoolEnvironment,
  WorkloadProfile,
} from '../../lib';
import { container, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`;
const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

type Build = (stack: TerraformStack, extra: object) => unknown;

const handler = ProbeHandler.httpGet({ port: 80 });

test.each<[string, Build, path: string, meant: string]>([
  [
    'a timed lifecycle',
    (stack, extra) => container(stack, { lifecycle: SessionLifecycle.timed(extra) }),
    'lifecycle.cooldownPeriodInSecond',
    'lifecycle.cooldownPeriodInSeconds',
  ],
  [
    'another lifecycle',
    (stack, extra) => container(stack, { lifecycle: SessionLifecycle.onContainerExit(extra) }),
    'lifecycle.maxAlivePeriodInSecond',
    'lifecycle.maxAlivePeriodInSeconds',
  ],
  [
    'an identity',
    (stack, extra) =>
      container(stack, { identities: [SessionIdentity.systemAssigned(), SessionIdentity.userAssigned(IDENTITY_ID, extra)] }),
    'identities[1].availableInSession',
    'identities[1].availableInSessions',
  ],
  [
    'the identity of a pool',
    (stack, extra) => container(stack, { identities: [SessionIdentity.systemAssigned(extra)] }),
    'identities[0].AvailableInSessions',
    'identities[0].availableInSessions',
  ],
  [
    'credentials with a password',
    (stack, extra) =>
      container(stack, {
        registryCredentials: RegistryCredentials.fromUsernamePassword({
          server: 'registry.azurecr.io',
          username: 'u',
          ...extra,
        } as never),
      }),
    'registryCredentials.pasword',
    'registryCredentials.password',
  ],
  [
    'credentials with an identity',
    (stack, extra) =>
      container(stack, {
        registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
          server: 'registry.azurecr.io',
          identityId: IDENTITY_ID,
          ...extra,
        }),
      }),
    'registryCredentials.registryID',
    'registryCredentials.registryId',
  ],
  [
    'credentials with the identity of the pool',
    (stack, extra) => container(stack, { registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ ...extra } as never) }),
    'registryCredentials.sever',
    'registryCredentials.server',
  ],
  [
    'a probe',
    (stack, extra) => container(stack, { probes: [ContainerProbe.liveness(handler, extra)] }),
    'probes[0].periodSecond',
    'probes[0].periodSeconds',
  ],
  [
    'a startup probe',
    (stack, extra) => container(stack, { probes: [ContainerProbe.startup(handler, extra)] }),
    'probes[0].periodSecond',
    'probes[0].periodSeconds',
  ],
  [
    'the request of a probe',
    (stack, extra) => container(stack, { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, ...extra }))] }),
    'probes[0].handler.shceme',
    'probes[0].handler.scheme',
  ],
  [
    'the connection of a probe',
    (stack, extra) => container(stack, { probes: [ContainerProbe.liveness(ProbeHandler.tcpSocket({ port: 80, ...extra }))] }),
    'probes[0].handler.hosts',
    'probes[0].handler.host',
  ],
  [
    'a workload profile',
    (stack, extra) =>
      new SessionPoolEnvironment(stack, 'it', {
        ...place,
        workloadProfiles: [WorkloadProfile.dedicated({ name: 'd', workloadProfileType: 'D4', minimumCount: 0, ...extra } as never)],
      }),
    'workloadProfiles[0].maximunCount',
    'workloadProfiles[0].maximumCount',
  ],
  [
    'a workspace',
    (stack, extra) =>
      new SessionPoolEnvironment(stack, 'it', {
        ...place,
        logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, ...extra } as never),
      }),
    'logs.sharedkey',
    'logs.sharedKey',
  ],
])('a near miss in the options of %s is refused where it is used', (_, build, path, meant) => {
  synthesize(stack => {
    const name = path.split('.').at(-1)!;
    expect(() => build(stack, { [name]: 1 })).toThrow(
      `  - ${path} is not a property of ${path.slice(0, path.lastIndexOf('.'))}: did you mean ${meant}?`,
    );
  });
});

test('any other option of an object is a warning where the object is used', () => {
  synthesize(stack => {
    const lifecycle = SessionLifecycle.timed({ foo: 1 } as never);
    expect(warningsOf(container(stack, { lifecycle }))).toStrictEqual([
      '[unknown-property] lifecycle.foo is not a property of lifecycle, which ignores it',
    ]);
  });
});

test('a header of a probe has a name and a value', () => {
  synthesize(stack => {
    const request = ProbeHandler.httpGet({ port: 80, httpHeaders: [{ name: 'n', vale: 'v' } as never] });
    expect(() => container(stack, { probes: [ContainerProbe.liveness(request)] })).toThrow(
      '  - probes[0].handler.httpHeaders[0].vale is not a property of probes[0].handler.httpHeaders[0]: did you mean probes[0].handler.httpHeaders[0].value?',
    );
  });
});
