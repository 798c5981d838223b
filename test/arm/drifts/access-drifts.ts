import type { Drift } from './drift';
import { driftsOfType } from './drift';

const TYPE = 'Microsoft.Authorization/roleAssignments';
const READER =
  '/subscriptions/00000000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7';

const { changed, swapped, added, deleted } = driftsOfType(TYPE, 'role-assignment');

/** What can happen to a role assignment: Azure changes none, but somebody may delete it and create another with its name. */
export const ACCESS_DRIFTS: readonly Drift[] = [
  deleted(),
  swapped('principal', 'properties.principalId', 'another principal has the role', { to: '99999999-9999-4999-8999-999999999999' }),
  swapped('role', 'properties.roleDefinitionId', 'the principal has another role', { to: READER }),
  changed('principal-type', 'properties.principalType', 'the principal is of another type', {
    to: old => (old === 'User' ? 'Group' : 'User'),
  }),
  added('condition', 'properties.condition', 'the role holds under a condition only', {
    to: "((!(ActionMatches{'*'})))",
    also: body => {
      Object.assign(body.properties as object, { conditionVersion: '2.0' });
    },
  }),
];
