import type { JsonObject } from './json';

const DYNAMIC = {
  poolManagementType: 'Dynamic',
  dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
  sessionNetworkConfiguration: { status: 'EgressDisabled' },
};

/** A code interpreter pool as the CLI creates it, with some of its properties replaced. */
export function pythonPool(properties: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return {
    location: 'westus3',
    properties: {
      containerType: 'PythonLTS',
      ...DYNAMIC,
      scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 5 },
      ...properties,
    },
    ...rest,
  };
}

/** A custom container pool as the CLI creates it, with some of its properties replaced. */
export function customPool(environmentId: string, properties: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return {
    location: 'westus3',
    properties: {
      containerType: 'CustomContainer',
      ...DYNAMIC,
      environmentId,
      scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 2 },
      secrets: [{ name: 'testsecret', value: 'testsecretvalue' }],
      customContainerTemplate: template(),
      ...properties,
    },
    ...rest,
  };
}

/** The template of {@link customPool}, with fields of its container and of itself replaced. */
export function template(container: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return {
    containers: [{ name: 'main', image: 'mcr.microsoft.com/k8se/quickstart:latest', resources: { cpu: 0.5, memory: '1Gi' }, ...container }],
    ingress: { targetPort: 80 },
    ...rest,
  };
}

export function environmentBody(properties: JsonObject = {}): JsonObject {
  return {
    location: 'westus3',
    properties: { workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }], ...properties },
  };
}

export function roleAssignmentBody(properties: JsonObject = {}): JsonObject {
  return {
    properties: {
      roleDefinitionId:
        '/subscriptions/00000000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleDefinitions/0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0',
      principalId: '11111111-1111-4111-8111-111111111111',
      principalType: 'ServicePrincipal',
      ...properties,
    },
  };
}

export function metricAlertBody(properties: JsonObject = {}, metricName = 'PoolExecutingPodCount'): JsonObject {
  return {
    location: 'global',
    properties: {
      severity: 2,
      enabled: true,
      scopes: ['/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.App/sessionPools/pool'],
      evaluationFrequency: 'PT1M',
      windowSize: 'PT5M',
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion',
            name: 'nearlyFull',
            metricNamespace: 'microsoft.app/sessionpools',
            metricName,
            operator: 'GreaterThan',
            threshold: 8,
            timeAggregation: 'Maximum',
          },
        ],
      },
      ...properties,
    },
  };
}

export function activityLogAlertBody(properties: JsonObject = {}): JsonObject {
  return {
    location: 'global',
    properties: {
      scopes: ['/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg'],
      condition: {
        allOf: [
          { field: 'category', equals: 'ResourceHealth' },
          { field: 'resourceType', equals: 'Microsoft.App/sessionPools' },
        ],
      },
      actions: {
        actionGroups: [
          {
            actionGroupId:
              '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/a',
          },
        ],
      },
      ...properties,
    },
  };
}

export function diagnosticSettingBody(properties: JsonObject = {}): JsonObject {
  return {
    properties: {
      workspaceId:
        '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs',
      logs: [{ category: 'AppEnvSessionConsoleLogs', enabled: true }],
      ...properties,
    },
  };
}

export function workbookBody(properties: JsonObject = {}): JsonObject {
  return {
    location: 'westus3',
    kind: 'shared',
    properties: {
      displayName: 'Session pools',
      category: 'workbook',
      serializedData: '{"version":"Notebook/1.0","items":[{"type":1}]}',
      sourceId:
        '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/Logs',
      ...properties,
    },
  };
}

export function queryBody(properties: JsonObject = {}): JsonObject {
  return {
    properties: {
      displayName: 'Console',
      description: 'What sessions print',
      body: 'AppEnvSessionConsoleLogs | take 100',
      related: { categories: ['container'], resourceTypes: ['microsoft.operationalinsights/workspaces'] },
      tags: { labels: ['session-pools'] },
      ...properties,
    },
  };
}

export function aRecordBody(properties: JsonObject = {}): JsonObject {
  return { properties: { ttl: 300, aRecords: [{ ipv4Address: '10.0.0.4' }], ...properties } };
}

export function virtualNetworkLinkBody(properties: JsonObject = {}): JsonObject {
  return {
    location: 'global',
    properties: {
      virtualNetwork: {
        id: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/network',
      },
      registrationEnabled: false,
      ...properties,
    },
  };
}
