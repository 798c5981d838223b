/**
 * The properties of each struct; those that hold a struct or a list of structs with its name. Generated from the assembly: `npx projen properties`.
 */
export const STRUCT_PROPERTIES = {
  Acknowledgement: 'expires id path reason',
  AzapiTimeouts: 'create delete read update',
  CodeInterpreterPoolFleetGrantOptions: 'adoptExisting id preventDestroy provider scope',
  CodeInterpreterPoolFleetMember: 'endpoint name weight',
  CodeInterpreterPoolFleetProps:
    'acknowledgements adoptExisting apiVersion containerType cooldownPeriodInSeconds dependsOn ignoreTags locations maxConcurrentSessionsPerPool mcpServer:McpServerOptions networkStatus preventDestroy provider resourceGroupId sessionPoolNamePrefix sessions sessionsApiVersion tags timeouts:AzapiTimeouts',
  CodeInterpreterPoolProps:
    'acknowledgements adoptExisting apiVersion containerType cooldownPeriodInSeconds dependsOn ignoreTags location maxConcurrentSessions mcpServer:McpServerOptions networkStatus preventDestroy provider resourceGroupId sessionPoolName sessionsApiVersion tags timeouts:AzapiTimeouts',
  CodeInterpreterPoolSettings: 'containerType cooldownPeriodInSeconds mcpServer:McpServerOptions sessionsApiVersion',
  ConsumptionWorkloadProfileOptions: 'name workloadProfileType',
  ContainerProbeOptions: 'failureThreshold initialDelaySeconds periodSeconds successThreshold terminationGracePeriodSeconds timeoutSeconds',
  CustomContainerPoolProps:
    'acknowledgements adoptExisting apiVersion args command containerName cpu dependsOn environment environmentVariables identities ignoreImage ignoreTags image lifecycle location maxConcurrentSessions memory networkStatus preventDestroy probes provider readySessionInstances registryCredentials resourceGroupId secretEnvironmentVariables secrets sessionPoolName tags targetPort timeouts:AzapiTimeouts',
  DedicatedWorkloadProfileOptions: 'maximumCount minimumCount name workloadProfileType',
  DiagnosticSettingOptions: 'acknowledgements adoptExisting dependsOn preventDestroy provider settingName',
  EndpointEnvironmentOptions: 'clientId',
  EphemeralSecretOptions: 'description variableName',
  EventHubDestinationOptions: 'eventHubAuthorizationRuleId eventHubName',
  HttpGetProbeOptions: 'host httpHeaders:ProbeHttpHeader[] path port scheme',
  ImagePullGrantOptions: 'adoptExisting id preventDestroy role',
  LogAnalyticsOptions: 'customerId sharedKey',
  McpServerApiKeyProps: 'pool provider',
  McpServerApiKeyRotationProps: 'pool provider rotationId',
  McpServerOptions: 'apiKeyDisabled',
  MetricAlertOptions:
    'acknowledgements actionGroupIds adoptExisting aggregation alertName dependsOn description enabled evaluationFrequencyInMinutes ignoreTags operator preventDestroy provider resourceGroupId severity tags threshold windowSizeInMinutes',
  NearlyFullAlertOptions:
    'acknowledgements actionGroupIds adoptExisting alertName dependsOn description enabled evaluationFrequencyInMinutes ignoreTags maxConcurrentSessions preventDestroy provider resourceGroupId severity share tags windowSizeInMinutes',
  OnContainerExitLifecycleOptions: 'maxAlivePeriodInSeconds',
  PolicyParameters:
    'additionalRuleIds allowNothingToJudge allowUnknownAfterApply allowedLocations maxConcurrentSessions maxCooldownPeriodInSeconds requireExpiry requiredTags',
  ProbeHttpHeader: 'name value',
  SavedQuery: 'adoptExisting description displayName query',
  SessionFileOptions: 'path',
  SessionIdentityOptions: 'availableInSessions',
  SessionPoolAlertOptions:
    'acknowledgements actionGroupIds adoptExisting alertName dependsOn description enabled evaluationFrequencyInMinutes ignoreTags preventDestroy provider resourceGroupId severity tags windowSizeInMinutes',
  SessionPoolAlertProps:
    'acknowledgements actionGroupIds adoptExisting aggregation alertName dependsOn description enabled evaluationFrequencyInMinutes ignoreTags metric operator preventDestroy provider resourceGroupId severity tags threshold windowSizeInMinutes',
  SessionPoolAttributes:
    'acknowledgements containerType environmentDefaultDomain hasMcpServer location poolManagementEndpoint provider sessionPoolId sessionsApiVersion',
  SessionPoolDiagnosticsOptions:
    'acknowledgements adoptExisting consoleLogsPlan dependsOn preventDestroy provider retentionInDays settingName totalRetentionInDays',
  SessionPoolDiagnosticsProps:
    'acknowledgements adoptExisting consoleLogsPlan dependsOn destination environment preventDestroy provider retentionInDays settingName totalRetentionInDays',
  SessionPoolEndpointsOptions: 'apiVersion containerType mcpServerEndpoint',
  SessionPoolEnvironmentProps:
    'acknowledgements adoptExisting dependsOn environmentName ignoreTags infrastructureSubnetId internal location logs preventDestroy provider publicNetworkAccess resourceGroupId tags timeouts:AzapiTimeouts workloadProfiles zoneRedundant',
  SessionPoolEnvironmentReferenceOptions: 'acknowledgements provider',
  SessionPoolGrantOptions: 'adoptExisting id preventDestroy provider scope',
  SessionPoolLoad: 'acceptedColdStartShare acceptedRefusalShare arrivalsPerMinute meanSessionDurationInSeconds replenishTimeInSeconds',
  SessionPoolMetricDiagnosticsProps: 'acknowledgements adoptExisting dependsOn destination pool preventDestroy provider settingName',
  SessionPoolOptions:
    'acknowledgements adoptExisting apiVersion dependsOn ignoreTags location maxConcurrentSessions networkStatus preventDestroy provider resourceGroupId sessionPoolName tags timeouts:AzapiTimeouts',
  SessionPoolPoliciesProps:
    'acknowledgements additionalRuleIds additionalRules allowNothingToJudge allowUnknownAfterApply allowedLocations levels maxConcurrentSessions maxCooldownPeriodInSeconds requireExpiry requiredTags',
  SessionPoolPrivateDnsZoneProps:
    'acknowledgements adoptExisting dependsOn environment ignoreTags preventDestroy provider resourceGroupId tags virtualNetworkId',
  SessionPoolQueryPackProps:
    'acknowledgements adoptExisting adoptExistingQueries dependsOn ignoreTags location preventDestroy provider queryPackName resourceGroupId tags workbook:SessionPoolWorkbookOptions',
  SessionPoolQuotaCheckProps: 'location provider subscriptionId',
  SessionPoolSettings:
    'acknowledgements apiVersion dependsOn ignoreTags networkStatus preventDestroy provider resourceGroupId tags timeouts:AzapiTimeouts',
  SessionPoolWorkbookOptions: 'adoptExisting displayName pools workspaceId',
  SynthesizedSessionPool: 'address apiVersion identity location name properties tags',
  SystemAssignedIdentityRegistryOptions: 'server',
  TcpSocketProbeOptions: 'host port',
  TimedLifecycleOptions: 'cooldownPeriodInSeconds',
  UserAssignedIdentityRegistryOptions: 'identityId identityPrincipalId pullGrant registryId server',
  UsernamePasswordRegistryOptions: 'password server username',
};
