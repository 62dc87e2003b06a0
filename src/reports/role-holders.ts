import { together, type Procedure } from '../engine/procedure';
import { reachOf } from '../tabs/reach';
import { readRoster } from '../tabs/team/roster';
import { reportOf, type ReportAt } from './report';
import { holdersIn, notShown, type RoleHolder } from './role-holders/holders';
import { rosterWords } from './role-holders/on-roster';

interface Entry extends RoleHolder {
  /** `yes: Mara Lindqvist`, `no`, or why somebody of the roster counts as not on it; '' where nobody is told. */
  readonly onRoster: string;
}

/** Who may do what in one's own account and in those of customers: whoever is not on the roster first. */
export const roleHolders = reportOf<Entry>({
  id: 'role-holders',
  label: 'Role holders',
  help: 'Who holds which admin role in your account and your customers’, directly or through a group, and who of them is not on Team.',
  columns: [
    { header: 'Account', of: ({ account }) => account },
    { header: 'Address', of: ({ address }) => address },
    { header: 'Name', of: ({ name }) => name },
    { header: 'Role', of: ({ role }) => role },
    { header: 'Scope', of: ({ scope }) => scope },
    { header: 'Given', of: ({ given }) => given },
    { header: 'On the roster', of: ({ onRoster }) => onRoster },
    { header: '2-step', of: ({ twoStep }) => twoStep },
    { header: 'Last sign-in', of: ({ lastSignIn }) => lastSignIn },
  ],
  entries,
});

function* entries(at: ReportAt): Procedure<readonly Entry[]> {
  const { domains } = readRoster(at.read('Team'));
  const reach = yield* reachOf(at.who.email, { domains, withRoles: [], customers: domains });
  const customers = reach.customers.map(({ id, name }) => [id, name] as const).sort(byName);
  const accounts = new Map([[at.who.account, at.who.primaryDomain], ...customers]);
  const found = yield* together(...[...accounts].map(([id, name]) => holdersIn({ id, name })));
  const beyond = domains.filter((domain) => !reach.domains.some(({ name }) => name === domain));
  const waiting = beyond.map((domain) =>
    notShown(domain, `(waits for ${at.administratorOf(domain) || `an administrator of ${domain}`})`),
  );
  const words = rosterWords(at);
  return [...found.flat(), ...waiting]
    .map((one) => ({ ...one, onRoster: one.role === '' ? '' : words(one.address) }))
    .sort((one, other) => rank(one) - rank(other));
}

function byName([, one]: readonly [string, string], [, other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** Who is not on the roster, who is, and accounts that are not shown. */
function rank({ onRoster }: Entry): number {
  if (onRoster === '') return 2;
  return onRoster.startsWith('no') ? 0 : 1;
}
