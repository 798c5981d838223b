import type { TerraformElement } from 'cdktf';
import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISessionPoolEnvironment } from './session-pool-environment';
import { normalizeRegion } from '../arm/regions';
import { isRegionName } from '../arm/resource-rules';
import { argumentsIn } from '../terraform/cdktf-internals';
import { elementOf } from '../terraform/references';
import { SharedLook } from '../terraform/shared-look';
import { isToken } from '../terraform/templates';
import { show } from '../validation/findings';

/** The properties of a pool that say where it is. */
interface EnvironmentUse {
  readonly environment: ISessionPoolEnvironment;
  readonly location: string;
}

/** What is known of an environment that the same app defines. */
interface DefinedEnvironment {
  readonly name: string;
  readonly location: unknown;
  readonly workloadProfiles: unknown;
  /** How a workload profile is added, in the words of whoever defines the environment. */
  readonly remedy: string;
}

interface Attributes {
  readonly [name: string]: unknown;
}

type Environments = Map<TerraformElement, DefinedEnvironment | undefined>;

const ENVIRONMENTS = new SharedLook<Environments>(() => new Map());

/**
 * What is wrong with the environment of a pool where the same app defines it, whoever does: azurerm, azapi or this library. An
 * environment from elsewhere passes.
 */
export function environmentFailures(pool: Construct, { environment, location }: EnvironmentUse): string[] {
  const element = elementOf(pool, environment.environmentId);
  const defined = element && described(ENVIRONMENTS.for(pool), element);
  if (!defined) {
    return [];
  }
  const { name, location: region, workloadProfiles, remedy } = defined;
  return [
    ...(workloadProfiles === undefined || workloadProfiles === null || (Array.isArray(workloadProfiles) && workloadProfiles.length === 0)
      ? [`environment ${show(name)} has no workload profile: custom container pools need one; ${remedy}`]
      : []),
    ...(isRegionName(location) && isRegionName(region) && normalizeRegion(location) !== normalizeRegion(region)
      ? [`location (${show(location)}) must be the region of environment ${show(name)} (${show(region)})`]
      : []),
  ];
}

/** The environment that many pools are in is described once for all of them. */
function described(environments: Environments, element: TerraformElement): DefinedEnvironment | undefined {
  if (!environments.has(element)) {
    environments.set(element, describeEnvironment(element));
  }
  return environments.get(element);
}

function describeEnvironment(element: TerraformElement): DefinedEnvironment | undefined {
  if (!TerraformResource.isTerraformResource(element)) {
    return undefined;
  }
  const { terraformResourceType } = element;
  const attributes = argumentsIn(element.toTerraform()) ?? {};
  const name = typeof attributes.name === 'string' ? attributes.name : element.node.path;
  if (terraformResourceType === 'azurerm_container_app_environment') {
    const { workload_profile: profiles, dynamic } = attributes;
    return {
      name,
      location: attributes.location,
      workloadProfiles: profiles ?? (dynamic as Attributes | undefined)?.workload_profile,
      remedy: "add workloadProfile [{ name: 'Consumption', workloadProfileType: 'Consumption' }]",
    };
  }
  if (terraformResourceType === 'azapi_resource' && /^Microsoft\.App\/managedEnvironments@/i.test(String(attributes.type))) {
    const { body = {} } = attributes;
    const { properties } = body as { properties?: Attributes };
    if (typeof body === 'string' || isToken(body) || isToken(properties)) {
      return undefined;
    }
    return {
      name,
      location: attributes.location,
      workloadProfiles: properties?.workloadProfiles,
      remedy: "add properties.workloadProfiles [{ name: 'Consumption', workloadProfileType: 'Consumption' }] to its body",
    };
  }
  return undefined;
}
