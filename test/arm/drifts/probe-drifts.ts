import type { Drift } from './drift';
import { driftsOfType } from './drift';
import { isCustom, POOL_TYPE } from './pool-drifts';
import type { JsonObject } from '../json';
import { asObject, asObjects } from '../json';
import { PROBE_VERSIONS } from '../session-pool-tree';

const PROBES = 'properties.customContainerTemplate.containers[0].probes';

const { changed, removed, swapped, added } = driftsOfType(POOL_TYPE, 'pool');

const probesOf = (body: JsonObject) =>
  asObjects(asObjects(asObject(asObject(body.properties).customContainerTemplate).containers)[0]?.probes);
const isOne = (body: JsonObject) => probesOf(body).length === 1;
const otherType = (body: JsonObject) => (probesOf(body)[0]?.type === 'Liveness' ? 'Startup' : 'Liveness');

/** What can happen to the probes of a pool. */
export const PROBE_DRIFTS: readonly Drift[] = [
  changed('probe-port', `${PROBES}[0].httpGet.port`, 'a probe asks another port', { to: 9 }),
  changed('probe-path', `${PROBES}[0].httpGet.path`, 'a probe asks another path', { to: '/evil' }),
  changed('probe-period', `${PROBES}[0].periodSeconds`, 'a probe asks at other times', { to: 239 }),
  changed('probe-threshold', `${PROBES}[0].failureThreshold`, 'a probe fails later', { to: 9 }),
  removed('probe-option', `${PROBES}[0].periodSeconds`, 'an option of a probe is taken away'),
  removed('probe', `${PROBES}[0]`, 'a probe is removed', { when: body => !isOne(body) }),
  removed('probes', PROBES, 'all probes are removed'),
  swapped('probe-type', `${PROBES}[0].type`, 'a probe is of the other type', { to: (_, body) => otherType(body), when: isOne }),
  swapped('probe-handler', `${PROBES}[0]`, 'a probe connects instead of asking', {
    to: old => ({ ...asObject(old), httpGet: undefined, tcpSocket: { port: Number(asObject(asObject(old).httpGet).port) } }),
    when: body => probesOf(body)[0]?.httpGet !== undefined,
  }),
  added('probe-header', `${PROBES}[0].httpGet.httpHeaders`, 'a probe sends a header', {
    to: [{ name: 'X-Evil', value: '1' }],
    when: body => probesOf(body)[0]?.httpGet !== undefined,
  }),
  added('probe', `${PROBES}[+]`, 'a probe is added to another', {
    to: (_, body) => ({ type: otherType(body), httpGet: { port: 9, path: '/evil' } }),
    when: isOne,
  }),
  added('probes', PROBES, 'a probe is added where there are none', {
    to: [{ type: 'Liveness', httpGet: { port: 9, path: '/evil' } }],
    when: isCustom,
    outOfReach: ({ apiVersion }) =>
      PROBE_VERSIONS.includes(apiVersion) ? undefined : `the api version ${apiVersion} does not answer probes`,
  }),
];
