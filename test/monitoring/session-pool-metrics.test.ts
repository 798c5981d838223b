import type { TerraformStack } from 'cdktf';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISessionPool, NearlyFullAlertOptions, SessionPoolAlertOptions } from '../../lib';
import { SessionPool } from '../../lib';
import { ACTION_GROUP_ID, alertOf, criterionOf } from '../support/alerts';
import { failuresOf } from '../support/failures';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize } from '../support/synth';

/** A pool that is defined elsewhere. */
const elsewhere = (stack: Construct) =>
  SessionPool.fromSessionPoolId(stack, 'other', `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/elsewhere`);

const full = (options?: NearlyFullAlertOptions, pool: (stack: TerraformStack) => ISessionPool = stack => interpreter(stack)) =>
  alertOf(stack => pool(stack).metrics.alertWhenNearlyFull(stack, 'alert', options));

describe('metrics', () => {
  test.each([
    ['executing', 'PoolExecutingPodCount'],
    ['pending', 'PoolPendingPodCount'],
    ['ready', 'PoolReadyPodCount'],
  ] as const)('%s is %s of the pool', (name, metricName) => {
    const { output } = synthesize(stack => {
      const metric = container(stack).metrics[name]();
      expect(metric).toMatchObject({ metricNamespace: 'microsoft.app/sessionpools', metricName, dimensionName: 'poolName' });
      new TerraformOutput(stack, 'o', { value: [metric.resourceId, metric.dimensionValue], staticId: true });
    });
    expect(output.o.value).toStrictEqual(['${azapi_resource.pool_056F3F7E.id}', '${azapi_resource.pool_056F3F7E.name}']);
  });
});

describe('alertWhenNearlyFull', () => {
  test.each([
    [10, undefined, 8],
    [600, undefined, 480],
    [100, 0.55, 55],
    [10, 0.75, 8],
    [3, 0.8, 3],
    [1, 0.1, 1],
    [10, 1, 10],
  ])('of %d sessions at %s fires at %d', (maxConcurrentSessions, share, threshold) => {
    const built = full({ share }, stack => interpreter(stack, { maxConcurrentSessions }));
    expect(criterionOf(built)).toMatchObject({
      metricName: 'PoolExecutingPodCount',
      operator: 'GreaterThanOrEqual',
      threshold,
      timeAggregation: 'Maximum',
    });
  });

  test('says what it is about', () => {
    expect(full().body.properties.description).toBe(
      'Most sessions of pool ${azapi_resource.pool_056F3F7E.name} are in use. When all are, requests are answered with 404 or 429.',
    );
  });

  test('knows the sessions of a custom container pool', () => {
    const built = full({}, stack => container(stack, { maxConcurrentSessions: 50 }));
    expect(criterionOf(built).threshold).toBe(40);
  });

  test('of a pool that is defined elsewhere takes the sessions that it is given', () => {
    const built = full({ maxConcurrentSessions: 20 }, elsewhere);
    expect(criterionOf(built).threshold).toBe(16);
    expect(built).toMatchObject({
      parent_id: RESOURCE_GROUP_ID,
      body: { properties: { scopes: [`${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/elsewhere`] } },
    });
  });

  test('of a pool with an id that is a token is in its resource group', () => {
    const built = full({ maxConcurrentSessions: 20 }, stack =>
      SessionPool.fromSessionPoolId(stack, 'other', new TerraformVariable(stack, 'id', { type: 'string' }).stringValue),
    );
    expect(built.parent_id).toBe('${join("/", slice(split("/", "${var.id}"), 0, 5))}');
  });

  test('computes with sessions that are a token when Terraform plans', () => {
    const built = full({}, stack =>
      interpreter(stack, { maxConcurrentSessions: new TerraformVariable(stack, 'max', { type: 'number' }).numberValue }),
    );
    expect(criterionOf(built).threshold).toBe('${ceil(var.max * 0.8 - 0.000001)}');
  });

  test('leaves a share and sessions that are tokens to Terraform', () => {
    const number = (stack: TerraformStack, id: string) => new TerraformVariable(stack, id, { type: 'number' }).numberValue;
    const built = alertOf(stack =>
      elsewhere(stack).metrics.alertWhenNearlyFull(stack, 'alert', {
        share: number(stack, 'share'),
        maxConcurrentSessions: number(stack, 'max'),
      }),
    );
    expect(criterionOf(built).threshold).toBe('${ceil(var.max * var.share - 0.000001)}');
    expect(built.lifecycle).toStrictEqual({
      precondition: [
        { condition: '${var.share > 0 && var.share <= 1}', error_message: 'share must be above 0 and at most 1, got ${var.share}' },
        { condition: '${var.max >= 1}', error_message: 'maxConcurrentSessions must be at least 1, got ${var.max}' },
      ],
    });
  });

  test.each<[NearlyFullAlertOptions, string]>([
    [{ share: 0 }, 'share must be above 0, got 0'],
    [{ share: 1.1 }, 'share must be at most 1, got 1.1'],
    [{ maxConcurrentSessions: 0 }, 'maxConcurrentSessions must be at least 1, got 0'],
    [{ severity: 5 }, 'severity must be between 0 and 4, got 5'],
    [{ share: -1, severity: 5 }, 'share must be above 0, got -1\n  - severity must be between 0 and 4, got 5'],
  ])('refuses %j', (options, message) => {
    expect(() => full(options)).toThrow(`SessionPoolAlert at 'stack/alert' is not valid:\n  - ${message}`);
  });

  test('says everything that is wrong at once, and leaves nothing behind', () => {
    expect(
      failuresOf(stack =>
        elsewhere(stack).metrics.alertWhenNearlyFull(stack, 'alert', { share: 2, severity: -1, windowSizeInMinutes: 7, alertName: '' }),
      ),
    ).toStrictEqual([
      'share must be at most 1, got 2',
      'maxConcurrentSessions must be given: the size of an imported pool is unknown',
      'severity must be between 0 and 4, got -1',
      'windowSizeInMinutes must be one of 1, 5, 15, 30, 60, 360, 720, 1440 (minutes), got 7',
      "alertName must have 1 to 260 characters without # < > % & : \\ ? /, and no space or dot last, got ''",
    ]);
  });

  test('refuses a pool that is defined elsewhere without the number of its sessions', () => {
    expect(() => full({}, elsewhere)).toThrow('  - maxConcurrentSessions must be given: the size of an imported pool is unknown');
  });
});

describe('presets', () => {
  const preset = (name: 'alertWhenNoneReady' | 'alertWhenPending', options?: SessionPoolAlertOptions) =>
    alertOf(stack => container(stack).metrics[name](stack, 'alert', options));

  test('alertWhenNoneReady fires when there was none in a minute', () => {
    const built = preset('alertWhenNoneReady');
    expect(built.body.properties).toMatchObject({
      windowSize: 'PT1M',
      description: 'Pool ${azapi_resource.pool_056F3F7E.name} has no ready session.',
    });
    expect(criterionOf(built)).toMatchObject({
      metricName: 'PoolReadyPodCount',
      operator: 'LessThan',
      threshold: 1,
      timeAggregation: 'Maximum',
    });
  });

  test('alertWhenPending fires when there were some in all of five minutes', () => {
    const built = preset('alertWhenPending');
    expect(built.body.properties).toMatchObject({
      windowSize: 'PT5M',
      evaluationFrequency: 'PT1M',
      description: 'Sessions of pool ${azapi_resource.pool_056F3F7E.name} do not start, or fewer than are asked for.',
    });
    expect(criterionOf(built)).toMatchObject({
      metricName: 'PoolPendingPodCount',
      operator: 'GreaterThan',
      threshold: 0,
      timeAggregation: 'Minimum',
    });
  });

  test.each(['alertWhenNoneReady', 'alertWhenPending'] as const)('%s takes other options', name => {
    const built = preset(name, { windowSizeInMinutes: 15, severity: 1, description: 'mine', actionGroupIds: [ACTION_GROUP_ID] });
    expect(built.body.properties).toMatchObject({
      windowSize: 'PT15M',
      severity: 1,
      description: 'mine',
      actions: [{ actionGroupId: ACTION_GROUP_ID.toLowerCase() }],
    });
  });
});
