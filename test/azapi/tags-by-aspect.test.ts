import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import type { IAspect } from 'cdktf';
import { Aspects, Fn, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  AzapiProvider,
  AzapiResource,
  CodeInterpreterPoolFleet,
  Principal,
  SessionPool,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  TaggableAzapiResource,
} from '../../lib';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { parse, synthesizeHcl, testApp } from '../support/synth';

interface Tags {
  [key: string]: string;
}

interface TaggableConstruct extends IConstruct {
  tags?: Tags;
  tagsInput?: Tags;
}

function isTaggableConstruct(x: IConstruct): x is TaggableConstruct {
  return 'tags' in x && 'tagsInput' in x;
}

/** The aspect of cdktf's documentation. */
class TagsAddingAspect implements IAspect {
  constructor(private readonly tagsToAdd: Tags) {}

  public visit(node: IConstruct): void {
    if (isTaggableConstruct(node)) {
      const currentTags = node.tagsInput ?? {};
      node.tags = { ...this.tagsToAdd, ...currentTags };
    }
  }
}

/** The configuration of a stack after the aspect. */
function tagged(build: (stack: TerraformStack) => void, tags: Tags = { owner: 'agents' }): Configuration {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack);
  Aspects.of(stack).add(new TagsAddingAspect(tags));
  return parse(stack);
}

/** What synthesis says about tags. */
function failuresOf(build: (stack: TerraformStack) => void, tags: Tags): string {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi');
  build(stack);
  Aspects.of(stack).add(new TagsAddingAspect(tags));
  try {
    Testing.synth(stack, true);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function tagsOf({ resource }: Configuration, type: RegExp): unknown[] {
  return Object.values(resource.azapi_resource)
    .filter(each => type.test(each.type))
    .map(({ tags }) => tags);
}

const environment = (stack: TerraformStack) =>
  new SessionPoolEnvironment(stack, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });

describe("the aspect of cdktf's documentation", () => {
  test('tags pools, environments, alerts and query packs as it tags resources of azurerm', () => {
    const configuration = tagged(stack => {
      new ResourceGroup(stack, 'group', { name: 'rg', location: 'westus2' });
      const pool = interpreter(stack);
      container(stack, { environment: environment(stack), tags: { team: 'browsers' } }, 'custom');
      pool.metrics.alertWhenNearlyFull(stack, 'alert');
      new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
      new CodeInterpreterPoolFleet(stack, 'fleet', { sessions: 1, locations: ['westus2'], resourceGroupId: RESOURCE_GROUP_ID });
    });
    expect(Object.values(configuration.resource.azurerm_resource_group)).toMatchObject([{ tags: { owner: 'agents' } }]);
    expect(tagsOf(configuration, /^Microsoft\.App\/sessionPools@/)).toStrictEqual([
      { owner: 'agents', team: 'browsers' },
      { owner: 'agents' },
      { owner: 'agents' },
    ]);
    expect(tagsOf(configuration, /managedEnvironments@|metricAlerts@|queryPacks@/)).toStrictEqual(
      Array.from({ length: 3 }, () => ({ owner: 'agents' })),
    );
  });

  test('leaves role assignments, queries, existing pools and other resources alone', () => {
    const configuration = tagged(stack => {
      const pool = SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID);
      expect(isTaggableConstruct(pool)).toBe(false);
      pool.grants.execute(Principal.managedIdentity(RESOURCE_GROUP_ID.split('/')[2]));
      new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
      new AzapiResource(stack, 'settings', { type: 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview', name: 's' });
    });
    const others = tagsOf(configuration, /roleAssignments@|\/queries@|diagnosticSettings@/);
    expect(others.length).toBeGreaterThan(2);
    expect(others.filter(tags => tags !== undefined)).toStrictEqual([]);
  });

  test('keeps text of tags that looks like a template', () => {
    const configuration = tagged(stack => void interpreter(stack, { tags: { note: '${HOME} %{if}' } }));
    expect(tagsOf(configuration, /./)).toStrictEqual([{ owner: 'agents', note: '$${HOME} %%{if}' }]);
  });

  test('adds tags that are tokens', () => {
    const configuration = tagged(
      stack => {
        new TerraformVariable(stack, 'owner', { type: 'string' });
        interpreter(stack);
      },
      { owner: '${var.owner}' },
    );
    expect(tagsOf(configuration, /./)).toStrictEqual([{ owner: '${var.owner}' }]);
  });

  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag${index}`, 'v']));
  test.each<[string, Tags, Tags, string]>([
    ['in another casing', { Owner: 'a' }, { owner: 'b' }, "tags must have names that differ by more than case, got 'owner' again"],
    ['that are too many', { owner: 'a' }, many, 'tags must be at most 50, got 51'],
    ['with a name that ARM refuses', { 'a/b': 'c' }, {}, "a name in tags must have 1 to 512 characters without < > % & \\ ? /, got 'a/b'"],
    ['that are too long', { a: 'b'.repeat(257) }, {}, "tags['a'] must have at most 256 characters"],
    ['that are no text', { a: 5 as never }, {}, "tags['a'] must be a string, got 5"],
  ])('is refused with tags %s', (_, added, own, message) => {
    expect(failuresOf(stack => void interpreter(stack, { tags: own }), added)).toContain(message);
  });

  test('is not refused with as much as ARM accepts', () => {
    const own = { ...many, note: '${'.repeat(128) } as Tags;
    delete own.tag0;
    expect(failuresOf(stack => void interpreter(stack, { tags: own }), {})).toBe('');
    expect(failuresOf(stack => void interpreter(stack, { tags: Token.asStringMap(Fn.tomap({ a: 'b' })) }), {})).toBe('');
  });
});

describe('TaggableAzapiResource', () => {
  const TYPE = 'Microsoft.KeyVault/vaults@2024-11-01';

  test('has the tags that it is given', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const resource = new TaggableAzapiResource(stack, 'vault', { type: TYPE, tags: { a: 'b' } });
    expect(resource.tagsInput).toStrictEqual({ a: 'b' });
    expect(Object.values(parse(stack).resource.azapi_resource)).toStrictEqual([{ type: TYPE, tags: { a: 'b' } }]);
  });

  test('has the tags that it is given later, or none', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const later = new TaggableAzapiResource(stack, 'later', { type: TYPE });
    const none = new TaggableAzapiResource(stack, 'none', { type: TYPE, tags: { a: 'b' } });
    expect(later.tagsInput).toBeUndefined();
    later.tags = { c: 'd' };
    none.resetTags();
    expect(Object.values(parse(stack).resource.azapi_resource)).toStrictEqual([{ type: TYPE, tags: { c: 'd' } }, { type: TYPE }]);
  });

  test('gives a copy of its tags, and refers to those that it has in Azure', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const resource = new TaggableAzapiResource(stack, 'vault', { type: TYPE, tags: { a: 'b' } });
    resource.tagsInput!.c = 'd';
    expect(resource.tagsInput).toStrictEqual({ a: 'b' });
    new TerraformOutput(stack, 'tags', { value: resource.tags, staticId: true });
    expect(parse(stack).output.tags.value).toBe('${azapi_resource.vault.tags}');
  });

  test('is written as HCL', () => {
    const hcl = synthesizeHcl(stack => {
      const resource = new TaggableAzapiResource(stack, 'vault', { type: TYPE });
      resource.tags = { team: 'agents' };
    });
    expect(hcl).toMatch(/tags = \{\s+"team" = "agents"\s+\}/);
  });
});
