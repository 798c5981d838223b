import type { ITerraformDependable } from 'cdktf';
import { TerraformElement, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/** What Terraform can depend on: itself, or the resources of a construct, of which a default child stands for all others. */
export function elementsOf(dependency: unknown): ITerraformDependable[] {
  if (isDependable(dependency)) {
    return [dependency];
  }
  if (!Construct.isConstruct(dependency)) {
    return [];
  }
  const { defaultChild } = dependency.node;
  return TerraformElement.isTerraformElement(defaultChild)
    ? [defaultChild]
    : dependency.node.findAll().filter(TerraformResource.isTerraformResource);
}

/** `dependsOn` of a resource, where constructs stand for their resources. */
export function dependenciesOf(dependsOn: unknown[] = []): ITerraformDependable[] | undefined {
  const elements = dependsOn.flatMap(elementsOf);
  return elements.length > 0 ? elements : undefined;
}

function isDependable(value: unknown): value is ITerraformDependable {
  return typeof value === 'object' && value !== null && typeof (value as Partial<ITerraformDependable>).fqn === 'string';
}
