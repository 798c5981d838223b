import type { Drift } from './drift';
import { driftsOfType } from './drift';
import { isCustom, POOL_TYPE } from './pool-drifts';
import type { Json, JsonObject } from '../json';
import { asList, asObject, asObjects } from '../json';

const TEMPLATE = 'properties.customContainerTemplate';
const CONTAINER = `${TEMPLATE}.containers[0]`;
const ENV = `${CONTAINER}.env`;
const SECRETS = 'properties.secrets';

const { changed, removed, swapped, added } = driftsOfType(POOL_TYPE, 'pool');

const variables = (body: JsonObject) =>
  asObjects(asObjects(asObject(asObject(body.properties).customContainerTemplate).containers)[0]?.env);
const secretNames = (body: JsonObject) => asObjects(asObject(body.properties).secrets).map(({ name }) => String(name));
const scale = (body: JsonObject) => asObject(asObject(body.properties).scaleConfiguration);
const hasSeveral = (name: 'command' | 'args') => (body: JsonObject) =>
  asList(asObjects(asObject(asObject(body.properties).customContainerTemplate).containers)[0]?.[name]).length > 1;

/** Changes the first variable that has a field. */
function variable(has: 'value' | 'secretRef', to: (old: JsonObject, body: JsonObject) => JsonObject) {
  return {
    to: (old: Json | undefined, body: JsonObject): Json => {
      const list = asObjects(old);
      const index = list.findIndex(item => item[has] !== undefined);
      return list.map((item, position) => (position === index ? to(item, body) : item));
    },
    when: (body: JsonObject) => variables(body).some(item => item[has] !== undefined),
  };
}

/** What can happen to the text lists of a container. */
function listDrifts(name: 'command' | 'args'): Drift[] {
  const path = `${CONTAINER}.${name}`;
  return [
    changed(name, path, `another ${name}`, { to: ['evil'] }),
    removed(name, path, `${name} is taken away`),
    removed(`${name}-item`, `${path}[0]`, `the first of ${name} is taken away`, { when: hasSeveral(name) }),
    swapped(name, path, `${name} in another order`, { to: old => [...asList(old)].reverse(), when: hasSeveral(name) }),
    added(name, path, `${name} where there is none`, { to: ['evil'], when: isCustom }),
    added(`${name}-item`, `${path}[+]`, `one more of ${name}`, { to: '--evil' }),
  ];
}

/** What can happen to the container of a pool, to its variables and its secrets. */
export const CONTAINER_DRIFTS: readonly Drift[] = [
  changed('image', `${CONTAINER}.image`, 'another image', { to: 'evil:1.0' }),
  changed('container-name', `${CONTAINER}.name`, 'another name of the container', { to: 'other' }),
  added('container', `${TEMPLATE}.containers[+]`, 'one more container', {
    to: { name: 'sidecar', image: 'evil:1.0', resources: { cpu: 0.25, memory: '0.5Gi' } },
  }),
  changed('target-port', `${TEMPLATE}.ingress.targetPort`, 'another port', { to: 22 }),
  changed('cpu', `${CONTAINER}.resources.cpu`, 'another cpu', { to: old => Number(old) * 2 }),
  changed('memory', `${CONTAINER}.resources.memory`, 'another memory', { to: '3.5Gi' }),
  changed('ready-sessions', 'properties.scaleConfiguration.readySessionInstances', 'another number of ready sessions', {
    to: old => Number(old) + 1,
    when: body => Number(scale(body).readySessionInstances) + 1 < Number(scale(body).maxConcurrentSessions),
  }),
  ...listDrifts('command'),
  ...listDrifts('args'),

  changed(
    'variable',
    ENV,
    'a variable has another value',
    variable('value', item => ({ ...item, value: 'evil' })),
  ),
  removed('variable', `${ENV}[0]`, 'a variable is removed'),
  removed('variables', ENV, 'all variables are removed'),
  added('variable', `${ENV}[+]`, 'a variable is added to others', { to: { name: 'EVIL', value: '1' } }),
  added('variables', ENV, 'a variable is added where there are none', { to: [{ name: 'EVIL', value: '1' }], when: isCustom }),
  swapped(
    'variable-name',
    ENV,
    'a variable has another name',
    variable('value', item => ({ ...item, name: 'EVIL' })),
  ),
  swapped(
    'secret-variable',
    ENV,
    'a secret is replaced by plain text',
    variable('secretRef', ({ name }) => ({ name, value: 'text' })),
  ),
  swapped('secret-of-variable', ENV, 'a variable has another secret', {
    ...variable('secretRef', (item, body) => ({ ...item, secretRef: secretNames(body).find(name => name !== item.secretRef) })),
    when: body => secretNames(body).length > 1 && variables(body).some(({ secretRef }) => secretRef !== undefined),
  }),

  changed('secret-value', `${SECRETS}[0].value`, 'a secret has another value', {
    to: 'stolen',
    outOfReach: () => 'Azure never answers the values of secrets',
  }),
  removed('secret', `${SECRETS}[0]`, 'a secret is removed'),
  removed('secrets', SECRETS, 'all secrets are removed'),
  swapped('secret-name', `${SECRETS}[0].name`, 'a secret has another name', { to: 'renamed' }),
  added('secret', `${SECRETS}[+]`, 'a secret is added to others', { to: { name: 'intruder', value: '3' } }),
  added('secrets', SECRETS, 'a secret is added where there are none', { to: [{ name: 'intruder', value: '3' }], when: isCustom }),
];
