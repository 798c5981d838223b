import fc from 'fast-check';
import { poolOptions } from '../../card';

const RULE = "location must be a region such as 'westus2' or 'West US 2', got";

export default poolOptions('location', {
  armPath: 'location',
  valid: [
    ['the display name of a region', 'West US 2'],
    ['a region in capitals', 'WESTUS2'],
    ['a region that nobody knows', 'marsnorth', 'unknown-region'],
    ['a region from the provider list only', 'southcentralus'],
  ],
  invalid: [
    [undefined, "location must be given: a region such as 'westus2'"],
    ['', `${RULE} ''`],
    ['west-us-2', `${RULE} 'west-us-2'`],
    [' westus2', `${RULE} ' westus2'`],
    ['2westus', `${RULE} '2westus'`],
    [['westus2'], 'location must be a string, got ["westus2"]'],
  ],
  arbitrary: {
    valid: fc.constantFrom('westus2', 'West US 2', 'westeurope', 'marsnorth'),
    invalid: fc.stringMatching(/^[^A-Za-z].{0,10}$/),
  },
  edits: [
    { title: 'location', after: { location: 'westus3' }, action: 'replaced', paths: ['location'] },
    { title: 'location, spelled otherwise', after: { location: 'West US 2' }, action: 'no changes' },
  ],
  drift: 'the region of a pool cannot change',
});
