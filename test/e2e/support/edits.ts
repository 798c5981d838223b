import type { TerraformStack } from 'cdktf';
import { SessionPoolEnvironment, SessionSecret } from '../../../lib';
import type { CardContext, Edit, PoolKind } from '../../properties/card';
import { editsOf } from '../../properties/cards';
import { container, ENVIRONMENT_ID, interpreter } from '../../support/fixtures';

/** What the edits and drifts of a stack have in common. Its secrets are ephemeral variables, so that values do not get into a plan. */
export function contextOf(stack: TerraformStack, pool: PoolKind): CardContext {
  const environment = (name: string) => SessionPoolEnvironment.fromEnvironmentId(stack, name, `${ENVIRONMENT_ID}${name}`);
  const secret = (name: string) => SessionSecret.ephemeral(stack, name);
  return {
    pool,
    environments: { one: environment('one'), other: environment('other') },
    one: secret('one'),
    two: secret('two'),
  };
}

/** Defines a pool for each edit, as it is before or after, so that one plan and one apply show all of them. */
export function defineEdited(stack: TerraformStack, kind: PoolKind, which: 'before' | 'after'): Edit[] {
  const context = contextOf(stack, kind);
  return editsOf(context).map((edit, index) => {
    const sessionPoolName = `${kind === 'CodeInterpreterPool' ? 'interpreter' : 'container'}${index}`;
    if (kind === 'CodeInterpreterPool') interpreter(stack, { sessionPoolName, ...edit[which] }, `pool${index}`);
    else container(stack, { environment: context.environments.one, sessionPoolName, ...edit[which] }, `pool${index}`);
    return edit;
  });
}
