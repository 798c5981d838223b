/**
 * The properties of each struct; those that hold a struct or a list of structs with its name. Generated from the assembly: `npx projen properties`.
 */
export const STRUCT_PROPERTIES = {
  Acknowledgement: 'expires id path reason',
  AzapiTimeouts: 'create delete read update',
  CodeInterpreterPoolFleetGrantOptions: 'adoptExisting id provider scope',
  CodeInterpreterPoolFleetMember: 'endpoint name weight',
  CodeInterpreterPoolFleetProps:
    'acknowledgements apiVersion containerType cooldownPeriodInSeconds dependsOn locations maxConcurrentSessionsPerPool mcpServer:McpServerOptions networkStatus preventDestroy provider resourceGroupId sessionPoolNamePrefix sessions tags timeouts:AzapiTimeouts',
  CodeInterpreterPoolProps:
    'acknowledgements adoptExisting apiVersion containerType cooldownPeriodInSeconds dependsOn location maxConcurrentSessions mcpServer:McpServerOptions networkStatus preventDestroy provider resourceGroupId sessionPoolName tags timeouts:AzapiTimeouts',
  CodeInterpreterPoolSettings: 'containerType cooldownPeriodInSeconds mcpServer:McpServerOptions',
  ContainerProbeOptions: 'failureThreshold initialDelaySeconds periodSeconds successThreshold terminationGracePeriodSeconds timeoutSeconds',
  CustomContainerPoolProps:
    'acknowledgements adoptExisting apiVersion args command containerName cpu dependsOn environment environmentVariables identities ignoreImage image lifecycle location maxConcurrentSessions memory networkStatus preventDestroy probes provider readySessionInstances registryCredentials resourceGroupId secretEnvironmentVariables secrets sessionPoolName tags targetPort timeouts:AzapiTimeouts',
  DedicatedWorkloadProfileOptions: 'maximumCount minimumCount name workloadProfileType',
  EndpointEnvironmentOptions: 'clientId',
  EphemeralSecretOptions: 'description variableName',
  HttpGetProbeOptions: 'host httpHeaders:ProbeHttpHeader[] path port scheme',
  LogAnalyticsOptions: 'customerId sharedKey',
  McpServerOptions: 'apiKeyDisabled',
  MetricAlertOptions:
    'acknowledgements actionGroupIds aggregation alertName dependsOn description enabled evaluationFrequencyInMinutes operator provider resourceGroupId severity tags threshold windowSizeInMinutes',
  NearlyFullAlertOptions:
    'acknowledgements actionGroupIds alertName dependsOn description enabled evaluationFrequencyInMinutes maxConcurrentSessions provider resourceGroupId severity share tags windowSizeInMinutes',
  OnContainerExitLifecycleOptions: 'maxAlivePeriodInSeconds',
  PolicyParameters: 'allowedLocations maxConcurrentSessions maxCooldownPeriodInSeconds requiredTags',
  ProbeHttpHeader: 'name value',
  SavedQuery: 'description displayName query',
  SessionIdentityOptions: 'availableInSessions',
  SessionPoolAlertOptions:
    'acknowledgements actionGroupIds alertName dependsOn description enabled evaluationFrequencyInMinutes provider resourceGroupId severity tags windowSizeInMinutes',
  SessionPoolAlertProps:
    'acknowledgements actionGroupIds aggregation alertName dependsOn description enabled evaluationFrequencyInMinutes metric operator provider resourceGroupId severity tags threshold windowSizeInMinutes',
  SessionPoolAttributes:
    'acknowledgements containerType environmentDefaultDomain hasMcpServer location poolManagementEndpoint provider sessionPoolId',
  SessionPoolEndpointsOptions: 'apiVersion containerType mcpServerEndpoint',
  SessionPoolEnvironmentProps:
    'acknowledgements dependsOn environmentName infrastructureSubnetId internal location logs provider publicNetworkAccess resourceGroupId tags timeouts:AzapiTimeouts workloadProfiles zoneRedundant',
  SessionPoolEnvironmentReferenceOptions: 'acknowledgements provider',
  SessionPoolGrantOptions: 'adoptExisting id provider scope',
  SessionPoolLoad: 'acceptedColdStartShare acceptedRefusalShare arrivalsPerMinute meanSessionDurationInSeconds replenishTimeInSeconds',
  SessionPoolOptions:
    'acknowledgements adoptExisting apiVersion dependsOn location maxConcurrentSessions networkStatus preventDestroy provider resourceGroupId sessionPoolName tags timeouts:AzapiTimeouts',
  SessionPoolPoliciesProps:
    'acknowledgements additionalRules allowedLocations levels maxConcurrentSessions maxCooldownPeriodInSeconds requiredTags',
  SessionPoolQueryPackProps: 'acknowledgements dependsOn location provider queryPackName resourceGroupId tags',
  SessionPoolSettings:
    'acknowledgements apiVersion dependsOn networkStatus preventDestroy provider resourceGroupId tags timeouts:AzapiTimeouts',
  SynthesizedSessionPool: 'address apiVersion identity location name properties tags',
  SystemAssignedIdentityRegistryOptions: 'server',
  TcpSocketProbeOptions: 'host port',
  TimedLifecycleOptions: 'cooldownPeriodInSeconds',
  UserAssignedIdentityRegistryOptions: 'identityId identityPrincipalId registryId server',
  UsernamePasswordRegistryOptions: 'password server username',
};
