import { App, TerraformStack } from 'cdktf';
import { IMAGE, LOCATION, RESOURCE_GROUP_ID, TARGET_PORT } from './values';
import { AzapiProvider, CustomContainerPool, SessionPoolEnvironment } from 'cdktf-azure-session-pools';

/** Texts that make a careless regular expression go back and forth. */
const UNITS = ['a', '-', '.', '${', '%{', '$', '"', '\\', '\n', '🙂', '#{TfToken[x]}', '${TfToken[x]}'];

/** Milliseconds for pools that each have one long text. */
function milliseconds(characters: number, outdir: string): number {
  const before = process.hrtime.bigint();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'stack');
  new AzapiProvider(stack, 'azapi');
  const environmentId = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/agents`;
  const environment = SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', environmentId);
  UNITS.forEach((unit, index) => {
    const args = [unit.repeat(characters / unit.length)];
    const place = { resourceGroupId: RESOURCE_GROUP_ID, location: LOCATION };
    new CustomContainerPool(stack, `pool${index}`, { ...place, environment, image: IMAGE, targetPort: TARGET_PORT, args });
  });
  app.synth();
  return Number(process.hrtime.bigint() - before) / 1e6;
}

const { characters, outdir } = JSON.parse(process.argv[2]) as { characters: number; outdir: string };
console.log(JSON.stringify(milliseconds(characters, outdir)));
