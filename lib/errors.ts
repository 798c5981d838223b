import type { IConstruct } from 'constructs';

/**
 * What is wrong with the input of a construct, all of it, with the path of the construct. What is no construct has no path.
 */
export class ValidationError extends Error {
  constructor(kind: string, path: string | undefined, failures: string[]) {
    super(`${kind}${path === undefined ? '' : ` at '${path}'`} is not valid:\n${failures.map(failure => `  - ${failure}`).join('\n')}`);
    this.name = 'ValidationError';
  }
}

/** Takes a construct that is not valid out of the tree and throws: nobody is left with half of it. */
export function refuse(construct: IConstruct, kind: string, failures: string[]): never {
  const { scope, id, path } = construct.node;
  scope?.node.tryRemoveChild(id);
  throw new ValidationError(kind, path, failures);
}
