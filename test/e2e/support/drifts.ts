import type { TerraformStack } from 'cdktf';
import { contextOf } from './edits';
import type { CustomContainerPoolProps, SessionSecret } from '../../../lib';
import { CodeInterpreterType, Principal, RegistryCredentials, SecretEnvironmentVariable, SessionPoolEnvironment } from '../../../lib';
import type { JsonObject } from '../../arm/json';
import { asObject, asObjects } from '../../arm/json';
import type { PoolKind } from '../../properties/card';
import { cardsOf } from '../../properties/cards';
import type { PropertyDrift } from '../../properties/drifts';
import { driftsOf } from '../../properties/drifts';
import { container, interpreter, RESOURCE_GROUP_ID } from '../../support/fixtures';

/** What somebody changes past Terraform, and the arguments in which the next plan shows it. */
export interface Drift {
  readonly title: string;
  readonly change: (properties: JsonObject, body: JsonObject) => void;
  readonly paths: readonly string[];
}

/** A resource, and all that can happen to it. */
export interface Drifting {
  readonly title: string;
  readonly type: string;
  readonly build: (stack: TerraformStack, id: string, secrets: readonly SessionSecret[]) => void;
  readonly drifts: readonly Drift[];
}

const IDENTITIES = ['puller', 'other'].map(
  name => `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
);
const POOL = 'Microsoft.App/sessionPools';
const PROPERTIES = 'body.properties';
const CONTAINER = `${PROPERTIES}.customContainerTemplate.containers[0]`;
const REGISTRY = `${PROPERTIES}.customContainerTemplate.registryCredentials`;

const templateOf = (properties: JsonObject) => asObject(properties.customContainerTemplate);
const containerOf = (properties: JsonObject) => asObjects(templateOf(properties).containers)[0];
const append = (list: JsonObject['list'], item: JsonObject) => (list as JsonObject[]).push(item);

const EGRESS: Drift = {
  title: 'egress is turned on',
  change: properties => {
    properties.sessionNetworkConfiguration = { status: 'EgressEnabled' };
  },
  paths: [`${PROPERTIES}.sessionNetworkConfiguration.status`],
};

const guarded: CustomContainerPoolProps['registryCredentials'] = RegistryCredentials.fromUserAssignedIdentity({
  server: 'registry.azurecr.io',
  identityId: IDENTITIES[0],
});

export const DRIFTING: readonly Drifting[] = [
  {
    title: 'CustomContainerPool',
    type: POOL,
    build: (stack, id, [one, two]) =>
      void container(
        stack,
        {
          sessionPoolName: id,
          registryCredentials: guarded,
          secretEnvironmentVariables: [SecretEnvironmentVariable.of('ONE', one), SecretEnvironmentVariable.of('TWO', two)],
        },
        id,
      ),
    drifts: [
      EGRESS,
      {
        title: 'sessions get tokens of the identity',
        change: properties => {
          asObjects(properties.managedIdentitySettings)[0].lifecycle = 'Main';
        },
        paths: [`${PROPERTIES}.managedIdentitySettings[0].lifecycle`],
      },
      {
        title: 'another identity is assigned',
        change: (_, body) => {
          asObject(asObject(body.identity).userAssignedIdentities)[IDENTITIES[1]] = {};
        },
        paths: [`${PROPERTIES}.managedIdentitySettings[1]`, 'identity[0].identity_ids'],
      },
      {
        title: 'a secret is replaced by plain text',
        change: properties => {
          asObjects(containerOf(properties).env)[0].secretRef = undefined;
          asObjects(containerOf(properties).env)[0].value = 'text';
        },
        paths: [`${CONTAINER}.env[0].value`],
      },
      {
        title: 'an environment variable is added',
        change: properties => append(containerOf(properties).env, { name: 'EVIL', value: '1' }),
        paths: [`${CONTAINER}.env[2]`],
      },
      {
        title: 'another registry',
        change: properties => {
          asObject(templateOf(properties).registryCredentials).server = 'evil.azurecr.io';
        },
        paths: [`${REGISTRY}.server`],
      },
      {
        title: 'a secret is removed',
        change: properties => {
          (properties.secrets as JsonObject[]).shift();
        },
        paths: [`${PROPERTIES}.secrets[0].name`, `${PROPERTIES}.secrets[1]`],
      },
      {
        title: 'a secret is added',
        change: properties => append(properties.secrets, { name: 'three', value: '3' }),
        paths: [`${PROPERTIES}.secrets[2]`],
      },
    ],
  },
  {
    title: 'CustomContainerPool without registry and identity',
    type: POOL,
    build: (stack, id) => void container(stack, { sessionPoolName: id }, id),
    drifts: [
      {
        title: 'registry credentials are added',
        change: (properties, body) => {
          templateOf(properties).registryCredentials = { server: 'evil.azurecr.io', identity: 'system' };
          body.identity = { type: 'SystemAssigned' };
        },
        paths: [REGISTRY, 'identity[0]'],
      },
      {
        title: 'an identity is assigned',
        change: (_, body) => {
          body.identity = { type: 'SystemAssigned' };
        },
        paths: ['identity[0]'],
      },
    ],
  },
  {
    title: 'CodeInterpreterPool',
    type: POOL,
    build: (stack, id) =>
      void interpreter(
        stack,
        {
          sessionPoolName: id,
          containerType: CodeInterpreterType.SHELL,
          mcpServer: { apiKeyDisabled: true },
          tags: { team: 'a' },
        },
        id,
      ),
    drifts: [
      EGRESS,
      {
        title: 'API keys of the MCP server are allowed',
        change: properties => {
          asObject(properties.mcpServerSettings).isMcpServerApiKeyDisabled = false;
        },
        paths: [`${PROPERTIES}.mcpServerSettings.isMcpServerApiKeyDisabled`],
      },
      {
        title: 'tags',
        change: (_, body) => {
          body.tags = { team: 'b' };
        },
        paths: ['tags.team'],
      },
    ],
  },
  {
    title: 'SessionPoolEnvironment',
    type: 'Microsoft.App/managedEnvironments',
    build: (stack, id) =>
      void new SessionPoolEnvironment(stack, id, {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        environmentName: id,
        infrastructureSubnetId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/network/subnets/subnet`,
      }),
    drifts: [
      {
        title: 'public network access is enabled',
        change: properties => {
          properties.publicNetworkAccess = 'Enabled';
        },
        paths: [`${PROPERTIES}.publicNetworkAccess`],
      },
      {
        title: 'logs go nowhere',
        change: properties => {
          properties.appLogsConfiguration = { destination: 'none' };
        },
        paths: [`${PROPERTIES}.appLogsConfiguration.destination`],
      },
    ],
  },
];

/** A pool for each drift of the cards of a kind of pool. */
export function defineDrifting(stack: TerraformStack, kind: PoolKind): Array<PropertyDrift & { readonly title: string }> {
  const context = contextOf(stack, kind);
  const drifts = cardsOf(kind).flatMap(card => driftsOf(card).map(each => ({ ...each, title: `${card.property}: ${each.drift.title}` })));
  drifts.forEach(({ props }, index) => {
    const given = { sessionPoolName: `drift${index}`, ...props(context) };
    if (kind === 'CodeInterpreterPool') interpreter(stack, given, `drift${index}`);
    else container(stack, { environment: context.environments.one, ...given }, `drift${index}`);
  });
  return drifts;
}

/** A pool on which a principal has the role of an executor. */
export function buildGranted(stack: TerraformStack): void {
  interpreter(stack, { sessionPoolName: 'granted' }, 'granted').grants.execute(
    Principal.servicePrincipal('11111111-1111-4111-8111-111111111111'),
  );
}
