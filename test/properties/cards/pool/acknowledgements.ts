import { WARNINGS } from '../../../../lib/validation/warnings';
import { poolSettings } from '../../card';

const IDS = Object.keys(WARNINGS).join(', ');
const FORM = 'acknowledgements[0] must have the form { id, reason, path?, expires? }, got';
const reason = 'we like them';

export default poolSettings('acknowledgements', {
  valid: [['an acknowledgement of what is not there', [{ id: 'egress-enabled', reason }]]],
  invalid: [
    [[{ id: 'name-hyphen', reason: '' }], "acknowledgements[0].reason must say why, got ''"],
    [[{ id: 'name-hyphen', reason: ' ' }], "acknowledgements[0].reason must say why, got ' '"],
    [[{ id: 'name-hyphen' }], 'acknowledgements[0].reason must say why, got undefined'],
    [[{ id: 'name-hyphens', reason }], `acknowledgements[0].id must name a warning, got 'name-hyphens': there are ${IDS}`],
    [[{ id: 'constructor', reason }], `acknowledgements[0].id must name a warning, got 'constructor': there are ${IDS}`],
    [
      [{ id: 'name-hyphen', reason, expires: '2027-02-29' }],
      "acknowledgements[0].expires must be a day such as '2027-01-31', got '2027-02-29'",
    ],
    [[{ id: 'name-hyphen', reason, expiry: '2027-02-28' }], `${FORM} 'expiry' in it`],
    [['name-hyphen'], `${FORM} 'name-hyphen'`],
    [{ 'name-hyphen': reason }, 'acknowledgements must be a list, got {"name-hyphen":"we like them"}'],
  ],
  edits: [{ title: 'acknowledgements', after: { acknowledgements: [{ id: 'egress-enabled', reason: 'a reason' }] }, action: 'no changes' }],
});
