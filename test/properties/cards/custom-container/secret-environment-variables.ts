import { SecretEnvironmentVariable, SessionSecret } from '../../../../lib';
import { container } from '../../card';
import { CONTAINER, secretOf } from '../../values';

const PATH = `${CONTAINER}.env`;
const of = SecretEnvironmentVariable.of;

export default container('secretEnvironmentVariables', {
  armPath: `${PATH}[0].secretRef`,
  valid: [['an environment variable whose value is a secret', [of('KEY', secretOf('key'))]]],
  invalid: [
    [
      [of('A=B', SessionSecret.fromToken('a', ''))],
      "a name in secretEnvironmentVariables must be one or more characters without =, got 'A=***'",
      "secretEnvironmentVariables['A=***'] must be given: the value of a TerraformVariable or of another resource",
    ],
  ],
  edits: ({ one, two }) => [
    {
      title: 'secretEnvironmentVariables: added',
      after: { secretEnvironmentVariables: [of('A', one)] },
      action: 'in place',
      paths: [`body.${PATH}[0]`, 'body.properties.secrets[0]'],
    },
    {
      title: 'secretEnvironmentVariables: another secret',
      before: { secretEnvironmentVariables: [of('A', one)] },
      after: { secretEnvironmentVariables: [of('A', two)] },
      action: 'in place',
      paths: [`body.${PATH}[0].secretRef`, 'body.properties.secrets[0].name'],
    },
  ],
  drift: [
    {
      id: 'pool/secret-variable/swapped',
      props: ({ one, two }) => ({ secretEnvironmentVariables: [of('ONE', one), of('TWO', two)] }),
      paths: [`body.${PATH}[0].secretRef`, `body.${PATH}[0].value`],
    },
  ],
});
