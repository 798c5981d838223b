import type { TerraformResourceLifecycle, TerraformStack } from 'cdktf';
import * as checks from './checks';
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
  readonly uniqueIds?: { [path: string]: string };
  readonly timeouts?: { readonly create: string; readonly update: string; readonly delete: string };
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** What pools refer to, as expressions. */
export interface Environment {
  /** The ID as a token. */
  readonly id: string;
  /** The reference to the ID, without `${` and `}`. */
  readonly reference: string;
}

export const RETRIED = ['OperationInProgress', '^[A-Z][a-z]+ "https?://'];
export const REPLACE_TRIGGERS = ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'];
export const ENVIRONMENT_BODY = {
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor', logAnalyticsConfiguration: null },
    publicNetworkAccess: 'Enabled',
    vnetConfiguration: null,
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
    zoneRedundant: false,
  },
};
export const ENVIRONMENT_TRIGGERS = ['properties.vnetConfiguration', 'properties.zoneRedundant'];
export const ENVIRONMENT_TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';

const EXPORTED = ['properties.poolManagementEndpoint', 'properties.sessionNetworkConfiguration.status'];
const LIFECYCLE = { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } };
const CUSTOM_CONTAINER = {
  apiVersion: '2026-07-01',
  exported: EXPORTED,
  schemaValidationEnabled: false,
  uniqueIds: { 'properties.customContainerTemplate.containers.probes': 'type' },
  timeouts: { create: '60m', update: '60m', delete: '60m' },
};

/** What writes a pool of the kind by hand in a stack, with the environment that it is in. */
export function writerOf(stack: TerraformStack, kind: Kind, environment: () => Environment): (name: string) => HandWrittenPool {
  switch (kind) {
    case 'interpreter':
      return interpreter;
    case 'minimal': {
      const shared = environment();
      return name => minimal(name, shared);
    }
    case 'full': {
      const shared = environment();
      const given = variables(stack);
      return name => full(name, shared, given);
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
    exported: [...EXPORTED, 'properties.mcpServerSettings'],
  };
}

function minimal(name: string, environment: Environment): HandWrittenPool {
  return {
    ...CUSTOM_CONTAINER,
    body: {
      properties: {
        containerType: 'CustomContainer',
        environmentId: environment.id,
        poolManagementType: 'Dynamic',
        scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 1 },
        dynamicPoolConfiguration: LIFECYCLE,
        sessionNetworkConfiguration: { status: 'EgressDisabled' },
        managedIdentitySettings: [],
        secrets: [],
        customContainerTemplate: {
          containers: [{ name, image: IMAGE, resources: { cpu: 0.25, memory: '0.5Gi' }, env: [], command: [], args: [], probes: [] }],
          ingress: { targetPort: TARGET_PORT },
          registryCredentials: null,
        },
      },
    },
    lifecycle: { replaceTriggeredBy: [environment.reference] },
  };
}

function full(name: string, environment: Environment, { secrets, identityId, team, host }: Variables): HandWrittenPool {
  const names = secrets.map(secret => secret.node.id);
  return {
    ...CUSTOM_CONTAINER,
    body: {
      properties: {
        containerType: 'CustomContainer',
        environmentId: environment.id,
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
              probes: [probe('Liveness', '/health'), probe('Startup', '/ready', { failureThreshold: 10 })],
            },
          ],
          ingress: { targetPort: TARGET_PORT },
          registryCredentials: { server: SERVER, identity: identityId, username: null, passwordSecretRef: null },
        },
      },
    },
    sensitiveBody: { properties: { secrets: secrets.map(secret => ({ name: secret.node.id, value: secret.stringValue })) } },
    identityIds: [identityId],
    tags: { team, environment: 'production', costCenter: '42', owner: 'agents' },
    lifecycle: {
      precondition: [checks.tagLength('team'), ...checks.identityIdForm('identityId'), ...names.map(checks.presence)],
      replaceTriggeredBy: [environment.reference],
    },
  };
}

function probe(type: string, path: string, given: object = {}): object {
  return {
    type,
    httpGet: { path, port: TARGET_PORT, host: null, scheme: 'HTTP', httpHeaders: [] },
    failureThreshold: 3,
    initialDelaySeconds: null,
    periodSeconds: 10,
    successThreshold: 1,
    terminationGracePeriodSeconds: null,
    timeoutSeconds: 1,
    ...given,
  };
}
