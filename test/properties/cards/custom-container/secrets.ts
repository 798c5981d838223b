import { container } from '../../card';
import { secretOf } from '../../values';

const PATH = 'properties.secrets';

export default container('secrets', {
  armPath: PATH,
  valid: [['a secret that nothing uses', [secretOf('unused')]]],
  invalid: [],
  edits: ({ one, two }) => [
    {
      title: 'secrets: one more',
      before: { secrets: [one] },
      after: { secrets: [one, two] },
      action: 'in place',
      paths: [`body.${PATH}[1]`],
    },
    {
      title: 'secrets: one less',
      before: { secrets: [one, two] },
      after: { secrets: [two] },
      action: 'in place',
      paths: [`body.${PATH}[0].name`, `body.${PATH}[1]`],
    },
    { title: 'secrets: none left', before: { secrets: [one] }, action: 'in place', paths: [`body.${PATH}[0]`] },
  ],
  drift: [
    {
      id: 'pool/secret/removed',
      props: ({ one, two }) => ({ secrets: [one, two] }),
      paths: [`body.${PATH}[0].name`, `body.${PATH}[1]`],
    },
    { id: 'pool/secret/added', props: ({ one, two }) => ({ secrets: [one, two] }), paths: [`body.${PATH}[2]`] },
  ],
});
