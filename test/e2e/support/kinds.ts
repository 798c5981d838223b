import type { TerraformStack } from 'cdktf';
import { CodeInterpreterPoolFleet, Principal, SessionPoolEnvironment, SessionPoolQueryPack } from '../../../lib';
import type { LocalArm } from '../../arm/local-arm';
import { container, interpreter, RESOURCE_GROUP_ID } from '../../support/fixtures';
import { synthesize } from '../../support/synth';

/** Where everything is. */
export const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const PRINCIPAL = Principal.user('11111111-1111-4111-8111-111111111111');

const PACK = { ...PLACE, queryPackName: 'pack' };

/** Defines something. What is adopted is in Azure already, and so is what it belongs to if that is lost from the state. */
export type Build = (stack: TerraformStack, adopted: boolean, arm: LocalArm, isLost?: (name: string) => boolean) => void;

/** The ID of the built-in query that has the name in Azure. */
function queryIdOf(name: string): string {
  const { resource } = synthesize(stack => void new SessionPoolQueryPack(stack, 'pack', PACK));
  const [address] = Object.entries(resource.azapi_resource).find(([, query]) => query.name === name)!;
  return address.slice(address.indexOf('_', 'pack_'.length) + 1);
}

/** What the library creates, which resource of it is looked at, and how it is adopted. */
export const KINDS: ReadonlyArray<[kind: string, resource: RegExp, build: Build]> = [
  [
    'CodeInterpreterPool',
    /sessionPools\/pool$/,
    (stack, adoptExisting) => void interpreter(stack, { sessionPoolName: 'pool', adoptExisting }),
  ],
  [
    'CustomContainerPool',
    /sessionPools\/pool$/,
    (stack, adoptExisting) => void container(stack, { sessionPoolName: 'pool', adoptExisting }),
  ],
  [
    'SessionPoolEnvironment',
    /managedEnvironments\/environment$/,
    (stack, adoptExisting) => void new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'environment', adoptExisting }),
  ],
  [
    'a pool of a CodeInterpreterPoolFleet',
    /sessionPools\/fleetwestus2p2$/,
    (stack, adopted, _arm, isLost = () => false) =>
      void new CodeInterpreterPoolFleet(stack, 'fleet', {
        sessions: 1200,
        locations: ['westus2'],
        resourceGroupId: RESOURCE_GROUP_ID,
        sessionPoolNamePrefix: 'fleet',
        adoptExisting: adopted ? ['westus2-2', ...(isLost('fleetwestus2p1') ? ['westus2-1'] : [])] : undefined,
      }),
  ],
  [
    'a grant',
    /roleAssignments\/[^/]+$/,
    (stack, adopted, arm, isLost = () => false) => {
      const existing = arm.resources.find(({ id }) => id.type.endsWith('roleAssignments'))?.id.name;
      interpreter(stack, { sessionPoolName: 'pool', adoptExisting: adopted && isLost('pool') }).grants.execute(PRINCIPAL, {
        adoptExisting: adopted ? existing : undefined,
      });
    },
  ],
  [
    'SessionPoolAlert',
    /metricAlerts\/alert$/,
    (stack, adoptExisting, _arm, isLost = () => false) =>
      void interpreter(stack, { sessionPoolName: 'pool', adoptExisting: adoptExisting && isLost('pool') })
        .metrics.ready()
        .createAlert(stack, 'alert', { threshold: 1, alertName: 'alert', adoptExisting }),
  ],
  [
    'SessionPoolQueryPack',
    /queryPacks\/pack$/,
    (stack, adoptExisting) => void new SessionPoolQueryPack(stack, 'pack', { ...PACK, adoptExisting }),
  ],
  [
    'a query of a SessionPoolQueryPack',
    /queryPacks\/pack\/queries\/[^/]+$/,
    (stack, adopted, arm, isLost = () => false) => {
      const existing = arm.resources.filter(({ id }) => id.type.endsWith('/queries')).map(({ id }) => id.name);
      const adoptExistingQueries = adopted ? existing.map(queryIdOf) : undefined;
      void new SessionPoolQueryPack(stack, 'pack', { ...PACK, adoptExistingQueries, adoptExisting: adopted && isLost('pack') });
    },
  ],
];
