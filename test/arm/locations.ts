import { ArmError } from './arm-error';

/** recorded: provider registration of sessionPools, and the regions of the documentation */
const REGIONS: readonly string[] = [
  'Australia East',
  'Australia Southeast',
  'Brazil South',
  'Canada Central',
  'Canada East',
  'Central India',
  'Central US',
  'East Asia',
  'East US',
  'East US 2',
  'France Central',
  'France South',
  'Germany West Central',
  'Italy North',
  'Japan East',
  'Japan West',
  'Jio India West',
  'Korea Central',
  'North Central US',
  'North Europe',
  'Norway East',
  'Poland Central',
  'South Africa North',
  'South Central US',
  'South India',
  'Southeast Asia',
  'Spain Central',
  'Sweden Central',
  'Switzerland North',
  'Switzerland West',
  'UAE North',
  'UK South',
  'UK West',
  'West Central US',
  'West Europe',
  'West US',
  'West US 2',
  'West US 3',
];

/** `West US 3` and `westus3` are the same location. */
export function normalizedLocation(location: string): string {
  return location.replace(/\s/g, '').toLowerCase();
}

/** recorded: Microsoft.App answers locations by their display names */
export function displayName(location: string): string {
  return REGIONS.find(region => normalizedLocation(region) === normalizedLocation(location)) ?? location;
}

/** source: ARM common deployment errors */
export function requireLocation(location: string | undefined, type: string): string {
  if (!location) throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  if (!REGIONS.some(region => normalizedLocation(region) === normalizedLocation(location))) {
    throw new ArmError(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type '${type}'. ` +
        `List of available regions for the resource type is '${REGIONS.map(normalizedLocation).join(',')}'.`,
    );
  }
  return location;
}
