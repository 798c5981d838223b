import type { TerraformResourceLifecycle } from 'cdktf';
import type { AzapiResource, AzapiRetry } from '../azapi';
import { TAG_NAME } from './tag-rules';
import { importId } from '../azapi/arm-id';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/show';

/** What users can say about how Terraform manages a resource. */
export interface ManagementOptions {
  readonly adoptExisting?: boolean;
  readonly preventDestroy?: boolean;
  readonly ignoreTags?: string[];
}

/** What else the lifecycle of a resource consists of. */
interface LifecycleExtras {
  readonly planTimeChecks?: PlanTimeCheck[];
  readonly postcondition?: TerraformResourceLifecycle['postcondition'];
  readonly ignoreChanges?: string[];
  readonly replaceTriggeredBy?: TerraformResourceLifecycle['replaceTriggeredBy'];
}

const KNOWN = 'must be known when the configuration is written, got a token: Terraform takes the names of what it ignores as literals only';

/**
 * Broken connections, in the words of Go: `Put "https://...": EOF`. Errors of ARM begin with the method in capital letters. azapi retries
 * both by itself where it should, but no longer broken connections once a resource has rules of its own.
 */
export const BROKEN_CONNECTION = '^[A-Z][a-z]+ "https?://';

/**
 * ARM answers 409 while another operation of the resource is running, which passes. azapi does not retry it by itself. Other 409s, such as
 * for a resource or a role assignment that exists already, are permanent and fail at once.
 */
export const RETRY_BUSY: AzapiRetry = { errorMessageRegex: ['OperationInProgress', BROKEN_CONNECTION] };

/** Checks what users say about how Terraform manages a resource. */
export function checkManagement({ adoptExisting, preventDestroy, ignoreTags }: ManagementOptions, findings: Findings): void {
  findings.literalBoolean('preventDestroy', preventDestroy);
  findings.literalBoolean('adoptExisting', adoptExisting);
  if (isToken(ignoreTags)) {
    findings.error(`ignoreTags ${KNOWN}`);
  } else if (findings.list('ignoreTags', ignoreTags)) {
    ignoreTags.forEach((name, index) => {
      if (isToken(name)) {
        findings.error(`ignoreTags[${index}] ${KNOWN}`);
      } else if (typeof name !== 'string' || name === '') {
        findings.error(`ignoreTags[${index}] must be the name of a tag, got ${show(name)}`);
      } else {
        findings.text(`ignoreTags[${index}]`, name, TAG_NAME);
      }
    });
  }
}

/** The lifecycle block of a resource; nothing where it would be empty. */
export function lifecycleOf(options: ManagementOptions, extras: LifecycleExtras = {}): TerraformResourceLifecycle | undefined {
  const { planTimeChecks = [], postcondition = [], ignoreChanges = [], replaceTriggeredBy = [] } = extras;
  const ignored = [...ignoreChanges, ...(options.ignoreTags ?? []).map(name => tagReference(name))];
  const lifecycle: TerraformResourceLifecycle = {
    ...(options.preventDestroy && { preventDestroy: true }),
    ...(ignored.length > 0 && { ignoreChanges: ignored }),
    ...(replaceTriggeredBy.length > 0 && { replaceTriggeredBy }),
    ...(planTimeChecks.length > 0 && { precondition: planTimeChecks }),
    ...(postcondition.length > 0 && { postcondition }),
  };
  return Object.keys(lifecycle).length > 0 ? lifecycle : undefined;
}

/** A tag as Terraform refers to it. Text there is a template, but for which nothing is evaluated. */
function tagReference(name: string): string {
  return `tags[${JSON.stringify(name).replace(/\$\{/g, () => '$${')}]`;
}

/** Imports the resource that exists already instead of creating it. Its ID is made of the configuration: Terraform needs it before it reads anything. */
export function adopt(resource: AzapiResource, parentId = resource._armArguments.parent_id): void {
  const { type, name } = resource._armArguments;
  resource.importFrom(importId({ type, parentId: parentId!, name: name! }), resource.provider);
}
