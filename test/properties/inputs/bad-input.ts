/** Properties that are refused, and every line of the message in the order in which they are said. */
export interface BadInput {
  readonly pool: 'CodeInterpreterPool' | 'CustomContainerPool';
  readonly props: object;
  readonly failures: string[];
}

/** Bad inputs of one kind of pool, each a pair of properties and failures. */
export function badInputs(pool: BadInput['pool'], inputs: Array<[props: object, ...failures: string[]]>): BadInput[] {
  return inputs.map(([props, ...failures]) => ({ pool, props, failures }));
}

/** The same bad inputs for both kinds of pools. */
export function badInputsOfBoth(inputs: Array<[props: object, ...failures: string[]]>): BadInput[] {
  return [...badInputs('CodeInterpreterPool', inputs), ...badInputs('CustomContainerPool', inputs)];
}
