import { randomUUID } from 'node:crypto';
import type { JsonObject } from './json';

export interface Credentials {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface EntraAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

const LIFETIME_SECONDS = 3600;

/** Issues tokens for client credentials. recorded: azapi asks for the OpenID configuration of the tenant, then for a token. */
export class Entra {
  private readonly tokens = new Set<string>();

  constructor(
    private readonly credentials: Credentials,
    private readonly audience: string,
  ) {}

  /** The answer to a request, `undefined` if it is not one for Entra. */
  handle(method: string, path: string, form: URLSearchParams, origin: string): EntraAnswer | undefined {
    const [, tenant, ...rest] = path.split('/');
    const request = `${method} ${rest.join('/')}`;
    if (request === 'GET v2.0/.well-known/openid-configuration') return { status: 200, body: configuration(origin, tenant) };
    if (request === 'POST oauth2/v2.0/token') return this.issue(tenant, form);
    return undefined;
  }

  accepts(authorization: string | undefined): boolean {
    return this.tokens.has((authorization ?? '').replace(/^Bearer /, ''));
  }

  private issue(tenant: string, form: URLSearchParams): EntraAnswer {
    const { tenantId, clientId, clientSecret } = this.credentials;
    if (tenant !== tenantId) return refusal('invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
    if (form.get('grant_type') !== 'client_credentials') {
      return refusal('unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
    }
    if (form.get('client_id') !== clientId) {
      return refusal(
        'unauthorized_client',
        `AADSTS700016: Application with identifier '${form.get('client_id')}' was not found in the directory.`,
      );
    }
    if (form.get('client_secret') !== clientSecret) {
      return refusal('invalid_client', 'AADSTS7000215: Invalid client secret provided.', 401);
    }
    const scope = form.get('scope') ?? '';
    if (!scope.split(' ').includes(`${this.audience}/.default`)) {
      return refusal(
        'invalid_scope',
        `AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
      );
    }
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: LIFETIME_SECONDS, ext_expires_in: LIFETIME_SECONDS, access_token: this.token() },
    };
  }

  /** A token of JWT form: azapi reads the object id from its claims. */
  private token(): string {
    const { tenantId, clientId } = this.credentials;
    const now = Math.floor(Date.now() / 1000);
    const encode = (part: JsonObject) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = {
      aud: this.audience,
      tid: tenantId,
      appid: clientId,
      oid: clientId,
      iat: now,
      exp: now + LIFETIME_SECONDS,
      jti: randomUUID(),
    };
    const token = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.local`;
    this.tokens.add(token);
    return token;
  }
}

function configuration(origin: string, tenant: string): JsonObject {
  const authority = `${origin}/${tenant}`;
  return {
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
  };
}

function refusal(error: string, description: string, status = 400): EntraAnswer {
  return { status, body: { error, error_description: description } };
}
