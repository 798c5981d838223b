import { TerraformVariable } from 'cdktf';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import { CodeInterpreterType, ContainerProbe, ProbeHandler } from '../../lib';
import { container, interpreter } from '../support/fixtures';
import { synthesizeResource } from '../support/synth';

const probes = [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }))];

const INTERPRETERS: Array<[props: Partial<CodeInterpreterPoolProps>, version: string, schemaValidation: boolean | undefined]> = [
  [{}, '2026-01-01', undefined],
  [{ containerType: CodeInterpreterType.PYTHON_LTS }, '2026-01-01', undefined],
  [{ containerType: CodeInterpreterType.of('RubyLTS') }, '2026-01-01', undefined],
  [{ containerType: CodeInterpreterType.NODE_LTS }, '2025-10-02-preview', undefined],
  [{ containerType: CodeInterpreterType.SHELL }, '2025-10-02-preview', undefined],
  [{ mcpServer: {} }, '2025-10-02-preview', undefined],
  [{ mcpServer: {}, containerType: CodeInterpreterType.SHELL, apiVersion: '2025-10-02-preview' }, '2025-10-02-preview', undefined],
  [{ mcpServer: {}, containerType: CodeInterpreterType.SHELL, apiVersion: '2026-03-02-preview' }, '2026-03-02-preview', false],
  [{ apiVersion: '2026-03-02-preview' }, '2026-03-02-preview', false],
  [{ apiVersion: '2026-07-01' }, '2026-07-01', false],
  [{ apiVersion: '2025-07-01' }, '2025-07-01', undefined],
  [{ apiVersion: '2025-02-02-preview' }, '2025-02-02-preview', undefined],
  [{ apiVersion: '2025-01-01' }, '2025-01-01', undefined],
  [{ apiVersion: '2030-01-01-preview', containerType: CodeInterpreterType.SHELL }, '2030-01-01-preview', false],
  [{ sessionPoolName: 'my-pool' }, '2026-01-01', false],
];

const CONTAINERS: Array<[props: Partial<CustomContainerPoolProps>, version: string, schemaValidation: boolean | undefined]> = [
  [{}, '2026-07-01', false],
  [{ probes: [] }, '2026-07-01', false],
  [{ apiVersion: '2026-01-01' }, '2026-01-01', undefined],
  [{ probes }, '2026-07-01', false],
  [{ probes, apiVersion: '2025-10-02-preview' }, '2025-10-02-preview', undefined],
  [{ probes, apiVersion: '2025-02-02-preview' }, '2025-02-02-preview', undefined],
];

test.each(INTERPRETERS)('a code interpreter pool with %j is defined with %s', (props, version, schemaValidation) => {
  const resource = synthesizeResource(stack => interpreter(stack, props));
  expect(resource.type).toBe(`Microsoft.App/sessionPools@${version}`);
  expect(resource.schema_validation_enabled).toBe(schemaValidation);
});

test.each(CONTAINERS)('a custom container pool with %j is defined with %s', (props, version, schemaValidation) => {
  const resource = synthesizeResource(stack => container(stack, props));
  expect(resource.type).toBe(`Microsoft.App/sessionPools@${version}`);
  expect(resource.schema_validation_enabled).toBe(schemaValidation);
});

test('an api version that is a token is taken as it is, and azapi checks it', () => {
  const resource = synthesizeResource(stack =>
    interpreter(stack, { apiVersion: new TerraformVariable(stack, 'version', { type: 'string' }).stringValue }),
  );
  expect(resource.type).toBe('Microsoft.App/sessionPools@${var.version}');
  expect(resource).not.toHaveProperty('schema_validation_enabled');
});
