import type { IResolvable, TerraformProvider } from 'cdktf';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource, DataAzapiResource } from '../azapi';
import { TaggableAzapiResource } from '../azapi';
import { EnvironmentLogs } from './environment-logs';
import { PublicNetworkAccess } from './public-network-access';
import type { SessionPoolEnvironmentProps } from './session-pool-environment';
import { WorkloadProfile } from './workload-profile';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { ENVIRONMENT_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import { readOnce } from '../azapi/read';
import { dependenciesOf } from '../terraform/dependencies';
import { hcl } from '../terraform/hcl-expression';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { replacedWith } from '../terraform/references';
import { escapeTemplates } from '../terraform/templates';

/** What validation finds out beside errors. */
export interface ValidatedEnvironment {
  readonly name: string;
  readonly planTimeChecks: PlanTimeCheck[];
}

/** Defines the ARM resource of an environment whose properties are valid. */
export function defineEnvironment(
  environment: Construct,
  props: SessionPoolEnvironmentProps,
  { name, planTimeChecks }: ValidatedEnvironment,
): AzapiResource {
  const internal = isInternal(props);
  const { destination, customerId, sharedKey } = props.logs ?? EnvironmentLogs.azureMonitor();
  const resource = new TaggableAzapiResource(environment, 'Resource', {
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
        appLogsConfiguration: { destination, logAnalyticsConfiguration: sharedKey ? { customerId } : null },
        publicNetworkAccess: props.publicNetworkAccess ?? accessOf(internal),
        workloadProfiles: (props.workloadProfiles ?? [WorkloadProfile.consumption()]).map(profile => ({ ...profile })),
        zoneRedundant: props.zoneRedundant ?? false,
        vnetConfiguration: hasSubnet(props) ? { infrastructureSubnetId: props.infrastructureSubnetId, internal } : null,
      },
    }),
    sensitiveBody: sharedKey && escapeTemplates({ properties: { appLogsConfiguration: { logAnalyticsConfiguration: { sharedKey } } } }),
    responseExportValues: [],
    replaceTriggersRefs: ['properties.vnetConfiguration', 'properties.zoneRedundant'],
    ignoreCasing: true,
    // The Azure CLI sends no destination where logs go nowhere, so that Azure may answer with none.
    ignoreMissingProperty: destination === 'none' ? undefined : false,
    provider: props.provider,
    dependsOn: dependenciesOf(props.dependsOn),
    retry: RETRY_BUSY,
    lifecycle: lifecycleOf(props, { planTimeChecks, replaceTriggeredBy: replacedWith(environment, props.infrastructureSubnetId) }),
  });
  checkTagsWhenComplete(resource);
  if (props.adoptExisting) {
    adopt(resource);
  }
  return resource;
}

/** Whether the environment has an address in its subnet only. */
export function isInternal(props: SessionPoolEnvironmentProps): boolean | IResolvable {
  return props.internal ?? hasSubnet(props);
}

/** Whether the environment lives in a subnet of the user's. */
export function hasSubnet({ infrastructureSubnetId }: SessionPoolEnvironmentProps): boolean {
  return infrastructureSubnetId !== undefined && infrastructureSubnetId !== null;
}

function accessOf(internal: boolean | IResolvable): PublicNetworkAccess | IResolvable {
  const { DISABLED, ENABLED } = PublicNetworkAccess;
  return typeof internal === 'boolean'
    ? internal
      ? DISABLED
      : ENABLED
    : Token.asAny(`\${${hcl(internal)} ? "${DISABLED}" : "${ENABLED}"}`);
}

/**
 * What Azure knows of an environment. A data source keeps it known in a plan that changes the environment, in which what the resource itself has
 * read is unknown; it is there where something asks for it.
 */
export function readEnvironment(environment: Construct, environmentId: string, provider?: TerraformProvider): DataAzapiResource {
  return readOnce(environment, 'Data', {
    type: ENVIRONMENT_TYPE,
    resourceId: environmentId,
    responseExportValues: ['properties.defaultDomain', 'properties.staticIp'],
    provider,
  });
}
