import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { JsonObject } from './json';
import type { LocalArm } from './local-arm';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: JsonObject;
}

/** Talks to a {@link LocalArm} over HTTPS, trusting its certificate alone. */
export class ArmClient {
  private readonly ca: Buffer;
  private token?: string;

  constructor(private readonly arm: LocalArm) {
    this.ca = readFileSync(arm.certificateFile);
  }

  /** The query goes beside the api version. */
  async get(path: string, apiVersion: string, query: { readonly [name: string]: string } = {}): Promise<Answer> {
    return this.call('GET', `${path}?${new URLSearchParams({ 'api-version': apiVersion, ...query }).toString()}`);
  }

  async put(path: string, apiVersion: string, body: JsonObject): Promise<Answer> {
    return this.call('PUT', `${path}?api-version=${apiVersion}`, body);
  }

  async patch(path: string, apiVersion: string, body: JsonObject): Promise<Answer> {
    return this.call('PATCH', `${path}?api-version=${apiVersion}`, body);
  }

  async post(path: string, apiVersion: string): Promise<Answer> {
    return this.call('POST', `${path}?api-version=${apiVersion}`);
  }

  async delete(path: string, apiVersion: string): Promise<Answer> {
    return this.call('DELETE', `${path}?api-version=${apiVersion}`);
  }

  /** Follows the operation that an answer announces, to its end. */
  async follow({ headers }: Answer): Promise<Answer[]> {
    const url = String(headers['azure-asyncoperation'] ?? headers.location);
    const polls: Answer[] = [];
    do polls.push(await this.call('GET', url.slice(this.arm.endpoint.length)));
    while (polls[polls.length - 1].status === 202 || polls[polls.length - 1].body.status === 'InProgress');
    return polls;
  }

  async requestToken(form: { [name: string]: string } = {}, tenantId = this.arm.tenantId): Promise<Answer> {
    const { clientId, clientSecret } = this.arm;
    return this.send(
      'POST',
      `/${tenantId}/oauth2/v2.0/token`,
      {},
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: 'https://management.core.windows.net//.default openid offline_access profile',
        ...form,
      }).toString(),
    );
  }

  /** Any request, without a token unless one is given. */
  async send(method: string, path: string, headers: { [name: string]: string }, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpsRequest(`${this.arm.endpoint}${path}`, { method, headers, ca: this.ca, agent: false }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text ? (JSON.parse(text) as JsonObject) : {} });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private async call(method: string, path: string, body?: JsonObject): Promise<Answer> {
    this.token ??= String((await this.requestToken()).body.access_token);
    return this.send(method, path, { authorization: `Bearer ${this.token}` }, body && JSON.stringify(body));
  }
}
