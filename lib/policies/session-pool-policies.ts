import type { IAspect, TerraformStack } from 'cdktf';
import { TerraformDataSource, TerraformElement } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../errors';
import { readDataFile } from './data-file';
import { policyFailures } from './policies-rules';
import { PolicyLevel } from './policy-level';
import type { PolicyParameters } from './policy-parameters';
import type { RenderedConfiguration } from '../terraform/cdktf-internals';
import type { RenderedFinding } from '../terraform/inherited-aspects';
import { markAsPolicies, visitedBy } from '../terraform/inherited-aspects';
import type { Acknowledgement } from '../validation/acknowledgement';
import { stateOf } from '../validation/acknowledgement-rules';
import { defined } from '../validation/without-nulls';
import { Configuration } from './reading/configuration';
import type { ConfiguredResource } from './reading/configured-resource';
import { resourcesOf } from './reading/configured-resource';
import { builtInRules } from './rules';
import type { ISessionPoolRule } from './session-pool-rule';

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
 * Checks session pools, and the environments and role assignments around them, as they are when a stack is rendered: after all aspects,
 * validations and overrides, those that this library defines as well as those that azapi or azurerm define. A warning is an annotation of the
 * resource; an error is too, and stops the rendering. Values that only Terraform knows are left to the checks of plans.
 *
 * `Aspects.of(app).add(new SessionPoolPolicies())` checks all stacks of the app, `Aspects.of(stack)` or `Aspects.of(construct)` what is in it.
 * No way to synthesize skips them: neither `skipValidation` of the app nor `Testing.synth`.
 */
export class SessionPoolPolicies implements IAspect {
  /**
   * The policies of a data file, which Rego and Checkov read too.
   *
   * @param file the path of the file, which is JSON
   * @param additionalRules rules of your own
   */
  public static fromDataFile(file: string, additionalRules: ISessionPoolRule[] = []): SessionPoolPolicies {
    const ruleIds = [...builtInRules(), ...additionalRules].map(({ ruleId }) => ruleId);
    const { parameters, acknowledgements, notes } = readDataFile(file, ruleIds);
    const policies = new SessionPoolPolicies({ ...parameters, acknowledgements, additionalRules });
    policies.notes.push(...notes);
    return policies;
  }

  /** The rules. */
  public readonly rules: ISessionPoolRule[];

  private readonly acknowledgements: Acknowledgement[];
  private readonly levels: { [ruleId: string]: PolicyLevel };
  private readonly notes: string[] = [];

  /**
   * @param props what the rules leave open, and what is accepted
   */
  constructor(props: SessionPoolPoliciesProps = {}) {
    const { additionalRules = [], acknowledgements = [], ...parameters } = defined(props);
    const ruleIds = [...builtInRules(), ...additionalRules].map(({ ruleId }) => ruleId);
    const failures = policyFailures({ ruleIds, acknowledgements, parameters });
    if (failures.length > 0) {
      throw new ValidationError('SessionPoolPolicies', undefined, failures);
    }
    this.rules = [...builtInRules(parameters), ...additionalRules];
    this.levels = { ...parameters.levels };
    this.acknowledgements = acknowledgements.map(each => ({ ...each }));
    markAsPolicies(this, (stack, configuration, covers) => this.judge(stack, configuration, covers));
  }

  /**
   * Covers one construct. cdktf calls it; the construct is checked when its stack is rendered.
   *
   * @param node the construct
   */
  public visit(node: IConstruct): void {
    visitedBy(this, node);
  }

  private judge(
    stack: TerraformStack,
    configuration: RenderedConfiguration,
    covers: (construct: IConstruct) => boolean,
  ): RenderedFinding[] {
    const elements = elementsOf(stack);
    const notes = covers(stack) ? this.notes : [];
    return [
      ...notes.map(message => ({ construct: stack, level: 'warning' as const, message: `[SessionPoolData] ${message}` })),
      ...resourcesOf(new Configuration(configuration))
        .map(resource => ({ resource, construct: elements.get(resource.address) ?? stack }))
        .filter(({ construct }) => covers(construct))
        .flatMap(({ resource, construct }) => this.findingsOf(resource, construct)),
    ];
  }

  private findingsOf(resource: ConfiguredResource, construct: IConstruct): RenderedFinding[] {
    return this.rules
      .filter(({ kind }) => kind === resource.kind)
      .map(rule => ({ rule, level: this.levels[rule.ruleId] ?? rule.level }))
      .filter(({ level }) => level !== PolicyLevel.OFF)
      .flatMap(({ rule, level }) => {
        const { accepted, note } = stateOf(this.acknowledgements, rule.ruleId, resource);
        const prefix = `[${rule.ruleId}] ${level === PolicyLevel.CRITICAL ? 'critical: ' : ''}`;
        return accepted
          ? []
          : rule.check(resource).map(finding => ({
              construct,
              level: level === PolicyLevel.WARNING ? ('warning' as const) : ('error' as const),
              message: `${prefix}${finding}: ${rule.remedy}${note}`,
            }));
      });
  }
}

/** The resources of a stack by address, ephemeral ones included. */
function elementsOf(stack: TerraformStack): Map<string, IConstruct> {
  const elements = stack.node.findAll().filter(isResource);
  return new Map(
    elements.flatMap(element =>
      ['', 'ephemeral.'].map(prefix => [`${prefix}${element.terraformResourceType}.${element.friendlyUniqueId}`, element]),
    ),
  );
}

function isResource(construct: IConstruct): construct is TerraformElement & { readonly terraformResourceType: string } {
  return (
    TerraformElement.isTerraformElement(construct) &&
    !TerraformDataSource.isTerraformDataSource(construct) &&
    'terraformResourceType' in construct
  );
}
