import { asciiDomain } from '../../../engine/domain-names';
import { checkDomain } from '../../../google/limits';
import { roleColumn } from './make';

/** The account that gets the role, by one of its domains. */
export const account = roleColumn.text({
  id: 'account',
  header: 'Account',
  width: 160,
  synonyms: ['Domain', 'Konto', 'Cuenta', 'Compte'],
  note: 'A domain of the account that gets the role. Blank: the account of whoever checks the row.',
  dash: 'A - does not belong here. Write a domain, or leave the cell empty for your own account.',
  anyCase: true,
  tidy: (text) => asciiDomain(text).toLowerCase(),
  check: checkDomain,
});
