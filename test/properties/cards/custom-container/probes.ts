import fc from 'fast-check';
import type { ContainerProbeOptions, HttpGetProbeOptions, TcpSocketProbeOptions } from '../../../../lib';
import { ContainerProbe, ProbeHandler } from '../../../../lib';
import { container, withProps } from '../../card';
import { CONTAINER } from '../../values';

const PATH = `${CONTAINER}.probes`;
const USE = 'use ContainerProbe.liveness or ContainerProbe.startup';
const handler = ProbeHandler.httpGet({ port: 80 });
const live = ContainerProbe.liveness(handler);
const startup = ContainerProbe.startup(handler);
const probes = (port: number) => [ContainerProbe.liveness(ProbeHandler.httpGet({ port }))];

export default container('probes', {
  armPath: PATH,
  since: 'probes',
  valid: [
    ['both probes', [startup, live]],
    ['no probes', []],
    ['probes with a preview', withProps({ probes: [startup], apiVersion: '2025-02-02-preview' })],
  ],
  invalid: [
    [[live, live], 'probes must have at most one probe of each type, got 2 of type Liveness'],
    [
      [live, startup, live, startup, live],
      'probes must have at most one probe of each type, got 3 of type Liveness',
      'probes must have at most one probe of each type, got 2 of type Startup',
    ],
    [[undefined], `probes[0] must be given: ${USE}`],
    [[null, null], `probes[0] must be given: ${USE}`, `probes[1] must be given: ${USE}`],
    [[live, { probeType: 'Readiness', handler, options: {} }], "probes[1].probeType must be 'Liveness' or 'Startup', got 'Readiness'"],
    ...['xLiveness', 'Startups'].map(
      probeType =>
        [[{ probeType, handler, options: {} }], `probes[0].probeType must be 'Liveness' or 'Startup', got '${probeType}'`] as const,
    ),
  ],
  arbitrary: {
    valid: of => {
      const handlers = fc.oneof(
        of('HttpGetProbeOptions', ['port']).map(options => ProbeHandler.httpGet(options as HttpGetProbeOptions)),
        of('TcpSocketProbeOptions', ['port']).map(options => ProbeHandler.tcpSocket(options as TcpSocketProbeOptions)),
      );
      const probe = fc.tuple(handlers, of('ContainerProbeOptions') as fc.Arbitrary<ContainerProbeOptions>);
      return fc
        .tuple(fc.option(probe), fc.option(probe))
        .map(([first, second]) => [
          ...(first ? [ContainerProbe.liveness(...first)] : []),
          ...(second ? [ContainerProbe.startup(...second)] : []),
        ]);
    },
    invalid: fc.constant([live, live]),
  },
  edits: [
    { title: 'probes: added', after: { probes: probes(80) }, action: 'in place', paths: [`body.${PATH}[0]`] },
    {
      title: 'probes: changed',
      before: { probes: probes(80) },
      after: { probes: probes(81) },
      action: 'in place',
      paths: [`body.${PATH}[0].httpGet.port`],
    },
    {
      title: 'probes: one option less',
      before: { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, path: '/health' }), { periodSeconds: 5 })] },
      after: { probes: probes(80) },
      action: 'in place',
      paths: [`body.${PATH}[0].httpGet.path`, `body.${PATH}[0].periodSeconds`],
    },
    {
      title: 'probes: removed, same api version',
      before: { probes: probes(80), apiVersion: '2026-07-01' },
      after: { apiVersion: '2026-07-01' },
      action: 'in place',
      paths: [`body.${PATH}[0]`],
    },
    {
      title: 'probes: removed',
      before: { probes: probes(80) },
      action: 'in place',
      paths: [`body.${PATH}[0]`],
    },
  ],
  drift: [{ id: 'pool/probe-port/changed', paths: [`body.${PATH}[0].httpGet.port`] }],
});
