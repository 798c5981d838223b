import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CPU, DEFAULT_MEMORY, DEFAULT_READY_SESSION_INSTANCES } from '../../lib/custom-container/custom-container-pool-defaults';
import { DEFAULT_EVALUATION_MINUTES, DEFAULT_WINDOW_MINUTES } from '../../lib/monitoring/alert-defaults';
import { SessionLifecycle } from '../../lib/pool/session-lifecycle';
import { DEFAULT_MAX_CONCURRENT_SESSIONS, MOST_CONCURRENT_SESSIONS } from '../../lib/pool/session-pool-defaults';

interface Struct {
  readonly interfaces?: string[];
  readonly properties?: Array<{ readonly name: string; readonly docs?: { readonly default?: string } }>;
}

const PACKAGE = 'cdktf-azure-session-pools';
const { types } = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { [fqn: string]: Struct } };

function documented(fqn: string, property: string): string | undefined {
  const { properties = [], interfaces = [] } = types[fqn] ?? {};
  return (
    properties.find(({ name }) => name === property)?.docs?.default ??
    interfaces.map(each => documented(each, property)).find(each => each !== undefined)
  );
}

test.each<[string, string, unknown]>([
  ['SessionPoolOptions', 'maxConcurrentSessions', DEFAULT_MAX_CONCURRENT_SESSIONS],
  ['CodeInterpreterPoolFleetProps', 'maxConcurrentSessionsPerPool', MOST_CONCURRENT_SESSIONS],
  ['CodeInterpreterPoolProps', 'cooldownPeriodInSeconds', SessionLifecycle.timed().cooldownPeriodInSeconds],
  ['CodeInterpreterPoolFleetProps', 'cooldownPeriodInSeconds', SessionLifecycle.timed().cooldownPeriodInSeconds],
  ['TimedLifecycleOptions', 'cooldownPeriodInSeconds', SessionLifecycle.timed().cooldownPeriodInSeconds],
  ['OnContainerExitLifecycleOptions', 'maxAlivePeriodInSeconds', SessionLifecycle.onContainerExit().maxAlivePeriodInSeconds],
  ['CustomContainerPoolProps', 'readySessionInstances', DEFAULT_READY_SESSION_INSTANCES],
  ['CustomContainerPoolProps', 'cpu', DEFAULT_CPU],
  ['CustomContainerPoolProps', 'memory', DEFAULT_MEMORY],
  ['SessionPoolAlertOptions', 'windowSizeInMinutes', DEFAULT_WINDOW_MINUTES],
  ['SessionPoolAlertOptions', 'evaluationFrequencyInMinutes', DEFAULT_EVALUATION_MINUTES],
])('the documented default of %s.%s is that of the code', (struct, property, value) => {
  expect(documented(`${PACKAGE}.${struct}`, property)).toBe(String(value));
});
