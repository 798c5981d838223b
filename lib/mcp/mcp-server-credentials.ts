import { DataResource, Lazy, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { preferredApiVersion } from '../arm/api-versions';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { AzapiResourceAction, EphemeralAzapiResourceAction } from '../azapi';
import { providerOf } from '../azapi/provider-of';
import type { ISessionPoolRef } from '../session-pool-ref';

const TYPE = `${SESSION_POOL_TYPE}@${preferredApiVersion('mcpServer').version}`;
/** What replaces the key of a pool. */
const ROTATIONS = new WeakMap<ISessionPoolRef, AzapiResourceAction[]>();

/**
 * The API key of the MCP server of a pool. It never reaches plan or state.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-tutorial-shell-mcp
 */
export class McpServerCredentials {
  /**
   * Fetches the key whenever Terraform needs it, after the rotations of the pool in the same stack. Needs Terraform 1.11.
   *
   * @param scope the construct that the credentials belong to
   * @param id the id of the credentials in the scope
   * @param pool the pool, which must have an MCP server
   * @returns the key, a token for write-only arguments: `sensitiveBody`, `value_wo` of azurerm's Key Vault secret, a `SessionSecret`
   */
  public static fetchApiKey(scope: Construct, id: string, pool: ISessionPoolRef): string {
    const fetched = new EphemeralAzapiResourceAction(scope, id, {
      type: TYPE,
      resourceId: pool.sessionPoolId,
      action: 'fetchMcpServerCredentials',
      responseExportValues: ['apiKey'],
      provider: providerOf(pool, scope),
    });
    fetched.addOverride('depends_on', Lazy.anyValue({ produce: () => rotationsIn(TerraformStack.of(scope), pool) }));
    return fetched.outputString('apiKey');
  }

  /**
   * Replaces the key by a new one when Terraform applies, once for each value of `rotationId`. The old key stops to work.
   *
   * @param scope the construct that the rotation belongs to
   * @param id the id of the rotation in the scope
   * @param pool the pool, which must have an MCP server
   * @param rotationId any text that changes when the key is to be replaced, such as a date
   */
  public static rotateApiKey(scope: Construct, id: string, pool: ISessionPoolRef, rotationId: string): void {
    const container = new Construct(scope, id);
    const trigger = new DataResource(container, 'Trigger', { input: { rotationId } });
    const rotation = new AzapiResourceAction(container, 'Resource', {
      type: TYPE,
      resourceId: pool.sessionPoolId,
      action: 'rotateMcpServerCredentials',
      provider: providerOf(pool, scope),
      lifecycle: { replaceTriggeredBy: [`${DataResource.tfResourceType}.${trigger.friendlyUniqueId}`] },
    });
    ROTATIONS.set(pool, [...(ROTATIONS.get(pool) ?? []), rotation]);
  }

  private constructor() {}
}

function rotationsIn(stack: TerraformStack, pool: ISessionPoolRef): string[] | undefined {
  const rotations = (ROTATIONS.get(pool) ?? []).filter(rotation => TerraformStack.of(rotation) === stack);
  return rotations.length > 0
    ? rotations.map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`)
    : undefined;
}
