import type { Construct } from 'constructs';
import { hasAnyLogSetting } from './log-settings';
import type { SavedQuery, SessionPoolQueryPackProps } from './session-pool-query-pack';
import { SESSION_QUERIES } from './session-queries';
import type { SessionPoolWorkbookOptions } from './workbook-options';
import { checkManagement } from '../arm/managed-resource';
import { generatedName } from '../arm/names';
import { SESSION_POOL_ID, WORKSPACE_ID } from '../arm/resource-ids';
import { COMMON_RULES } from '../arm/resource-rules';
import { QUERY_PACK_TYPE } from '../arm/resource-types';
import { warnOfSharedName } from '../arm/shared-names';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import { warnAtSynthesis } from '../validation/at-synthesis';
import { Findings, show } from '../validation/findings';
import { checkObject, checkObjectList, has } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, reportFindings, throwErrors } from '../validation/report';

const NAME = {
  pattern: /^[A-Za-z0-9][\w.-]{0,88}[A-Za-z0-9]$/,
  rule: 'be 2 to 90 letters, digits, dots, hyphens and underscores, a letter or digit first and last',
};
const NOT_EMPTY = { pattern: /\S/, rule: 'not be empty' };
const POOL = { type: 'pool', use: 'a pool, or SessionPool.fromSessionPoolId' };

/** What validation finds out beside errors. */
export interface ValidatedQueryPack {
  readonly name: string;
  readonly planTimeChecks: PlanTimeCheck[];
}

/** Throws where the properties are not those of a query pack; else what is known of it. */
export function validateQueryPack(pack: Construct, given: SessionPoolQueryPackProps): ValidatedQueryPack {
  const findings = new Findings();
  const props = given ?? {};
  checkProperties(props, 'SessionPoolQueryPackProps', 'SessionPoolQueryPack', findings);
  COMMON_RULES.forEach(rule => rule(props, findings, pack));
  findings.text('queryPackName', props.queryPackName, NAME);
  checkManagement(props, findings);
  checkAdoptedQueries(props.adoptExistingQueries, findings);
  checkWorkbook(props.workbook, findings);
  const name = props.queryPackName ?? generatedName(pack);
  warnOfSharedName(pack, { prop: 'queryPackName', type: QUERY_PACK_TYPE, parentId: props.resourceGroupId, name }, findings);
  reportFindings(pack, 'SessionPoolQueryPack', findings, props);
  return { name, planTimeChecks: findings.planTimeChecks };
}

function checkAdoptedQueries(ids: string[] | undefined, findings: Findings): void {
  const known = Object.keys(SESSION_QUERIES);
  if (isToken(ids)) {
    findings.error(
      'adoptExistingQueries must be known when the configuration is written, got a token: it decides which queries are imported',
    );
  } else if (findings.list('adoptExistingQueries', ids)) {
    for (const id of ids.filter(each => !known.includes(each))) {
      findings.error(`adoptExistingQueries must name built-in queries, got ${show(id)}: there are ${known.join(', ')}`);
    }
  }
}

function checkWorkbook(workbook: SessionPoolWorkbookOptions | undefined, findings: Findings): void {
  const { displayName, workspaceId, pools, adoptExisting } = workbook ?? {};
  findings.text('workbook.displayName', displayName, NOT_EMPTY);
  findings.text('workbook.workspaceId', workspaceId, WORKSPACE_ID);
  findings.literalBoolean('workbook.adoptExisting', adoptExisting);
  if (checkObjectList('workbook.pools', pools, POOL, findings)) {
    pools.forEach((pool, index) => {
      if (checkObject(`workbook.pools[${index}]`, pool, has(pool, 'sessionPoolId'), POOL, findings)) {
        findings.text(`workbook.pools[${index}].sessionPoolId`, pool.sessionPoolId, SESSION_POOL_ID);
      }
    });
  }
}

/** Warns, when the app is synthesized, of a pack whose tables nothing in the app fills. */
export function warnOfLogsGoingNowhere(pack: Construct, props: SessionPoolQueryPackProps): void {
  warnAtSynthesis(pack, 'SessionPoolQueryPack', props, () =>
    hasAnyLogSetting(pack)
      ? []
      : [
          {
            id: 'logs-go-nowhere',
            message:
              'the app has no diagnostic setting that sends logs of sessions to the tables of the queries: use SessionPoolDiagnostics, or ' +
              'acknowledge the warning where the setting is not part of the app',
          },
        ],
  );
}

/** Throws where it is no query. */
export function validateQuery(pack: Construct, id: string, query: SavedQuery): void {
  const findings = new Findings();
  checkProperties(query, 'SavedQuery', 'SavedQuery', findings);
  for (const [prop, value] of Object.entries({ displayName: query?.displayName, query: query?.query })) {
    findings.required(prop, value, prop === 'query' ? 'the query in the Kusto query language' : 'what people choose the query by');
    findings.text(prop, value, NOT_EMPTY);
  }
  findings.literal('description', query?.description);
  findings.literalBoolean('adoptExisting', query?.adoptExisting);
  throwErrors('SavedQuery', `${pack.node.path}/${id}`, findings);
  addWarnings(pack, findings);
}
