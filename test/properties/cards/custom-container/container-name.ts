import { container } from '../../card';
import { CONTAINER, NAMES } from '../../values';

const PATH = `${CONTAINER}.name`;
const RULE = "containerName must be up to 46 lower-case letters, digits, '-' and '.', a letter or digit first and last, got";

export default container('containerName', {
  armPath: PATH,
  valid: [
    ['the shortest container name', '1'],
    ['the longest container name', `a${'.-'.repeat(22)}b`],
  ],
  invalid: ['', 'Worker', '-worker', 'worker.', 'wor_ker', 'w'.repeat(47)].map(name => [name, `${RULE} '${name}'`] as const),
  arbitrary: { valid: NAMES },
  edits: [{ title: 'containerName', after: { containerName: 'other' }, action: 'in place', paths: [`body.${PATH}`] }],
  drift: [{ id: 'pool/container-name/changed' }],
});
