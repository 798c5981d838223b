import { IResolvable, Token } from 'cdktf';
import { HclExpression } from '../azapi/hcl-expression';
import { CodeInterpreterPoolProps } from '../code-interpreter-pool';
import { CodeInterpreterType } from '../code-interpreter-type';
import { ContainerProbe } from '../container-probe';
import { CustomContainerPoolProps } from '../custom-container-pool';
import { McpServerOptions } from '../mcp-server';
import { SessionLifecycle } from '../session-lifecycle';
import { SessionNetworkStatus } from '../session-network-status';
import { SessionPoolOptions } from '../session-pool';
import { escapeTemplates, isToken } from './templates';

/** The ARM type of session pools. */
export const SESSION_POOL_TYPE = 'Microsoft.App/sessionPools';

/** `properties` of a session pool as ARM takes them. Everything that guards the sessions is always there. */
export interface SessionPoolProperties {
  readonly containerType: string;
  readonly poolManagementType: string;
  readonly environmentId?: string;
  readonly scaleConfiguration: { readonly maxConcurrentSessions: number; readonly readySessionInstances?: number };
  readonly dynamicPoolConfiguration: { readonly lifecycleConfiguration: LifecycleConfiguration };
  readonly sessionNetworkConfiguration: { readonly status: string };
  readonly customContainerTemplate?: CustomContainerTemplate;
  readonly mcpServerSettings?: { readonly isMcpServerEnabled: boolean; readonly isMcpServerApiKeyDisabled: boolean | IResolvable };
}

interface LifecycleConfiguration {
  readonly lifecycleType: string;
  readonly cooldownPeriodInSeconds?: number;
  readonly maxAlivePeriodInSeconds?: number;
}

interface CustomContainerTemplate {
  readonly containers: SessionContainer[];
  readonly ingress: { readonly targetPort: number };
}

interface SessionContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: string[];
  readonly args?: string[];
  readonly env: EnvironmentVar[] | IResolvable;
  readonly resources: { readonly cpu: number; readonly memory: string };
  readonly probes?: unknown[];
}

/** An environment variable. */
export interface EnvironmentVar {
  readonly name: string;
  readonly value: string;
}

/** The properties of a code interpreter pool. */
export function codeInterpreterProperties(props: CodeInterpreterPoolProps): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(props, (props.containerType ?? CodeInterpreterType.PYTHON_LTS).containerType,
      SessionLifecycle.timed({ cooldownPeriodInSeconds: props.cooldownPeriodInSeconds })),
    scaleConfiguration: { maxConcurrentSessions: props.maxConcurrentSessions ?? 10 },
    ...mcpServerSettings(props.mcpServer),
  });
}

/** The properties of a custom container pool. */
export function customContainerProperties(props: CustomContainerPoolProps, poolName: string, added: EnvironmentVar[]): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(props, 'CustomContainer', props.lifecycle ?? SessionLifecycle.timed()),
    environmentId: props.environment.environmentId,
    scaleConfiguration: {
      maxConcurrentSessions: props.maxConcurrentSessions ?? 10,
      readySessionInstances: props.readySessionInstances ?? 1,
    },
    customContainerTemplate: {
      containers: [{
        name: props.containerName ?? containerNameFor(poolName),
        image: props.image,
        ...(props.command && { command: props.command }),
        ...(props.args && { args: props.args }),
        env: environmentVariables(props.environmentVariables ?? {}, added),
        resources: { cpu: props.cpu ?? 0.25, memory: props.memory ?? '0.5Gi' },
        ...(props.probes?.length && { probes: isToken(props.probes) ? props.probes : props.probes.map(probeBody) }),
      }],
      ingress: { targetPort: props.targetPort },
    },
    ...mcpServerSettings(props.mcpServer),
  });
}

/** The longest name that a container can have. */
export const MAX_CONTAINER_NAME = 46;

function containerNameFor(poolName: string): string {
  return isToken(poolName) ? poolName : poolName.slice(0, MAX_CONTAINER_NAME).replace(/-$/, '');
}

function commonProperties(props: SessionPoolOptions, containerType: string, lifecycle: SessionLifecycle) {
  const { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } = lifecycle;
  return {
    containerType,
    poolManagementType: 'Dynamic',
    dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } },
    sessionNetworkConfiguration: { status: props.networkStatus ?? SessionNetworkStatus.EGRESS_DISABLED },
  };
}

function mcpServerSettings(mcpServer?: McpServerOptions) {
  return mcpServer && {
    mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: mcpServer.apiKeyDisabled ?? false },
  };
}

/** A map that is a token is taken apart by Terraform. */
function environmentVariables(variables: { [name: string]: string }, added: EnvironmentVar[]): EnvironmentVar[] | IResolvable {
  if (!isToken(variables)) {
    return [...Object.entries(variables).map(([name, value]) => ({ name, value })), ...added];
  }
  const [map, list] = [variables, escapeTemplates(added)].map(value => Token.asString(new HclExpression(value)));
  return Token.asAny(`\${concat([for name, value in ${map} : { name = name, value = value }], ${list})}`);
}

function probeBody({ probeType, options }: ContainerProbe) {
  return { type: probeType, ...options };
}
