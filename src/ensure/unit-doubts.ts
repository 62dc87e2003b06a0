import { namesNothing } from '../engine/stand-in';
import { Blocked } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { shownValue } from '../engine/words';
import { orgUnitsFact } from '../google/facts';
import { editDistance, foldName } from '../google/names';
import type { OrgUnit } from '../google/resources';
import type { Where } from './org-unit';

/** What speaks against an org unit that would have to be made: a person is asked first. */
export interface UnitDoubt {
  /** Of the first level that is missing. */
  readonly path: string;
  /** Why it looks like a mistake, as a sentence. */
  readonly says: string;
  /** What may be meant instead. */
  readonly near: string;
}

/**
 * Whether a path looks like a slip: what is there already is taken whatever its name, since it goes in the body of a
 * request; only what would be new is judged. Throws Blocked for a name that cannot be made: Google's API takes a `+` or
 * `%` in a URL for something else (GAM, `print orgs`), so nobody could work with such a unit later.
 */
export function* doubtAbout({ account, domain }: Where, path: string): Procedure<UnitDoubt | undefined> {
  if (path === '/') return undefined;
  const units = yield* ask(orgUnitsFact(account));
  const missing = firstMissing(units, path);
  if (missing === undefined) return undefined;
  refuseId(units, missing.name);
  if (/[+%]/.test(path.slice(missing.parent.length)))
    throw new Blocked(
      `There is no org unit ${shownValue(path)}, and its name has a + or %, which Google's API cannot address.`,
      'Choose a name without it.',
      { column: 'orgUnit' },
    );
  return (
    domainAsUnit(missing, { domain, path }) ??
    nothingAsUnit(missing, path) ??
    directoryName(missing) ??
    escaped(missing) ??
    separated(missing, path) ??
    several(missing, units) ??
    slip(missing, units)
  );
}

/** Signs that people, menus and other systems write between levels. */
const between = /[\\／]| *[>»›→] *|::| \| /;

interface Missing {
  readonly parent: string;
  readonly name: string;
}

function firstMissing(units: readonly OrgUnit[], path: string): Missing | undefined {
  const there = new Set(units.map(({ orgUnitPath }) => orgUnitPath.toLowerCase()));
  const names = path.split('/').filter(Boolean);
  const at = names.findIndex((_, place) => !there.has(`/${names.slice(0, place + 1).join('/')}`.toLowerCase()));
  const name = names[at];
  return name === undefined ? undefined : { parent: `/${names.slice(0, at).join('/')}`, name };
}

/** The id of an org unit, which the API writes where people write a path. */
function refuseId(units: readonly OrgUnit[], name: string): void {
  if (!/^id:\w+$/.test(name)) return;
  const bare = (id: string): string => id.replace(/^id:/, '');
  const found = units.find(({ orgUnitId }) => bare(orgUnitId) === bare(name));
  throw new Blocked(
    `${shownValue(name)} is the id of an org unit, and not its path.`,
    found ? `Write ${found.orgUnitPath}.` : 'This account has no org unit of that id. Write the path, as /Sales/North.',
    { column: 'orgUnit' },
  );
}

/** Google's own page for files of people says never to write the domain (support.google.com/a/answer/40057). */
function domainAsUnit({ parent, name }: Missing, at: { domain: string; path: string }): UnitDoubt | undefined {
  if (parent !== '/' || name.toLowerCase() !== at.domain.toLowerCase()) return undefined;
  const near = at.path.slice(name.length + 1) || '/';
  return { path: `/${name}`, near, says: `${at.domain} is the domain, and the top of the org units is /.` };
}

/** `n/a`, `same`, `root`: written where somebody meant no unit, the top, or the cell above. */
function nothingAsUnit({ parent, name }: Missing, path: string): UnitDoubt | undefined {
  const text = path.slice(1);
  if (!namesNothing(text) && (parent !== '/' || !namesNothing(name))) return undefined;
  return { path: `/${name}`, near: '/', says: `“${text}” may stand for none, or for the cell above. The top is /.` };
}

/** `OU=North,OU=Sales,DC=acme,DC=example`, as Active Directory writes it: the lowest level comes first. */
function directoryName({ parent, name }: Missing): UnitDoubt | undefined {
  const levels = [...name.matchAll(/(?:^|,)\s*OU=([^,]+)/gi)].map((level) => (level[1] ?? '').trim());
  if (levels.length === 0) return undefined;
  const near = `/${levels.reverse().join('/')}`;
  return { path: below(parent, name), near, says: `That is how a directory writes ${near}.` };
}

/** `R&amp;D`, as web pages and their exports write it. */
function escaped({ parent, name }: Missing): UnitDoubt | undefined {
  const near = below(parent, name.replace(/&amp;/gi, '&').replace(/&(?:#0?39|apos);/gi, "'"));
  if (near === below(parent, name)) return undefined;
  return { path: below(parent, name), near, says: `That is how web pages write ${near}.` };
}

/**
 * Several units in one cell, as some of them are there; a unit whose own name has a comma is there, or new as a whole.
 */
function several({ parent, name }: Missing, units: readonly OrgUnit[]): UnitDoubt | undefined {
  const parts = name.split(/[,;|+&]| - /).map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const there = new Set(
    units.filter(({ madeHere }) => madeHere !== true).map((unit) => unit.orgUnitPath.toLowerCase()),
  );
  const inOrder = below(parent, parts.join('/'));
  if (there.has(inOrder.toLowerCase()))
    return { path: below(parent, name), near: inOrder, says: `There is ${inOrder}.` };
  const near = parts.map((part) => below(parent, part));
  if (/ - /.test(name) || !near.every((one) => there.has(one.toLowerCase()))) return undefined;
  const says = `${near.join(' and ')} are there, and a person is in one of them.`;
  return { path: below(parent, name), near: near[0] ?? '/', says };
}

function separated({ parent, name }: Missing, path: string): UnitDoubt | undefined {
  if (!between.test(name)) return undefined;
  const near = path
    .split(/\//)
    .flatMap((level) => level.split(between))
    .map((level) => level.trim())
    .filter(Boolean)
    .join('/');
  return { path: below(parent, name), near: `/${near}`, says: `Levels of a path have a / between them: /${near}.` };
}

function slip({ parent, name }: Missing, units: readonly OrgUnit[]): UnitDoubt | undefined {
  const start = parent === '/' ? '/' : `${parent}/`;
  const siblings = units.filter(
    ({ orgUnitPath, madeHere }) =>
      madeHere !== true && orgUnitPath.startsWith(start) && !orgUnitPath.slice(start.length).includes('/'),
  );
  const near = siblings.find(({ orgUnitPath }) => isSlipOf(name, orgUnitPath.slice(start.length)))?.orgUnitPath;
  return near === undefined ? undefined : { path: below(parent, name), near, says: `There is ${near}.` };
}

/**
 * An accent or one letter wrong, and not what tells units of one kind apart: `Team 1`, `Team 2`; `Class A`, `Class B`.
 */
function isSlipOf(name: string, known: string): boolean {
  const [one, other] = [foldName(name), foldName(known)];
  if (one === other) return true;
  const kind = (text: string): string => text.replace(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu, '');
  if (Math.min(one.length, other.length) < 4 || kind(one) === kind(other)) return false;
  return editDistance(one, other, 1) === 1;
}

function below(parent: string, name: string): string {
  return `${parent === '/' ? '' : parent}/${name}`;
}
