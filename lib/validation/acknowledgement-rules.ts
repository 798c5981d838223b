import type { Acknowledgement } from './acknowledgement';
import { isDay } from './days';
import type { Findings } from './findings';
import { show } from './show';
import { defined } from './without-nulls';
import { isToken } from '../terraform/templates';

const PROPERTIES = ['id', 'reason', 'path', 'expires'];
const FORM = '{ id, reason, path?, expires? }';

/** The place of a finding: the path of its construct, and the address in Terraform if it is a resource. */
export interface FindingPlace {
  readonly path: string;
  readonly address?: string;
}

/** Whether a finding is accepted, and what to add to its message if it no longer is. */
export interface AcknowledgementState {
  readonly accepted: boolean;
  readonly note: string;
}

/** Checks that every acknowledgement names one of the IDs, gives a reason and ends on a day that exists. */
export function checkAcknowledgements(
  acknowledgements: Acknowledgement[] | undefined,
  kind: 'rule' | 'warning',
  ids: string[],
  findings: Findings,
): void {
  if (isToken(acknowledgements)) {
    findings.error('acknowledgements must be known when the configuration is written, got a token');
  } else if (findings.list('acknowledgements', acknowledgements)) {
    acknowledgements.forEach((each, index) => checkAcknowledgement(`acknowledgements[${index}]`, each, kind, ids, findings));
  }
}

/** Whether a finding is accepted today. */
export function stateOf(acknowledgements: Acknowledgement[], id: string, place: FindingPlace): AcknowledgementState {
  const today = new Date().toISOString().slice(0, 10);
  const matching = acknowledgements.map(defined).filter(each => each.id === id && covers(each.path, place));
  if (matching.some(({ expires }) => expires === undefined || expires >= today)) {
    return { accepted: true, note: '' };
  }
  const last = matching
    .map(({ expires }) => expires!)
    .sort()
    .at(-1);
  return { accepted: false, note: last ? ` (was accepted until ${last})` : '' };
}

function checkAcknowledgement(prop: string, given: Acknowledgement, kind: string, ids: string[], findings: Findings): void {
  if (typeof given !== 'object' || given === null) {
    findings.error(`${prop} must have the form ${FORM}, got ${show(given)}`);
    return;
  }
  const { id, reason, path, expires } = defined(given);
  for (const name of Object.keys(given).filter(each => !PROPERTIES.includes(each))) {
    findings.error(`${prop} must have the form ${FORM}, got ${show(name)} in it`);
  }
  if (isKnown(`${prop}.id`, id, findings) && !ids.includes(id)) {
    findings.error(`${prop}.id must name a ${kind}, got ${show(id)}: there are ${ids.join(', ')}`);
  }
  if (typeof reason !== 'string' || !reason.trim()) {
    findings.error(`${prop}.reason must say why, got ${show(reason)}`);
  }
  if (path !== undefined && isKnown(`${prop}.path`, path, findings) && (typeof path !== 'string' || !path.trim())) {
    findings.error(`${prop}.path must be the path of a construct, got ${show(path)}`);
  }
  if (expires !== undefined && isKnown(`${prop}.expires`, expires, findings) && !isDay(expires)) {
    findings.error(`${prop}.expires must be a day such as '2027-01-31', got ${show(expires)}`);
  }
}

function isKnown(prop: string, value: unknown, findings: Findings): boolean {
  if (isToken(value)) {
    findings.error(`${prop} must be known when the configuration is written, got a token`);
    return false;
  }
  return true;
}

function covers(path: string | undefined, place: FindingPlace): boolean {
  return path === undefined || path === place.address || place.path === path || place.path.startsWith(`${path}/`);
}
