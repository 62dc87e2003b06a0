import { findSku, sameSku, type Sku } from '../../google/products';
import { lastSignIn } from '../../tabs/users/deeds/reset-password';
import { membersIn } from '../../tabs/users/fields/members';
import { licenceCell } from '../../tabs/users/licence-cell';
import { cellsOfSeen, licencesToWrite, type SeenUser } from '../../tabs/users/seen';
import { fold } from '../../table/text';
import { locked } from '../carry-on';
import { Journal } from '../journal/journal';
import { Trouble } from '../trouble';
import type { At } from './accounts';
import { lookAtPeople } from './look';
import { cellIn, keyOf, openUsers, rowFinder, writeUsers, type UserWrite } from './users-sheet';
import type { FoundPeople, GiveAsk, PeopleFilter, RowsWritten } from './wire';

/** Give or take a licence: whom it is about, and the cells that say it. Nothing is sent to Google here. */

/** So many people are in one answer. */
const perPage = 1_000;

/** The product that a text names. Throws Trouble for one that Google does not sell. */
function productIn(text: string): Sku {
  const found = findSku(text);
  if ('found' in found) return found.found;
  throw new Trouble('unknownProduct', {
    says: `No product is called “${text.slice(0, 60)}”.`,
    remedy: 'Choose one from the list.',
  });
}

/**
 * Everybody with their licences, or how far the reading has come. Throws Trouble where Google does not show licences.
 */
function lookAtHolders(at: At): ReturnType<typeof lookAtPeople> {
  const looked = lookAtPeople(at);
  if (looked.people?.some(({ licences }) => licences === undefined))
    throw new Trouble('noLicences', {
      says: `Google does not show you the licences of ${at.account.name}.`,
      remedy: 'Sign in as an administrator who may manage licences.',
    });
  return looked;
}

/** A page of the people who are meant, from the `from`th on; or how far reading them has come. */
export function findPeople(at: At, filter: PeopleFilter, from: number): FoundPeople {
  const isMeant = tester(filter);
  const { people, says } = lookAtHolders(at);
  if (!people) return { more: true, says, total: 0, people: [] };
  const rowOf = rowFinder(openUsers(), Journal.open());
  const meant = people.filter(isMeant);
  return {
    more: false,
    says: '',
    total: meant.length,
    people: meant
      .slice(from, from + perPage)
      .map(({ user }) => ({
        email: user.primaryEmail,
        name: nameOf(user),
        orgUnit: user.orgUnitPath,
        row: rowOf({ id: user.id, email: user.primaryEmail })?.row ?? 0,
      })),
  };
}

const nameOf = ({ name }: SeenUser['user']): string => `${name.givenName} ${name.familyName}`.trim();

type Test = (seen: SeenUser) => boolean;

/**
 * Whom a filter means: those who lack the product to be given, or hold the one to be taken, and all else that it says.
 */
function tester(filter: PeopleFilter): Test {
  const holds = (product: string): Test => {
    const sku = productIn(product);
    return ({ licences = [] }) => licencesToWrite(licences).some((one) => sameSku(one, sku));
  };
  const not =
    (test: Test): Test =>
    (seen) =>
      !test(seen);
  const has = holds(filter.product);
  const tests: readonly Test[] = [
    filter.does === 'take' ? has : not(has),
    ...(filter.orgUnit.trim() ? [isWithin(filter.orgUnit.trim())] : []),
    ...(filter.title.trim() ? [hasTitle(filter.title)] : []),
    ...(filter.holds ? [holds(filter.holds)] : []),
    ...(filter.lacks ? [not(holds(filter.lacks))] : []),
    ...(filter.neverSignedIn ? [({ user }: SeenUser) => lastSignIn(user) === undefined] : []),
    ...(filter.suspended ? [({ user }: SeenUser) => user.suspended || user.more.archived === true] : []),
  ];
  return (seen) => tests.every((test) => test(seen));
}

function isWithin(orgUnit: string): Test {
  const path = `/${orgUnit.toLowerCase().replace(/^\/|\/$/g, '')}`;
  return ({ user }) => {
    const own = user.orgUnitPath.toLowerCase();
    return path === '/' || own === path || own.startsWith(`${path}/`);
  };
}

function hasTitle(wanted: string): Test {
  return ({ user }) =>
    membersIn(user.more.organizations).some(
      ({ title }) => typeof title === 'string' && fold(title).includes(fold(wanted)),
    );
}

/**
 * Writes the Licences cells of these people. Throws Trouble where they are not read any more: they are looked for anew.
 */
export function giveLicence(at: At, giving: Omit<GiveAsk, 'customer'>): RowsWritten {
  const sku = productIn(giving.product);
  const { people } = lookAtHolders(at);
  if (!people)
    throw new Trouble('notRead', { says: 'The people have to be read anew.', remedy: 'Look for them again.' });
  const wanted = new Set(giving.emails.map((email) => email.toLowerCase()));
  return locked(() =>
    writeCells(
      people.filter(({ user }) => wanted.has(user.primaryEmail)),
      { ...giving, sku },
    ),
  );
}

function writeCells(
  people: readonly SeenUser[],
  { sku, does, addRows }: Pick<GiveAsk, 'does' | 'addRows'> & { readonly sku: Sku },
): RowsWritten {
  const found = openUsers();
  const rowOf = rowFinder(found, Journal.open());
  const keys: string[] = [];
  const writes = people.flatMap((seen): readonly UserWrite[] => {
    const { id, primaryEmail: email } = seen.user;
    const place = rowOf({ id, email });
    if (!place && !addRows) return [];
    keys.push(place?.key ?? keyOf(email));
    const text = place ? cellIn(found, place.row, 'licences') : '';
    const licences = licenceCell({ text, held: seen.licences ?? [], sku, does });
    if (!place) return [{ cells: { ...newRow(seen), licences: licences ?? '' } }];
    return licences === undefined ? [] : [{ row: place.row, cells: { licences } }];
  });
  writeUsers(found, writes);
  const added = writes.filter(({ row }) => row === undefined).length;
  const same = keys.length - writes.length;
  const says = `Wrote ${writes.length} Licences cells, ${added} of them in new rows. ${same} said so already.`;
  return { keys, says };
}

/** A row that says nothing beyond who it is about: names are wished of nobody here. */
function newRow(seen: SeenUser): UserWrite['cells'] {
  const { email = '', userId = '' } = cellsOfSeen(seen);
  return { email, userId, from: 'Licences' };
}
