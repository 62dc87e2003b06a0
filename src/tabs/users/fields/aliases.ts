import { ensureAlias, fixedAliases, takeAlias } from '../../../ensure/alias';
import type { Person } from '../../../ensure/person';
import { granted, known, pointedOut, type Grant, type Spare } from '../grants';
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
      'エイリアス',
      '别名',
      '별칭',
      'Aliassen',
      'Aliasy',
      'Aliase',
      'E-Mail-Aliase',
      'Alias-Adressen',
      'Alias de correo',
      'Alias e-mail',
      'Alias de e-mail',
    ],
    note: 'Further addresses on domains of the same account, separated by commas. Empty leaves them as they are; - means none.',
    find: (text) => ({ kind: 'value', value: text.toLowerCase() }),
    shown: (alias) => alias,
    kept: (alias) => alias,
  }),
  {
    members: (wished) => wished.map(memberOf),
    pointOut: (person) => known(spareOf(person)),
    spare: (wished, { person }) => known(sparesOf(wished, person)),
    afterWrite: ({ op, params: { alias = '' }, body }, agreed) => {
      if (op === 'directory.users.aliases.insert') return [...agreed, String(body?.alias)];
      const isTaken = op === 'directory.users.aliases.delete' && agreed.includes(alias);
      return isTaken ? agreed.filter((one) => one !== alias) : undefined;
    },
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

function sparesOf(wished: readonly string[], person: Person): readonly Spare[] {
  const fixed = fixedAliases(person.user);
  return person.user.aliases
    .filter((alias) => !wished.includes(alias) && !isGoogles(alias))
    .map((alias) => ({
      kept: alias,
      shown: `the alias ${alias}`,
      ...(fixed.includes(alias) ? { fixed: `The alias ${alias} comes with a domain alias and stays.` } : {}),
      take: () => takeAlias(person, alias),
    }));
}

/** Everybody has an alias for testing mail, which nobody can take away (Directory API, users: nonEditableAliases). */
function isGoogles(alias: string): boolean {
  return alias.endsWith('.test-google-a.com');
}
