import { knownAccounts, ownersOfDomains } from '../accounts/known';
import { staff, valuesOf } from '../instructions/accounts';
import { securityGroup } from '../instructions/told';
import { cloudIdentityModes, unitsKnown } from '../reach/cloud-identity';
import type { Identity } from '../../tabs/identity';
import * as lines from './lines';
import { licensingOf, licensingTick, ticksOf, unitsAbove } from './ticks';
import { usedUnits, type UsedUnit } from './units';
import type { GuideLine, GuidesOfAccount, GuidesView } from './wire';

/** What the page Set up by hand shows. */

/** One's own account, and for a reseller those of its customers that rows with nothing but Cloud Identity are on. */
export function guidesView({ account, primaryDomain, reseller }: Identity): GuidesView {
  const units = usedUnits();
  const others = knownAccounts().filter(({ id }) => id !== account);
  const customers = new Map(
    units
      .filter((unit) => reseller && unit.account !== account && !others.some(({ id }) => id === unit.account))
      .map((unit) => [unit.account, unit.domain]),
  );
  return {
    accounts: [
      { account, name: primaryDomain, lines: [...unitLines(account, units), ...ownLines(account)] },
      ...[...customers].map(([id, name]): GuidesOfAccount => ({ account: id, name, lines: unitLines(id, units) })),
    ],
    elsewhere: others.map((other) => other.primaryDomain),
  };
}

function ownLines(account: string): readonly GuideLine[] {
  const ticks = ticksOf(account);
  return [
    lines.cloudIdentityLine(ticks, cloudIdentityModes()[account]),
    lines.redirectLine(ticks),
    lines.permissionLine(ticks),
    lines.securityGroupLine(ticks, { group: securityGroup(account).group, staff: staffOf(account) }),
  ];
}

/** The addresses of the team in an account, as a list of members takes them. */
function staffOf(account: string): string {
  if (valuesOf('Team').length === 0) return '';
  const owners = ownersOfDomains();
  const all = staff().flatMap(({ accounts }) => accounts);
  const here = all.filter(({ domain }) => owners.get(domain)?.id === account);
  return here.map(({ email }) => email).join(', ');
}

/** Units of rows, and those above several of them, which can be ticked with the units below. */
function unitLines(account: string, used: readonly UsedUnit[]): readonly GuideLine[] {
  const own = used.filter((unit) => unit.account === account);
  const known = unitsKnown();
  const ticks = ticksOf(account);
  const all = [...above(own).map((orgUnit) => ({ orgUnit, rows: 0 })), ...own];
  return all.map(({ orgUnit, rows }) =>
    lines.licensingLine({
      orgUnit,
      rows,
      ticked: ticks[licensingOf(orgUnit)],
      above: licensingTick(account, orgUnit),
      found: known.unit(`${account} ${orgUnit.toLowerCase()}`),
    }),
  );
}

function above(own: readonly UsedUnit[]): readonly string[] {
  const isUsed = new Set(own.map(({ orgUnit }) => orgUnit.toLowerCase()));
  const below = new Map<string, number>();
  for (const unit of own.flatMap(({ orgUnit }) => unitsAbove(orgUnit))) below.set(unit, (below.get(unit) ?? 0) + 1);
  return [...below].flatMap(([unit, count]) =>
    count > 1 && unit !== '/' && !isUsed.has(unit.toLowerCase()) ? [unit] : [],
  );
}
