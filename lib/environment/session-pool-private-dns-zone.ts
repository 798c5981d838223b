import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { defineLink, definePrivateDnsZone } from './private-dns-zone-resource';
import { validateLink, validatePrivateDnsZone } from './private-dns-zone-rules';
import type { ISessionPoolEnvironment } from './session-pool-environment';
import type { Acknowledgement } from '../validation/acknowledgement';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * Properties of the private DNS zone of an environment.
 */
export interface SessionPoolPrivateDnsZoneProps {
  /**
   * The environment, which is internal. Another domain of it replaces the zone.
   */
  readonly environment: ISessionPoolEnvironment;

  /**
   * The ARM ID of a virtual network in which the hosts are resolved. Give further ones to `addVirtualNetworkLink`.
   * @default - the network of the environment's subnet; required for an imported environment
   */
  readonly virtualNetworkId?: string;

  /**
   * The ID of the resource group: `/subscriptions/<id>/resourceGroups/<name>`. Changing this property replaces the zone.
   * @default - the resource group of the environment
   */
  readonly resourceGroupId?: string;

  /**
   * Tags of the zone and its links: at most 50, names up to 512 and values up to 256 characters.
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * The azapi provider, of any class.
   * @default - that of the environment where it is defined in the same stack, else the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the zone.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Import the existing zone with this name instead of creating one, for example after an interrupted create. The plan fails if there is none.
   * Remove the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;

  /**
   * Let Terraform refuse every plan that would destroy the zone. It holds only while the construct is in the program.
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * The names of tags that Terraform leaves alone, such as those that Azure Policy adds.
   * @default - tags that are not in `tags` are removed
   */
  readonly ignoreTags?: string[];

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}

/**
 * The private DNS zone of an internal environment, without which nobody resolves the hosts of its pools: a zone with the default domain of the
 * environment, an address record `*` with its static IP address, and links to the networks in which the hosts are resolved.
 *
 * @see https://learn.microsoft.com/azure/container-apps/private-endpoints-and-dns
 *
 * @example
 *
 * const internal = new SessionPoolEnvironment(stack, 'internal', { resourceGroupId, location: 'westus2', infrastructureSubnetId: subnetId });
 * new SessionPoolPrivateDnsZone(stack, 'dns', { environment: internal });
 */
export class SessionPoolPrivateDnsZone extends Construct implements ITerraformDependable {
  /** The ARM ID of the zone. */
  public readonly zoneId: string;

  /** The name of the zone: the default domain of the environment. */
  public readonly zoneName: string;

  private readonly resource: AzapiResource;
  private readonly options: SessionPoolPrivateDnsZoneProps;

  /**
   * @param scope the construct that the zone belongs to
   * @param id the ID of the zone in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolPrivateDnsZoneProps) {
    super(scope, id);
    this.options = defined(props);
    const { virtualNetworkId, planTimeChecks } = validatePrivateDnsZone(this, this.options);
    this.resource = definePrivateDnsZone(this, this.options, planTimeChecks);
    this.zoneId = this.resource.id;
    this.zoneName = this.resource.name;
    defineLink(this, 'network', virtualNetworkId, this.options, this.resource);
    warnOfSensitiveValues(this, 'SessionPoolPrivateDnsZone', this.options);
  }

  /** The address in Terraform, with which other resources can depend on the zone. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /**
   * Resolves the hosts of the pools in one more virtual network, such as that of the clients or a hub.
   *
   * @param id the ID of the link in the zone, from which its name is made. Another one replaces the link
   * @param virtualNetworkId the ARM ID of the network
   */
  public addVirtualNetworkLink(id: string, virtualNetworkId: string): void {
    const planTimeChecks = validateLink(this, id, virtualNetworkId);
    defineLink(this, id, virtualNetworkId, this.options, this.resource, planTimeChecks);
  }
}
