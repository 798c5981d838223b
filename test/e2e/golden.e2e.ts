import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGolden, GOLDEN_VARIABLES, restore } from './support/golden';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import { readJson } from './support/terraform';
import { Workspace } from './support/workspace';
import { LocalArm } from '../arm/local-arm';

/** What an earlier version of this library deployed. `REGENERATE_GOLDEN=1 npm run test:e2e -- golden` takes the current one for it. */
const GOLDEN = join(__dirname, 'golden');

describeDeployed('Upgrade of this library', results => {
  const local = forEachTest(GOLDEN_VARIABLES);

  if (process.env.REGENERATE_GOLDEN) {
    beforeAll(async () => {
      const server = await LocalArm.start();
      const deployed = new Workspace(server);
      deployed.variables = { ...GOLDEN_VARIABLES };
      deployed.write(buildGolden);
      await deployed.apply();
      mkdirSync(GOLDEN, { recursive: true });
      copyFileSync(join(deployed.directory, 'cdk.tf.json'), join(GOLDEN, 'cdk.tf.json'));
      writeFileSync(join(GOLDEN, 'state.json'), readFileSync(join(deployed.directory, 'terraform.tfstate')));
      deployed.remove();
      await server.stop();
    });
  }

  function restoreGolden(): void {
    restore(local.arm, readJson(GOLDEN, 'state.json'));
    copyFileSync(join(GOLDEN, 'state.json'), join(local.workspace.directory, 'terraform.tfstate'));
  }

  test('plans no changes for what it was deployed with', async () => {
    restoreGolden();
    local.workspace.writeConfiguration(readJson(GOLDEN, 'cdk.tf.json'));
    results.check('the configuration of that time', 'no changes', await local.workspace.secondPlan());
  });

  test('plans no changes with the current library', async () => {
    restoreGolden();
    local.workspace.write(buildGolden);
    results.check('the configuration of the current library', 'no changes', await local.workspace.secondPlan());
  });
});
