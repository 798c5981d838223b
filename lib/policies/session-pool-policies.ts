import type { IAspect } from 'cdktf';
import { Annotations, TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { acknowledgementFailures } from './acknowledgements';
import { PolicyLevel } from './policy-level';
import type { PolicyParameters } from './policy-parameters';
import { ResolvedResource } from './resolved-resource';
import { builtInRules } from './rules';
import type { ISessionPoolRule } from './session-pool-rule';
import { StackIndex } from './stack-index';
import { markAsPolicies } from '../terraform/inherited-aspects';
import type { Acknowledgement } from '../validation/acknowledgement';
import { stateOf } from '../validation/acknowledgement-rules';
import { defined } from '../validation/without-nulls';

/**
 * Properties of the policies.
 */
export interface SessionPoolPoliciesProps extends PolicyParameters {
  /**
   * Levels of rules, by id.
   * @default - the level of the rule
   */
  readonly levels?: { [ruleId: string]: PolicyLevel };

  /**
   * The violations that are accepted, each with the reason.
   * @default - none
   */
  readonly acknowledgements?: Acknowledgement[];

  /**
   * Rules of your own.
   * @default - none
   */
  readonly additionalRules?: ISessionPoolRule[];
}

/**
 * Checks session pools, and the environments and role assignments around them, when the app is synthesized: those that this library defines
 * as well as those that azapi or azurerm define. What breaks a rule is an error or a warning at the resource, with the id of the
 * rule. Values that only Terraform knows are left to the checks on plans.
 *
 * `Aspects.of(app).add(new SessionPoolPolicies())` checks all stacks of the app that have something of this library in them, after all other
 * aspects. `Aspects.of(stack)` checks any stack: add it after other aspects that change resources.
 */
export class SessionPoolPolicies implements IAspect {
  /** The rules. */
  public readonly rules: ISessionPoolRule[];

  private readonly acknowledgements: Acknowledgement[];
  private readonly levels: { [ruleId: string]: PolicyLevel };
  private readonly indexes = new WeakMap<TerraformStack, StackIndex>();
  private readonly said = new WeakMap<IConstruct, Set<string>>();

  /**
   * @param props what the rules leave open, and what is accepted
   */
  constructor(props: SessionPoolPoliciesProps = {}) {
    const { additionalRules = [], acknowledgements = [], levels = {}, ...parameters } = defined(props);
    this.rules = [...builtInRules(parameters), ...additionalRules];
    this.levels = { ...levels };
    markAsPolicies(this);
    const failures = acknowledgementFailures(
      this.rules.map(({ ruleId }) => ruleId),
      acknowledgements,
      this.levels,
    );
    if (failures.length > 0) {
      throw new Error(`SessionPoolPolicies is not valid:\n${failures.map(failure => `  - ${failure}`).join('\n')}`);
    }
    this.acknowledgements = [...acknowledgements];
  }

  /**
   * Checks one construct. cdktf calls it.
   *
   * @param node the construct
   */
  public visit(node: IConstruct): void {
    if (TerraformStack.isStack(node)) {
      this.indexes.delete(node);
    }
    if (!TerraformResource.isTerraformResource(node)) {
      return;
    }
    const resource = ResolvedResource.of(node, this.indexOf(TerraformStack.of(node)));
    if (resource) {
      this.rules.filter(({ kind }) => kind === resource.kind).forEach(rule => this.apply(rule, resource, node));
    }
  }

  private apply(rule: ISessionPoolRule, resource: ResolvedResource, node: IConstruct): void {
    const level = this.levels[rule.ruleId] ?? rule.level;
    if (level === PolicyLevel.OFF) {
      return;
    }
    for (const finding of rule.check(resource)) {
      const { accepted, note } = stateOf(this.acknowledgements, rule.ruleId, resource);
      if (accepted) {
        return;
      }
      const message = `[${rule.ruleId}] ${level === PolicyLevel.CRITICAL ? 'critical: ' : ''}${finding}: ${rule.remedy}${note}`;
      this.say(node, level, message);
    }
  }

  /** Says it once, however often the stack is synthesized. */
  private say(node: IConstruct, level: PolicyLevel, message: string): void {
    const said = this.said.get(node) ?? new Set();
    this.said.set(node, said);
    if (!said.has(message)) {
      said.add(message);
      const annotations = Annotations.of(node);
      return level === PolicyLevel.WARNING ? annotations.addWarning(message) : annotations.addError(message);
    }
  }

  private indexOf(stack: TerraformStack): StackIndex {
    const index = this.indexes.get(stack) ?? new StackIndex(stack);
    this.indexes.set(stack, index);
    return index;
  }
}
