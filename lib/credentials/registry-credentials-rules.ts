import type { ImagePullGrant } from './image-pull-grant';
import { ImagePullRole } from './image-pull-grant';
import { REGISTRY_HOST, registryOf } from './image-reference';
import { withoutPassword } from './masks';
import type { RegistryCredentials } from './registry-credentials';
import { IDENTITY_ID, REGISTRY_ID } from '../arm/resource-ids';
import { checkExisting, checkGrantId } from '../arm/role-assignment-rules';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { checkObject, has } from '../validation/objects';

/** The properties of a pool that say how its image is pulled. */
interface ImagePullOptions {
  readonly image: string;
  readonly registryCredentials?: RegistryCredentials;
}

const SERVER = {
  mask: withoutPassword,
  pattern: REGISTRY_HOST,
  rule: "be the host of a registry such as 'myregistry.azurecr.io'",
};
const CREDENTIALS = {
  type: 'RegistryCredentials',
  use: 'RegistryCredentials.fromContainerRegistry, fromUserAssignedIdentity, fromSystemAssignedIdentity or fromUsernamePassword',
};
const PRINCIPAL_ID = { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, rule: 'be the object id of an identity, a GUID' };
const PULL_GRANT = { type: 'ImagePullGrant', use: 'ImagePullGrant.assign or ImagePullGrant.none' };
const PULL_ROLE = { pattern: new RegExp(`^(${Object.values(ImagePullRole).join('|')})$`), rule: 'be a constant of ImagePullRole' };
/** The host of an Azure container registry of any cloud; one with a unique name is called `<name>-<hash>`. */
const AZURE_REGISTRY = /^(?<name>[a-z0-9-]+)(\.[a-z0-9-]+)?\.azurecr\./i;
const NO_AZURE_REGISTRY =
  /^(docker\.io|ghcr\.io|quay\.io|mcr\.microsoft\.com|public\.ecr\.aws|registry\.gitlab\.com|registry\.k8s\.io|(.*\.)?gcr\.io|.*\.(pkg\.dev|amazonaws\.com)|localhost)(:\d+)?$/;
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** How the image is pulled. */
export function checkRegistryCredentials({ registryCredentials, image }: ImagePullOptions, findings: Findings): void {
  if (registryCredentials === undefined || registryCredentials === null) {
    return;
  }
  const { server, identity, username, password } = registryCredentials;
  if (!checkObject('registryCredentials', registryCredentials, has(registryCredentials, 'server'), CREDENTIALS, findings)) {
    return;
  }
  findings.required('registryCredentials.server', server, 'the host of the registry');
  if (
    findings.text('registryCredentials.server', server, SERVER) &&
    typeof image === 'string' &&
    !isToken(image) &&
    hubName(server) !== hubName(registryOf(image))
  ) {
    findings.warn(
      'other-registry',
      `registryCredentials are for ${show(server)}, but image (${show(withoutPassword(image))}) is in another registry: no pull uses them`,
    );
  }
  if (identity !== undefined) {
    checkIdentityPull(server, findings);
  }
  if (identity === undefined) {
    findings.required('registryCredentials.username', username || undefined, 'the user name for the registry');
    findings.hidden.literal('registryCredentials.username', username);
    findings.required('registryCredentials.password', password, 'a SessionSecret');
  } else if (identity === 'system') {
    findings.warn(
      'system-identity-pull',
      'registryCredentials use the identity of the pool, which exists only after the pool: the first create cannot pull a private image',
    );
  } else {
    checkPullingIdentity(registryCredentials, findings);
  }
}

/** An identity pulls from Azure container registries only. */
function checkIdentityPull(server: string, findings: Findings): void {
  if (typeof server !== 'string' || isToken(server) || AZURE_REGISTRY.test(server)) {
    return;
  }
  if (NO_AZURE_REGISTRY.test(hubName(server))) {
    findings.error(
      `registryCredentials.server must be an Azure container registry, which identities pull from, got ${show(withoutPassword(server))}: use RegistryCredentials.fromUsernamePassword`,
    );
  } else if (REGISTRY_HOST.test(server)) {
    findings.warn(
      'identity-pull',
      `registryCredentials.server (${show(server)}) has no host name of an Azure container registry: an identity pulls from nowhere else`,
    );
  }
}

/** The role has to be granted on the registry that the image comes from, whose host begins with its name. */
function checkRegistryOfServer(server: string, registryId: string | undefined, findings: Findings): void {
  const host = typeof server === 'string' && !isToken(server) ? AZURE_REGISTRY.exec(server)?.groups?.name.toLowerCase() : undefined;
  if (host === undefined || typeof registryId !== 'string' || isToken(registryId) || !REGISTRY_ID.pattern.test(registryId)) {
    return;
  }
  const name = registryId.slice(registryId.lastIndexOf('/') + 1);
  if (host !== name.toLowerCase() && !host.startsWith(`${name.toLowerCase()}-`)) {
    findings.error(
      `registryCredentials.registryId must be the registry of server (${show(server)}), got that of ${show(name)}: the role would not allow the pull`,
    );
  }
}

function checkPullingIdentity(
  { server, identity, identityPrincipalId, registryId, pullGrant }: RegistryCredentials,
  findings: Findings,
): void {
  if (findings.required('registryCredentials.identityId', identity || undefined, 'the id of a user-assigned identity')) {
    findings.text('registryCredentials.identityId', identity, IDENTITY_ID);
  }
  findings.text('registryCredentials.registryId', registryId, REGISTRY_ID);
  findings.text('registryCredentials.identityPrincipalId', identityPrincipalId, PRINCIPAL_ID);
  checkRegistryOfServer(server, registryId, findings);
  if (registryId !== undefined && identityPrincipalId === undefined) {
    findings.error('registryCredentials.identityPrincipalId must be given with registryId: AcrPull is granted to it');
  }
  if (registryId === undefined && identityPrincipalId !== undefined) {
    findings.error('registryCredentials.registryId must be given with identityPrincipalId: AcrPull is granted on it');
  }
  checkPullGrant(pullGrant, registryId, findings);
}

function checkPullGrant(pullGrant: ImagePullGrant | undefined, registryId: string | undefined, findings: Findings): void {
  if (!pullGrant) {
    return;
  }
  const prop = 'registryCredentials.pullGrant';
  const { isAssigned, role, id, adoptExisting, preventDestroy } = pullGrant;
  if (!checkObject(prop, pullGrant, typeof isAssigned === 'boolean', PULL_GRANT, findings)) {
    return;
  }
  if (isAssigned && registryId === undefined) {
    findings.error('registryCredentials.registryId must be given with pullGrant: the role is granted on it');
  }
  findings.text(`${prop}.role`, role, PULL_ROLE);
  checkGrantId(`${prop}.id`, id, findings);
  checkExisting(`${prop}.adoptExisting`, adoptExisting, registryId, findings);
  findings.literalBoolean(`${prop}.preventDestroy`, preventDestroy);
}

function hubName(host: string): string {
  const name = host.toLowerCase();
  return DOCKER_HUB.includes(name) ? DOCKER_HUB[0] : name;
}
