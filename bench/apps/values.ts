import type { TerraformStack } from 'cdktf';
import { TerraformVariable } from 'cdktf';

export const RESOURCE_GROUP_ID = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/agents';
export const LOCATION = 'westus2';
export const IMAGE = 'registry.azurecr.io/sandbox:1.0';
export const PINNED_IMAGE = 'registry.azurecr.io/sandbox@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const TARGET_PORT = 8080;
export const SERVER = 'registry.azurecr.io';
export const ENVIRONMENT_NAME = 'agents';
const SECRETS = ['database', 'search', 'storage'];

/** What a full pool takes from variables of its stack: tokens for cdktf. */
export interface Variables {
  readonly secrets: TerraformVariable[];
  readonly identityId: string;
  readonly team: string;
  readonly host: string;
}

export function variables(stack: TerraformStack): Variables {
  const define = (name: string, sensitive = false) => new TerraformVariable(stack, name, { type: 'string', sensitive, nullable: false });
  const secrets = SECRETS.map(name => define(name, true));
  secrets.forEach(secret => secret.addOverride('ephemeral', true));
  return {
    secrets,
    identityId: define('identityId').stringValue,
    team: define('team').stringValue,
    host: define('host').stringValue,
  };
}

/** Seventeen variables that are not secret, three of them with a token. */
export function plainVariables(host: string): { readonly [name: string]: string } {
  return {
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
    PORT: '8080',
    HOST: '0.0.0.0',
    TZ: 'Etc/UTC',
    LANG: 'C.UTF-8',
    WORKERS: '4',
    TIMEOUT_SECONDS: '120',
    MAX_BODY_BYTES: '1048576',
    CACHE_DIRECTORY: '/tmp/cache',
    MODEL: 'small-instruct-2026-01-01',
    FEATURES: 'files,plots,shell',
    PYTHONUNBUFFERED: '1',
    NO_PROXY: 'localhost,127.0.0.1,.internal',
    API_URL: `https://${host}/api`,
    SEARCH_URL: `https://search.${host}/indexes`,
    TELEMETRY_URL: `https://telemetry.${host}:4318`,
  };
}
