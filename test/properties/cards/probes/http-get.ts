import fc from 'fast-check';
import type { HttpGetProbeOptions, ProbeHttpHeader } from '../../../../lib';
import { ContainerProbe, ProbeHandler, ProbeScheme } from '../../../../lib';
import { inside, withProps } from '../../card';
import { CONTAINER, outside, TEXTS } from '../../values';

const PATH = `${CONTAINER}.probes[0].httpGet`;
const GIVEN = 'probes[0].httpGet';
const HEADER = `${GIVEN}.httpHeaders[0]`;
const probe = (options: object) => ({ probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80, ...options }))] });
const place = { in: 'probes', pool: 'CustomContainerPool', since: 'probes' } as const;
const httpGet = inside<HttpGetProbeOptions>('HttpGetProbeOptions', { ...place, props: probe });
const header = inside<ProbeHttpHeader>('ProbeHttpHeader', {
  ...place,
  props: given => probe({ httpHeaders: [{ name: 'A', value: 'v', ...given }] }),
});

export default [
  httpGet('port', {
    armPath: `${PATH}.port`,
    valid: [['the highest port of a probe', 65535]],
    invalid: [
      [undefined, `${GIVEN}.port must be given: the port that is probed`],
      [0, `${GIVEN}.port must be between 1 and 65535, got 0`],
      [65536, `${GIVEN}.port must be between 1 and 65535, got 65536`],
    ],
    arbitrary: { valid: fc.integer({ min: 1, max: 65535 }), invalid: outside(1, 65535) },
  }),
  httpGet('scheme', {
    armPath: `${PATH}.scheme`,
    valid: [['a probe by HTTP', ProbeScheme.HTTP]],
    invalid: ['http', 'xHTTP', 'HTTPSx', 'TCP'].map(
      scheme => [scheme, `${GIVEN}.scheme must be 'HTTP' or 'HTTPS', got '${scheme}'`] as const,
    ),
    arbitrary: { valid: fc.constantFrom(ProbeScheme.HTTP, ProbeScheme.HTTPS) },
  }),
  httpGet('path', {
    armPath: `${PATH}.path`,
    valid: [
      ['the path of a probe', '/health'],
      [
        'a probe with everything',
        withProps({
          probes: [
            ContainerProbe.liveness(
              ProbeHandler.httpGet({
                port: 65535,
                path: '/health?x=${y}',
                host: 'h',
                scheme: ProbeScheme.HTTPS,
                httpHeaders: [{ name: "!#$%&'*+.^_`|~-", value: '' }],
              }),
            ),
          ],
        }),
      ],
    ],
    invalid: [[5, `${GIVEN}.path must be a string, got a number`]],
    arbitrary: { valid: TEXTS },
  }),
  httpGet('host', {
    armPath: `${PATH}.host`,
    valid: [['the host of a probe', 'h']],
    invalid: [[false, `${GIVEN}.host must be a string, got false`]],
    arbitrary: { valid: TEXTS },
  }),
  httpGet('httpHeaders', {
    armPath: `${PATH}.httpHeaders`,
    valid: [['a probe that sends a header', [{ name: 'A', value: 'v' }]]],
    invalid: [
      [{}, `${GIVEN}.httpHeaders must be a list, got an object`],
      [[{ value: 'v' }], `${HEADER}.name must be given: the name of a header`],
      [[{ name: 'A' }], `${HEADER}.value is required (may be an empty string)`],
      [[undefined], `${HEADER}.name must be given: the name of a header`, `${HEADER}.value is required (may be an empty string)`],
    ],
  }),
  header('name', {
    armPath: `${PATH}.httpHeaders[0].name`,
    valid: [['a header with every character', "!#$%&'*+.^_`|~-"]],
    invalid: ['', 'A B', 'A:'].map(name => [name, `${HEADER}.name must be the name of a header, got '${name}'`] as const),
  }),
  header('value', {
    armPath: `${PATH}.httpHeaders[0].value`,
    valid: [['an empty header', '']],
    invalid: [[5, `${HEADER}.value must be a string, got a number`]],
  }),
];
