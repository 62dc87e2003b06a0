import { checkAlias, limits } from '../../google/limits';
import { quote } from '../../table/text';
import type { UserReading } from './fields';
import { domainOf, type DomainState } from '../domains';

/** Aliases beside the address of their row: whose they may be shows in two cells together. */

interface AliasContext {
  readonly email: string | undefined;
  readonly standing: DomainState | undefined;
  readonly aliases: readonly string[];
  readonly standingOf: (domain: string) => DomainState;
}

/** Notes what is wrong with the aliases of a row. */
export function complainOfAliases(reading: UserReading, context: AliasContext): void {
  const { aliases } = context;
  for (const alias of aliases) {
    const says = checkAlias(alias, context.email) ?? foreign(alias, context);
    if (says !== undefined) reading.complain('aliases', says);
  }
  const most = limits.aliasesPerUser;
  if (aliases.length > most)
    reading.complain(
      'aliases',
      `These are ${aliases.length} aliases; Google takes ${most} for a person. Take some out.`,
    );
}

/** Aliases are on verified domains of the person's own account (Directory API, "Manage user aliases"). */
function foreign(alias: string, { email, standing: own, standingOf }: AliasContext): string | undefined {
  if (email === undefined || domainOf(alias) === domainOf(email) || own?.kind !== 'account') return undefined;
  const standing = standingOf(domainOf(alias));
  if (standing.kind === 'account' && standing.account === own.account) return standing.complaint;
  if (standing.kind === 'unknown') return standing.complaint;
  return `The alias ${quote(alias)} is on a domain of another account than ${domainOf(email)}. An alias is on a domain of the person's own account.`;
}
