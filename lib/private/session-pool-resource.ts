import { IResolvable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResource, AzapiTimeouts } from '../azapi';
import { HclExpression } from '../azapi/hcl-expression';
import { SessionPoolOptions } from '../session-pool';
import { SESSION_POOL_TYPE, SessionPoolProperties } from './session-pool-body';
import { ValidatedPool } from './session-pool-rules';
import { escapeTemplate, escapeTemplates, isToken } from './templates';

/** Defines the ARM resource of a pool whose properties are valid. */
export function defineSessionPool(
  pool: Construct,
  props: SessionPoolOptions,
  validated: ValidatedPool,
  properties: SessionPoolProperties,
  defaultTimeouts?: AzapiTimeouts,
): AzapiResource {
  const { name, apiVersion, planTimeChecks } = validated;
  return new AzapiResource(pool, 'Resource', {
    ...escapeTemplates({
      type: `${SESSION_POOL_TYPE}@${apiVersion.version}`,
      name,
      parentId: props.resourceGroupId,
      location: props.location,
      tags: props.tags,
      timeouts: definedTimeouts({ ...defaultTimeouts, ...props.timeouts }),
    }),
    body: { properties },
    responseExportValues: [
      'properties.poolManagementEndpoint',
      ...(properties.mcpServerSettings ? ['properties.mcpServerSettings.mcpServerEndpoint'] : []),
    ],
    replaceTriggersRefs: ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'],
    ignoreCasing: true,
    schemaValidationEnabled: schemaValidationEnabled(name, apiVersion.inAzapi),
    provider: props.provider,
    dependsOn: props.dependsOn,
    lifecycle: planTimeChecks.length > 0 ? { precondition: planTimeChecks } : undefined,
  });
}

/** azapi's embedded schema lacks the newest api versions, and refuses the hyphens that ARM accepts in a name. */
function schemaValidationEnabled(name: string, inAzapi: boolean): boolean | IResolvable | undefined {
  if (!inAzapi) {
    return false;
  }
  if (isToken(name)) {
    return Token.asAny(`\${!strcontains(${Token.asString(new HclExpression(escapeTemplate(name)))}, "-")}`);
  }
  return name.includes('-') ? false : undefined;
}

function definedTimeouts(timeouts: AzapiTimeouts): AzapiTimeouts | undefined {
  return Object.keys(timeouts).length > 0 ? timeouts : undefined;
}
