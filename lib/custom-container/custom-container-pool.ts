import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { customContainerProperties, IMAGE_PATH, plainVariables, secretProperties } from './custom-container-pool-body';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import { validateCustomContainerPool } from './custom-container-pool-rules';
import { checkWhenComplete } from './deferred-checks';
import { checkAddedSecret, checkAddedVariable } from './environment-variable-rules';
import { grantImagePull } from './image-pull';
import { identityBlock } from './pool-identities';
import type { Feature } from '../arm/api-versions';
import { ContainerType } from '../arm/container-type';
import { identitiesOf } from '../credentials/identity-rules';
import { presenceChecks } from '../credentials/secret-presence';
import { secretsOf, uniqueSecrets } from '../credentials/secret-rules';
import type { SessionSecret } from '../credentials/session-secret';
import { SessionPoolEndpoints } from '../endpoints/session-pool-endpoints';
import type { ISessionPoolEnvironment } from '../environment/session-pool-environment';
import { ValidationError } from '../errors';
import { NOT_FOR_CUSTOM_CONTAINERS, rememberMissingMcpServer } from '../mcp/missing-mcp-server';
import { customContainerEndpoint, managementEndpoint } from '../pool/management-endpoint';
import { SessionPool } from '../pool/session-pool';
import type { EnvironmentVar, SessionPoolProperties } from '../pool/session-pool-body';
import { DEFAULT_MAX_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import { defineSessionPool, sensitiveBody } from '../pool/session-pool-resource';
import { deferProperty } from '../terraform/deferred-property';
import { isToken } from '../terraform/templates';
import { warnOfSensitiveValues } from '../validation/sensitive-values';
import { defined } from '../validation/without-nulls';

/**
 * A pool of sessions that run a container of your own.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-custom-container
 *
 * @example
 *
 * const browsers = new CustomContainerPool(stack, 'browsers', {
 *   resourceGroupId,
 *   location: 'westus2',
 *   environment,
 *   image: 'myregistry.azurecr.io/browser:1.4.2',
 *   targetPort: 8080,
 *   registryCredentials: RegistryCredentials.fromContainerRegistry(registry, identity),
 * });
 * browsers.addEnvironmentVariable('LOG_LEVEL', 'info');
 */
export class CustomContainerPool extends SessionPool implements ITerraformDependable {
  private readonly props: CustomContainerPoolProps;
  private readonly poolName: string;
  private readonly features: readonly Feature[];
  private readonly resource: AzapiResource;
  private readonly addedVariables: EnvironmentVar[] = [];
  private readonly addedSecretVariables: Array<{ readonly name: string; readonly secret: SessionSecret }> = [];
  private secrets: SessionSecret[];

  /**
   * @param scope the construct that the pool belongs to
   * @param id the id of the pool in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: CustomContainerPoolProps) {
    super(scope, id, props?.provider);
    const given = defined(props);
    const validated = validateCustomContainerPool(this, given);
    this.props = given;
    this.poolName = validated.name;
    this.features = validated.apiVersion.features;
    this.secrets = secretsOf(this, given);
    const planTimeChecks = [...validated.planTimeChecks, ...presenceChecks(this, this.secrets)];
    this.resource = defineSessionPool(this, given, { ...validated, planTimeChecks }, this.properties(), {
      sensitiveProperties: secretProperties(this.secrets),
      identity: identityBlock(identitiesOf(this, given)),
      defaultTimeouts: { create: '60m', update: '60m', delete: '60m' },
      ignoreChanges: given.ignoreImage ? [IMAGE_PATH] : undefined,
      dependsOn: grantImagePull(this, given),
    });
    rememberMissingMcpServer(this, NOT_FOR_CUSTOM_CONTAINERS);
    checkWhenComplete(this, this.resource, given, () => this.addedSecretVariables);
    warnOfSensitiveValues(this, 'CustomContainerPool', given, () => this.addedValues());
  }

  /** The address in Terraform, with which other resources can depend on the pool. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  public get sessionPoolId(): string {
    return this.resource.id;
  }

  public get sessionPoolName(): string {
    return this.resource.name;
  }

  public get poolManagementEndpoint(): string {
    return managementEndpoint(this.resource, customContainerEndpoint(this.resource.name, this.props.environment.defaultDomain));
  }

  public get endpoints(): SessionPoolEndpoints {
    return new SessionPoolEndpoints(this, { containerType: this.containerType });
  }

  /** The region, as it was given. */
  public get location(): string {
    return this.props.location;
  }

  /** The number of sessions that can exist at the same time. */
  public get maxConcurrentSessions(): number {
    return this.props.maxConcurrentSessions ?? DEFAULT_MAX_CONCURRENT_SESSIONS;
  }

  /** The container type: `ContainerType.CUSTOM_CONTAINER`. */
  public get containerType(): ContainerType {
    return ContainerType.CUSTOM_CONTAINER;
  }

  /** The environment. */
  public get environment(): ISessionPoolEnvironment {
    return this.props.environment;
  }

  /** A copy of the environment variables, with those that were added and without those that are secrets. */
  public get environmentVariables(): { [name: string]: string } {
    return plainVariables(this.props, this.addedVariables);
  }

  /**
   * The object ID of the system-assigned identity, to grant roles to: `Principal.managedIdentity(pool.systemAssignedPrincipalId)`. Azure gives it when
   * the pool is created, and it stays as long as the pool has the identity. A pool without one throws an error.
   */
  public get systemAssignedPrincipalId(): string {
    if (!identitiesOf(this, this.props).some(({ identity }) => identity === 'system')) {
      throw new ValidationError('CustomContainerPool', this.node.path, [
        'identities must have a system-assigned identity for systemAssignedPrincipalId: add SessionIdentity.systemAssigned()',
      ]);
    }
    return this.resource.getStringAttribute('identity[0].principal_id');
  }

  /**
   * Adds an environment variable. A name that the pool already has is an error.
   *
   * @param name the name
   * @param value the value, which code in a session can read
   */
  public addEnvironmentVariable(name: string, value: string): void {
    checkAddedVariable(this, this.props, this.addedVariables, { name, value });
    this.addedVariables.push({ name, value });
    this.render();
  }

  /**
   * Adds an environment variable whose value is a secret. A name that the pool already has is an error.
   *
   * @param name the name
   * @param secret the secret, which code in a session can read
   */
  public addSecretEnvironmentVariable(name: string, secret: SessionSecret): void {
    checkAddedSecret(this, this.props, this.addedVariables, this.secrets, name, secret);
    this.addedVariables.push({ name, secretRef: secret.name });
    this.addedSecretVariables.push({ name, secret });
    const secrets = uniqueSecrets(this, [...this.secrets, secret]);
    if (secrets.length > this.secrets.length) {
      this.secrets = secrets;
      const { lifecycle } = this.resource;
      this.resource.lifecycle = {
        ...lifecycle,
        precondition: [...(lifecycle?.precondition ?? []), ...presenceChecks(this, [secret])],
      };
    }
    this.render();
  }

  private addedValues(): { readonly environmentVariables?: { readonly [name: string]: string } } {
    const added = Object.fromEntries(this.addedVariables.map(({ name, value }) => [name, value ?? '']));
    const { environmentVariables = {} } = this.props;
    return isToken(environmentVariables) ? {} : { environmentVariables: { ...environmentVariables, ...added } };
  }

  private properties(): SessionPoolProperties {
    return customContainerProperties(this.props, {
      poolName: this.poolName,
      features: this.features,
      identities: identitiesOf(this, this.props),
      secrets: secretsOf(this, {}, this.secrets),
      addedVariables: this.addedVariables,
    });
  }

  /** Works out the body when somebody wants it: adding many variables does not render them again and again. */
  private render(): void {
    deferProperty(this.resource, 'body', () => ({ properties: this.properties() }));
    deferProperty(this.resource, 'sensitiveBody', () => sensitiveBody(secretProperties(secretsOf(this, {}, this.secrets))));
  }
}
