const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const RESOURCE_GROUP = `/subscriptions/${GUID}/resourceGroups/[-\\w._()]{0,89}[-\\w_()]`;

function idRule(pattern: string, form: string) {
  return { pattern: new RegExp(`^${RESOURCE_GROUP}${pattern}$`, 'i'), rule: `have the form '${form}'`, form };
}

/** `/subscriptions/<id>/resourceGroups/<name>` */
export const RESOURCE_GROUP_ID = idRule('', '/subscriptions/<id>/resourceGroups/<name>');

/** The id of a Container Apps environment. */
export const ENVIRONMENT_ID = idRule(
  '/providers/Microsoft\\.App/managedEnvironments/[-\\w._()]+',
  '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>',
);
