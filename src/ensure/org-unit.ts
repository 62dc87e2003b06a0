import { ask, confirm, once, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { shownValue } from '../engine/words';
import { orgUnitsFact } from '../google/facts';
import type { OrgUnit } from '../google/resources';

/** An account, with the domain that its people know it by. */
export interface Where {
  readonly account: string;
  readonly domain: string;
}

/**
 * An org unit with its missing parents, each made once per run and account whatever its case. Gives the path as Google
 * spells it. Names are unique among siblings without regard to case (Directory API guide, "Manage organizational
 * units").
 */
export function* ensureOrgUnit(where: Where, path: string): Procedure<string> {
  let parent = '/';
  for (const name of path.split('/').filter(Boolean)) parent = yield* ensureLevel(where, parent, name);
  return parent;
}

/** The path as Google spells it, as far as the org unit is there. Nothing is made. */
export function* spellOrgUnit(account: string, path: string): Procedure<string> {
  const units = yield* ask(orgUnitsFact(account));
  return path
    .split('/')
    .filter(Boolean)
    .reduce((parent, name) => {
      const level = pathBelow(parent, name);
      return spelled(units, level) ?? level;
    }, '/');
}

function* ensureLevel(where: Where, parent: string, name: string): Procedure<string> {
  const path = pathBelow(parent, name);
  const known = spelled(yield* ask(orgUnitsFact(where.account)), path);
  const key = `org-unit:${where.account}:${path.toLowerCase()}`;
  return known ?? (yield* once(key, () => makeLevel(where, parent, name)));
}

function* makeLevel(where: Where, parent: string, name: string): Procedure<string> {
  const { account } = where;
  const path = pathBelow(parent, name);
  try {
    yield* send(
      {
        op: 'directory.orgunits.insert',
        account,
        params: { customerId: account },
        body: { name, parentOrgUnitPath: parent },
        named: { name: name.toLowerCase(), parentOrgUnitPath: parent.toLowerCase() },
      },
      {
        plan: 'create the org unit',
        what: shownValue(path),
        many: 'create org units',
        of: where.domain,
        done: `created the org unit ${shownValue(path)}`,
      },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    // Google reports an existing unit as `invalid` or as a back-end error, so only a look tells (GAM, doCreateOrg).
    const there = spelled(yield* confirm(orgUnitsFact(account)), path);
    if (!there) throw refusal;
    return there;
  }
  return path;
}

function pathBelow(parent: string, name: string): string {
  return `${parent === '/' ? '' : parent}/${name}`;
}

function spelled(units: readonly OrgUnit[], path: string): string | undefined {
  return units.find((unit) => unit.orgUnitPath.toLowerCase() === path.toLowerCase())?.orgUnitPath;
}
