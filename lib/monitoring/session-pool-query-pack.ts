import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { defineQuery, defineQueryPack } from './query-pack-resource';
import { validateQuery, validateQueryPack, warnOfLogsGoingNowhere } from './query-pack-rules';
import { SESSION_QUERIES } from './session-queries';
import type { SessionPoolWorkbookOptions } from './workbook-options';
import { defineWorkbook } from './workbook-resource';
import type { Acknowledgement } from '../validation/acknowledgement';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * A query that people find in the Logs view of Azure.
 */
export interface SavedQuery {
  /**
   * The title.
   */
  readonly displayName: string;

  /**
   * The query, in the Kusto query language. It arrives in Azure as it is.
   */
  readonly query: string;

  /**
   * What the query shows.
   * @default - the title
   */
  readonly description?: string;

  /**
   * Import the query that exists already under the name that the library gives it, for example after an interrupted create.
   * @default false
   */
  readonly adoptExisting?: boolean;
}

/**
 * Properties of a query pack.
 */
export interface SessionPoolQueryPackProps {
  /**
   * The id of the resource group: `/subscriptions/<id>/resourceGroups/<name>`. Another one replaces the pack.
   */
  readonly resourceGroupId: string;

  /**
   * The region. Another one replaces the pack.
   */
  readonly location: string;

  /**
   * The name: 2 to 90 letters, digits, dots, hyphens and underscores. Another one replaces the pack.
   * @default - a unique name made from the path of the construct
   */
  readonly queryPackName?: string;

  /**
   * Tags: at most 50, names up to 512 and values up to 256 characters.
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * The azapi provider, of any class.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the pack.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Import the existing pack with this name instead of creating one, for example after an interrupted create. The plan fails if there is none. Remove
   * the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;

  /**
   * The built-in queries to import instead of creating them, by their IDs such as `sessions-by-hour`, for example after an interrupted create. For
   * queries of your own, give `adoptExisting` to `addQuery`.
   * @default - none
   */
  readonly adoptExistingQueries?: string[];

  /**
   * A workbook with sessions in use, ready and pending, lifecycle events, and errors of the console output. Its address, tags and provider are
   * those of the pack.
   * @default - no workbook
   */
  readonly workbook?: SessionPoolWorkbookOptions;

  /**
   * Let Terraform refuse every plan that would destroy the pack. It holds only while the construct is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The names of tags that Terraform leaves alone, such as those that Azure Policy adds.
   * @default - tags that are not in `tags` are removed
   */
  readonly ignoreTags?: string[];

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}

/**
 * Saved queries over the logs of custom container pools: sessions by hour, what happened to sessions and what went wrong, console
 * output of all sessions and of one, events of the pools and why they cannot start sessions.
 *
 * The queries read the tables `AppEnvSessionConsoleLogs`, `AppEnvSessionLifecycleLogs` and `AppEnvSessionPoolEventLogs` of a Log Analytics
 * workspace, which `SessionPoolDiagnostics` fills; those whose IDs end in `-log-analytics` read `AppEnvSessionConsoleLogs_CL`, to which an
 * environment with `EnvironmentLogs.logAnalytics` sends console output. An app without any diagnostic setting for logs gets the warning
 * `logs-go-nowhere`.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-custom-container#logging
 *
 * @example
 *
 * const queries = new SessionPoolQueryPack(stack, 'queries', {
 *   resourceGroupId,
 *   location: 'westus2',
 *   workbook: { pools: [pool] },
 * });
 * queries.addQuery('errors', { displayName: 'Errors', query: 'AppEnvSessionConsoleLogs | where Log has "error"' });
 */
export class SessionPoolQueryPack extends Construct implements ITerraformDependable {
  /** The ARM id of the pack. */
  public readonly queryPackId: string;

  /** The name of the pack. */
  public readonly queryPackName: string;

  /** The ARM ID of the workbook, `undefined` without one. */
  public readonly workbookId?: string;

  private readonly resource: AzapiResource;

  /**
   * @param scope the construct that the pack belongs to
   * @param id the id of the pack in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolQueryPackProps) {
    super(scope, id);
    this.resource = defineQueryPack(this, props, validateQueryPack(this, props));
    this.queryPackId = this.resource.id;
    this.queryPackName = this.resource.name;
    warnOfSensitiveValues(this, 'SessionPoolQueryPack', props);
    warnOfLogsGoingNowhere(this, props);
    if (props.workbook) {
      this.workbookId = defineWorkbook(this, props, defined(props.workbook), this.resource).id;
    }
    for (const [queryId, query] of Object.entries(SESSION_QUERIES)) {
      this.addQuery(queryId, { ...query, adoptExisting: props.adoptExistingQueries?.includes(queryId) });
    }
  }

  /** The address in Terraform, with which other resources can depend on the pack. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /**
   * Adds a query of your own.
   *
   * @param id the id of the query in the pack. Another one replaces the query
   * @param query the query; everything that is wrong with it is named in the error
   */
  public addQuery(id: string, query: SavedQuery): void {
    validateQuery(this, id, query);
    defineQuery(this, id, query, this.resource);
  }
}
