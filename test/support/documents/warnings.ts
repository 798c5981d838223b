import { table } from './markdown';
import { WARNINGS } from '../../../lib/validation/warnings';

/** docs/warnings.md. */
export function warningsDocument(): string {
  return `# Warnings

This page is generated from the library: \`npx projen docs\`.

A warning is printed when the app is synthesized, with its ID in brackets. Once you have looked at it, accept it with the reason:

\`\`\`ts
new CodeInterpreterPool(stack, 'research', {
  resourceGroupId,
  location: 'westus2',
  networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
  acknowledgements: [{ id: 'egress-enabled', reason: 'the agent searches the web', expires: '2027-06-30' }],
});
\`\`\`

An acknowledgement with a \`path\` counts for a construct and what is in it, one that has expired for nothing. IDs never change. A fleet passes its
acknowledgements on to its pools.

${table(
  ['ID', 'Caused by', 'Cause', 'Remedy'],
  Object.entries(WARNINGS).map(([id, { causedBy, cause, remedy }]) => [
    `\`${id}\``,
    causedBy.map(each => `\`${each}\``).join(', ') || 'any property',
    cause,
    remedy,
  ]),
)}
`;
}
