import type { Tree } from './tree';

/** source: azapi types of 2022-04-01 */
export const ROLE_ASSIGNMENT_TREE: Tree = {
  '~id': 'string',
  '~name': 'string',
  '~type': 'string',
  '!properties': {
    '~scope': 'string',
    '!roleDefinitionId': 'string',
    '!principalId': 'string',
    principalType: new Set(['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device']),
    description: 'string',
    condition: 'string',
    conditionVersion: 'string',
    '~createdOn': 'string',
    '~updatedOn': 'string',
    '~createdBy': 'string',
    '~updatedBy': 'string',
    delegatedManagedIdentityResourceId: 'string',
  },
};
