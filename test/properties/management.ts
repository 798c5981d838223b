/** What says how Terraform manages a resource. */
export const MANAGEMENT = {
  adoptExisting: { valid: [true, false] },
  preventDestroy: { valid: [true, false] },
  acknowledgements: { valid: [[]] },
  dependsOn: { valid: [[]] },
  provider: {},
};

/** The same for a resource with tags. */
export const TAGGED_MANAGEMENT = { ...MANAGEMENT, tags: { valid: [{ team: 'a' }] }, ignoreTags: { valid: [['team']] } };
