import { allTogether, ask, together } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { failuresIn } from '../../engine/outcome';
import type { FactTable } from '../../google/fact-table';
import { heldAs } from '../../ensure/held-role';
import { assignmentsFact, licencesFact, orgUnitsFact, rolesFact, usersFact } from '../../google/facts';
import { licenceProducts, listing, type Sku } from '../../google/products';
import type { User } from '../../google/resources';
import { canBeSaid } from '../../google/scoped-roles';
import type { SeenUser } from '../../tabs/users/seen';
import { inTime } from '../customers/at-google';
import { keepFacts, takeFacts } from '../keeping/fact-cache';
import { now } from '../ports';
import type { Slice } from '../slice';
import type { At } from './accounts';

/**
 * Everybody of an account with what they hold, from lists that are read once: what one execution does not get through,
 * and what a page looks at again and again, is kept for some minutes.
 */

/** This much time is kept for writing, in milliseconds. */
const forWriting = 40_000;
/** Seconds. */
const keptFor = 600;

/** Everybody, or how far the reading has come. */
export type Looked =
  | { readonly people: readonly SeenUser[]; readonly says: string }
  | { readonly people: undefined; readonly says: string };

/** Reads what is not known yet, as far as the time goes. Throws Trouble where Google does not show the people. */
export function lookAtPeople({ slice, account, reach }: At): Looked {
  const kept = `people ${account.id}`;
  takeFacts(kept, slice.facts);
  try {
    const users = inTime(() => slice.answer(ask(usersFact(account.id))));
    if (!users) return { people: undefined, says: `Reading the people of ${account.name}…` };
    slice.prepare(users.length);
    const lists = listsOf(slice, account.id, users);
    const unread = lists.findIndex((read) => now() >= slice.deadline - forWriting || inTime(read) === undefined);
    if (unread >= 0)
      return {
        people: undefined,
        says: `${account.name}: ${users.length} people, ${unread} of ${lists.length} lists of what they hold…`,
      };
    const domains = new Set(reach.domains.filter((one) => one.account === account.id).map(({ name }) => name));
    return { people: users.map((user) => seen(slice.facts, { account: account.id, user, domains })), says: '' };
  } finally {
    keepFacts(kept, slice.facts, keptFor);
  }
}

/** Each reads one list, or finds it known; true once that is so. */
function listsOf(slice: Slice, account: string, users: readonly User[]): readonly (() => true)[] {
  const administrators = users.filter(({ isAdmin, isDelegatedAdmin }) => isAdmin || isDelegatedAdmin);
  return [
    () => shown(() => void slice.answer(together(ask(rolesFact(account)), ask(orgUnitsFact(account))))),
    () =>
      shown(() => void slice.answer(allTogether(administrators.map(({ id }) => ask(assignmentsFact(account, id)))))),
    ...licenceProducts().map(
      (product) => (): true =>
        shown(
          () =>
            void slice.answer(allTogether(users.map((user) => ask(licencesFact(account, product, user.primaryEmail))))),
        ),
    ),
  ];
}

/** What administrators with few rights may not see is left out. */
function shown(read: () => void): true {
  try {
    read();
  } catch (error) {
    if (!failuresIn(error).every((one) => one instanceof Refusal && one.status === 403)) throw error;
  }
  return true;
}

function seen(
  facts: FactTable,
  { account, user, domains }: { readonly account: string; readonly user: User; readonly domains: ReadonlySet<string> },
): SeenUser {
  const held = licenceProducts().map((product) =>
    facts
      .valueOf(licencesFact(account, product, user.primaryEmail))
      ?.map((skuId): Sku => listing({ skuId }) ?? { productId: product, skuId, name: skuId, productName: product }),
  );
  const roles = facts.valueOf(rolesFact(account));
  const isAdministrator = user.isAdmin || user.isDelegatedAdmin;
  const given = isAdministrator ? facts.valueOf(assignmentsFact(account, user.id)) : [];
  const units = facts.valueOf(orgUnitsFact(account)) ?? [];
  const names = roles
    ?.filter(({ isSuperAdminRole }) => !isSuperAdminRole)
    .flatMap((role) =>
      (given ?? []).flatMap((one) => (one.roleId === role.roleId ? [heldAs(one, role, units)] : [])).filter(canBeSaid),
    );
  return {
    user,
    aliases: user.aliases.filter((alias) => domains.has(alias.slice(alias.indexOf('@') + 1))),
    ...(held.every((one) => one !== undefined) ? { licences: held.flatMap((one) => one ?? []) } : {}),
    ...(names && given ? { roles: names } : {}),
  };
}
