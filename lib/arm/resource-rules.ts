import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { AzapiTimeouts } from '../azapi';
import { LOCATION } from './regions';
import { RESOURCE_GROUP_ID } from './resource-ids';
import { checkTags } from './tag-rules';
import { elementsOf } from '../terraform/dependencies';
import { isToken } from '../terraform/templates';
import { show } from '../validation/findings';
import type { Findings } from '../validation/findings';
import { kindOf } from '../validation/objects';

/** One line of a table of rules. */
export type Rule<P> = (props: P, findings: Findings, construct: IConstruct) => void;

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
/** As Go reads it. */
const DURATION = {
  pattern: /^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/,
  and: /[1-9]/,
  rule: "be a duration such as '90s', '30m' or '1h30m'",
};

/** The rules for where a resource is. */
const PLACE_RULES: Array<Rule<CommonOptions>> = [
  ({ resourceGroupId }, findings) => {
    findings.required('resourceGroupId', resourceGroupId, "the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'");
    findings.text('resourceGroupId', resourceGroupId, RESOURCE_GROUP_ID);
  },
  ({ location }, findings) => {
    findings.required('location', location, "a region such as 'westus2'");
    findings.text('location', location, LOCATION);
  },
];

/** The rules for what all resources have in common, wherever they are. */
export const RESOURCE_RULES: Array<Rule<Omit<CommonOptions, 'location' | 'resourceGroupId'>>> = [
  ({ tags }, findings) => checkTags(tags, findings),
  ({ timeouts }, findings) => {
    for (const operation of OPERATIONS) {
      findings.text(`timeouts.${operation}`, timeouts?.[operation], DURATION);
    }
  },
  ({ dependsOn }, findings, construct) => checkDependsOn(dependsOn, findings, construct),
  checkProvider,
];

/** The rules for what all resources have in common. */
export const COMMON_RULES: Array<Rule<CommonOptions>> = [...PLACE_RULES, ...RESOURCE_RULES];

/** The provider, of any class that stands for azapi. */
export function checkProvider({ provider }: { readonly provider?: TerraformProvider }, findings: Findings): void {
  if (provider && provider.terraformResourceType !== 'azapi') {
    findings.error(`provider must be an azapi provider, got ${show(provider.terraformResourceType)}`);
  }
}

function checkDependsOn(dependsOn: ITerraformDependable[] | undefined, findings: Findings, construct: IConstruct): void {
  if (isToken(dependsOn)) {
    findings.error('dependsOn must be a list of resources or constructs, got a token');
  } else if (findings.list('dependsOn', dependsOn)) {
    dependsOn.forEach((dependency, index) => {
      if (elementsOf(dependency).length === 0) {
        findings.error(`dependsOn[${index}] must be a resource or a construct with resources, got ${kindOf(dependency)}`);
      } else if (Construct.isConstruct(dependency)) {
        checkStack(`dependsOn[${index}]`, dependency, construct, findings);
      }
    });
  }
}

/** An address is one of the same stack, whatever has it there. */
function checkStack(prop: string, dependency: IConstruct, construct: IConstruct, findings: Findings): void {
  const own = TerraformStack.of(construct).node.path;
  const stack = dependency.node.scopes.find(TerraformStack.isStack)?.node.path;
  if (stack !== own) {
    const other = stack === undefined ? 'the app' : `stack '${stack}'`;
    findings.error(`${prop} must be in stack '${own}', got one of ${other}: let stack '${own}' depend on the other, by addDependency`);
  }
}

/** Whether it is the literal name of a region. */
export function isRegionName(location: unknown): location is string {
  return typeof location === 'string' && !isToken(location) && LOCATION.pattern.test(location);
}
