import { CONTAINER_TYPES, DEFAULT_CODE_INTERPRETER } from './api-versions';
import type { ContainerType } from './container-type';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { nearMissOf } from '../validation/near-miss';
import { checkObject, has } from '../validation/objects';

/** How a container type of any kind of pool is given. */
export const ANY_CONTAINER_TYPE = { type: 'ContainerType', use: 'ContainerType.CUSTOM_CONTAINER or a constant of CodeInterpreterType' };

const NAME = { pattern: /^[A-Za-z0-9]+$/, rule: `be a type such as '${DEFAULT_CODE_INTERPRETER}'` };

/** A container type, for which there are properties of these classes. */
export function checkContainerType(
  containerType: ContainerType | undefined,
  { type, use }: { readonly type: string; readonly use: string },
  findings: Findings,
): void {
  if (containerType === undefined || containerType === null) {
    return;
  }
  const { name } = containerType;
  if (!checkObject('containerType', containerType, has(containerType, 'name') && typeof name === 'string', { type, use }, findings)) {
    return;
  }
  if (isToken(name)) {
    findings.error('containerType must be known when the configuration is written, got a token: it decides the API of the sessions');
  } else if (findings.text('containerType', name, NAME)) {
    checkName(name, findings);
  }
}

/** Azure's name for a container type. One that this library does not know may be new. */
function checkName(type: string, findings: Findings): void {
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
