import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly name: string;
  readonly '//': { metadata: object };
}

interface Configuration {
  readonly resource: { readonly azapi_resource: { readonly [logicalId: string]: Resource } };
}

/** What an app wrote, stack by stack, but for construct paths and logical ids: those are the names of the resources in Azure. */
export function normalizedStacks(outdir: string): string[] {
  const stacks = join(outdir, 'stacks');
  return readdirSync(stacks)
    .sort()
    .map(stack => normalized(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')));
}

function normalized(text: string): string {
  const configuration = JSON.parse(text) as Configuration;
  const resources = Object.entries(configuration.resource.azapi_resource);
  const names = new Map(resources.map(([logicalId, { name }]) => [logicalId, name]));
  if (new Set(names.values()).size < names.size) {
    throw new Error('two resources of a stack have the same name: their logical ids cannot be told apart');
  }
  resources.forEach(([, resource]) => (resource['//'].metadata = {}));
  const sorted = resources.map(([, resource]) => resource).sort((a, b) => (a.name < b.name ? -1 : 1));
  const equal = { ...configuration, resource: { azapi_resource: Object.fromEntries(sorted.map(resource => [resource.name, resource])) } };
  return JSON.stringify(equal, undefined, 2).replace(
    /(?<=\bazapi_resource\.)[\w-]+/g,
    logicalId => names.get(logicalId) ?? `unknown:${logicalId}`,
  );
}
