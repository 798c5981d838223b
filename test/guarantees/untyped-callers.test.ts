import { Fn, Token } from 'cdktf';
import { ContainerProbe, ProbeHandler } from '../../lib';
import type { CustomContainerPoolProps } from '../../lib';
import { failuresOf } from '../support/failures';
import { container } from '../support/fixtures';

/** What a caller without types can give, and what the error says. */
type Case = [given: string, props: object, ...failures: string[]];

const PROBE = 'use ContainerProbe.liveness or ContainerProbe.startup';
const HANDLER = 'use ProbeHandler.httpGet or ProbeHandler.tcpSocket';
const http = { httpGet: { port: 80, httpHeaders: [{ name: 'Authorization', value: 'canary' }] } };
const handler = ProbeHandler.httpGet({ port: 80 });

function liveness(...args: unknown[]): ContainerProbe {
  return (ContainerProbe.liveness as (...untyped: unknown[]) => ContainerProbe)(...args);
}

const PROBES: Case[] = [
  ['one probe', { probes: liveness(handler) }, `probes must be a list of ContainerProbe objects, got a ContainerProbe: ${PROBE}`],
  ['a map of probes', { probes: { liveness: http } }, `probes must be a list of ContainerProbe objects, got an object: ${PROBE}`],
  ['a token', { probes: Token.asList(Fn.tolist(['canary'])) }, `probes must be a list of ContainerProbe objects, got a token: ${PROBE}`],
  ['a plain object', { probes: [{ type: 'Liveness', ...http }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['no options', { probes: [{ probeType: 'Liveness', handler }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['no type', { probes: [{ options: {}, handler }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['text', { probes: ['canary'] }, `probes[0] must be a ContainerProbe, got a string: ${PROBE}`],
  ['a handler', { probes: [handler] }, `probes[0] must be a ContainerProbe, got a ProbeHandler: ${PROBE}`],
  ['a probe without a handler', { probes: [liveness()] }, `probes[0].handler must be given: ${HANDLER}`],
  ['a probe of options only', { probes: [liveness({})] }, `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`],
  ['a request that is no handler', { probes: [liveness(http)] }, `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`],
  [
    'a request and a connection',
    { probes: [liveness({ httpGetOptions: { port: 80 }, tcpSocketOptions: { port: 80 } })] },
    `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`,
  ],
  [
    'a request without options',
    { probes: [liveness((ProbeHandler.httpGet as () => ProbeHandler)())] },
    'probes[0].httpGet.port must be given: the port that is probed',
  ],
  [
    'a connection without options',
    { probes: [liveness((ProbeHandler.tcpSocket as () => ProbeHandler)())] },
    'probes[0].tcpSocket.port must be given: the port that is probed',
  ],
];

const MCP: Case[] = [
  ['an MCP server', { mcpServer: {} }, 'mcpServer is not supported by custom container pools'],
  ['no MCP server in so many words', { mcpServer: false }, 'mcpServer is not supported by custom container pools'],
  [
    'an MCP server and an api version',
    { mcpServer: { apiKeyDisabled: true }, apiVersion: '2026-01-01' },
    'mcpServer is not supported by custom container pools',
  ],
];

test.each([...PROBES, ...MCP])('a custom container pool that is given %s for what has a type', (_, props, ...failures) => {
  expect(failuresOf(stack => container(stack, props as Partial<CustomContainerPoolProps>))).toStrictEqual(failures);
  expect(failures.join()).not.toContain('canary');
});
