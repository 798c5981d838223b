import { ArmError } from './arm-error';
import { asObject } from './json';
import { normalizedLocation } from './locations';
import { parseResourceId } from './resource-id';
import type { Write } from './resource-kind';
import { properties } from './session-pool-body';
import { ASSUMED_CODE, isCustomContainer } from './session-pool-refusals';

const ENVIRONMENT_TYPE = 'microsoft.app/managedenvironments';
const IDENTITY_TYPE = 'microsoft.managedidentity/userassignedidentities';

/** Refuses identities that are none, or that do not exist. */
export function refuseIdentities({ body, exists }: Write): void {
  const ids = Object.keys(asObject(asObject(body.identity).userAssignedIdentities));
  const strange = ids.find(id => parseResourceId(id)?.type.toLowerCase() !== IDENTITY_TYPE);
  // source: Azure/azure-cli#25401
  if (strange !== undefined) {
    throw new ArmError(
      400,
      'LinkedInvalidPropertyId',
      `Property id '${strange}' at path '' is invalid. Expect fully qualified resource Id that ` +
        "start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.",
    );
  }
  const missing = ids.find(id => !exists(id));
  // source: ARM: the code. assumed: the words about an identity that does not exist
  if (missing !== undefined) {
    throw new ArmError(
      400,
      'FailedIdentityOperation',
      `Failed to perform resource identity operation. Resource '${missing}' was not found.`,
    );
  }
}

/** Refuses an environment that is none, or that does not exist; looks closer at those that are here. */
export function refuseEnvironment({ id, body, store, exists }: Write): void {
  const { environmentId } = properties(body);
  if (environmentId === undefined || !isCustomContainer(properties(body))) return;
  // source: microsoft/azure-container-apps#194
  if (parseResourceId(environmentId)?.type.toLowerCase() !== ENVIRONMENT_TYPE) {
    throw new ArmError(400, 'InvalidManagedEnvironmentId', `Invalid ManagedEnvironmentId value '${environmentId}'.`);
  }
  // source: Azure/bicep-registry-modules#5145, of certificates. assumed: 404, and that a pool whose environment does not exist is refused alike
  if (!exists(environmentId)) throw new ArmError(404, 'ManagedEnvironmentNotFound', `Environment ${environmentId} was not found.`);
  const environment = store.get(environmentId);
  if (!environment) return;
  // source: microsoft/azure-container-apps#868, of container apps
  if (environment.provisioningState === 'Failed') {
    throw new ArmError(
      400,
      'ManagedEnvironmentNotProvisioned',
      `The environment '${environmentId}' has not been provisioned successfully.`,
    );
  }
  // assumed: 409 ManagedEnvironmentNotReady for a pool in an environment that is being written or deleted
  if (environment.provisioningState !== 'Succeeded') {
    throw new ArmError(
      409,
      'ManagedEnvironmentNotReady',
      `The environment '${environmentId}' is not ready: ${environment.provisioningState}.`,
    );
  }
  const profiles = asObject(environment.body.properties).workloadProfiles;
  // source: documentation: pools need an environment with workload profiles. assumed: the code and the words for a pool in an environment without workload profiles
  if (!Array.isArray(profiles) || profiles.length === 0) {
    throw new ArmError(400, ASSUMED_CODE, `The environment '${environmentId}' has no workload profiles.`);
  }
  refuseOtherRegion(id.name, String(body.location), String(environment.body.location));
}

/** assumed: a pool in another region than its environment is refused */
function refuseOtherRegion(name: string, location: string, environmentLocation: string): void {
  const [region, environmentRegion] = [normalizedLocation(location), normalizedLocation(environmentLocation)];
  if (region === environmentRegion) return;
  throw new ArmError(
    400,
    ASSUMED_CODE,
    `The location '${region}' of the session pool '${name}' must be that of its environment, '${environmentRegion}'.`,
  );
}
