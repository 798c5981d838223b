import type { Container, RegistryCredentials } from './session-pool-body';

/** Why containers and their registry are refused. assumed: the words about containers and registries; azurerm, the CLI and the documentation state the rules */
export function containerRefusals(
  containers: readonly Container[],
  registry: RegistryCredentials | undefined,
  secrets: readonly string[],
): Array<[string, boolean]> {
  const references = [registry?.passwordSecretRef, ...containers.flatMap(({ env = [] }) => env.map(({ secretRef }) => secretRef))];
  const dangling = references.find(name => name !== undefined && !secrets.includes(name));
  return [
    ...containers.flatMap(refusals),
    [`The secret '${dangling}' is not defined.`, dangling !== undefined],
    ...(registry ? registryRefusals(registry) : []),
  ];
}

function refusals({ name = '', image, env = [], resources, probes = [] }: Container): Array<[string, boolean]> {
  const variables = env.map(variable => variable.name ?? '');
  const types = probes.map(({ type }) => type);
  const ports = probes.map(({ httpGet, tcpSocket }) => httpGet?.port ?? tcpSocket?.port ?? 0);
  return [
    ['A container must have an image.', !image],
    // source: azure-cli-extensions#7635: upper case is refused
    [`The container name '${name}' must be in lower case.`, name !== name.toLowerCase()],
    [
      'The names of environment variables must be unique and not empty.',
      new Set(variables).size < variables.length || variables.includes(''),
    ],
    [
      'An environment variable must have either a value or a secretRef.',
      env.some(({ value, secretRef }) => value !== undefined && secretRef !== undefined),
    ],
    // source: azurerm PR
    ['cpu must be at least 0.1.', (resources?.cpu ?? 1) < 0.1],
    ['memory must be a quantity such as 0.5Gi.', !/^\d+(\.\d+)?(Gi|Mi)$/.test(resources?.memory ?? '1Gi')],
    // source: descriptions in the schema; bounds such as failureThreshold 1-10 are known not to be enforced
    ['A container must have at most one probe of each type.', new Set(types).size < types.length],
    [
      'A probe must have either httpGet or tcpSocket, with a port between 1 and 65535.',
      ports.some(port => port < 1 || port > 65535) || probes.some(({ httpGet, tcpSocket }) => !!httpGet && !!tcpSocket),
    ],
  ];
}

/** source: azurerm PR: an identity, or a user name with its password */
function registryRefusals({
  server,
  registryServer,
  username,
  passwordSecretRef,
  identity,
}: RegistryCredentials): Array<[string, boolean]> {
  const password = username !== undefined || passwordSecretRef !== undefined;
  const complete = username !== undefined && passwordSecretRef !== undefined;
  return [
    ['registryCredentials must have a server.', !server && !registryServer],
    [
      'registryCredentials must have either an identity or a username and a passwordSecretRef.',
      identity !== undefined ? password : !complete,
    ],
  ];
}
