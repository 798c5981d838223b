import { readFileSync } from 'node:fs';
import { ValidationError } from '../errors';
import { dataFailures } from './data-schema';
import type { PolicyLevel } from './policy-level';
import type { PolicyParameters } from './policy-parameters';
import type { Acknowledgement } from '../validation/acknowledgement';
import { show } from '../validation/show';

interface Exception {
  readonly ruleId: string;
  readonly reason: string;
  readonly path?: string;
  readonly expires: string;
}

interface Data {
  readonly parameters: PolicyParameters & { readonly levels?: { [ruleId: string]: PolicyLevel } };
  readonly acknowledgements?: Acknowledgement[];
  readonly exceptions?: Exception[];
}

/** What a data file says. */
export interface DataFile extends Data {
  readonly acknowledgements: Acknowledgement[];
  /** What to say of the file although it can be read. */
  readonly notes: string[];
}

/** Reads a data file; throws where something of it is wrong, with all of it. */
export function readDataFile(file: string, ruleIds: string[]): DataFile {
  const { data, failures } = checkData(readFileSync(file, 'utf8'), ruleIds);
  if (!data) {
    throw new ValidationError(`The data file ${show(file)}`, undefined, failures);
  }
  const { parameters, acknowledgements = [], exceptions } = data;
  return {
    parameters,
    acknowledgements: [...acknowledgements, ...(exceptions ?? []).map(({ ruleId, ...rest }) => ({ id: ruleId, ...rest }))],
    notes: exceptions ? ['session_pools.exceptions is the former name of acknowledgements: rename it, and ruleId in it to id'] : [],
  };
}

/** The data in the text of a file, or what is wrong with it. */
export function checkData(text: string, ruleIds: string[]): { readonly data?: Data; readonly failures: string[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { failures: [`the data file must be JSON: ${(error as Error).message}`] };
  }
  const failures = dataFailures(parsed);
  if (failures.length > 0) {
    return { failures };
  }
  const { session_pools: data } = parsed as { readonly session_pools: Data };
  const wrong = [...idFailures(data, ruleIds), ...expiryFailures(data)];
  return wrong.length > 0 ? { failures: wrong } : { data, failures: [] };
}

function idFailures({ parameters, acknowledgements = [], exceptions = [] }: Data, ruleIds: string[]): string[] {
  const known = [...new Set([...ruleIds, ...(parameters.additionalRuleIds ?? [])])].sort();
  return [
    ...Object.keys(parameters.levels ?? {}).map(id => ({ at: `parameters.levels.${id}`, id })),
    ...acknowledgements.map(({ id }, index) => ({ at: `acknowledgements[${index}].id`, id })),
    ...exceptions.map(({ ruleId: id }, index) => ({ at: `exceptions[${index}].ruleId`, id })),
  ]
    .filter(({ id }) => !known.includes(id))
    .map(({ at, id }) => `session_pools.${at} must name a rule, got '${id}': there are ${known.join(', ')}`);
}

function expiryFailures({ parameters: { requireExpiry }, acknowledgements = [] }: Data): string[] {
  return acknowledgements.flatMap(({ expires }, index) =>
    requireExpiry && expires === undefined ? [`session_pools.acknowledgements[${index}].expires must be given: requireExpiry is set`] : [],
  );
}
