import { ask, together, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { domainsFact, orgUnitsFact, rolesFact } from '../google/facts';
import { roleShown } from '../google/scoped-roles';
import { headers, type Lists } from './lists-tab';

/** What accounts have that a drop-down offers, read from Google. */

/** The lists of an account, below the headers of the general ones. Throws Refusal. */
export function* listsOf(account: string): Procedure<Lists> {
  const [units, roles, domains] = yield* together(
    ask(orgUnitsFact(account)),
    ask(rolesFact(account)),
    ask(domainsFact(account)),
  );
  return {
    [headers.orgUnits]: unitWords(units),
    [headers.roles]: roleWords(roles),
    [headers.domains]: domains.map((domain) => domain.domainName),
  };
}

const unitWords = (units: readonly { readonly orgUnitPath: string }[]): readonly string[] => [
  '/',
  ...units.map((unit) => unit.orgUnitPath).sort(),
];

function roleWords(
  roles: readonly { readonly roleName: string; readonly isSuperAdminRole: boolean }[],
): readonly string[] {
  return roles
    .filter((role) => !role.isSuperAdminRole)
    .map((role) => roleShown(role.roleName))
    .sort();
}

/** Its org units. Throws Refusal. */
export function* unitsOf(account: string): Procedure<readonly string[]> {
  return unitWords(yield* ask(orgUnitsFact(account)));
}

/** Its roles, as cells say them. Throws Refusal. */
export function* rolesOf(account: string): Procedure<readonly string[]> {
  return roleWords(yield* ask(rolesFact(account)));
}

/** An account may give no access: its rows keep the general list. */
export function* orNone(words: Procedure<readonly string[]>): Procedure<readonly string[]> {
  try {
    return yield* words;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return [];
  }
}
