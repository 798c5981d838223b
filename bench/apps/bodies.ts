import type { TerraformStack } from 'cdktf';
import type { Kind } from './definition';
import type { Variables } from './values';
import { IMAGE, PINNED_IMAGE, plainVariables, SERVER, TARGET_PORT, variables } from './values';

/** The ARM bodies of the pools as people write them by hand, and the arguments beside the body that depend on the kind. */
export interface HandWrittenPool {
  readonly apiVersion: string;
  readonly body: object;
  readonly sensitiveBody?: object;
  readonly identityIds?: string[];
  readonly exported: string[];
  readonly tags?: { [name: string]: string };
  readonly schemaValidationEnabled?: boolean;
  readonly timeouts?: { readonly create: string; readonly update: string; readonly delete: string };
}

export const RESPONSE_EXPORT_VALUES = ['properties.poolManagementEndpoint', 'properties.sessionNetworkConfiguration.status'];
export const REPLACE_TRIGGERS = ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'];
export const POSTCONDITION = {
  condition: '${lower(try(self.output.properties.sessionNetworkConfiguration.status, "EgressDisabled")) == lower("EgressDisabled")}',
  errorMessage: 'Azure did not take networkStatus: it answered with another one',
};

export const ENVIRONMENT_BODY = {
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' },
    publicNetworkAccess: 'Enabled',
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
    zoneRedundant: false,
  },
};
export const ENVIRONMENT_EXPORTED = ['properties.defaultDomain', 'properties.staticIp'];
export const ENVIRONMENT_TRIGGERS = ['properties.vnetConfiguration', 'properties.zoneRedundant'];
export const ENVIRONMENT_TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';

const TIMEOUTS = { create: '60m', update: '60m', delete: '60m' };
const LIFECYCLE = { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } };

/** What writes a pool of the kind by hand in a stack, with the expression for the id of the environment. */
export function writerOf(stack: TerraformStack, kind: Kind, environmentId: () => string): (name: string) => HandWrittenPool {
  switch (kind) {
    case 'interpreter':
      return interpreter;
    case 'minimal': {
      const id = environmentId();
      return name => minimal(name, id);
    }
    case 'full': {
      const id = environmentId();
      const given = variables(stack);
      return name => full(name, id, given);
    }
  }
}

function interpreter(): HandWrittenPool {
  return {
    apiVersion: '2026-01-01',
    body: {
      properties: {
        containerType: 'PythonLTS',
        poolManagementType: 'Dynamic',
        scaleConfiguration: { maxConcurrentSessions: 10 },
        dynamicPoolConfiguration: LIFECYCLE,
        sessionNetworkConfiguration: { status: 'EgressDisabled' },
      },
    },
    exported: RESPONSE_EXPORT_VALUES,
  };
}

function minimal(name: string, environmentId: string): HandWrittenPool {
  return {
    apiVersion: '2026-01-01',
    body: {
      properties: {
        containerType: 'CustomContainer',
        environmentId,
        poolManagementType: 'Dynamic',
        scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 1 },
        dynamicPoolConfiguration: LIFECYCLE,
        sessionNetworkConfiguration: { status: 'EgressDisabled' },
        customContainerTemplate: {
          containers: [{ name, image: IMAGE, resources: { cpu: 0.25, memory: '0.5Gi' }, env: [], command: null, args: null }],
          ingress: { targetPort: TARGET_PORT },
          registryCredentials: null,
        },
      },
    },
    exported: RESPONSE_EXPORT_VALUES,
    timeouts: TIMEOUTS,
  };
}

function full(name: string, environmentId: string, { secrets, identityId, team, host }: Variables): HandWrittenPool {
  const names = secrets.map(secret => secret.node.id);
  return {
    apiVersion: '2026-07-01',
    body: {
      properties: {
        containerType: 'CustomContainer',
        environmentId,
        poolManagementType: 'Dynamic',
        scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 1 },
        dynamicPoolConfiguration: LIFECYCLE,
        sessionNetworkConfiguration: { status: 'EgressDisabled' },
        managedIdentitySettings: [{ identity: identityId, lifecycle: 'None' }],
        secrets: names.map(secret => ({ name: secret })),
        customContainerTemplate: {
          containers: [
            {
              name,
              image: PINNED_IMAGE,
              resources: { cpu: 1, memory: '2Gi' },
              command: ['/bin/sh', '-c'],
              args: ['exec serve --home $${HOME}', '--verbose'],
              env: [
                ...Object.entries(plainVariables(host)).map(([key, value]) => ({ name: key, value })),
                ...names.map(secret => ({ name: `${secret.toUpperCase()}_KEY`, value: null, secretRef: secret })),
              ],
              probes: [probe('Liveness', '/health', { periodSeconds: 10 }), probe('Startup', '/ready', { failureThreshold: 10 })],
            },
          ],
          ingress: { targetPort: TARGET_PORT },
          registryCredentials: { server: SERVER, identity: identityId },
        },
      },
    },
    sensitiveBody: { properties: { secrets: secrets.map(secret => ({ name: secret.node.id, value: secret.stringValue })) } },
    identityIds: [identityId],
    exported: [...RESPONSE_EXPORT_VALUES, 'properties.containerType'],
    tags: { team, environment: 'production', costCenter: '42', owner: 'agents' },
    schemaValidationEnabled: false,
    timeouts: TIMEOUTS,
  };
}

function probe(type: string, path: string, given: object): object {
  return {
    type,
    httpGet: { path, port: TARGET_PORT, host: null, scheme: null, httpHeaders: null },
    failureThreshold: null,
    initialDelaySeconds: null,
    periodSeconds: null,
    successThreshold: null,
    terminationGracePeriodSeconds: null,
    timeoutSeconds: null,
    ...given,
  };
}
