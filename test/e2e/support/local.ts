import { Workspace } from './workspace';
import type { LocalArmOptions } from '../../arm/local-arm';
import { LocalArm } from '../../arm/local-arm';

/** What a test deploys to, and from where. */
export interface Local {
  arm: LocalArm;
  workspace: Workspace;
}

/** Gives each test of a suite a local Azure Resource Manager and a workspace of its own. */
export function forEachTest(variables: { readonly [name: string]: string } = {}, options?: LocalArmOptions): Local {
  const local = {} as Local;

  beforeEach(async () => {
    local.arm = await LocalArm.start(options);
    local.workspace = new Workspace(local.arm);
    local.workspace.variables = { ...variables };
  });

  afterEach(async () => {
    local.workspace.remove();
    await local.arm.stop();
  });

  return local;
}
