import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';
import { refuse, ValidationError } from '../errors';
import type { Acknowledgement } from './acknowledgement';
import { checkAcknowledgements, stateOf } from './acknowledgement-rules';
import type { Findings } from './findings';
import { show } from './show';
import { WARNINGS } from './warnings';

/** The properties of a construct that say which of its warnings are accepted. */
export interface AcknowledgingProps {
  readonly acknowledgements?: Acknowledgement[];
}

/** What constructs accept, also for warnings that are found once they are defined. */
const ACKNOWLEDGEMENTS = new WeakMap<IConstruct, Acknowledgement[]>();

/** Throws all errors of a construct together; without any, adds the warnings that are not accepted to the construct. */
export function reportFindings(construct: IConstruct, kind: string, findings: Findings, props: AcknowledgingProps = {}): void {
  checkAcknowledgements(props.acknowledgements, 'warning', Object.keys(WARNINGS), findings);
  refuseAcknowledgedWarnings(props, findings);
  if (findings.errors.length > 0) {
    refuse(construct, kind, findings.errors);
  }
  ACKNOWLEDGEMENTS.set(construct, props.acknowledgements ?? []);
  addWarnings(construct, findings);
}

/** Adds the warnings that the construct does not accept. */
export function addWarnings(construct: IConstruct, findings: Findings): void {
  const acknowledgements = ACKNOWLEDGEMENTS.get(construct) ?? [];
  for (const { id, message } of findings.warnings) {
    const { accepted, note } = stateOf(acknowledgements, id, construct.node);
    if (!accepted) {
      Annotations.of(construct).addWarning(`[${id}] ${message}${note}`);
    }
  }
}

/** Throws all errors of what is no construct, or of a method of a construct that stays as it is. */
export function throwErrors(kind: string, path: string | undefined, { errors }: Findings): void {
  if (errors.length > 0) {
    throw new ValidationError(kind, path, errors);
  }
}

/** Untyped callers may still give the map that `acknowledgements` has replaced. */
function refuseAcknowledgedWarnings(props: object, findings: Findings): void {
  const { acknowledgedWarnings } = props as { readonly acknowledgedWarnings?: unknown };
  if (acknowledgedWarnings === undefined || acknowledgedWarnings === null) {
    return;
  }
  const entries = Object.entries(acknowledgedWarnings).map(([id, reason]) => `{ id: ${show(id)}, reason: ${show(reason)} }`);
  findings.error(`acknowledgedWarnings is not a property any more: use acknowledgements: [${entries.join(', ')}]`);
}
