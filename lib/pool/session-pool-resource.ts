import type { IResolvable, ITerraformDependable, TerraformResourceLifecycle } from 'cdktf';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiIdentity, AzapiTimeouts } from '../azapi';
import { AzapiResource } from '../azapi';
import type { SessionPoolOptions } from './session-pool';
import type { SessionPoolProperties } from './session-pool-body';
import type { ValidatedPool } from './session-pool-rules';
import { adopt, lifecycleOf, RETRY_BUSY, tagsOf } from '../arm/managed-resource';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import type { McpServerOptions } from '../mcp/mcp-server';
import { hcl } from '../terraform/hcl-expression';
import { escapeTemplate, escapeTemplates, isToken } from '../terraform/templates';

/** What only some pools have. */
export interface SessionPoolExtras {
  readonly sensitiveProperties?: object;
  readonly identity?: AzapiIdentity;
  readonly defaultTimeouts?: AzapiTimeouts;
  readonly ignoreChanges?: string[];
  readonly dependsOn?: ITerraformDependable[];
}

/** Defines the ARM resource of a pool whose properties are valid. */
export function defineSessionPool(
  pool: Construct,
  props: SessionPoolOptions,
  { name, apiVersion, planTimeChecks }: ValidatedPool,
  properties: SessionPoolProperties,
  extras: SessionPoolExtras = {},
): AzapiResource {
  const dependsOn = [...(props.dependsOn ?? []), ...(extras.dependsOn ?? [])];
  const arguments_ = escapeTemplates({
    type: `${SESSION_POOL_TYPE}@${apiVersion.version}`,
    name,
    parentId: props.resourceGroupId,
    location: props.location,
    tags: tagsOf(props),
    timeouts: definedTimeouts({ ...extras.defaultTimeouts, ...props.timeouts }),
    identity: extras.identity,
  });
  const resource = new AzapiResource(pool, 'Resource', {
    ...arguments_,
    body: { properties },
    sensitiveBody: sensitiveBody(extras.sensitiveProperties),
    responseExportValues: responseExportValues(properties),
    replaceTriggersRefs: ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'],
    listUniqueIdProperty: listUniqueIdProperty(properties),
    ignoreCasing: true,
    retry: RETRY_BUSY,
    schemaValidationEnabled: schemaValidationEnabled(name, apiVersion.inAzapi),
    provider: props.provider,
    dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
    lifecycle: lifecycleOf(props, { planTimeChecks, ignoreChanges: extras.ignoreChanges, postcondition: postconditions(properties) }),
  });
  if (props.adoptExisting) {
    adopt(resource);
  }
  return resource;
}

/** The URL of the management API. */
export function poolManagementEndpoint(resource: AzapiResource): string {
  return resource.getStringAttribute('output.properties.poolManagementEndpoint');
}

/** The URL of the MCP server of a pool that has one. */
export function mcpServerEndpoint(resource: AzapiResource, mcpServer?: McpServerOptions): string | undefined {
  return mcpServer && resource.getStringAttribute('output.properties.mcpServerSettings.mcpServerEndpoint');
}

/**
 * What is read back. A change of these paths is a change of the pool, which is why a pool with probes has one more: without
 * probes it has another api version, and azapi would see no difference.
 */
function responseExportValues({ mcpServerSettings, customContainerTemplate }: SessionPoolProperties): string[] {
  return [
    'properties.poolManagementEndpoint',
    'properties.sessionNetworkConfiguration.status',
    ...(mcpServerSettings ? ['properties.mcpServerSettings.isMcpServerEnabled', 'properties.mcpServerSettings.mcpServerEndpoint'] : []),
    ...(customContainerTemplate?.containers[0].probes ? ['properties.containerType'] : []),
  ];
}

/**
 * Settings of several identities are matched by identity, whatever their order. A single one is matched by its position: azapi
 * regards the casing of what it matches by, and Azure spells `/resourcegroups/` as it likes.
 */
function listUniqueIdProperty({ managedIdentitySettings = [] }: SessionPoolProperties): { [path: string]: string } | undefined {
  return managedIdentitySettings.length > 1 ? { 'properties.managedIdentitySettings': 'identity' } : undefined;
}

/** The secret part of a body. */
export function sensitiveBody(properties?: object): { readonly properties: object } | undefined {
  return properties && { properties };
}

/** What must not be dropped without anybody noticing: that egress is off, that there is an MCP server. */
function postconditions(properties: SessionPoolProperties): TerraformResourceLifecycle['postcondition'] {
  const { status: asked } = properties.sessionNetworkConfiguration;
  const status = isToken(asked) ? hcl(asked) : `"${asked}"`;
  const answered = 'self.output.properties.sessionNetworkConfiguration.status';
  return [
    {
      condition: `\${lower(try(${answered}, ${status})) == lower(${status})}`,
      errorMessage: 'Azure did not take networkStatus: it answered with another one',
    },
    ...(properties.mcpServerSettings
      ? [
          {
            condition: '${try(self.output.properties.mcpServerSettings.isMcpServerEnabled, false)}',
            errorMessage: 'Azure ignored mcpServer: the created pool has no MCP server',
          },
        ]
      : []),
  ];
}

/** azapi's embedded schema lacks the newest api versions, and refuses the hyphens that ARM accepts in a name. */
function schemaValidationEnabled(name: string, inAzapi: boolean): boolean | IResolvable | undefined {
  if (!inAzapi) {
    return false;
  }
  if (isToken(name)) {
    return Token.asAny(`\${!strcontains(${hcl(escapeTemplate(name))}, "-")}`);
  }
  return name.includes('-') ? false : undefined;
}

function definedTimeouts(timeouts: AzapiTimeouts): AzapiTimeouts | undefined {
  return Object.keys(timeouts).length > 0 ? timeouts : undefined;
}
