import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { AzapiResource } from '../../lib';
import { interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';

function nameOf(stackId: string, ...path: string[]): unknown {
  const stack = new TerraformStack(testApp(), stackId);
  const scope = path.slice(0, -1).reduce<Construct>((parent, id) => new Construct(parent, id), stack);
  const resource = interpreter(scope, {}, path.at(-1)).node.defaultChild as AzapiResource;
  const { azapi_resource } = (resource.toTerraform() as { resource: { azapi_resource: { [id: string]: { name: string } } } }).resource;
  return azapi_resource[resource.friendlyUniqueId].name;
}

test.each<[string[], RegExp]>([
  [['stack', 'pool'], /^stackpool[0-9a-f]{8}$/],
  [['My-Stack', 'a', 'Pool_1'], /^mystackapool1[0-9a-f]{8}$/],
  [['12stack3', 'pool'], /^stack3pool[0-9a-f]{8}$/],
  [['123', '456'], /^pool[0-9a-f]{8}$/],
  [['a-stack-with-a-long-name', 'and-a-pool'], /^astackwithalongnameandap[0-9a-f]{8}$/],
])('the name of %j is readable and unique', (path, expected) => expect(nameOf(path[0], ...path.slice(1))).toMatch(expected));

test('two pools have two names', () => expect(nameOf('stack', 'a-b')).not.toBe(nameOf('stack', 'ab')));
