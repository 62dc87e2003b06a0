import { accountFor, enter } from '../access';
import { text } from '../body';
import type { Context, Handler } from '../context';
import { backendError, conditionNotMet, invalid, notFound, required } from '../errors';
import { etag, orgUnitId } from '../ids';
import { orAbsent } from '../json';
import { asListed, asRead, remember } from '../propagation';
import { count, type Account, type OrgUnitRecord } from '../state';
import { switchValue } from '../switch-values';
import { childNamed, childrenOf, descendantsOf, isWithin, lineage, pathOf, unitFor } from './org-unit-tree';

/** Org units (Directory API "Manage organizational units"; at most 35 levels, limits page). */

const deepest = 35;
const missing = () => notFound('Org unit not found');

function accountOf(context: Context): Account {
  const account = accountFor(context, context.params['customerId'] ?? '');
  if (!account) throw invalid('Invalid Customer Id');
  return account;
}

type Resource = GoogleAppsScript.AdminDirectory.Schema.OrgUnit;

function resource(account: Account, unit: OrgUnitRecord): Resource {
  const own: Resource = {
    kind: 'admin#directory#orgUnit',
    etag: etag('orgUnit', unit.id, unit.version),
    name: unit.name || account.domain,
    description: unit.description,
    blockInheritance: false,
    orgUnitId: `id:${unit.id}`,
    orgUnitPath: unit.parent === null ? '/' : below(pathOf(account, unit.parent), unit.name),
  };
  return unit.parent === null
    ? own
    : { ...own, parentOrgUnitId: `id:${unit.parent}`, parentOrgUnitPath: pathOf(account, unit.parent) };
}

const below = (path: string, name: string): string => (path === '/' ? `/${name}` : `${path}/${name}`);

/** The unit that a URL names: by `id:…`, or by its path without the leading slash. Throws 404. */
function named(context: Context, account: Account): OrgUnitRecord {
  const key = context.params['orgUnitPath'] ?? '';
  const slashed = key.startsWith('/') && key !== '/';
  if (slashed && switchValue(context.state, 'leadingSlash', account) === 'refused') throw missing();
  const unit = unitFor(account, key);
  if (!unit || key === '') throw missing();
  return unit;
}

/** `directory.orgunits.get`. */
export const getOrgUnit: Handler = (context) => {
  const account = accountOf(context);
  enter(context, account);
  const unit = named(context, account);
  const seen = asRead(context, ['orgUnit', unit.id], unit);
  if (!seen) throw missing();
  return resource(account, seen);
};

/** `directory.orgunits.list`: children of the root unless asked otherwise. There are no pages. */
export const listOrgUnits: Handler = (context) => {
  const account = accountOf(context);
  enter(context, account);
  const parent = unitFor(account, context.params['orgUnitPath'] ?? '/');
  if (!parent) throw missing();
  const type = context.params['type'] ?? 'children';
  const listed =
    type === 'children'
      ? childrenOf(account, parent.id)
      : [...(type === 'allIncludingParent' ? [parent] : []), ...descendantsOf(account, parent.id)];
  if (!['all', 'children', 'allIncludingParent'].includes(type)) throw invalid('Invalid Input: type');
  const seen = asListed(context, 'orgUnit', {
    current: listed.map((unit) => [unit.id, unit] as const),
    keep: (unit) => unit.parent === null || unit.parent in account.orgUnits,
  });
  return {
    kind: 'admin#directory#orgUnits',
    etag: etag('orgUnits', account.id, ...seen.map((unit) => unit.version)),
    organizationUnits: orAbsent(seen.map((unit) => resource(account, unit))),
  };
};

function nameOf(name: string): string {
  if (name.trim() === '' || name.includes('/') || name.length > 255) throw invalid('Invalid Input: name');
  return name.trim();
}

/** The parent that a body names by path or id; undefined when it names none. Throws 400 for one that does not exist. */
function parentOf({ body }: Context, account: Account): OrgUnitRecord | undefined {
  const id = text(body, 'parentOrgUnitId');
  const path = text(body, 'parentOrgUnitPath');
  if (id === undefined && path === undefined) return undefined;
  const unit =
    id === undefined ? unitFor(account, path ?? '') : unitFor(account, id.startsWith('id:') ? id : `id:${id}`);
  if (!unit) throw invalid('Invalid Parent Orgunit Id');
  return unit;
}

/** A unit that exists is refused as `invalid`, or as what looks like a passing failure (GAM treats both alike). */
function exists(context: Context, account: Account): Error {
  return switchValue(context.state, 'orgUnitExists', account) === 'invalid'
    ? invalid('Invalid Ou Id: An organizational unit with this name already exists.')
    : backendError('Backend Error', 500);
}

/** `directory.orgunits.insert`. */
export const insertOrgUnit: Handler = (context) => {
  const account = accountOf(context);
  enter(context, account);
  const { body, state } = context;
  const name = text(body, 'name');
  if (name === undefined) throw required('name');
  const parent = parentOf(context, account);
  if (!parent) throw required('parentOrgUnitPath');
  if (childNamed(account, parent.id, nameOf(name))) throw exists(context, account);
  if (lineage(account, parent.id).length > deepest) throw invalid('Invalid Parent Orgunit Id');
  const id = orgUnitId(`${account.id}/${count(state, 'orgUnits')}/${name}`);
  remember(context, ['orgUnit', id], null);
  const unit = { id, name: nameOf(name), description: text(body, 'description') ?? '', parent: parent.id, version: 1 };
  account.orgUnits[id] = unit;
  return resource(account, unit);
};

/** `directory.orgunits.patch`: renames, describes or moves; users and units below move along. */
export const patchOrgUnit: Handler = (context) => {
  const account = accountOf(context);
  enter(context, account);
  const unit = named(context, account);
  const name = text(context.body, 'name');
  const parent = parentOf(context, account)?.id ?? unit.parent;
  if (unit.parent === null) throw invalid('Invalid Ou Id');
  if (parent === null || isWithin(account, parent, unit.id)) throw invalid('Invalid Parent Orgunit Id');
  const next = {
    ...unit,
    name: name === undefined ? unit.name : nameOf(name),
    description: text(context.body, 'description') ?? unit.description,
    parent,
    version: unit.version + 1,
  };
  const twin = childNamed(account, parent, next.name);
  if (twin && twin.id !== unit.id) throw exists(context, account);
  remember(context, ['orgUnit', unit.id], unit);
  account.orgUnits[unit.id] = next;
  return resource(account, next);
};

/** `directory.orgunits.delete`: only a unit with neither units nor users in it. */
export const deleteOrgUnit: Handler = (context) => {
  const account = accountOf(context);
  enter(context, account);
  const unit = named(context, account);
  if (unit.parent === null) throw invalid('Invalid Ou Id');
  const people = Object.values(context.state.users).some(
    (user) => user.account === account.id && user.orgUnit === unit.id,
  );
  if (people || childrenOf(account, unit.id).length > 0) throw conditionNotMet('Org unit is not empty.');
  remember(context, ['orgUnit', unit.id], unit);
  Reflect.deleteProperty(account.orgUnits, unit.id);
};
