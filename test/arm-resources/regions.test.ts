import { hasSessionPools, normalizeRegion } from '../../lib/arm/regions';

/** As the documentation of sessions has them, and South Central US, which the resource provider alone has. */
const REGIONS = [
  'Brazil South',
  'Canada Central',
  'Canada East',
  'Central US',
  'East US',
  'East US 2',
  'North Central US',
  'South Central US',
  'West Central US',
  'West US',
  'West US 2',
  'West US 3',
  'France Central',
  'France South',
  'Germany West Central',
  'Italy North',
  'North Europe',
  'Norway East',
  'Poland Central',
  'Spain Central',
  'Sweden Central',
  'Switzerland North',
  'Switzerland West',
  'UK South',
  'UK West',
  'West Europe',
  'Australia East',
  'Australia Southeast',
  'Central India',
  'East Asia',
  'Japan East',
  'Japan West',
  'Jio India West',
  'Korea Central',
  'South India',
  'Southeast Asia',
  'South Africa North',
  'UAE North',
];

test.each(REGIONS)('%s has session pools, however it is written', region => {
  expect([region, region.toUpperCase(), normalizeRegion(region)].map(hasSessionPools)).toStrictEqual([true, true, true]);
});

test.each(['', 'westus4', 'Mars North', 'constructor', 'West US 2 (Stage)'])('%j is not known to have session pools', region => {
  expect(hasSessionPools(region)).toBe(false);
});
