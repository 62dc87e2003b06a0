import { checkEmail } from '../../../google/limits';
import { columns, lowerCase } from './makers';

const field = columns.found({
  id: 'primaryAdmin',
  header: 'Primary admin',
  width: 200,
  synonyms: [
    'Primary administrator',
    'Primary admin email',
    'Primärer Administrator',
    'Administrador principal',
    'Administrateur principal',
  ],
  note: 'For teams: the first administrator’s business address on the domain. Google mails a link to it as soon as the account is created.',
  find: (text, { domain }) => lowerCase(text, (email) => checkEmail(email) ?? checkOn(domain, email)),
});

/** The first administrator of a team. On the row of a domain the cell is not read (type-and-admin.ts). */
export const primaryAdmin: typeof field = {
  ...field,
  read: (text, at) => (at.type === 'team' ? field.read(text, at) : { kind: 'blank' }),
};

function checkOn(domain: string, email: string): string | undefined {
  return domain === '' || email.toLowerCase().endsWith(`@${domain}`)
    ? undefined
    : `The first administrator of a team has an address on its domain, ${domain}. Write that one.`;
}
