import { DataResource, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { codeInterpreterEdits } from './edits/code-interpreter-edits';
import { customContainerEdits } from './edits/custom-container-edits';
import { diagnosticsEdits, metricDiagnosticsEdits, privateDnsZoneEdits } from './edits/diagnostics-edits';
import type { Action, Context, Edit, Edits } from './edits/edit';
import { environmentEdits } from './edits/environment-edits';
import { fleetEdits } from './edits/fleet-edits';
import { alertEdits, queryPackEdits } from './edits/monitoring-edits';
import type { CodeInterpreterPoolFleetProps, CustomContainerPoolProps, ISessionPool, SessionPoolEnvironmentProps } from '../../../lib';
import {
  AzapiProvider,
  CodeInterpreterPoolFleet,
  LogDestination,
  McpServerApiKeyRotation,
  Principal,
  SessionPoolAlert,
  SessionPoolDiagnostics,
  SessionPoolEnvironment,
  SessionPoolMetricDiagnostics,
  SessionPoolPrivateDnsZone,
  SessionPoolQueryPack,
  SessionSecret,
} from '../../../lib';
import { container, environment, interpreter, RESOURCE_GROUP_ID } from '../../support/fixtures';
import type { Configuration } from '../../support/synth';
import { parse, testApp } from '../../support/synth';

type Which = 'before' | 'after';
type Props = { readonly [property: string]: unknown };

/** What a construct is edited in: itself under the ID `edited`, and what hangs on it. */
interface Kind {
  readonly edits: (context: Context) => Edits<never>;
  readonly build: (scope: Construct, name: string, props: Props) => Endpoint[];
  /** What happens to the others when the construct is replaced. */
  readonly replaced: readonly string[];
}

/** A value that others are named by. */
type Endpoint = readonly [role: string, value: string];

/** A construct with everything around it, and one edit of it. */
export interface World {
  readonly name: string;
  /** `tags: changed` */
  readonly title: string;
  readonly action: Action;
  readonly paths: readonly string[];
  readonly around: readonly string[];
}

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const PRINCIPAL = Principal.servicePrincipal('11111111-1111-4111-8111-111111111111');
const AROUND_POOL = ['alert in place', 'app replaced', 'grant replaced', 'output'];

/** What hangs on a pool: a role, an alert whose threshold follows from the pool, and an app that another endpoint replaces. */
function around(scope: Construct, name: string, pool: ISessionPool): Endpoint[] {
  pool.grants.execute(PRINCIPAL);
  pool.metrics.alertWhenNearlyFull(scope, 'alert', { alertName: `${name}-alert` });
  return [['app', pool.poolManagementEndpoint]];
}

function aroundMcpServer(scope: Construct, pool: ISessionPool): Endpoint[] {
  new McpServerApiKeyRotation(scope, 'rotation', { pool, rotationId: '1' });
  return [['mcp', pool.endpoints.mcpServer]];
}

const OWN_ENVIRONMENT = 'own-environment';

function ownEnvironment(scope: Construct): SessionPoolEnvironment {
  const stack = TerraformStack.of(scope);
  return (
    (stack.node.tryFindChild(OWN_ENVIRONMENT) as SessionPoolEnvironment | undefined) ??
    new SessionPoolEnvironment(stack, OWN_ENVIRONMENT, { ...PLACE, environmentName: OWN_ENVIRONMENT })
  );
}

/** A pool that no edit is of. */
function sharedPool(scope: Construct): ISessionPool {
  const stack = TerraformStack.of(scope);
  const existing = stack.node.tryFindChild('shared') as ISessionPool | undefined;
  return existing ?? interpreter(stack, { sessionPoolName: 'shared' }, 'shared');
}

/** A workspace of its own for each world: an environment sends its logs to each destination once. */
const workspaceOf = (name: string) =>
  LogDestination.logAnalyticsWorkspace(`${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/${name}`);

/** The kinds of constructs by the names of their properties in the assembly. */
export const KINDS: { readonly [struct: string]: Kind } = {
  CodeInterpreterPoolProps: {
    edits: codeInterpreterEdits as Kind['edits'],
    build: (scope, name, props) => {
      const pool = interpreter(scope, { sessionPoolName: name, ...props }, 'edited');
      return [...around(scope, name, pool), ...('mcpServer' in props ? aroundMcpServer(scope, pool) : [])];
    },
    replaced: AROUND_POOL,
  },
  CustomContainerPoolProps: {
    edits: customContainerEdits as Kind['edits'],
    build: (scope, name, props) => {
      const given = { sessionPoolName: name, ...props } as Partial<CustomContainerPoolProps>;
      return around(scope, name, container(scope, { environment: ownEnvironment(scope), ...given }, 'edited'));
    },
    replaced: AROUND_POOL,
  },
  SessionPoolEnvironmentProps: {
    edits: environmentEdits as Kind['edits'],
    build: (scope, name, props) => {
      const given = { ...PLACE, environmentName: `${name}-env`, ...props } as SessionPoolEnvironmentProps;
      return around(
        scope,
        name,
        container(scope, { environment: new SessionPoolEnvironment(scope, 'edited', given), sessionPoolName: name }, 'pool'),
      );
    },
    replaced: ['alert in place', 'app replaced', 'grant replaced', 'output', 'pool replaced'],
  },
  SessionPoolAlertProps: {
    edits: alertEdits as Kind['edits'],
    build: (scope, name, props) => {
      const pool = sharedPool(scope);
      const alert = new SessionPoolAlert(scope, 'edited', { alertName: name, metric: pool.metrics.ready(), threshold: 1, ...props });
      return [
        ['app', pool.poolManagementEndpoint],
        ['id', alert.alertId],
      ];
    },
    replaced: ['id replaced', 'output'],
  },
  SessionPoolQueryPackProps: {
    edits: queryPackEdits as Kind['edits'],
    build: (scope, name, props) => {
      new SessionPoolQueryPack(scope, 'edited', { ...PLACE, queryPackName: name, ...props });
      return [];
    },
    replaced: [],
  },
  SessionPoolDiagnosticsProps: {
    edits: diagnosticsEdits as Kind['edits'],
    build: (scope, name, props) => {
      const given = { environment: environment(scope), destination: workspaceOf(name), settingName: name, ...props };
      return [['id', new SessionPoolDiagnostics(scope, 'edited', given).settingId]];
    },
    replaced: ['id replaced', 'output'],
  },
  SessionPoolMetricDiagnosticsProps: {
    edits: metricDiagnosticsEdits as Kind['edits'],
    build: (scope, name, props) => {
      const pool = interpreter(scope, { sessionPoolName: name }, 'pool');
      const given = { pool, destination: workspaceOf(name), settingName: name, ...props };
      return [['id', new SessionPoolMetricDiagnostics(scope, 'edited', given).settingId]];
    },
    replaced: ['id replaced', 'output'],
  },
  SessionPoolPrivateDnsZoneProps: {
    edits: privateDnsZoneEdits as Kind['edits'],
    build: (scope, name, props) => {
      const infrastructureSubnetId = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/network/subnets/${name}`;
      const internal = new SessionPoolEnvironment(scope, 'around', { ...PLACE, environmentName: `${name}-env`, infrastructureSubnetId });
      new SessionPoolPrivateDnsZone(scope, 'edited', { environment: internal, ...props });
      return [];
    },
    replaced: [],
  },
  CodeInterpreterPoolFleetProps: {
    edits: fleetEdits as Kind['edits'],
    build: (scope, name, props) => {
      const given = {
        ...PLACE,
        sessions: 2,
        locations: ['westus2', 'westus3'],
        maxConcurrentSessionsPerPool: 1,
        sessionPoolNamePrefix: name,
      };
      const { location: _, ...fleetProps } = { ...given, ...props };
      const fleet = new CodeInterpreterPoolFleet(scope, 'edited', fleetProps as unknown as CodeInterpreterPoolFleetProps);
      fleet.grants.execute(PRINCIPAL);
      return [['app', fleet.toEnvironmentVariables().SESSION_POOL_FLEET]];
    },
    replaced: [],
  },
};

/** The worlds of a kind, one for each edit. */
export function worldsOf(struct: string, edits: Edits<never>): World[] {
  return Object.entries(edits as { [property: string]: ReadonlyArray<Edit<never>> }).flatMap(([property, list]) =>
    list.map(({ title, action, paths = [], around: others }, index) => ({
      name: `${property.toLowerCase().slice(0, 16)}${index}`,
      title: `${property}: ${title}`,
      action,
      paths,
      around: others ?? (action === 'replaced' ? KINDS[struct].replaced : []),
    })),
  );
}

/** Two stacks before or after all edits: the worlds, and what another stack does with their endpoints. */
export function synthesizeWorlds(
  struct: string,
  which: Which,
  state: string,
): { worlds: World[]; first: Configuration; second: Configuration } {
  const app = testApp();
  const [first, second] = [new TerraformStack(app, 'first'), new TerraformStack(app, 'second')];
  new LocalBackend(first, { path: state });
  [first, second].forEach(stack => new AzapiProvider(stack, 'azapi'));
  const provider = new AzapiProvider(first, 'other-azapi', { alias: 'other' });
  const secrets = { one: SessionSecret.ephemeral(first, 'one'), two: SessionSecret.ephemeral(first, 'two') };
  const edits = KINDS[struct].edits({ secrets, provider, before: new DataResource(first, 'before') });
  const worlds = worldsOf(struct, edits);
  const flat = Object.values(edits).flat() as Array<Edit<never>>;
  worlds.forEach(({ name }, index) => {
    const scope = new Construct(first, name);
    const endpoints = KINDS[struct].build(scope, name, (flat[index][which] ?? {}) as Props);
    endpoints.forEach(([role, value]) => new DataResource(scope, role, { triggersReplace: { value } }));
    if (endpoints.length > 0) {
      const value = Object.fromEntries(endpoints);
      new TerraformOutput(first, `${name}-output`, { value, staticId: true });
      new DataResource(second, name, { triggersReplace: value });
    }
  });
  [first, second].forEach(stack => stack.prepareStack());
  return { worlds, first: withoutBackend(parse(first)), second: withoutBackend(parse(second)) };
}

/** Terraform is initialized without a backend: the state is where it is by default. */
function withoutBackend(configuration: Configuration): Configuration {
  const { backend: _, ...terraform } = configuration.terraform as Configuration['terraform'] & { backend?: unknown };
  return { ...configuration, terraform };
}
