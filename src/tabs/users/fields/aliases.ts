import { ensureAlias } from '../../../ensure/alias';
import type { Person } from '../../../ensure/person';
import { granted, known, pointedOut, type Grant } from '../grants';
import { user } from './make';

/** Further addresses. Whose domains they are on and who else has them is looked at across cells and rows. */
export const aliases = granted(
  user.list({
    id: 'aliases',
    header: 'Aliases',
    width: 200,
    synonyms: [
      'Alias',
      'Email aliases',
      'Email alias',
      'Aliasse',
      'E-Mail-Aliasse',
      'Alias de correo electrónico',
      'Alias de messagerie',
    ],
    note: 'Further addresses on domains of the same account, separated by commas. Empty leaves them as they are; - means none.',
    find: (text) => ({ kind: 'value', value: text.toLowerCase() }),
    shown: (alias) => alias,
    kept: (alias) => alias,
  }),
  {
    members: (wished) => wished.map(memberOf),
    pointOut: (person) => known(spareOf(person)),
    afterWrite: ({ op, body }, agreed) =>
      op === 'directory.users.aliases.insert' ? [...agreed, String(body?.alias)] : undefined,
  },
);

function spareOf(person: Person): string | undefined {
  const had = person.user.aliases.filter((alias) => !isGoogles(alias));
  if (had.length === 0) return undefined;
  const says = `Has the aliases ${had.join(', ')} although the row says none.`;
  return pointedOut(says, person, { remove: 'them', page: 'Alternate email addresses' });
}

function memberOf(alias: string): Grant {
  return {
    kept: alias,
    grant: ({ person }) => ensureAlias(person, alias),
    gone: ({
      person: {
        user: { aliases: held },
      },
    }) => known(held.includes(alias) ? undefined : `The alias ${alias} was removed at Google since.`),
  };
}

/** Everybody has an alias for testing mail, which nobody can take away (Directory API, users: nonEditableAliases). */
function isGoogles(alias: string): boolean {
  return alias.endsWith('.test-google-a.com');
}
