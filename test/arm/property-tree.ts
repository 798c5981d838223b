import { ACTIVITY_LOG_ALERT_TREE } from './activity-log-alert-tree';
import { DIAGNOSTIC_SETTING_TREE } from './diagnostic-setting-tree';
import type { Json, JsonObject } from './json';
import { isObject } from './json';
import { managedEnvironmentTree } from './managed-environment-tree';
import { METRIC_ALERT_TREE } from './metric-alert-tree';
import { A_RECORD_TREE, PRIVATE_DNS_ZONE_TREE, VIRTUAL_NETWORK_LINK_TREE } from './private-dns-tree';
import { ROLE_ASSIGNMENT_TREE } from './role-assignment-tree';
import { sessionPoolTree } from './session-pool-tree';
import type { Tree } from './tree';
import { isKnownValues, isList, propertiesOf, propertyOf } from './tree';
import { WORKBOOK_TREE } from './workbook-tree';
import { WORKSPACE_TABLE_TREE } from './workspace-table-tree';

export interface CheckBodyOptions {
  /**
   * Match property names without regard to case, as ARM does. azapi does regard it.
   * @default false
   */
  readonly ignoreCase?: boolean;

  /**
   * Report strings that are not among the well-known values of the api version. azapi and the published schemas do not.
   * @default false
   */
  readonly knownValuesOnly?: boolean;

  /**
   * Report read-only properties, as azapi does. ARM ignores them.
   * @default true
   */
  readonly reportReadOnly?: boolean;

  /**
   * Report numbers that are sent as strings, as azapi does. ARM reads them.
   * @default true
   */
  readonly reportNumericStrings?: boolean;
}

const TREES: { readonly [type: string]: (apiVersion: string) => Tree | undefined } = {
  'microsoft.app/sessionpools': sessionPoolTree,
  'microsoft.app/managedenvironments': managedEnvironmentTree,
  'microsoft.authorization/roleassignments': () => ROLE_ASSIGNMENT_TREE,
  'microsoft.insights/metricalerts': () => METRIC_ALERT_TREE,
  'microsoft.insights/activitylogalerts': () => ACTIVITY_LOG_ALERT_TREE,
  'microsoft.insights/diagnosticsettings': () => DIAGNOSTIC_SETTING_TREE,
  'microsoft.insights/workbooks': () => WORKBOOK_TREE,
  'microsoft.network/privatednszones': () => PRIVATE_DNS_ZONE_TREE,
  'microsoft.network/privatednszones/a': () => A_RECORD_TREE,
  'microsoft.network/privatednszones/virtualnetworklinks': () => VIRTUAL_NETWORK_LINK_TREE,
  'microsoft.operationalinsights/workspaces/tables': () => WORKSPACE_TABLE_TREE,
};

/** The body of a type at an api version, `undefined` where no tree is kept. */
export function propertyTree(type: string, apiVersion: string): Tree | undefined {
  return TREES[type.toLowerCase()]?.(apiVersion);
}

/**
 * What is wrong with the body of a resource (`properties`, and `identity`, `location`, `tags` where they are given):
 * one line a mistake, none if the body fits. Terraform expressions fit everywhere, and so does null but for the items of a list.
 */
export function checkBody(type: string, apiVersion: string, body: JsonObject, options: CheckBodyOptions = {}): string[] {
  const tree = propertyTree(type, apiVersion);
  return tree ? checkValue(tree, body, '', options) : [`${type}@${apiVersion} is not a known type and version`];
}

function checkValue(tree: Tree, value: Json | undefined, path: string, options: CheckBodyOptions): string[] {
  if (value === null || value === undefined || isExpression(value)) return [];
  if (isKnownValues(tree)) {
    if (typeof value !== 'string') return [mismatch(path, 'a string', value)];
    const strange = options.knownValuesOnly && !tree.has(value);
    return strange ? [`${path} must be one of ${[...tree].join(', ')}, got ${value}`] : [];
  }
  if (isList(tree)) {
    if (!Array.isArray(value)) return [mismatch(path, 'a list', value)];
    return value.flatMap((item, index) =>
      item === null ? [`${path}[${index}] must not be null`] : checkValue(tree[0], item, `${path}[${index}]`, options),
    );
  }
  if (typeof tree === 'object') {
    return isObject(value) ? checkObject(tree, value, path, options) : [mismatch(path, 'an object', value)];
  }
  return checkLeaf(tree, value, path, options);
}

function checkObject(tree: { readonly [name: string]: Tree }, value: JsonObject, path: string, options: CheckBodyOptions): string[] {
  const ignoreCase = options.ignoreCase ?? false;
  const given = Object.keys(value).filter(name => value[name] !== undefined);
  const found = given.map(name => propertyOf(tree, name, ignoreCase)?.name);
  const missing = propertiesOf(tree).filter(({ name, required }) => {
    const index = found.indexOf(name);
    return required && (index < 0 || value[given[index]] === null);
  });
  return [
    ...given.flatMap(name => {
      const property = propertyOf(tree, name, ignoreCase);
      const inner = path ? `${path}.${name}` : name;
      if (!property) return [`${inner} is not a known property`];
      if (property.readOnly) return (options.reportReadOnly ?? true) ? [`${inner} is read-only`] : [];
      return checkValue(property.tree, value[name], inner, options);
    }),
    ...missing.map(({ name }) => `${path ? `${path}.${name}` : name} is required`),
  ];
}

function checkLeaf(tree: 'string' | 'int' | 'number' | 'bool', value: Json, path: string, options: CheckBodyOptions): string[] {
  const numericString = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  const number = numericString && options.reportNumericStrings === false ? Number(value) : value;
  switch (tree) {
    case 'string':
      return typeof value === 'string' ? [] : [mismatch(path, 'a string', value)];
    case 'bool':
      return typeof value === 'boolean' ? [] : [mismatch(path, 'a boolean', value)];
    case 'int':
      return Number.isInteger(number) ? [] : [mismatch(path, 'an integer', value)];
    case 'number':
      return typeof number === 'number' ? [] : [mismatch(path, 'a number', value)];
  }
}

/** Never the value itself: it may be a secret. */
function mismatch(path: string, expected: string, value: Json): string {
  const kind = Array.isArray(value) ? 'list' : typeof value;
  return `${path} must be ${expected}, got a value of type ${kind}`;
}

function isExpression(value: Json): boolean {
  return typeof value === 'string' && /^\$\{.*\}$/s.test(value);
}
