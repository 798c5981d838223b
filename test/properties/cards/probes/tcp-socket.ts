import fc from 'fast-check';
import type { TcpSocketProbeOptions } from '../../../../lib';
import { ContainerProbe, ProbeHandler } from '../../../../lib';
import { inside, withProps } from '../../card';
import { CONTAINER, TEXTS } from '../../values';

const PATH = `${CONTAINER}.probes[0].tcpSocket`;
const GIVEN = 'probes[0].tcpSocket';
const tcpSocket = inside<TcpSocketProbeOptions>('TcpSocketProbeOptions', {
  in: 'probes',
  pool: 'CustomContainerPool',
  since: 'probes',
  props: given => ({ probes: [ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 80, ...given }))] }),
});

export default [
  tcpSocket('port', {
    armPath: `${PATH}.port`,
    valid: [
      ['a TCP probe when the container starts', 1, 'tcp-probe'],
      ['a TCP probe', withProps({ probes: [ContainerProbe.liveness(ProbeHandler.tcpSocket({ port: 1 }))] }), 'tcp-probe'],
    ],
    invalid: [
      [0, `${GIVEN}.port must be between 1 and 65535, got 0`],
      [undefined, `${GIVEN}.port must be given: the port that is probed`],
    ],
    arbitrary: { valid: fc.integer({ min: 1, max: 65535 }) },
  }),
  tcpSocket('host', {
    armPath: `${PATH}.host`,
    valid: [['the host of a TCP probe', 'h', 'tcp-probe']],
    invalid: [[5, `${GIVEN}.host must be a string, got a number`]],
    arbitrary: { valid: TEXTS },
  }),
];
