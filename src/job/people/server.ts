import { productNames } from '../../google/products';
import { formOf, maybeIn, numberIn, textIn, textsIn, wordIn, yesIn } from '../arguments';
import { locked } from '../carry-on';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { accountsInReach, atAccount } from './accounts';
import { deletedAsked, deletedLines, writeRestores } from './deleted';
import { findPeople as find, giveLicence as give } from './licences';
import { readPeople as read } from './read-people';
import type { PeopleFilter } from './wire';

/**
 * What the sidebar may call about people in bulk. Everybody who can open the spreadsheet can call these, with any
 * argument: each checks both. They read from Google and write rows; nothing is sent to Google.
 */

/** The accounts whose people can be looked after, and the products. */
export const getPeopleChoices: Server['getPeopleChoices'] = () =>
  envelope(() => ({ accounts: accountsInReach(), products: productNames() }));

/** Deleted people of an account. */
export const getDeletedPeople: Server['getDeletedPeople'] = (ask: unknown) =>
  envelope(() => deletedLines(atAccount(textIn(ask, 'customer'))));

/** Writes rows that wish deleted people back. */
export const restorePeople: Server['restorePeople'] = (ask: unknown) =>
  envelope(() => {
    const [customer, ids] = [textIn(ask, 'customer'), textsIn(ask, 'ids')];
    const people = deletedAsked(atAccount(customer), ids);
    return locked(() => writeRestores(people));
  });

/** Reads the people of an account into rows, one execution's share of it. */
export const readPeople: Server['readPeople'] = (ask: unknown) =>
  envelope(() => read(atAccount(textIn(ask, 'customer'))));

const deeds = ['give', 'take'] as const;
const texts = ['customer', 'product', 'orgUnit', 'title', 'holds', 'lacks'] as const;

function filterIn(ask: unknown): PeopleFilter {
  const [does, neverSignedIn] = [wordIn(ask, 'does', deeds), yesIn(ask, 'neverSignedIn')];
  return { ...formOf(ask, texts), does, neverSignedIn, suspended: yesIn(ask, 'suspended') };
}

/** Whom a licence is to be given to, or taken from. */
export const findPeople: Server['findPeople'] = (ask: unknown) =>
  envelope(() => {
    const [filter, from] = [filterIn(ask), numberIn(ask, 'from')];
    return find(atAccount(filter.customer), filter, from);
  });

/** Writes the Licences cells of these people. */
export const giveLicence: Server['giveLicence'] = (ask: unknown) =>
  envelope(() => {
    const giving = { ...formOf(ask, ['customer', 'product']), emails: textsIn(ask, 'emails') };
    return give(atAccount(giving.customer), {
      ...giving,
      does: wordIn(ask, 'does', deeds),
      addRows: maybeIn(ask, 'addRows'),
    });
  });
