import { ask, confirm, once, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { orgUnitsFact } from '../google/facts';
import type { OrgUnit } from '../google/resources';

/**
 * An org unit with its missing parents, each made once per run and account whatever its case. Gives the path as Google
 * spells it. Names are unique among siblings without regard to case (Directory API guide, "Manage organizational
 * units").
 */
export function* ensureOrgUnit(account: string, path: string): Procedure<string> {
  let parent = '/';
  for (const name of path.split('/').filter(Boolean)) parent = yield* ensureLevel(account, parent, name);
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

function* ensureLevel(account: string, parent: string, name: string): Procedure<string> {
  const path = pathBelow(parent, name);
  const known = spelled(yield* ask(orgUnitsFact(account)), path);
  return known ?? (yield* once(`org-unit:${account}:${path.toLowerCase()}`, () => makeLevel(account, parent, name)));
}

function* makeLevel(account: string, parent: string, name: string): Procedure<string> {
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
      { plan: 'create the org unit', many: 'create org units', done: 'created the org unit', of: path },
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
