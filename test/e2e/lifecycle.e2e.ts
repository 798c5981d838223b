import type { TerraformStack } from 'cdktf';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import type { AzapiResource } from '../../lib';
import { AzapiResource as Resource, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;

type Build = (stack: TerraformStack, options: object) => unknown;

const TAGGED: ReadonlyArray<[kind: string, type: string, build: Build]> = [
  ['pool', 'sessionPools', (stack, options) => interpreter(stack, { sessionPoolName: 'tagged', ...options })],
  [
    'environment',
    'managedEnvironments',
    (stack, options) => new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'tagged', ...options }),
  ],
  [
    'alert',
    'metricAlerts',
    (stack, options) =>
      interpreter(stack, { sessionPoolName: 'pool' })
        .metrics.ready()
        .createAlert(stack, 'it', { threshold: 1, alertName: 'tagged', ...options }),
  ],
  [
    'query pack',
    'queryPacks',
    (stack, options) => new SessionPoolQueryPack(stack, 'it', { ...PLACE, queryPackName: 'tagged', ...options }),
  ],
];

describeDeployed('Tags of others, and what leaves or enters the program', results => {
  const local = forEachTest();

  const idOf = (type: string) => local.arm.resources.map(({ id }) => id.id).find(id => id.endsWith(`/${type}/tagged`))!;

  test.each(TAGGED)('tags that Azure Policy puts on a %s stay, with ignoreTags', async (kind, type, build) => {
    for (const tags of [undefined, { team: 'agents' }]) {
      const name = tags ? `${kind} with tags` : kind;
      const stamped = ['cost "center"', 'hidden-title', '${x}'];
      local.workspace.write(stack => void build(stack, { tags, ignoreTags: stamped }));
      await local.workspace.apply();
      local.arm.mutate(idOf(type), body => {
        body.tags = { ...(body.tags as object), ...Object.fromEntries(stamped.map(tag => [tag, 'x'])) };
      });
      results.check(`${name}: plan after tags of others, with ignoreTags`, 'no changes', await local.workspace.secondPlan());
      local.workspace.write(stack => void build(stack, { tags: { team: 'tools' }, ignoreTags: stamped }));
      await local.workspace.apply();
      const kept = JSON.stringify(local.arm.resource(idOf(type))!.body.tags);
      results.check(
        `${name}: tags after an edit, with ignoreTags`,
        'its own are changed, those of others stay',
        stamped.every(tag => kept.includes(JSON.stringify(tag))) && kept.includes('"team":"tools"')
          ? 'its own are changed, those of others stay'
          : kept,
      );
      local.workspace.write(stack => void build(stack, { tags }));
      const plan = await local.workspace.secondPlan();
      results.check(
        `${name}: plan after tags of others, without ignoreTags`,
        'in place',
        /in place: .*tags/.exec(plan) ? 'in place' : plan,
      );
      await local.workspace.destroy();
    }
  });

  test('a pool leaves the program with a removed block, and Azure keeps it', async () => {
    local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool' }));
    await local.workspace.apply();
    const [address] = local.workspace.state;
    local.workspace.write(stack => stack.addOverride('removed', [{ from: address, lifecycle: { destroy: false } }]));
    await local.workspace.apply();
    results.check('pool with a removed block: state', 'nothing', local.workspace.state.join() || 'nothing');
    results.check('pool with a removed block: in Azure', 'there', local.arm.resource(POOL_ID) ? 'there' : 'gone');
    results.check('pool with a removed block: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('preventDestroy protects a pool in the program only', async () => {
    const write = (preventDestroy: boolean, location = 'westus2') =>
      local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool', preventDestroy, location }));
    write(true);
    await local.workspace.apply();
    write(true, 'westus3');
    const replacing = await local.workspace.tryApply();
    results.check('preventDestroy: replacing the pool', 'refused', /prevent_destroy/.test(replacing.output) ? 'refused' : replacing.output);
    local.workspace.write(() => undefined);
    await local.workspace.apply();
    results.check(
      'preventDestroy: the construct is taken out of the program',
      'destroyed',
      local.arm.resource(POOL_ID) ? 'there' : 'destroyed',
    );
  });

  test('a first create that fails with preventDestroy is repaired without it', async () => {
    const write = (preventDestroy: boolean) =>
      local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool', preventDestroy }));
    write(true);
    local.arm.inject({ method: 'PUT', match: /sessionPools\/pool$/, fault: { kind: 'async-failed' } });
    await local.workspace.tryApply();
    results.check('first create fails, with preventDestroy: state', 'tainted', local.workspace.state[0]?.split(' ')[1] ?? 'nothing');
    const again = await local.workspace.tryApply();
    results.check(
      'first create fails, with preventDestroy: next run',
      'refused',
      /prevent_destroy/.test(again.output) ? 'refused' : again.output,
    );
    write(false);
    await local.workspace.apply();
    write(true);
    results.check('first create fails, with preventDestroy: plan after a run without', 'no changes', await local.workspace.secondPlan());
  });

  test('a pool of raw azapi is taken over with moveFromId', async () => {
    local.workspace.write(
      stack =>
        void new Resource(stack, 'raw', {
          type: 'Microsoft.App/sessionPools@2025-07-01',
          name: 'pool',
          parentId: RESOURCE_GROUP_ID,
          location: 'westus2',
          body: {
            properties: {
              containerType: 'PythonLTS',
              poolManagementType: 'Dynamic',
              scaleConfiguration: { maxConcurrentSessions: 10 },
              dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
            },
          },
        }),
    );
    await local.workspace.apply();
    local.workspace.write(stack =>
      (interpreter(stack, { sessionPoolName: 'pool' }).node.defaultChild as AzapiResource).moveFromId('azapi_resource.raw'),
    );
    await local.workspace.apply();
    const deleted = local.arm.requests.some(({ method }) => method === 'DELETE');
    results.check('pool of raw azapi with moveFromId', 'updated', deleted ? 'replaced' : 'updated');
    results.check('pool of raw azapi with moveFromId: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('a generated name is kept over a move by giving it', async () => {
    local.workspace.write(stack => void interpreter(stack, {}, 'before'));
    await local.workspace.apply();
    const [{ id }] = local.arm.resources;
    local.workspace.write(stack => {
      const pool = interpreter(stack, { sessionPoolName: id.name }, 'after');
      (pool.node.defaultChild as AzapiResource).moveFromId('azapi_resource.before_6E6C88B4');
    });
    // A move alone is a plan with something to do, in which no resource changes.
    const moving = (await local.workspace.secondPlan()).replace('changes of outputs', 'no changes');
    results.check('pool that is renamed in the program, with its name and moveFromId: plan', 'no changes', moving);
    local.workspace.write(stack => {
      (interpreter(stack, {}, 'after').node.defaultChild as AzapiResource).moveFromId('azapi_resource.before_6E6C88B4');
    });
    const plan = await local.workspace.secondPlan();
    results.check(
      'pool that is renamed in the program, with moveFromId only: plan',
      'replaced',
      / replaced: /.test(plan) ? 'replaced' : plan,
    );
  });
});
