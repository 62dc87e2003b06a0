import { defined } from '../../engine/defined';
import type { Letterhead } from '../../tabs/users/mails/letterhead';
import { consoles } from '../../google/consoles';
import { lineOf, mostInMap, redirectsOf, type Redirect } from '../../tabs/team/redirects';
import { teamLanguages } from '../../tabs/team/mails';
import { users as usersTab } from '../../tabs/users/tab';
import { ownersOfDomains } from '../accounts/known';
import { digest } from '../secrets/codes';
import { staff, staffIn, valuesOf, type StaffPerson, type StaffSeen } from './accounts';
import { instructionsFor, textOf } from './letter';
import { toldOf } from './told';
import type { InstructionsLine, Letter, PasteView, RedirectMap } from './wire';

/** What the pages about instructions show. */

/** The mail to a person as it would be sent now. */
export function letterTo(person: StaffPerson, letterhead: Letterhead): Letter {
  const told = instructionsFor(person, letterhead);
  return { to: person.to, subject: told.subject, text: textOf(told) };
}

/** Stands for a text to an address: another one has another mark. */
export function markOf({ to, subject, text }: Letter): string {
  return digest(JSON.stringify([to, subject, text]));
}

/** Everybody with how they stand. Throws Trouble where there is no Team tab. */
export function instructionsLines(letterhead: Letterhead): readonly InstructionsLine[] {
  return staff().map((person) => {
    const { accounts } = person;
    const ready = accounts.filter(({ missing }) => !missing).length;
    const told = toldOf(person.person);
    const inIt = new Set(told?.accounts);
    return {
      person: person.person,
      name: person.name || person.person,
      to: person.to,
      accounts: accounts.length,
      ready,
      missing: missingOf(accounts),
      ...defined({ told }),
      due: ready === accounts.length && !accounts.every(({ email }) => inIt.has(email)),
      mark: markOf(letterTo(person, letterhead)),
    };
  });
}

/** One entry for each reason: a whole team that waits for the same is told it once for each person. */
function missingOf(accounts: StaffPerson['accounts']): readonly string[] {
  const reasons = new Set(accounts.flatMap(({ missing }) => missing || []));
  return [...reasons].map((why) => {
    const addresses = accounts.filter(({ missing }) => missing === why).map(({ email }) => email);
    return `${why}: ${addresses.join(', ')}`;
  });
}

/** How many people have all their accounts and were not told of them. */
export function dueInstructions(seen: StaffSeen): number {
  return staffIn(seen).filter(({ person, accounts }) => {
    const inIt = new Set(toldOf(person)?.accounts);
    return accounts.every(({ missing }) => !missing) && !accounts.every(({ email }) => inIt.has(email));
  }).length;
}

/** What is pasted into consoles and mails of one's own. */
export function pasteView(): PasteView {
  const { redirects, without } = redirectsOf({ team: valuesOf('Team'), users: valuesOf(usersTab.name) });
  const owners = ownersOfDomains();
  const byAccount = new Map<string, Redirect[]>();
  for (const one of redirects) {
    const account = owners.get(one.domain)?.primaryDomain ?? one.domain;
    byAccount.set(account, [...(byAccount.get(account) ?? []), one]);
  }
  return {
    redirects: [...byAccount].map(([account, lines]) => mapsOf(account, lines)),
    without,
    mapPage: consoles.addressMap,
    accessPage: consoles.resellerAccess,
    customer: teamLanguages.map(({ language, customer }) => ({ language, ...customer })),
  };
}

function mapsOf(account: string, redirects: readonly Redirect[]): RedirectMap {
  const needed = redirects.filter(({ mailbox }) => !mailbox);
  const maps = Array.from({ length: Math.ceil(needed.length / mostInMap) }, (_, at) =>
    needed.slice(at * mostInMap, (at + 1) * mostInMap).map(lineOf),
  );
  return {
    account,
    maps: maps.map((lines) => lines.join('\n')),
    addresses: needed.length,
    withMailbox: redirects.length - needed.length,
  };
}
