import type { Findings } from './findings';
import { show } from './show';
import { isToken } from '../terraform/templates';

interface NumberRule {
  /** The smallest number, which is allowed itself. */
  readonly min?: number;
  /** A number that it must be above. */
  readonly above?: number;
  /** A number that it must be below. */
  readonly below?: number;
  readonly unit?: string;
}

/** Whether it is a number that is known now; there can be no check of Terraform's for what is computed from it here. */
export function knownNumber(prop: string, value: number | undefined, why: string, rule: NumberRule, findings: Findings): value is number {
  if (!findings.required(prop, value, why)) {
    return false;
  }
  if (isToken(value)) {
    findings.error(`${prop} must be known when the configuration is written, got a token: ${why}`);
    return false;
  }
  const { min, above, below, unit } = rule;
  if (isWithin(value, rule)) {
    return true;
  }
  const range = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ].join(' and ');
  findings.error(`${prop} must be ${range}${unit ? ` (${unit})` : ''}, got ${show(value)}`);
  return false;
}

function isWithin(value: number | undefined, { min = -Infinity, above = -Infinity, below = Infinity }: NumberRule): boolean {
  return value !== undefined && Number.isFinite(value) && value >= min && value > above && value < below;
}
