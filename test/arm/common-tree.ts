import type { Tree } from './tree';

/** source: azapi types, the same in every type of Microsoft.App */
export const IDENTITY_TREE: Tree = {
  '~principalId': 'string',
  '~tenantId': 'string',
  '!type': new Set(['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned', 'SystemAssigned, UserAssigned']),
  userAssignedIdentities: { '*': { '~principalId': 'string', '~clientId': 'string' } },
};

/** What stands beside `properties`. `location` is optional here: azapi gives it outside the body. */
export const TRACKED_RESOURCE_TREE: { readonly [name: string]: Tree } = {
  '~id': 'string',
  '~name': 'string',
  '~type': 'string',
  '~apiVersion': 'string',
  '~systemData': { '*': 'string' },
  location: 'string',
  tags: { '*': 'string' },
};
