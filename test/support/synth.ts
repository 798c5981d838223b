import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'cdktf';
import { TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';

/** A parsed `azapi_resource` of a synthesized stack. */
export interface SynthesizedResource {
  readonly [argument: string]: unknown;
  readonly type: string;
  readonly name: string;
  readonly body: { readonly properties: { readonly [property: string]: unknown } };
}

/** A parsed `cdk.tf.json`. */
export interface Configuration {
  readonly resource: { readonly [type: string]: { readonly [id: string]: SynthesizedResource } };
  readonly data: { readonly [type: string]: { readonly [id: string]: { readonly [argument: string]: unknown } } };
  readonly ephemeral?: { readonly [type: string]: unknown };
  readonly provider: { readonly [name: string]: Array<{ readonly [argument: string]: unknown }> };
  readonly import?: Array<{ readonly to: string; readonly id: string; readonly provider?: string }>;
  readonly output: { readonly [id: string]: { readonly value: unknown; readonly sensitive?: boolean } };
  readonly variable: { readonly [id: string]: { readonly [argument: string]: unknown } };
  readonly terraform: {
    readonly required_version?: string;
    readonly required_providers: { readonly [name: string]: { readonly version: string; readonly source: string } };
  };
}

const outdir = mkdtempSync(join(tmpdir(), 'app-'));

/** An app that does not touch the working directory. */
export function testApp(): App {
  return Testing.stubVersion(Testing.app({ outdir }));
}

/** The configuration of a stack that the function fills. */
export function synthesize(build: (stack: TerraformStack) => void): Configuration {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack);
  return parse(stack);
}

/** The configuration of a stack. */
export function parse(stack: TerraformStack): Configuration {
  return JSON.parse(Testing.synth(stack)) as Configuration;
}

/** The HCL of a stack that the function fills. */
export function synthesizeHcl(build: (stack: TerraformStack) => void): string {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack);
  return Testing.synthHcl(stack);
}

/** The only `azapi_resource` of a stack that the function fills. */
export function synthesizeResource(build: (stack: TerraformStack) => Construct): SynthesizedResource {
  const resources = Object.values(synthesize(stack => void build(stack)).resource.azapi_resource);
  expect(resources).toHaveLength(1);
  return resources[0];
}

/** The warnings of a construct and of everything in it. */
export function warningsOf(construct: Construct): string[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === '@cdktf/warn')
    .map(({ data }) => String(data));
}
