import { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { azapiResourceOf } from '../arm/owned-resource';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import type { AzapiResource } from '../azapi';
import { argumentsIn } from '../terraform/cdktf-internals';
import { elementOf, isSameId } from '../terraform/references';
import { isToken } from '../terraform/templates';

/** A diagnostic setting of the app, whoever defines it, and the ARM ID of what it monitors. */
interface Setting {
  readonly resource: TerraformResource;
  readonly monitoredId: unknown;
}

interface Attributes {
  readonly [name: string]: unknown;
}

const SETTING = /^Microsoft\.Insights\/diagnosticSettings(@|$)/i;
const POOL_ID = new RegExp(`/${SESSION_POOL_TYPE}/`, 'i');
const POOL_RESOURCE = new RegExp(`^${SESSION_POOL_TYPE}@`, 'i');

/** Where the logs of an environment go, as far as this app defines it: `azure-monitor`, `log-analytics` or `none`. */
export function logsDestinationOf(environment: IConstruct): unknown {
  const { properties } = (azapiResourceOf(environment)?.body ?? {}) as { readonly properties?: Attributes };
  const { destination } = (properties?.appLogsConfiguration ?? {}) as Attributes;
  return destination;
}

/** Whether the app has a diagnostic setting for the environment. Where nobody can tell what a setting monitors, it may be the environment. */
export function hasLogSetting(environment: IConstruct): boolean {
  const resource = azapiResourceOf(environment);
  return settingsAround(environment).some(setting => mayMonitor(setting, resource));
}

/** Whether the app has a diagnostic setting that can fill the tables of session logs. */
export function hasAnyLogSetting(construct: IConstruct): boolean {
  return settingsAround(construct).some(setting => !monitorsPool(setting));
}

/** The diagnostic settings of the app that a construct belongs to. */
function settingsAround({ node }: IConstruct): Setting[] {
  return node.root.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .flatMap(resource => {
      switch (resource.terraformResourceType) {
        case 'azapi_resource': {
          const { type, parent_id: monitoredId } = armArgumentsOf(resource);
          return SETTING.test(String(type)) ? [{ resource, monitoredId }] : [];
        }
        case 'azurerm_monitor_diagnostic_setting':
          return [{ resource, monitoredId: argumentsIn(resource.toTerraform())?.target_resource_id }];
        default:
          return [];
      }
    });
}

/** What an `azapi_resource` of any class is given. */
function armArgumentsOf(resource: TerraformResource): Attributes {
  const { _armArguments } = resource as TerraformResource & { readonly _armArguments?: Attributes };
  return _armArguments ?? argumentsIn(resource.toTerraform()) ?? {};
}

function mayMonitor({ resource, monitoredId }: Setting, environment: AzapiResource | undefined): boolean {
  if (typeof monitoredId !== 'string') {
    return true;
  }
  if (isToken(monitoredId)) {
    const element = elementOf(resource, monitoredId);
    return element === undefined || element === environment;
  }
  const id = environment?._configuredId;
  return id === undefined || isToken(id) || isSameId(resource, id, monitoredId);
}

function monitorsPool({ resource, monitoredId }: Setting): boolean {
  if (typeof monitoredId !== 'string') {
    return false;
  }
  if (!isToken(monitoredId)) {
    return POOL_ID.test(monitoredId);
  }
  const element = elementOf(resource, monitoredId);
  return TerraformResource.isTerraformResource(element) && POOL_RESOURCE.test(String(armArgumentsOf(element).type));
}
