const REGIONS = new Set([
  'australiaeast',
  'australiasoutheast',
  'brazilsouth',
  'canadacentral',
  'canadaeast',
  'centralindia',
  'centralus',
  'eastasia',
  'eastus',
  'eastus2',
  'francecentral',
  'francesouth',
  'germanywestcentral',
  'italynorth',
  'japaneast',
  'japanwest',
  'jioindiawest',
  'koreacentral',
  'northcentralus',
  'northcentralusstage',
  'northeurope',
  'norwayeast',
  'polandcentral',
  'southafricanorth',
  'southcentralus',
  'southeastasia',
  'southindia',
  'spaincentral',
  'swedencentral',
  'switzerlandnorth',
  'switzerlandwest',
  'uaenorth',
  'uksouth',
  'ukwest',
  'westcentralus',
  'westeurope',
  'westus',
  'westus2',
  'westus3',
]);

/** What a region is, or its display form. */
export const LOCATION = {
  pattern: /^[A-Za-z][A-Za-z0-9 ]*( \([A-Za-z0-9 ]+\))?$/,
  rule: "be a region such as 'westus2' or 'West US 2'",
  attribute: 'location',
};

/** The name of a region without its display form: `West US 2` is `westus2`, `North Central US (Stage)` is `northcentralusstage`. */
export function normalizeRegion(location: string): string {
  return location.toLowerCase().replace(/[ ()]/g, '');
}

/** Whether session pools are known to be available in the region. */
export function hasSessionPools(location: string): boolean {
  return REGIONS.has(normalizeRegion(location));
}
