import { alertsOf, criterionOf } from '../support/alerts';
import { fleet } from '../support/fleets';
import { synthesize } from '../support/synth';

describe('CodeInterpreterPoolFleet', () => {
  test('has the metrics of all pools', () => {
    synthesize(stack => {
      const { metrics } = fleet(stack);
      expect([metrics.executing(), metrics.pending(), metrics.ready()].map(list => list.map(({ metricName }) => metricName))).toStrictEqual(
        [Array(3).fill('PoolExecutingPodCount'), Array(3).fill('PoolPendingPodCount'), Array(3).fill('PoolReadyPodCount')],
      );
    });
  });

  test('has an alert for each pool', () => {
    const full = alertsOf(stack => fleet(stack).metrics.alertWhenNearlyFull(stack, 'full', { share: 0.5, alertName: 'full' }));
    expect(full.map(alert => [alert.name, criterionOf(alert).threshold])).toStrictEqual([
      ['full-westus2-1', 300],
      ['full-westus2-2', 300],
      ['full-westus2-3', 150],
    ]);
    const pending = alertsOf(stack => fleet(stack).metrics.alertWhenPending(stack, 'pending', { severity: 1 }));
    expect(pending.map(({ body }) => body.properties.severity)).toStrictEqual([1, 1, 1]);
    expect(new Set(pending.map(({ name }) => name)).size).toBe(3);
    expect(alertsOf(stack => fleet(stack).metrics.alertWhenNoneReady(stack, 'none'))).toHaveLength(3);
  });

  test('leaves no alerts behind that are not valid', () => {
    synthesize(stack => {
      expect(() => fleet(stack).metrics.alertWhenPending(stack, 'alerts', { severity: 9 })).toThrow(
        "SessionPoolAlert at 'stack/alerts/westus2-1' is not valid",
      );
      expect(stack.node.tryFindChild('alerts')).toBeUndefined();
    });
  });
});
