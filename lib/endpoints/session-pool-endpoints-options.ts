import type { ContainerType } from '../arm/container-type';

/**
 * Options of the environment variables of an app.
 */
export interface EndpointEnvironmentOptions {
  /**
   * The client id of the managed identity with which the app gets its tokens, as `AZURE_CLIENT_ID`.
   * @default - the only identity of the app, which needs no id
   */
  readonly clientId?: string;
}

/**
 * Where a file is in a session.
 */
export interface SessionFileOptions {
  /**
   * The folder of the file, such as `data/2026`.
   * @default - the working folder of the session
   */
  readonly path?: string;
}

/**
 * What is known of a pool beside its endpoint.
 */
export interface SessionPoolEndpointsOptions {
  /**
   * The container type.
   * @default - unknown: the URLs that only one kind of pool has are given, and those that differ by kind are errors
   */
  readonly containerType?: ContainerType;

  /**
   * The URL of the MCP server.
   * @default - the pool has no MCP server
   */
  readonly mcpServerEndpoint?: string;

  /**
   * The version of the API of code interpreter sessions. The first one has paths of its own, and only the operations
   * `executeCode`, `uploadFile`, `listFiles` and `downloadFile`. A custom container pool has no such API.
   * @default - the version for the container type in docs/api-versions.md
   */
  readonly apiVersion?: string;
}
