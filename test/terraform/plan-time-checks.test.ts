import { Fn, TerraformVariable, Token } from 'cdktf';
import type { CustomContainerPoolProps } from '../../lib';
import { ContainerProbe, ProbeHandler, SessionLifecycle, TerraformExpression } from '../../lib';
import { container } from '../support/fixtures';
import { synthesizeResource } from '../support/synth';

interface Check {
  readonly condition: string;
  readonly error_message: string;
}

type Props = (token: number) => Partial<CustomContainerPoolProps>;

function checksOf(props: Props): Check[] {
  const { lifecycle } = synthesizeResource(stack =>
    container(stack, props(new TerraformVariable(stack, 'n', { type: 'number' }).numberValue)),
  );
  return (lifecycle as { precondition: Check[] }).precondition;
}

const CHECKS: Array<[name: string, props: Props, ...checks: Array<[condition: string, message: string]>]> = [
  ['the port', targetPort => ({ targetPort }), ['var.n >= 1 && var.n <= 65535', 'targetPort must be between 1 and 65535, got ${var.n}']],
  ['the cores', cpu => ({ cpu }), ['var.n > 0', 'cpu must be above 0 (cores), got ${var.n}']],
  [
    'the most sessions',
    maxConcurrentSessions => ({ maxConcurrentSessions, readySessionInstances: 2 }),
    ['var.n >= 1', 'maxConcurrentSessions must be at least 1, got ${var.n}'],
    ['2 < var.n', 'readySessionInstances (${2}) must be less than maxConcurrentSessions (${var.n})'],
  ],
  [
    'the ready sessions',
    readySessionInstances => ({ readySessionInstances }),
    ['var.n >= 1', 'readySessionInstances must be at least 1, got ${var.n}'],
    ['var.n < 10', 'readySessionInstances (${var.n}) must be less than maxConcurrentSessions (${10})'],
  ],
  [
    'the cooldown',
    cooldownPeriodInSeconds => ({ lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds }) }),
    ['var.n >= 300 && var.n <= 3600', 'lifecycle.cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got ${var.n}'],
  ],
  [
    'the longest life',
    maxAlivePeriodInSeconds => ({ lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds }) }),
    ['var.n >= 1', 'lifecycle.maxAlivePeriodInSeconds must be at least 1 (seconds), got ${var.n}'],
  ],
  [
    'the port of a probe',
    port => ({ probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port }))] }),
    ['var.n >= 1 && var.n <= 65535', 'probes[0].httpGet.port must be between 1 and 65535, got ${var.n}'],
  ],
  [
    'a setting of a probe',
    failureThreshold => ({ probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }), { failureThreshold })] }),
    ['var.n >= 0', 'probes[0].failureThreshold must be at least 0, got ${var.n}'],
  ],
  [
    'an expression',
    token => ({ targetPort: Token.asNumber(Fn.max([token, 1])) }),
    ['"${max(var.n, 1)}" >= 1 && "${max(var.n, 1)}" <= 65535', 'targetPort must be between 1 and 65535, got ${"${max(var.n, 1)}"}'],
  ],
  [
    'a raw expression',
    () => ({ targetPort: Token.asNumber(TerraformExpression.raw('true ? 80 : 0')) as never }),
    ['"${true ? 80 : 0}" >= 1 && "${true ? 80 : 0}" <= 65535', 'targetPort must be between 1 and 65535, got ${"${true ? 80 : 0}"}'],
  ],
];

test.each(CHECKS)('Terraform checks %s when it is a token', (_, props, ...checks) => {
  expect(checksOf(props)).toStrictEqual(checks.map(([condition, error_message]) => ({ condition: `\${${condition}}`, error_message })));
});

test('a pool without number tokens has no checks', () => {
  expect(synthesizeResource(stack => container(stack))).not.toHaveProperty('lifecycle');
});
