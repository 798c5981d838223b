import { join } from 'node:path';
import { judge, JUDGEMENTS } from './judgements';
import type { Recording } from './recording';
import { behavioursIn } from '../arm/behaviours';

const NOTHING: Recording = { secondPlans: {}, exchanges: [], answers: [], refusals: [] };
const verdictOf = (behaviour: RegExp, recording: Partial<Recording>) =>
  judge({ ...NOTHING, ...recording }).find(each => behaviour.test(each.behaviour))!.verdict;

const pool = (properties: object, apiVersion = '2026-01-01') => ({
  type: 'Microsoft.App/sessionPools',
  apiVersion,
  body: { identity: { type: 'None' }, properties: { containerType: 'PythonLTS', ...properties } },
});
const exchange = (method: string, path: string, status: number, headers = {}) => ({ method, path, status, headers });
const refusal = (status?: number, code?: string) => [{ name: 'with an underscore in its name', status, code }];

test('each judged behaviour is one that the stand-in assumes', () => {
  const assumed = behavioursIn(join(__dirname, '..', 'arm'))
    .filter(({ tag }) => tag === 'assumed')
    .map(({ text }) => text);
  expect(JUDGEMENTS.map(({ behaviour }) => behaviour).filter(behaviour => !assumed.includes(behaviour))).toEqual([]);
  expect(new Set(JUDGEMENTS.map(({ behaviour }) => behaviour)).size).toBe(JUDGEMENTS.length);
});

test('a recording of nothing decides on nothing', () => {
  expect(new Set(judge(NOTHING).map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
});

test.each<[RegExp, Partial<Recording>, string]>([
  [/^secrets are null/, { answers: [pool({ secrets: null })] }, 'confirmed'],
  [/^secrets are null/, { answers: [pool({ secrets: [] })] }, 'refuted'],
  [/^nodeCount/, { answers: [pool({ nodeCount: 0 })] }, 'confirmed'],
  [/^nodeCount/, { answers: [pool({ nodeCount: 2 })] }, 'refuted'],
  [/^mcpServerSettings/, { answers: [pool({ mcpServerSettings: null }, '2025-10-02-preview'), pool({})] }, 'confirmed'],
  [/^mcpServerSettings/, { answers: [pool({ mcpServerSettings: null })] }, 'refuted'],
  [/^some api versions answer no identity/, { answers: [pool({})] }, 'not seen'],
  [/^some api versions answer no identity/, { answers: [{ ...pool({}), body: {} }] }, 'confirmed'],
  [/^204 at the end/, { exchanges: [exchange('DELETE', '/p', 202), exchange('GET', '/operationResults/1', 204)] }, 'confirmed'],
  [/^204 at the end/, { exchanges: [exchange('DELETE', '/p', 202), exchange('GET', '/operationResults/1', 200)] }, 'refuted'],
  [/^204 at the end/, { exchanges: [exchange('DELETE', '/p', 200)] }, 'not seen'],
  [/^a retry-after/, { exchanges: [exchange('PUT', '/p', 201, { 'retry-after': '5' })] }, 'refuted'],
  [/^a PUT of what exists/, { exchanges: [1, 2].map(() => exchange('PUT', '/sessionPools/p', 200)) }, 'confirmed'],
  [/^a PUT of what exists/, { exchanges: [1, 2].map(() => exchange('PUT', '/sessionPools/p', 201)) }, 'refuted'],
  [/^a PUT of what exists/, { exchanges: [exchange('PUT', '/sessionPools/p', 201)] }, 'not seen'],
  [/^no other characters/, { refusals: refusal(400) }, 'confirmed'],
  [/^no other characters/, { refusals: refusal() }, 'refuted'],
  [/^400 SessionPoolInvalidConfiguration/, { refusals: refusal(400, 'SessionPoolInvalidConfiguration') }, 'confirmed'],
  [/^400 SessionPoolInvalidConfiguration/, { refusals: refusal(400, 'InvalidName') }, 'refuted'],
])('%s is decided: %j', (behaviour, recording, verdict) => {
  expect(verdictOf(behaviour, recording)).toBe(verdict);
});
