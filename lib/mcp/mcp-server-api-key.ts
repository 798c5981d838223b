import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { EphemeralAzapiResourceAction } from '../azapi';
import { checkMcpServerPool } from './mcp-server-api-key-rules';
import { rotationsOf } from './mcp-server-rotations';
import { MCP_POOL_TYPE } from './mcp-server-settings';
import { providerOf } from '../azapi/provider-of';
import type { ISessionPoolRef } from '../session-pool-ref';
import { escapeTemplates } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { reportFindings } from '../validation/report';

/**
 * Properties of the API key of an MCP server.
 */
export interface McpServerApiKeyProps {
  /**
   * The pool, which must have an MCP server.
   */
  readonly pool: ISessionPoolRef;

  /**
   * The azapi provider to use. Provider classes of other azapi bindings work as well.
   * @default - that of the pool where it is defined in the same stack, else the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * The API key of the MCP server of a pool. Terraform fetches it whenever it needs it, and keeps it in no plan and no state. Needs Terraform
 * 1.11. The key is fetched after each `McpServerApiKeyRotation` of the pool in the same stack.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-tutorial-shell-mcp
 *
 * @example
 *
 * const apiKey = new McpServerApiKey(stack, 'api-key', { pool: shell });
 * const secret = SessionSecret.fromToken('mcp-api-key', apiKey.value);
 */
export class McpServerApiKey extends Construct implements ITerraformDependable {
  private readonly resource: EphemeralAzapiResourceAction;

  /**
   * @param scope the construct that the API key belongs to
   * @param id the ID of the API key in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: McpServerApiKeyProps) {
    super(scope, id);
    const { pool, provider } = validate(this, props);
    this.resource = new EphemeralAzapiResourceAction(this, 'Resource', {
      type: MCP_POOL_TYPE,
      resourceId: escapeTemplates(pool.sessionPoolId),
      action: 'fetchMcpServerCredentials',
      responseExportValues: ['apiKey'],
      provider: provider ?? providerOf(pool, this),
    });
    this.resource.addOverride('depends_on', Lazy.anyValue({ produce: () => orNothing(rotationsOf(pool, this)) }));
  }

  /** The key, a token for write-only arguments: `sensitiveBody`, `value_wo` of azurerm's Key Vault secret, a `SessionSecret`. */
  public get value(): string {
    return this.resource.outputString('apiKey');
  }

  /** The address in Terraform, for `dependsOn`. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}

function validate(apiKey: Construct, props: McpServerApiKeyProps): McpServerApiKeyProps {
  const findings = new Findings();
  const { pool, provider } = props ?? {};
  checkMcpServerPool(pool, provider, findings);
  reportFindings(apiKey, 'McpServerApiKey', findings);
  return props;
}

function orNothing<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
