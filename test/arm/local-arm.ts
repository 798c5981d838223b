import { rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ArmError } from './arm-error';
import type { Certificate } from './certificate';
import { createCertificate } from './certificate';
import type { Drift } from './drifts';
import type { Echo } from './echo';
import { Entra } from './entra';
import type { ActiveInjection, Fault, Injection } from './faults';
import { Faults } from './faults';
import type { Json, JsonObject } from './json';
import { kindOf } from './kinds';
import { Operations } from './operations';
import type { Connection } from './provider-arguments';
import { environment, providerConfig } from './provider-arguments';
import type { ArmAnswer, ArmRequest } from './request';
import type { LoggedRequest } from './request-log';
import { loggedHeaders } from './request-log';
import { ResourceManager } from './resource-manager';
import type { Resource } from './resource-store';
import type { Rules } from './rules';
import { rulesNamed } from './rules';
import type { AzapiProviderConfig } from '../../lib/azapi';

export interface LocalArmOptions {
  /**
   * How often a long-running operation is still in progress when it is asked for.
   * @default 1
   */
  readonly polls?: number;

  /**
   * The time that clients are told to wait between two polls.
   * @default 20
   */
  readonly pollMilliseconds?: number;

  /**
   * What is insisted on, where it is not what the rules of `LOCAL_ARM_RULES` say.
   * @default - none of it
   */
  readonly rules?: Partial<Rules>;

  /**
   * The ids of what exists beside what is put here, for the rule `existing: 'known'`.
   * @default - the subscription and its resource group `rg`
   */
  readonly existing?: readonly string[];
}

const AUDIENCE = 'https://management.core.windows.net/';

/** A stand-in for Azure Resource Manager and for the token endpoint of Entra: HTTPS on the loopback interface. */
export class LocalArm {
  static async start(options: LocalArmOptions = {}): Promise<LocalArm> {
    const arm = new LocalArm(await createCertificate(), options);
    await new Promise<void>(resolve => arm.server.listen(0, '127.0.0.1', resolve));
    return arm;
  }

  readonly subscriptionId = '00000000-0000-4000-8000-000000000001';
  readonly tenantId = '00000000-0000-4000-8000-000000000002';
  readonly clientId = '00000000-0000-4000-8000-000000000003';
  readonly clientSecret = 'local-client-secret';

  /** Every request in the order of arrival, those for tokens too. */
  readonly requests: LoggedRequest[] = [];

  /** How answers differ from what was sent. */
  echo: Echo = 'recorded';

  /** What is insisted on. */
  rules: Rules;

  private readonly server: Server;
  private readonly entra = new Entra(this, AUDIENCE);
  private readonly faults = new Faults();
  private readonly manager: ResourceManager;

  private constructor(
    private readonly certificate: Certificate,
    options: LocalArmOptions,
  ) {
    this.server = createServer({ key: certificate.key, cert: certificate.certificate }, (request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(JSON.stringify(new ArmError(500, 'InternalServerError', String(error)).toBody()));
      });
    });
    this.rules = { ...rulesNamed(process.env.LOCAL_ARM_RULES), ...options.rules };
    const operations = new Operations(options.polls ?? 1, options.pollMilliseconds ?? 20);
    this.manager = new ResourceManager(type => kindOf(type, this.tenantId, this.clientId), operations, this);
    this.declare(`/subscriptions/${this.subscriptionId}`, ...(options.existing ?? [this.resourceGroupId()]));
  }

  get endpoint(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Path of the certificate, in PEM form. */
  get certificateFile(): string {
    return this.certificate.file;
  }

  /** The arguments of the azapi provider. */
  providerConfig(): AzapiProviderConfig {
    return providerConfig(this.connection());
  }

  /** Variables of the environment for terraform; with them the azapi provider needs no arguments. */
  environment(): { [name: string]: string } {
    return environment(this.connection());
  }

  resourceGroupId(name = 'rg'): string {
    return `/subscriptions/${this.subscriptionId}/resourceGroups/${name}`;
  }

  /** What is kept of a resource: the accepted body, values of secrets too. */
  resource(id: string): Resource | undefined {
    return this.manager.store.get(id);
  }

  /** What was created; tables and the like that exist by themselves are left out. */
  get resources(): Resource[] {
    return this.manager.created;
  }

  /** Makes resources exist that are not here, for the rule `existing: 'known'`. */
  declare(...ids: string[]): void {
    this.manager.existence.declare(ids);
  }

  /** Writes a resource past the wire, done at once. */
  put(id: string, apiVersion: string, body: JsonObject): Resource {
    this.manager.handle({ method: 'PUT', path: id, apiVersion, body });
    this.manager.operations.endAll();
    return this.require(id);
  }

  /** Changes the kept body of a resource behind the back of the client. */
  mutate(id: string, change: (body: JsonObject) => void): void {
    change(this.require(id).body);
  }

  /** Lets one of {@link DRIFTS} happen to a resource. */
  drift(id: string, drift: Drift): void {
    const resource = this.require(id);
    if (!drift.applies(resource)) throw new Error(`${drift.id} cannot happen to ${id} as it is`);
    drift.apply(resource, this.manager.store);
  }

  /** Removes a resource behind the back of the client. */
  remove(id: string): void {
    this.manager.store.delete(this.require(id).id);
  }

  inject(injection: Injection): ActiveInjection {
    return this.faults.inject(injection);
  }

  /** Ends the long-running operations that nobody polls any more; those that hang only on demand. */
  endOperations({ hanging = false } = {}): void {
    this.manager.operations.endAll(hanging);
  }

  /** Takes the registration of a resource provider away. */
  unregister(namespace: string): void {
    this.manager.providers.unregister(namespace);
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
    rmSync(this.certificate.directory, { recursive: true, force: true });
  }

  private connection(): Connection {
    const { subscriptionId, tenantId, clientId, clientSecret, certificateFile } = this;
    return { subscriptionId, tenantId, clientId, clientSecret, certificateFile, origin: this.endpoint, audience: AUDIENCE };
  }

  private require(id: string): Resource {
    const resource = this.resource(id);
    if (!resource) throw new Error(`There is no resource ${id}`);
    return resource;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const url = new URL(request.url ?? '/', this.endpoint);
    const path = decodeURI(url.pathname);
    const method = request.method ?? 'GET';
    const token = this.entra.handle(method, path, new URLSearchParams(text), this.endpoint);
    const log: LoggedRequest = {
      method,
      path,
      apiVersion: url.searchParams.get('api-version') ?? undefined,
      query: url.searchParams,
      headers: loggedHeaders(request.headers),
      body: token ? undefined : parse(text),
    };
    this.requests.push(log);
    if (token) return send(response, log, token);
    if (!this.entra.accepts(request.headers.authorization)) {
      return send(response, log, refusal(new ArmError(401, 'AuthenticationFailed', 'Authentication failed.')));
    }
    const fault = this.faults.take(method, path);
    if (fault?.kind === 'slow') await new Promise(resolve => setTimeout(resolve, fault.milliseconds));
    return this.answer(log, response, fault);
  }

  private answer(log: LoggedRequest, response: ServerResponse, fault: Fault | undefined): void {
    switch (fault?.kind) {
      case 'hang':
        return;
      case 'reset':
        response.destroy();
        return;
      case 'status':
        return send(response, log, failure(fault));
      case 'applied-then-reset':
        this.handle(log);
        response.destroy();
        return;
      case 'applied-then-status':
        this.handle(log);
        return send(response, log, failure(fault));
      case 'async-hang':
        return send(response, log, this.handle(log, { hangs: true }));
      case 'async-failed': {
        const error = new ArmError(400, fault.code ?? 'SessionPoolOperationError', fault.message ?? 'The operation failed.');
        return send(response, log, this.handle(log, { failure: error }));
      }
      default:
        return send(response, log, this.handle(log));
    }
  }

  private handle(log: LoggedRequest, mishap?: ArmRequest['mishap']): ArmAnswer {
    try {
      return this.manager.handle({ ...log, mishap });
    } catch (error) {
      if (error instanceof ArmError) return refusal(error);
      throw error;
    }
  }
}

function send(response: ServerResponse, log: LoggedRequest, { status, headers, body }: ArmAnswer): void {
  log.status = status;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body ? JSON.stringify(body) : undefined);
}

function refusal(error: ArmError): ArmAnswer {
  return { status: error.status, body: error.toBody() };
}

function failure(fault: { status: number; code?: string; message?: string; retryAfterSeconds?: number }): ArmAnswer {
  const error = new ArmError(fault.status, fault.code ?? 'InjectedFault', fault.message ?? `Injected fault ${fault.status}.`);
  return { ...refusal(error), headers: fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) } };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function parse(text: string): Json | undefined {
  return text ? (JSON.parse(text) as Json) : undefined;
}
