import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { AzapiTimeouts } from '../azapi';
import { RESOURCE_GROUP_ID } from './resource-ids';
import { checkTags } from './tag-rules';
import { elementsOf } from '../terraform/dependencies';
import { isToken } from '../terraform/templates';
import { show } from '../validation/findings';
import type { Findings } from '../validation/findings';
import { kindOf } from '../validation/objects';

/** One line of a table of rules. */
export type Rule<P> = (props: P, findings: Findings) => void;

/** What all resources have in common. */
interface CommonOptions {
  readonly resourceGroupId: string;
  readonly location: string;
  readonly tags?: { [key: string]: string };
  readonly timeouts?: AzapiTimeouts;
  readonly provider?: TerraformProvider;
  readonly dependsOn?: ITerraformDependable[];
}

const OPERATIONS = ['create', 'update', 'read', 'delete'] as const;
const LOCATION = { pattern: /^[A-Za-z][A-Za-z0-9 ]*$/, rule: "be a region such as 'westus2' or 'West US 2'" };
const DURATION = { pattern: /^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h))+$/, rule: "be a duration such as '90s', '30m' or '1h30m'" };

/** The rules for what all resources have in common. */
export const COMMON_RULES: Array<Rule<CommonOptions>> = [
  ({ resourceGroupId }, findings) => {
    findings.required('resourceGroupId', resourceGroupId, "the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'");
    findings.text('resourceGroupId', resourceGroupId, RESOURCE_GROUP_ID);
  },
  ({ location }, findings) => {
    findings.required('location', location, "a region such as 'westus2'");
    findings.text('location', location, LOCATION);
  },
  ({ tags }, findings) => checkTags(tags, findings),
  ({ timeouts }, findings) => {
    for (const operation of OPERATIONS) {
      findings.text(`timeouts.${operation}`, timeouts?.[operation], DURATION);
    }
  },
  ({ dependsOn }, findings) => checkDependsOn(dependsOn, findings),
  checkProvider,
];

/** The provider, of any class that stands for azapi. */
export function checkProvider({ provider }: { readonly provider?: TerraformProvider }, findings: Findings): void {
  if (provider && provider.terraformResourceType !== 'azapi') {
    findings.error(`provider must be an azapi provider, got ${show(provider.terraformResourceType)}`);
  }
}

function checkDependsOn(dependsOn: ITerraformDependable[] | undefined, findings: Findings): void {
  if (isToken(dependsOn)) {
    findings.error('dependsOn must be a list of resources or constructs, got a token');
  } else if (findings.list('dependsOn', dependsOn)) {
    dependsOn.forEach((dependency, index) => {
      if (elementsOf(dependency).length === 0) {
        findings.error(`dependsOn[${index}] must be a resource or a construct with resources, got ${kindOf(dependency)}`);
      }
    });
  }
}

/** Whether it is the literal name of a region. */
export function isRegionName(location: unknown): location is string {
  return typeof location === 'string' && !isToken(location) && LOCATION.pattern.test(location);
}
