import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResource } from '../../lib';
import { StackCheck } from '../../lib/terraform/stack-check';
import { parse, synthesize, synthesizeHcl, testApp } from '../support/synth';

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';

function resourceIn(scope: Construct, id = 'r'): AzapiResource {
  return new AzapiResource(scope, id, { type: TYPE });
}

function compare(resource: AzapiResource, name = 'a', message = 'a is wrong'): void {
  StackCheck.add(resource, name, () => ({ condition: `${resource.terraformResourceType}.${resource.friendlyUniqueId}.id != ""`, message }));
}

function localsOf(configuration: object): string[] | undefined {
  return (configuration as { locals?: { SessionPoolAnswers: string[] } }).locals?.SessionPoolAnswers;
}

describe('the check of a stack', () => {
  test('is one assertion about everything that is compared, and needs the Terraform that has checks', () => {
    const configuration = synthesize(stack => {
      compare(resourceIn(stack, 'one'));
      compare(resourceIn(stack, 'two'));
    }) as object;
    expect(configuration).toMatchObject({
      locals: {
        SessionPoolAnswers: ['${azapi_resource.one.id != "" ? "" : "a is wrong"}', '${azapi_resource.two.id != "" ? "" : "a is wrong"}'],
      },
      check: {
        SessionPoolAnswers: {
          assert: [
            {
              condition: '${join("", local.SessionPoolAnswers) == ""}',
              error_message:
                '${try(nonsensitive(join("\\n", compact(local.SessionPoolAnswers))), join("\\n", compact(local.SessionPoolAnswers)))}',
            },
          ],
        },
      },
      terraform: { required_version: '>= 1.5.0' },
    });
  });

  test('is the same in HCL', () => {
    expect(synthesizeHcl(stack => compare(resourceIn(stack), 'a', 'a "b" ${c}')).replace(/\s+/g, ' ')).toContain(
      'locals { SessionPoolAnswers = ["${azapi_resource.r.id != "" ? "" : "a \\"b\\" $${c}"}"] } ' +
        'check "SessionPoolAnswers" { assert { condition = "${join("", local.SessionPoolAnswers) == ""}" ' +
        'error_message = "${try(nonsensitive(join("\\n", compact(local.SessionPoolAnswers))), join("\\n", compact(local.SessionPoolAnswers)))}" } }',
    );
  });

  test('compares each thing once', () => {
    const configuration = synthesize(stack => {
      const resource = resourceIn(stack);
      compare(resource, 'a', 'first');
      compare(resource, 'a', 'second');
    });
    expect(localsOf(configuration)).toStrictEqual(['${azapi_resource.r.id != "" ? "" : "second"}']);
  });

  test.each<[string, (stack: TerraformStack) => void]>([
    ['there is nothing to compare', stack => StackCheck.add(resourceIn(stack), 'a', () => undefined)],
    [
      'what is compared is no longer in the stack',
      stack => {
        const scope = new Construct(stack, 'scope');
        compare(resourceIn(new Construct(scope, 'inner')));
        stack.node.tryRemoveChild('scope');
      },
    ],
    [
      'there are several instances of it',
      stack => {
        const resource = resourceIn(stack);
        resource.count = 2;
        compare(resource);
      },
    ],
    [
      'an override makes it several instances',
      stack => {
        const resource = resourceIn(stack);
        resource.addOverride('for_each', '${toset(["a"])}');
        compare(resource);
      },
    ],
  ])('is left out where %s', (_, build) => {
    const configuration = synthesize(build) as object;
    expect(configuration).not.toHaveProperty('check');
    expect(configuration).not.toHaveProperty('locals');
    expect(synthesizeHcl(build)).not.toContain('check');
  });

  test('stands in the stack of what is compared', () => {
    const app = testApp();
    const [one, other] = [new TerraformStack(app, 'one'), new TerraformStack(app, 'other')];
    compare(resourceIn(one));
    expect(parse(one)).toHaveProperty('check');
    expect(parse(other)).not.toHaveProperty('check');
    expect(Testing.synthHcl(other)).not.toContain('check');
  });
});
