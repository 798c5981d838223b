import type { Answer, Exchange, Recording } from './recording';
import type { JsonObject } from '../arm/json';
import { asObject, asObjects } from '../arm/json';

/** What a recording says of a behaviour of the stand-in. */
export type Verdict = 'confirmed' | 'refuted' | 'not seen';

/** A behaviour that the stand-in assumes, and how a recording decides on it; nothing where the recording has nothing to decide by. */
interface Judgement {
  /** The text of the behaviour, as the comments of `test/arm` have it. */
  readonly behaviour: string;
  readonly holds: (recording: Recording) => boolean | undefined;
}

const pools = ({ answers }: Recording, containerType: string, version?: string) =>
  answers.filter(
    ({ type, apiVersion, body }) =>
      /sessionPools$/i.test(type) && (!version || apiVersion === version) && asObject(body.properties).containerType === containerType,
  );
const propertiesOf = ({ body }: Answer) => asObject(body.properties);

/** Whether all of some things are as assumed; nothing where there is none. */
function every<T>(items: readonly T[], holds: (item: T) => boolean): boolean | undefined {
  return items.length === 0 ? undefined : items.every(holds);
}

function writesOf({ exchanges }: Recording, method: string, path: RegExp): Exchange[] {
  return exchanges.filter(each => each.method === method && path.test(each.path) && each.status < 400);
}

/** Whether something was refused with a status, and a code where it matters. */
function refused({ refusals }: Recording, name: string, status?: number, code?: string): boolean | undefined {
  return every(
    refusals.filter(each => each.name === name),
    each => each.status !== undefined && (!status || each.status === status) && (!code || each.code === code),
  );
}

const POOL = /\/sessionPools\/[^/]+$/i;
const ENVIRONMENT = /\/managedEnvironments\/[^/]+$/i;
const PREVIEW = '2025-10-02-preview';

export const JUDGEMENTS: readonly Judgement[] = [
  {
    behaviour: 'nodeCount is 1 for a custom container pool that is ready, 0 for any other',
    holds: recording =>
      every([...pools(recording, 'CustomContainer'), ...pools(recording, 'PythonLTS')], answer => {
        const { nodeCount, containerType } = propertiesOf(answer);
        return nodeCount === (containerType === 'CustomContainer' ? 1 : 0);
      }),
  },
  {
    behaviour: 'secrets are null when a pool has none',
    holds: recording => every(pools(recording, 'PythonLTS'), answer => propertiesOf(answer).secrets === null),
  },
  {
    behaviour: 'an api version does not answer probes that it has not in its schema',
    holds: recording =>
      every(pools(recording, 'CustomContainer', '2026-01-01'), answer =>
        asObjects(asObject(propertiesOf(answer).customContainerTemplate).containers).every(container => !('probes' in container)),
      ),
  },
  {
    behaviour: 'mcpServerSettings is answered at no other api version than those that have it in their schemas or were recorded',
    holds: recording =>
      every(pools(recording, 'PythonLTS'), answer => 'mcpServerSettings' in propertiesOf(answer) === (answer.apiVersion === PREVIEW)),
  },
  {
    behaviour:
      'the active template is that of the last write that has succeeded, and the desired one counts its sessions as pending until its own write has',
    holds: recording =>
      every(pools(recording, 'CustomContainer', PREVIEW), answer => {
        const { activeTemplate, desiredTemplate } = asObject(propertiesOf(answer).templateUpdateStatus);
        const imageIn = (template: unknown) => asObjects(asObject(template as JsonObject).containers)[0]?.image;
        return imageIn(activeTemplate) !== undefined && imageIn(activeTemplate) === imageIn(desiredTemplate);
      }),
  },
  {
    behaviour: 'some api versions answer no identity for a pool that has none',
    // That the versions which were read answer one says nothing of the others.
    holds: recording =>
      recording.answers.some(({ type, body }) => /sessionPools$/i.test(type) && !('identity' in body)) ? true : undefined,
  },
  {
    behaviour: "zoneRedundant false and publicNetworkAccess Enabled are an environment's defaults",
    holds: ({ answers }) =>
      every(
        answers.filter(({ type }) => /managedEnvironments$/i.test(type)),
        answer => propertiesOf(answer).zoneRedundant === false && propertiesOf(answer).publicNetworkAccess === 'Enabled',
      ),
  },
  {
    behaviour: 'a PUT of what exists answers 200, with the header of a create where it is slow',
    holds: recording => {
      const updates = writesOf(recording, 'PUT', POOL).filter(
        ({ path }, index, all) => all.findIndex(other => other.path === path) < index,
      );
      const slow = updates.filter(({ path }) => /\/container$/.test(path));
      return updates.length === 0 ? undefined : updates.every(({ status }) => status === 200) && slow.every(isAnnounced);
    },
  },
  {
    behaviour: 'environments are written and deleted by operations of the form that session pools have',
    holds: recording =>
      every([...writesOf(recording, 'PUT', ENVIRONMENT), ...writesOf(recording, 'DELETE', ENVIRONMENT)], ({ method, status, headers }) =>
        method === 'PUT'
          ? status === 201 && /operationStatuses/i.test(headers['azure-asyncoperation'] ?? '')
          : status === 202 && /operationResults/i.test(headers.location ?? ''),
      ),
  },
  {
    behaviour: '204 at the end of a deletion',
    holds: ({ exchanges }) => {
      const deleted = exchanges.filter(({ method, status }) => method === 'DELETE' && status === 202);
      const polls = exchanges.filter(({ method, path }) => method === 'GET' && /operationResults/i.test(path));
      const ends = polls.filter(({ status }) => status !== 202).map(({ status }) => status);
      return deleted.length === 0 || ends.length === 0 ? undefined : ends.every(status => status === 204);
    },
  },
  {
    behaviour: "a retry-after in milliseconds too, which Azure's SDKs prefer: it keeps tests quick",
    holds: ({ exchanges }) =>
      every(
        exchanges.filter(({ headers }) => 'retry-after' in headers),
        ({ headers }) => 'x-ms-retry-after-ms' in headers,
      ),
  },
  {
    behaviour: '400 SessionPoolInvalidConfiguration, and the words, of the refusals of a pool that nobody has quoted',
    holds: recording => refused(recording, 'with an underscore in its name', 400, 'SessionPoolInvalidConfiguration'),
  },
  {
    behaviour: 'no other characters are accepted in the name of a pool',
    holds: recording => refused(recording, 'with an underscore in its name'),
  },
  { behaviour: 'no readySessionInstances is read as 0', holds: recording => refused(recording, 'without ready sessions', 400) },
  {
    behaviour: 'a pool in another region than its environment is refused',
    holds: recording => refused(recording, 'in another region than its environment'),
  },
  {
    behaviour: '404, and that a pool whose environment does not exist is refused alike',
    holds: recording => refused(recording, 'in an environment that does not exist', 404),
  },
  {
    behaviour: 'a secret without a value is refused as those of container apps are, whose answer Azure-Samples/langfuse-on-azure#12 quotes',
    holds: recording => refused(recording, 'with a secret without value', 400),
  },
];

function isAnnounced({ headers }: Exchange): boolean {
  return 'azure-asyncoperation' in headers;
}

/** What a recording says of each behaviour that can be judged. */
export function judge(recording: Recording): Array<{ readonly behaviour: string; readonly verdict: Verdict }> {
  return JUDGEMENTS.map(({ behaviour, holds }) => {
    const held = holds(recording);
    return { behaviour, verdict: held === undefined ? 'not seen' : held ? 'confirmed' : 'refuted' };
  });
}
