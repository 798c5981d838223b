import { IResolvable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResource } from '../azapi';
import { hcl } from '../azapi/hcl-expression';
import { EnvironmentLogs } from '../environment-logs';
import { SessionPoolEnvironmentProps } from '../session-pool-environment';
import { WorkloadProfile } from '../workload-profile';
import { escapeTemplates } from './templates';

/** The ARM type of environments with the api version that they are defined with. */
export const ENVIRONMENT_TYPE = 'Microsoft.App/managedEnvironments@2026-01-01';

/** Defines the ARM resource of an environment whose properties are valid. */
export function defineEnvironment(environment: Construct, props: SessionPoolEnvironmentProps, name: string): AzapiResource {
  const internal = isInternal(props);
  const { destination, customerId, sharedKey } = props.logs ?? EnvironmentLogs.azureMonitor();
  return new AzapiResource(environment, 'Resource', {
    ...escapeTemplates({
      type: ENVIRONMENT_TYPE,
      name,
      parentId: props.resourceGroupId,
      location: props.location,
      tags: props.tags,
      timeouts: props.timeouts,
    }),
    body: escapeTemplates({
      properties: {
        appLogsConfiguration: { destination, ...(sharedKey && { logAnalyticsConfiguration: { customerId } }) },
        publicNetworkAccess: props.publicNetworkAccess ?? (internal === true ? 'Disabled' : internal === false ? 'Enabled' : disabledIf(internal)),
        workloadProfiles: (props.workloadProfiles ?? [WorkloadProfile.consumption()]).map(profile => ({ ...profile })),
        zoneRedundant: props.zoneRedundant ?? false,
        ...(props.infrastructureSubnetId && { vnetConfiguration: { infrastructureSubnetId: props.infrastructureSubnetId, internal } }),
      },
    }),
    sensitiveBody: sharedKey && { properties: { appLogsConfiguration: { logAnalyticsConfiguration: { sharedKey } } } },
    responseExportValues: ['properties.defaultDomain', 'properties.staticIp'],
    replaceTriggersRefs: ['properties.vnetConfiguration', 'properties.zoneRedundant'],
    ignoreCasing: true,
    provider: props.provider,
    dependsOn: props.dependsOn,
  });
}

/** Whether the environment has an address in its subnet only. */
export function isInternal({ internal, infrastructureSubnetId }: SessionPoolEnvironmentProps): boolean | IResolvable {
  return internal ?? infrastructureSubnetId !== undefined;
}

function disabledIf(internal: IResolvable): IResolvable {
  return Token.asAny(`\${${hcl(internal)} ? "Disabled" : "Enabled"}`);
}
