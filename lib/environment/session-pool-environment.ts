import type { ITerraformDependable, IResolvable, TerraformElement, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { AzapiResource, AzapiTimeouts, DataAzapiResource } from '../azapi';
import { warnOfGaps } from './environment-gaps';
import type { EnvironmentLogs } from './environment-logs';
import { defineEnvironment, readEnvironment } from './environment-resource';
import { checkSharedKey, validateEnvironment, validateEnvironmentId } from './environment-rules';
import type { PublicNetworkAccess } from './public-network-access';
import type { WorkloadProfile } from './workload-profile';
import { partOfId } from '../arm/resource-ids';
import { rememberProvider } from '../azapi/provider-of';
import type { LogDestination } from '../monitoring/log-destination';
import type { SessionPoolDiagnosticsOptions } from '../monitoring/session-pool-diagnostics';
import { SessionPoolDiagnostics } from '../monitoring/session-pool-diagnostics';
import type { ISessionPoolEnvironmentRef } from '../monitoring/session-pool-environment-ref';
import type { Acknowledgement } from '../validation/acknowledgement';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * A Container Apps environment with workload profiles, in which custom container sessions run.
 */
export interface ISessionPoolEnvironment extends ISessionPoolEnvironmentRef {
  /**
   * The domain of the environment, which ends the host names of its pools.
   */
  readonly defaultDomain: string;

  /**
   * The IP address of the environment.
   */
  readonly staticIp: string;
}

/**
 * Anything that has the ARM id of an environment as its `id`.
 */
export interface IContainerAppEnvironment {
  /**
   * The ARM id of the environment.
   */
  readonly id: string;
}

/**
 * Properties of a Container Apps environment.
 */
export interface SessionPoolEnvironmentProps {
  /**
   * The id of the resource group: `/subscriptions/<id>/resourceGroups/<name>`. Another one replaces the environment.
   */
  readonly resourceGroupId: string;

  /**
   * The region, which is that of the pools too. Another one replaces the environment.
   */
  readonly location: string;

  /**
   * The name: up to 60 letters, digits and hyphens, a letter first. Another one replaces the environment.
   * @default - a unique name made from the path of the construct
   */
  readonly environmentName?: string;

  /**
   * The workload profiles, at least one.
   * @default - WorkloadProfile.consumption()
   */
  readonly workloadProfiles?: WorkloadProfile[];

  /**
   * The ARM id of the subnet in which the environment and the sessions live, /27 or larger and delegated to
   * `Microsoft.App/environments`. Another one replaces the environment.
   * @default - a network of Azure's own
   */
  readonly infrastructureSubnetId?: string;

  /**
   * Give the environment an address in the subnet only. Needs a subnet. Another value replaces the environment. The hosts of its pools are
   * resolved by a private DNS zone only: `SessionPoolPrivateDnsZone`. Warning `internal-without-dns-zone`.
   * @default - true with a subnet, else false
   */
  readonly internal?: boolean | IResolvable;

  /**
   * Whether the environment can be reached from the internet. An internal one cannot.
   * @default - PublicNetworkAccess.DISABLED for an internal environment, else PublicNetworkAccess.ENABLED
   */
  readonly publicNetworkAccess?: PublicNetworkAccess;

  /**
   * Spread the environment over the availability zones of the region. Needs a subnet. Another value replaces the
   * environment.
   * @default false
   */
  readonly zoneRedundant?: boolean | IResolvable;

  /**
   * Where the logs go. With Azure Monitor, a diagnostic setting sends them on: `sendLogsTo`. Warning `logs-go-nowhere`.
   * @default - EnvironmentLogs.azureMonitor()
   */
  readonly logs?: EnvironmentLogs;

  /**
   * Tags: at most 50, names up to 512 and values up to 256 characters.
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * How long operations may take.
   * @default - azapi's 30 minutes
   */
  readonly timeouts?: AzapiTimeouts;

  /**
   * The azapi provider, of any class.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the environment.
   * @default - only what the other properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Import the existing environment with this name instead of creating one, for example after an interrupted create. The plan fails if there is none. Remove
   * the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;

  /**
   * Let Terraform refuse every plan that would destroy the environment. It holds only while the construct is in the program.
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
 * How an environment that is defined elsewhere is read.
 */
export interface SessionPoolEnvironmentReferenceOptions {
  /**
   * The azapi provider, of any class, with which the environment is read where its domain or address is asked for.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}

/**
 * A Container Apps environment with workload profiles.
 *
 * @see https://learn.microsoft.com/azure/container-apps/environment
 *
 * @example
 *
 * const internal = new SessionPoolEnvironment(stack, 'internal', {
 *   resourceGroupId,
 *   location: 'westus2',
 *   infrastructureSubnetId: subnetId,
 * });
 */
export class SessionPoolEnvironment extends Construct implements ISessionPoolEnvironment, ITerraformDependable {
  /**
   * Refers to an environment by its ARM id.
   *
   * @param scope the construct that the reference belongs to
   * @param id the id of the reference in the scope
   * @param environmentId `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>`
   * @param options how it is read
   */
  public static fromEnvironmentId(
    scope: Construct,
    id: string,
    environmentId: string,
    options?: SessionPoolEnvironmentReferenceOptions,
  ): ISessionPoolEnvironment {
    return new ImportedEnvironment(scope, id, environmentId, options);
  }

  /**
   * Refers to an environment that something else defines, such as azurerm's `ContainerAppEnvironment` as it is.
   *
   * @param scope the construct that the reference belongs to
   * @param id the id of the reference in the scope
   * @param environment the environment
   * @param options how it is read
   */
  public static fromContainerAppEnvironment(
    scope: Construct,
    id: string,
    environment: IContainerAppEnvironment | TerraformElement,
    options?: SessionPoolEnvironmentReferenceOptions,
  ): ISessionPoolEnvironment {
    return new ImportedEnvironment(scope, id, (environment as IContainerAppEnvironment | undefined)?.id as string, options);
  }

  private readonly resource: AzapiResource;

  /**
   * @param scope the construct that the environment belongs to
   * @param id the id of the environment in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: SessionPoolEnvironmentProps) {
    super(scope, id);
    const given = defined(props);
    this.resource = defineEnvironment(this, given, validateEnvironment(this, given));
    checkSharedKey(this, this.resource, given);
    rememberProvider(this, given.provider);
    warnOfGaps(this, given);
    warnOfSensitiveValues(this, 'SessionPoolEnvironment', given);
  }

  /** The address in Terraform, with which other resources can depend on the environment. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  public get environmentId(): string {
    return this.resource.id;
  }

  public get environmentName(): string {
    return this.resource.name;
  }

  public get defaultDomain(): string {
    return this.data.getStringAttribute('output.properties.defaultDomain');
  }

  public get staticIp(): string {
    return this.data.getStringAttribute('output.properties.staticIp');
  }

  /**
   * Sends the logs of the sessions in the environment to a destination: a `SessionPoolDiagnostics` in the environment.
   *
   * @param id the ID of the diagnostics in the environment
   * @param destination where the logs are sent
   * @param options how they are sent and kept
   */
  public sendLogsTo(id: string, destination: LogDestination, options: SessionPoolDiagnosticsOptions = {}): SessionPoolDiagnostics {
    return new SessionPoolDiagnostics(this, id, { ...options, environment: this, destination });
  }

  private get data(): DataAzapiResource {
    return readEnvironment(this, this.resource.id, this.resource.provider);
  }
}

class ImportedEnvironment extends Construct implements ISessionPoolEnvironment {
  constructor(
    scope: Construct,
    id: string,
    public readonly environmentId: string,
    private readonly options: SessionPoolEnvironmentReferenceOptions = {},
  ) {
    super(scope, id);
    validateEnvironmentId(this, environmentId, options ?? {});
    rememberProvider(this, options?.provider);
  }

  public get environmentName(): string {
    return partOfId(this.environmentId, 8);
  }

  public get defaultDomain(): string {
    return this.data.getStringAttribute('output.properties.defaultDomain');
  }

  public get staticIp(): string {
    return this.data.getStringAttribute('output.properties.staticIp');
  }

  private get data(): DataAzapiResource {
    return readEnvironment(this, this.environmentId, this.options?.provider);
  }
}
