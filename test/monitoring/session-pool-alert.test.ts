import type { App } from 'cdktf';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { MetricAlertOptions, SessionPoolAlertProps } from '../../lib';
import { AzapiProvider, AzapiResource, MetricAggregation, MetricOperator, SessionPoolAlert } from '../../lib';
import type { JsonObject } from '../arm/json';
import { checkBody } from '../arm/property-tree';
import { ACTION_GROUP_ID, alertOf, alertsOf, criterionOf } from '../support/alerts';
import { BROKEN_CONNECTION, interpreter, SUBSCRIPTION } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, testApp } from '../support/synth';

const alert = (options: Partial<MetricAlertOptions> = {}) =>
  alertOf(stack =>
    interpreter(stack)
      .metrics.executing()
      .createAlert(stack, 'alert', { threshold: 5, ...options }),
  );

describe('an alert', () => {
  test('writes every field', () => {
    const { '//': metadata, ...resource } = alert();
    expect(resource).toStrictEqual({
      type: 'Microsoft.Insights/metricAlerts@2018-03-01',
      name: expect.stringMatching(/^stackalert[0-9a-f]{8}$/),
      parent_id: '${azapi_resource.pool_056F3F7E.parent_id}',
      location: 'global',
      body: {
        properties: {
          description: 'PoolExecutingPodCount (Average) GreaterThan 5',
          severity: 2,
          enabled: true,
          scopes: ['${azapi_resource.pool_056F3F7E.id}'],
          targetResourceType: 'Microsoft.App/sessionPools',
          evaluationFrequency: 'PT1M',
          windowSize: 'PT5M',
          criteria: {
            'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
            allOf: [
              {
                criterionType: 'StaticThresholdCriterion',
                name: 'PoolExecutingPodCount',
                metricNamespace: 'microsoft.app/sessionpools',
                metricName: 'PoolExecutingPodCount',
                timeAggregation: 'Average',
                operator: 'GreaterThan',
                threshold: 5,
                dimensions: [],
                skipMetricValidation: false,
              },
            ],
          },
          autoMitigate: true,
          actions: [],
        },
      },
      response_export_values: [],
      ignore_casing: true,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
      ignore_missing_property: false,
    });
  });

  const OPTIONS: Array<[Partial<MetricAlertOptions>, object]> = [
    [{ severity: 0 }, { severity: 0 }],
    [{ severity: 4 }, { severity: 4 }],
    [{ enabled: false }, { enabled: false }],
    [{ description: 'costs ${money}' }, { description: 'costs $${money}' }],
    [{ actionGroupIds: [ACTION_GROUP_ID] }, { actions: [{ actionGroupId: ACTION_GROUP_ID.toLowerCase() }] }],
    [{ windowSizeInMinutes: 1 }, { windowSize: 'PT1M' }],
    [
      { windowSizeInMinutes: 60, evaluationFrequencyInMinutes: 60 },
      { windowSize: 'PT1H', evaluationFrequency: 'PT1H' },
    ],
    [
      { windowSizeInMinutes: 1440, evaluationFrequencyInMinutes: 15 },
      { windowSize: 'P1D', evaluationFrequency: 'PT15M' },
    ],
  ];

  test.each(OPTIONS)('renders %j', (options, expected) => {
    expect(alert(options).body.properties).toMatchObject(expected);
  });

  test.each([
    [{ alertName: 'Pool is full' }, { name: 'Pool is full' }],
    [{ tags: { team: 'agents' } }, { tags: { team: 'agents' } }],
    [
      { resourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/other` },
      { parent_id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/other` },
    ],
  ])('passes %j on', (options, expected) => {
    expect(alert(options)).toMatchObject(expected);
  });

  test('has operator, threshold and aggregation that it is given', () => {
    const options = { operator: MetricOperator.LESS_THAN_OR_EQUAL, threshold: 2.5, aggregation: MetricAggregation.TOTAL };
    expect(criterionOf(alert(options))).toMatchObject({ operator: 'LessThanOrEqual', threshold: 2.5, timeAggregation: 'Total' });
  });

  test.each<[string, () => SynthesizedResource]>([
    ['with defaults', () => alert()],
    [
      'with everything',
      () => alert({ actionGroupIds: [ACTION_GROUP_ID], tags: { a: 'b' }, severity: 1, description: 'd', windowSizeInMinutes: 360 }),
    ],
    ['nearly full', () => alertOf(stack => interpreter(stack).metrics.alertWhenNearlyFull(stack, 'alert'))],
  ])('%s has a body that Azure takes', (_, build) => {
    const { body, tags, location } = build();
    const sent = { ...body, location, ...(tags ? { tags } : {}) } as unknown as JsonObject;
    expect(checkBody('Microsoft.Insights/metricAlerts', '2018-03-01', sent, { knownValuesOnly: true })).toStrictEqual([]);
  });

  test('uses the provider of the pool in its stack, unless it is given one', () => {
    const alerts = alertsOf(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'one' });
      const other = new AzapiProvider(stack, 'azapi-two', { alias: 'two' });
      const pool = interpreter(stack, { provider });
      pool.metrics.alertWhenNoneReady(stack, 'a');
      pool.metrics.alertWhenNoneReady(stack, 'b', {
        provider: other,
        dependsOn: [new AzapiResource(stack, 'first', { type: 'A.B/c@2025-04-01' })],
      });
    });
    expect(alerts).toMatchObject([{ provider: 'azapi.one' }, { provider: 'azapi.two', depends_on: ['azapi_resource.first'] }]);
  });

  test('can be in another stack than the pool', () => {
    const app: App = testApp();
    const [pools, alerts] = [new TerraformStack(app, 'pools'), new TerraformStack(app, 'alerts')];
    const provider = new AzapiProvider(pools, 'azapi', { alias: 'one' });
    interpreter(pools, { provider }).metrics.alertWhenNearlyFull(alerts, 'alert');
    alerts.prepareStack();
    const [resource] = Object.values(parse(alerts).resource.azapi_resource);
    expect(resource).not.toHaveProperty('provider');
    expect(resource.parent_id).toMatch(/^\$\{data\.terraform_remote_state\..*parent_id\}$/);
  });

  test('takes tokens', () => {
    const built = alertOf(stack => {
      const variable = (name: string, type: string) => new TerraformVariable(stack, name, { type });
      interpreter(stack)
        .metrics.executing()
        .createAlert(stack, 'alert', {
          threshold: variable('threshold', 'number').numberValue,
          severity: variable('severity', 'number').numberValue,
          actionGroupIds: variable('groups', 'list(string)').listValue,
          resourceGroupId: variable('group', 'string').stringValue,
        });
    });
    expect(built.parent_id).toBe('${var.group}');
    expect(built.body.properties).toMatchObject({
      severity: '${var.severity}',
      actions: '${[for id in "${var.groups}" : { actionGroupId = lower(id) }]}',
    });
    expect(criterionOf(built).threshold).toBe('${var.threshold}');
    expect(built.lifecycle).toStrictEqual({
      precondition: [
        {
          condition: expect.stringMatching(/^\$\{can\(regex\("\(\?i\)\^\/subscriptions\/.*", var\.group\)\)\}$/) as string,
          error_message: "resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got '${var.group}'",
        },
        { condition: '${length(var.groups) <= 5}', error_message: 'actionGroupIds must be at most 5, got ${length(var.groups)}' },
        { condition: '${var.severity >= 0 && var.severity <= 4}', error_message: 'severity must be between 0 and 4, got ${var.severity}' },
      ],
    });
  });

  test('takes an action group that is a token', () => {
    const built = alertOf(stack => {
      const actionGroupIds = [new TerraformVariable(stack, 'group', { type: 'string' }).stringValue];
      interpreter(stack).metrics.alertWhenPending(stack, 'alert', { actionGroupIds });
    });
    expect(built.body.properties.actions).toStrictEqual([{ actionGroupId: '${lower(var.group)}' }]);
  });

  test.each([
    [undefined, undefined],
    [[ACTION_GROUP_ID], undefined],
    [[ACTION_GROUP_ID, `${ACTION_GROUP_ID}2`], { 'properties.actions': 'actionGroupId' }],
  ])('with the action groups %j matches them by %j', (actionGroupIds, property) => {
    expect(alert({ actionGroupIds }).list_unique_id_property).toStrictEqual(property);
  });

  test('matches action groups by ID where their number is known later', () => {
    const built = alertOf(stack =>
      interpreter(stack).metrics.alertWhenPending(stack, 'alert', {
        actionGroupIds: new TerraformVariable(stack, 'groups', { type: 'list(string)' }).listValue,
      }),
    );
    expect(built.list_unique_id_property).toStrictEqual({ 'properties.actions': 'actionGroupId' });
  });

  test('exposes id and name as references', () => {
    const { output } = synthesize(stack => {
      const { alertId, alertName } = interpreter(stack).metrics.alertWhenPending(stack, 'alert');
      new TerraformOutput(stack, 'o', { value: [alertId, alertName], staticId: true });
    });
    expect(output.o.value).toStrictEqual([
      expect.stringMatching(/^\$\{azapi_resource\.alert_\w+\.id\}$/),
      expect.stringMatching(/\.name\}$/),
    ]);
  });
});

describe('an alert that is not valid', () => {
  test('is refused with everything that is wrong with it, and leaves nothing behind', () => {
    synthesize(stack => {
      const pool = interpreter(stack);
      expect(() =>
        pool.metrics.ready().createAlert(stack, 'alert', {
          threshold: NaN,
          operator: 'Over' as MetricOperator,
          aggregation: 'Median' as MetricAggregation,
          actionGroupIds: ['oncall'],
          severity: 2.5,
          windowSizeInMinutes: 7,
          evaluationFrequencyInMinutes: 7,
          enabled: 'yes' as unknown as boolean,
          alertName: 'a/b',
          resourceGroupId: 'rg',
        }),
      ).toThrow(
        [
          "SessionPoolAlert at 'stack/alert' is not valid:",
          "  - resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'",
          '  - threshold must be a number, got NaN',
          "  - operator must be a value of MetricOperator, got 'Over'",
          "  - aggregation must be a value of MetricAggregation, got 'Median'",
          "  - actionGroupIds[0] must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Insights/actionGroups/<name>', got 'oncall'",
          '  - severity must be a whole number, got 2.5',
          '  - windowSizeInMinutes must be one of 1, 5, 15, 30, 60, 360, 720, 1440 (minutes), got 7',
          '  - evaluationFrequencyInMinutes must be one of 1, 5, 15, 30, 60 (minutes), got 7',
          "  - enabled must be true or false, got 'yes'",
          "  - alertName must have 1 to 260 characters without # < > % & : \\ ? /, and no space or dot last, got 'a/b'",
        ].join('\n'),
      );
      expect(stack.node.tryFindChild('alert')).toBeUndefined();
    });
  });

  test.each<[Partial<MetricAlertOptions>, string]>([
    [{ evaluationFrequencyInMinutes: 15 }, 'evaluationFrequencyInMinutes (15) must not be above windowSizeInMinutes (5)'],
    [{ threshold: undefined }, 'threshold must be given: the number that the metric is compared with'],
    [{ actionGroupIds: ACTION_GROUP_ID as unknown as string[] }, `actionGroupIds must be a list, got '${ACTION_GROUP_ID}'`],
  ])('such as %j is refused', (options, message) => {
    expect(() => alert(options)).toThrow(`  - ${message}`);
  });

  test('needs a metric', () => {
    expect(() => alertOf(stack => new SessionPoolAlert(stack, 'alert', { threshold: 1 } as SessionPoolAlertProps))).toThrow(
      '  - metric must be given: use a metric of a pool, such as pool.metrics.ready()',
    );
  });
});
