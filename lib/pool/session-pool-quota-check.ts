import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { definedPools } from './defined-pools';
import { normalizeRegion } from '../arm/regions';
import { checkProvider, isRegionName } from '../arm/resource-rules';
import { QUOTA_TYPE } from '../arm/resource-types';
import { DataAzapiResource } from '../azapi';
import { CheckBlock } from '../terraform/check-block';
import { operand } from '../terraform/plan-time-checks';
import { escapeTemplate, isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { reportFindings } from '../validation/report';
import { show } from '../validation/show';
import { defined } from '../validation/without-nulls';

/** The quota of session pools in `Microsoft.Quota`. */
const QUOTA = 'SessionPools';
const SUBSCRIPTION = {
  pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  rule: "be the ID of a subscription such as '00000000-0000-0000-0000-000000000000'",
};

/**
 * Properties of a check of the limit of session pools.
 */
export interface SessionPoolQuotaCheckProps {
  /**
   * The ID of the subscription.
   */
  readonly subscriptionId: string;

  /**
   * The region, such as `westus2` or `West US 2`.
   */
  readonly location: string;

  /**
   * The azapi provider to use. Provider classes of other azapi bindings work as well.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * Compares the limit of session pools that a subscription has in a region with the number of pools that the app defines there, in all its stacks. More
 * pools than the limit are a warning in plan and apply, never an error. Pools that the app does not define are not counted. A pool whose subscription is known only later counts as one of this subscription; one of another stack whose region is known only later
 * does not count.
 *
 * The limit is read from `Microsoft.Quota` in each plan: the provider must be registered in the subscription, and the identity needs `Microsoft.Quota/quotas/read`,
 * which Reader has; else the plan fails. Where there is no such limit, nothing is compared. That it has session pools is known from one public measurement,
 * which saw a limit of 50; Azure does not document it. Needs Terraform 1.5.
 *
 * @see https://learn.microsoft.com/azure/quotas/quotas-overview
 *
 * @example
 *
 * new SessionPoolQuotaCheck(stack, 'quota', { subscriptionId: '00000000-0000-0000-0000-000000000000', location: 'westeurope' });
 */
export class SessionPoolQuotaCheck extends Construct {
  /**
   * @param scope the construct that the check belongs to
   * @param id the ID of the check in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolQuotaCheckProps) {
    super(scope, id);
    const given = defined(props);
    validate(this, given);
    const { subscriptionId, location, provider } = given;
    const region = normalizeRegion(location);
    const scopeId = `/subscriptions/${escapeTemplate(subscriptionId)}/providers/Microsoft.App/locations/${region}`;
    const quota = new DataAzapiResource(this, 'Data', {
      type: QUOTA_TYPE,
      resourceId: `${scopeId}/providers/Microsoft.Quota/quotas/${QUOTA}`,
      responseExportValues: ['properties.limit.value'],
      ignoreNotFound: true,
      provider,
    });
    new CheckBlock(this, 'Resource', () => {
      const terms = definedPools(this, { subscriptionId, region });
      const known = terms.filter(term => typeof term === 'number').reduce((sum, term) => sum + term, 0);
      const count = [known, ...terms.filter(term => typeof term === 'string')].join(' + ');
      return {
        condition: `try(${count} <= ${operand(quota.getStringAttribute('output.properties.limit.value'))}, true)`,
        message:
          `session pools in ${region}: the app defines more than the limit of the subscription there (${QUOTA} of Microsoft.Quota, as one public ` +
          'measurement has seen it): ask for a higher limit, or use other regions',
      };
    });
  }
}

function validate(check: Construct, props: SessionPoolQuotaCheckProps): void {
  const findings = new Findings();
  checkProperties(props, 'SessionPoolQuotaCheckProps', 'SessionPoolQuotaCheck', findings);
  const { subscriptionId, location } = props ?? {};
  if (findings.required('subscriptionId', subscriptionId, 'the limit is that of a subscription')) {
    findings.text('subscriptionId', subscriptionId, SUBSCRIPTION);
  }
  if (findings.required('location', location, "a region such as 'westus2'")) {
    if (isToken(location)) {
      findings.error('location must be known when the configuration is written, got a token: it decides which pools are counted');
    } else if (!isRegionName(location)) {
      findings.error(`location must be a region such as 'westus2' or 'West US 2', got ${show(location)}`);
    }
  }
  checkProvider(props ?? {}, findings);
  reportFindings(check, 'SessionPoolQuotaCheck', findings);
}
