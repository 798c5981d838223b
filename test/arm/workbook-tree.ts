import { IDENTITY_TREE, TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

/** source: azapi types of 2023-06-01, the same from 2021-08-01 */
export const WORKBOOK_TREE: Tree = {
  ...TRACKED_RESOURCE_TREE,
  kind: 'string',
  etag: 'string',
  identity: IDENTITY_TREE,
  properties: {
    '!displayName': 'string',
    '!serializedData': 'string',
    version: 'string',
    '~timeModified': 'string',
    '!category': 'string',
    tags: ['string'],
    '~userId': 'string',
    sourceId: 'string',
    storageUri: 'string',
    description: 'string',
    '~revision': 'string',
  },
};
