import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, TerraformResource } from 'cdktf';
import { Aspects, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { AzapiProvider, SessionPoolPolicies } from '../../../lib';
import { collectFindings } from '../../../lib/terraform/inherited-aspects';
import { CREDENTIALS } from '../bypasses';
import { PARAMETERS } from '../fixtures';
import { POLICY, run } from './tools';
import { findingsOf } from '../support/findings';

/** The ids of the rules that something in a file breaks. */
export interface Findings {
  readonly [file: string]: string[];
}

interface ConftestResult {
  readonly filename: string;
  readonly failures?: ConftestFinding[];
  readonly warnings?: ConftestFinding[];
}

interface ConftestFinding {
  readonly msg: string;
  readonly metadata?: { readonly ruleId?: string };
}

interface CheckovReport {
  readonly results: { readonly [outcome in 'passed_checks' | 'failed_checks' | 'skipped_checks']: CheckovRecord[] };
  readonly summary: { readonly parsing_errors: number };
}

interface CheckovRecord {
  readonly check_id: string;
  readonly check_result: { readonly result: string };
  readonly file_path: string;
  readonly resource: string;
  readonly details: string[];
  readonly severity: string | null;
}

/** The ids of the rules that the aspect finds broken in a stack. */
export function aspectFindings(stack: TerraformStack, policies = new SessionPoolPolicies(PARAMETERS)): string[] {
  Aspects.of(stack).add(policies);
  collectFindings(stack, () => stack.toTerraform() as unknown);
  return [...new Set(findingsOf(stack).map(finding => /\[(\w+)\]/.exec(finding)![1]))].sort();
}

/** The addresses at which the aspect finds rules broken, accepted violations aside. */
export function aspectPairs(stack: TerraformStack, policies: SessionPoolPolicies): Array<[address: string, ruleId: string]> {
  Aspects.of(stack).add(policies);
  collectFindings(stack, () => stack.toTerraform() as unknown);
  return pairsOf(stack);
}

/** The addresses at which policies have found rules broken. */
export function pairsOf(stack: TerraformStack): Array<[address: string, ruleId: string]> {
  return stack.node.findAll().flatMap(construct =>
    construct.node.metadata
      .map(({ data }) => /^\[(SessionPool(?!Data)\w+)\]/.exec(String(data))?.[1])
      .filter(ruleId => ruleId !== undefined)
      .map(ruleId => [addressOf(construct), ruleId!] as [string, string]),
  );
}

function addressOf(construct: IConstruct): string {
  const { terraformResourceType, friendlyUniqueId } = construct as TerraformResource;
  return `${terraformResourceType}.${friendlyUniqueId}`;
}

/** A stack with a provider that can plan without Azure. */
export function newStack(app: App): TerraformStack {
  const stack = new TerraformStack(app, 'stack');
  new AzapiProvider(stack, 'azapi', CREDENTIALS);
  return stack;
}

/** Writes a data file for both engines. */
export function writeData(directory: string, data: object = { parameters: PARAMETERS }): string {
  const file = join(directory, 'policy-data.json');
  writeFileSync(file, JSON.stringify({ session_pools: data }));
  return file;
}

/** What conftest finds in files of a directory. */
export function conftest(directory: string, files: string[], data: string): Findings {
  return Object.fromEntries(
    conftestResults(directory, files, data).map(({ filename, failures = [], warnings = [] }) => [
      filename.slice(directory.length + 1),
      idsOf([...failures, ...warnings]),
    ]),
  );
}

/** What conftest says of the files, as it says it. */
export function conftestMessages(
  directory: string,
  files: string[],
  data: string,
): { readonly failures: string[]; readonly warnings: string[] } {
  const results = conftestResults(directory, files, data);
  const messages = (findings: Array<ConftestFinding[] | undefined>) =>
    findings
      .flatMap(each => each ?? [])
      .map(({ msg }) => msg)
      .sort();
  return { failures: messages(results.map(({ failures }) => failures)), warnings: messages(results.map(({ warnings }) => warnings)) };
}

function conftestResults(directory: string, files: string[], data: string): ConftestResult[] {
  const { stdout, stderr } = run('conftest', [
    'test',
    '--policy',
    join(POLICY, 'session_pools'),
    '--namespace',
    'session_pools',
    '--data',
    data,
    '--output',
    'json',
    ...files.map(file => join(directory, file)),
  ]);
  if (!stdout) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as ConftestResult[];
}

function idsOf(findings: ConftestFinding[]): string[] {
  return [...new Set(findings.map(({ metadata, msg }) => metadata?.ruleId ?? msg))].sort();
}

/** What Checkov finds in the files of a directory, which are of the framework `terraform_plan` or `terraform_json`. */
export function checkov(
  directory: string,
  framework: string,
  data: string,
): { readonly findings: Findings; readonly records: CheckovRecord[] } {
  const reports = checkovReports(directory, framework, data);
  const failed = reports.flatMap(({ results }) => results.failed_checks);
  const records = reports.flatMap(({ results }) => [...results.passed_checks, ...results.failed_checks, ...results.skipped_checks]);
  const findings: { [file: string]: string[] } = {};
  for (const { check_id, file_path } of failed) {
    const file = file_path.replace(/^\//, '');
    findings[file] = [...new Set([...(findings[file] ?? []), check_id.replace('CKV2_', '')])].sort();
  }
  return { findings, records };
}

/** The reports of Checkov. */
export function checkovReports(directory: string, framework: string, data: string): CheckovReport[] {
  const { stdout, stderr } = run(
    'checkov',
    [
      '--directory',
      directory,
      '--framework',
      framework,
      '--external-checks-dir',
      join(POLICY, 'checkov'),
      '--check',
      'CKV2_SessionPool*',
      '--output',
      'json',
      '--compact',
      '--skip-download',
    ],
    { SESSION_POOL_POLICIES: data, PYTHONDONTWRITEBYTECODE: '1' },
  );
  if (!stdout.trim() || stderr.includes('Cannot load external check') || !existsSync(data)) {
    throw new Error(stderr || 'Checkov said nothing');
  }
  const report = JSON.parse(stdout) as CheckovReport | CheckovReport[];
  const reports = (Array.isArray(report) ? report : [report]).filter(({ results }) => results !== undefined);
  return reports;
}
