import type { IResolvable, ITerraformDependable } from 'cdktf';
import { Lazy, TerraformLocal, TerraformStack, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiIdentity, AzapiTimeouts, AzapiResource } from '../azapi';
import { TaggableAzapiResource } from '../azapi';
import type { SessionPoolOptions } from './session-pool';
import type { SessionPoolProperties } from './session-pool-body';
import { checkAnswers, mayKeepMcpServer } from './session-pool-checks';
import type { ValidatedPool } from './session-pool-rules';
import type { SelectedApiVersion } from '../arm/api-versions';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import { requiresAzapi } from '../azapi/provider-minimum';
import { readOnce } from '../azapi/read';
import type { McpServerOptions } from '../mcp/mcp-server';
import { dependenciesOf } from '../terraform/dependencies';
import { hcl } from '../terraform/hcl-expression';
import { operand } from '../terraform/plan-time-checks';
import { replacedWith } from '../terraform/references';
import { escapeTemplate, escapeTemplates, isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

/** The local value of the URL of the MCP server. */
const MCP_ENDPOINT = 'McpServerEndpoint';

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
  const arguments_ = escapeTemplates({
    type: `${SESSION_POOL_TYPE}@${apiVersion.version}`,
    name,
    parentId: props.resourceGroupId,
    location: props.location,
    tags: props.tags,
    timeouts: definedTimeouts({ ...extras.defaultTimeouts, ...props.timeouts }),
    identity: extras.identity,
  });
  const resource = new TaggableAzapiResource(pool, 'Resource', {
    ...arguments_,
    body: { properties },
    sensitiveBody: sensitiveBody(extras.sensitiveProperties),
    responseExportValues: responseExportValues(properties),
    replaceTriggersRefs: ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'],
    listUniqueIdProperty: properties.customContainerTemplate && { 'properties.customContainerTemplate.containers.probes': 'type' },
    ignoreCasing: true,
    ignoreMissingProperty: false,
    retry: RETRY_BUSY,
    schemaValidationEnabled: schemaValidationEnabled(pool, name, apiVersion),
    provider: props.provider,
    dependsOn: dependenciesOf([...(props.dependsOn ?? []), ...(extras.dependsOn ?? [])]),
    lifecycle: lifecycleOf(props, {
      planTimeChecks,
      ignoreChanges: extras.ignoreChanges,
      replaceTriggeredBy: replacedWith(pool, properties.environmentId),
    }),
  });
  checkTagsWhenComplete(resource);
  checkAnswers(resource, properties);
  if (props.adoptExisting) {
    adopt(resource);
  }
  return resource;
}

/**
 * The URL of the MCP server of a pool that has one. What Azure answers for the pool itself is unknown in every plan that changes the pool; the
 * data source is read in the plan, once there is a server. Both stand in a local value, so that another stack gets the result: cdktf would
 * otherwise make an output of what is not there yet.
 */
export function mcpServerEndpoint(pool: Construct, resource: AzapiResource, mcpServer?: McpServerOptions): string | undefined {
  if (!mcpServer) {
    return undefined;
  }
  const defined = pool.node.tryFindChild(MCP_ENDPOINT) as TerraformLocal | undefined;
  if (defined) {
    return defined.asString;
  }
  const path = 'mcpServerSettings.mcpServerEndpoint';
  const data = readOnce(pool, 'McpData', {
    type: resource.type,
    resourceId: resource.id,
    responseExportValues: [`properties.${path}`],
    provider: resource.provider,
  });
  const [known, answered] = [data, resource].map(each => operand(each.getStringAttribute(`output.properties.${path}`)));
  return new TerraformLocal(pool, MCP_ENDPOINT, TerraformExpression.raw(`try(coalesce(${known}), ${answered})`)).asString;
}

/**
 * What is read back. A change of these paths is a change of the pool, which makes azapi see that the MCP server is taken away: the property
 * vanishes from the body, and the API version is another.
 */
function responseExportValues(properties: SessionPoolProperties): string[] {
  return [
    'properties.poolManagementEndpoint',
    'properties.sessionNetworkConfiguration.status',
    ...(properties.mcpServerSettings
      ? ['properties.mcpServerSettings.isMcpServerEnabled', 'properties.mcpServerSettings.mcpServerEndpoint']
      : []),
    ...(mayKeepMcpServer(properties) ? ['properties.mcpServerSettings'] : []),
  ];
}

/** The secret part of a body. */
export function sensitiveBody(properties?: object): { readonly properties: object } | undefined {
  return properties && { properties };
}

/**
 * The schema in the oldest azapi lacks the newest API versions, and every one refuses the hyphens that ARM accepts in a name. Which azapi the stack
 * requires is known once it is complete.
 */
function schemaValidationEnabled(
  pool: Construct,
  name: string,
  { inAzapi, inAzapiSince }: SelectedApiVersion,
): boolean | IResolvable | undefined {
  if (!inAzapi && inAzapiSince === undefined) {
    return false;
  }
  const forName = schemaValidationEnabledForName(name);
  return inAzapi || forName === false
    ? forName
    : Lazy.anyValue({ produce: () => requiresAzapi(TerraformStack.of(pool), inAzapiSince!) && (forName ?? true) });
}

function schemaValidationEnabledForName(name: string): boolean | IResolvable | undefined {
  if (isToken(name)) {
    return Token.asAny(`\${!strcontains(${hcl(escapeTemplate(name))}, "-")}`);
  }
  return name.includes('-') ? false : undefined;
}

function definedTimeouts(timeouts: AzapiTimeouts): AzapiTimeouts | undefined {
  return Object.keys(timeouts).length > 0 ? timeouts : undefined;
}
