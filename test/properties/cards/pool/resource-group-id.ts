import fc from 'fast-check';
import { RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../../support/fixtures';
import { poolSettings } from '../../card';
import { NAMES, TEXTS, variable } from '../../values';

const FORM = "resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got";
const MISSING = "resourceGroupId must be given: the id of a resource group, '/subscriptions/<id>/resourceGroups/<name>'";
const named = (name: string) => RESOURCE_GROUP_ID.replace(/rg$/, name);

export default poolSettings('resourceGroupId', {
  valid: [
    ['a resource group with every character', named('My_rg.(a)-1')],
    ['a resource group with the longest name', named('a'.repeat(90))],
    ['a resource group in other casing', RESOURCE_GROUP_ID.toLowerCase()],
    ['a resource group made of a literal and a token', scope => `/subscriptions/${variable(scope)}/resourceGroups/rg`],
  ],
  invalid: [
    [undefined, MISSING],
    [null, MISSING],
    ['', `${FORM} ''`],
    ['rg', `${FORM} 'rg'`],
    [`${RESOURCE_GROUP_ID}/`, `${FORM} '${RESOURCE_GROUP_ID}/'`],
    [`${RESOURCE_GROUP_ID}.`, `${FORM} '${RESOURCE_GROUP_ID}.'`],
    [`/subscriptions/${SUBSCRIPTION}`, `${FORM} '/subscriptions/${SUBSCRIPTION}'`],
    ['/subscriptions/mine/resourceGroups/rg', `${FORM} '/subscriptions/mine/resourceGroups/rg'`],
    [named('a'.repeat(91)), `${FORM} '${named('a'.repeat(91))}'`],
  ],
  arbitrary: { invalid: fc.oneof(TEXTS, NAMES) },
  edits: [{ title: 'resourceGroupId', after: { resourceGroupId: `${RESOURCE_GROUP_ID}2` }, action: 'replaced', paths: ['parent_id'] }],
});
