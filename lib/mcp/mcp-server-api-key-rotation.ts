import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { DataResource } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResourceAction } from '../azapi';
import { checkMcpServerPool } from './mcp-server-api-key-rules';
import { markAsRotation } from './mcp-server-rotations';
import { MCP_POOL_TYPE } from './mcp-server-settings';
import { providerOf } from '../azapi/provider-of';
import type { ISessionPoolRef } from '../session-pool-ref';
import { escapeTemplates } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { reportFindings } from '../validation/report';

/**
 * Properties of a rotation of the API key of an MCP server.
 */
export interface McpServerApiKeyRotationProps {
  /**
   * The pool, which must have an MCP server.
   */
  readonly pool: ISessionPoolRef;

  /**
   * Any text that changes when the key is to be replaced, such as a date. It is kept in the state.
   */
  readonly rotationId: string;

  /**
   * The azapi provider to use. Provider classes of other azapi bindings work as well.
   * @default - that of the pool where it is defined in the same stack, else the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * Replaces the API key of the MCP server of a pool when Terraform applies, once for each value of `rotationId`. The old key stops working
 * immediately. Each `McpServerApiKey` of the pool in the same stack is fetched after the rotation.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-tutorial-shell-mcp
 *
 * @example
 *
 * new McpServerApiKeyRotation(stack, 'rotation', { pool: shell, rotationId: '2026-11' });
 */
export class McpServerApiKeyRotation extends Construct implements ITerraformDependable {
  private readonly resource: AzapiResourceAction;

  /**
   * @param scope the construct that the rotation belongs to
   * @param id the ID of the rotation in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: McpServerApiKeyRotationProps) {
    super(scope, id);
    const { pool, rotationId, provider } = validate(this, props);
    const trigger = new DataResource(this, 'Trigger', { input: escapeTemplates({ rotationId }) });
    this.resource = new AzapiResourceAction(this, 'Resource', {
      type: MCP_POOL_TYPE,
      resourceId: escapeTemplates(pool.sessionPoolId),
      action: 'rotateMcpServerCredentials',
      provider: provider ?? providerOf(pool, this),
      lifecycle: { replaceTriggeredBy: [`${DataResource.tfResourceType}.${trigger.friendlyUniqueId}`] },
    });
    markAsRotation(this, pool);
  }

  /** The address in Terraform, for `dependsOn` of what needs the new key. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}

function validate(rotation: Construct, props: McpServerApiKeyRotationProps): McpServerApiKeyRotationProps {
  const findings = new Findings();
  const { pool, rotationId, provider } = props ?? {};
  checkMcpServerPool(pool, provider, findings);
  if (findings.required('rotationId', rotationId, 'any text that changes when the key is to be replaced')) {
    findings.text('rotationId', rotationId, { pattern: /\S/, rule: 'not be empty' });
  }
  reportFindings(rotation, 'McpServerApiKeyRotation', findings);
  return props;
}
