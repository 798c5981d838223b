import { Construct } from 'constructs';
import { AzapiResource } from './azapi';
import { ContainerProbe } from './container-probe';
import { McpServerOptions } from './mcp-server';
import { checkAddedVariable, validateCustomContainerPool } from './private/custom-container-pool-rules';
import { customContainerProperties, EnvironmentVar, SessionPoolProperties } from './private/session-pool-body';
import { defineSessionPool } from './private/session-pool-resource';
import { SessionLifecycle } from './session-lifecycle';
import { SessionPool, SessionPoolOptions } from './session-pool';
import { ISessionPoolEnvironment } from './session-pool-environment';

/**
 * Properties of a custom container pool.
 */
export interface CustomContainerPoolProps extends SessionPoolOptions {
  /**
   * The environment, which must have workload profiles. Another one replaces the pool.
   */
  readonly environment: ISessionPoolEnvironment;

  /**
   * The container image: `registry.azurecr.io/name:tag` or, better, `...@sha256:<digest>`. The pool caches the image, so a
   * new image needs a new tag or digest; `latest` and no tag are warnings.
   */
  readonly image: string;

  /**
   * The port on which the container answers HTTP requests, from 1 to 65535.
   */
  readonly targetPort: number;

  /**
   * The number of sessions that are kept ready: at least 1, and less than `maxConcurrentSessions`. They are billed.
   * @default 1
   */
  readonly readySessionInstances?: number;

  /**
   * When a session ends.
   * @default - after 300 seconds without requests
   */
  readonly lifecycle?: SessionLifecycle;

  /**
   * CPU cores of a session. Documented from 0.25 to 2; outside is a warning.
   * @default 0.25
   */
  readonly cpu?: number;

  /**
   * Memory of a session, in `Gi` or `Mi`. Documented from 0.5Gi to 4Gi, twice the number of cores; outside is a warning.
   * @default 0.5Gi
   */
  readonly memory?: string;

  /**
   * The name of the container: lower-case letters, digits, `-` and `.`, up to 46.
   * @default - the name of the pool
   */
  readonly containerName?: string;

  /**
   * The command, instead of the image's own.
   * @default - that of the image
   */
  readonly command?: string[];

  /**
   * The arguments of the command.
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Environment variables. Code in a session can read them: keep secrets out.
   * @default - none
   */
  readonly environmentVariables?: { [name: string]: string };

  /**
   * Probes, at most one of each type. They need api version 2026-07-01 or a preview.
   * @default - none
   */
  readonly probes?: ContainerProbe[];

  /**
   * Settings of the MCP server. The service is known to accept and drop them for custom containers, which is a warning.
   * @default - no MCP server
   */
  readonly mcpServer?: McpServerOptions;
}

/**
 * A pool of sessions that run a container of your own.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-custom-container
 */
export class CustomContainerPool extends SessionPool {
  public readonly sessionPoolId: string;
  public readonly sessionPoolName: string;
  public readonly poolManagementEndpoint: string;

  private readonly resource: AzapiResource;
  private readonly added: EnvironmentVar[] = [];
  private readonly variableNames: Set<string>;
  private readonly render: () => SessionPoolProperties;

  /**
   * @param scope the construct that the pool belongs to
   * @param id the id of the pool in the scope
   * @param props the properties; every one that is wrong is named in the error
   */
  constructor(scope: Construct, id: string, props: CustomContainerPoolProps) {
    super(scope, id);
    const validated = validateCustomContainerPool(this, props);
    this.variableNames = new Set(Object.keys(props.environmentVariables ?? {}));
    this.render = () => customContainerProperties(props, validated.name, this.added);
    this.resource = defineSessionPool(this, props, validated, this.render(), { create: '60m', update: '60m', delete: '60m' });
    this.sessionPoolId = this.resource.id;
    this.sessionPoolName = this.resource.name;
    this.poolManagementEndpoint = this.resource.getStringAttribute('output.properties.poolManagementEndpoint');
  }

  /**
   * Adds an environment variable. A name that the pool already has is an error.
   *
   * @param name the name
   * @param value the value, which code in a session can read
   */
  public addEnvironmentVariable(name: string, value: string): void {
    checkAddedVariable(this, this.variableNames, name, value);
    this.variableNames.add(name);
    this.added.push({ name, value });
    this.resource.body = { properties: this.render() };
  }
}
