import { TerraformVariable } from 'cdktf';
import { STRUCTS } from '../support/assembly';
import { PLACES } from '../support/places';
import { synthesize, warningsOf } from '../support/synth';

/** Structs that are no input of a construct, or whose own rules refuse what they do not have. */
const OTHERWISE = ['Acknowledgement', 'McpServerOptions', 'PolicyParameters', 'SessionPoolPoliciesProps'];
const STRUCTS_OF_CONSTRUCTS = STRUCTS.filter(
  ({ name, isOpen }) => name in PLACES && !isOpen && !OTHERWISE.includes(name) && !/^(Data|Ephemeral)?Azapi(?!Timeouts$)/.test(name),
).map(({ name, properties }) => [name, properties[0].name] as const);

/** What comes of a struct with a property that it does not have: an error, or warnings. */
function outcomeOf(struct: string, property: string): string {
  let outcome = '';
  synthesize(stack => {
    try {
      PLACES[struct](stack, { [property]: 'x' } as never, new TerraformVariable(stack, 'other', { type: 'string' }).stringValue);
      outcome = warningsOf(stack).join('\n');
    } catch (error) {
      outcome = (error as Error).message;
    }
  });
  return outcome;
}

test.each(STRUCTS_OF_CONSTRUCTS)('a property that %s does not have is not lost', struct => {
  expect(outcomeOf(struct, 'somethingElse')).toMatch(
    /\[unknown-property\] [\w.[\]]*somethingElse is not a property of \S+, which ignores it/,
  );
});

test.each(STRUCTS_OF_CONSTRUCTS)('a property of %s in another casing is refused: %s', (struct, property) => {
  const outcome = outcomeOf(struct, property.toUpperCase());
  expect(outcome).toMatch(
    new RegExp(`${property.toUpperCase()} is not a property of \\S+|\\[unknown-property\\] \\S*${property.toUpperCase()} is`),
  );
});
