import { CONTAINER_TYPES, DEFAULT_CODE_INTERPRETER } from './api-versions';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { nearMissOf } from '../validation/near-miss';

/** Azure's name for a container type. One that this library does not know may be new. */
export function checkContainerType(containerType: string | undefined, findings: Findings): void {
  if (
    !findings.text('containerType', containerType, { pattern: /^[A-Za-z0-9]+$/, rule: `be a type such as '${DEFAULT_CODE_INTERPRETER}'` })
  ) {
    return;
  }
  const type = containerType!;
  const names = CONTAINER_TYPES.map(({ name }) => name);
  const inOtherCasing = names.find(name => name.toLowerCase() === type.toLowerCase());
  if (names.includes(type)) {
    return;
  }
  if (inOtherCasing) {
    findings.error(`containerType must be ${show(inOtherCasing)}, got ${show(type)}: Azure's names have this casing`);
    return;
  }
  const meant = nearMissOf(type, names);
  findings.warn(
    'unknown-container-type',
    `containerType ${show(type)} is not known to this library: nothing checks that the API version has it` +
      (meant ? `; did you mean ${show(meant)}?` : ''),
  );
}
