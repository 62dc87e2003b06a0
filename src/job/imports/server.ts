import { productNames } from '../../google/products';
import { guessMapping } from '../../imports/reading/guess';
import { numberIn, textIn, textsIn, yesIn } from '../arguments';
import { locked } from '../carry-on';
import { signedIn } from '../reach/identity';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { peopleTab, problemsIn, recordsIn } from './asked';
import { lookAt, viewOf } from './look';
import { domainsOfCustomer } from './of-customer';
import { peopleList } from './people-list';
import { writeReport } from './report';
import { recordsOfTab, sources } from './sources';
import { writePart } from './write';

/**
 * What the sidebar may call about imports. Everybody who can open the spreadsheet can call these, with any argument:
 * each checks both.
 */

/** What an import can be made of, and what its questions offer. */
export const getImportChoices: Server['getImportChoices'] = () =>
  envelope(() => {
    signedIn();
    return {
      sources: sources(),
      columns: peopleTab().columns.flatMap(({ id, header, ours }) => (ours ? [] : [{ id, header }])),
      products: productNames(),
    };
  });

/** The records of a tab of the spreadsheet. */
export const readTabForImport: Server['readTabForImport'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    return recordsOfTab(textIn(ask, 'name'));
  });

/** How the columns of a file may be meant. */
export const guessImport: Server['guessImport'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    return guessMapping(recordsIn(ask), peopleTab().columns);
  });

/** What a file would do; nothing is written. */
export const lookAtImport: Server['lookAtImport'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    return viewOf(lookAt(ask, domainsOfCustomer));
  });

/** Writes one part of a file, all of it or nothing. */
export const writeImport: Server['writeImport'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    const part = { id: textIn(ask, 'id').slice(0, 40), part: numberIn(ask, 'part') };
    return locked(() => writePart(part, ask));
  });

/** Lists on a tab of its own what was left out. */
export const endImport: Server['endImport'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    const [problems, unused] = [problemsIn(ask), textsIn(ask, 'unused')];
    return locked(() => ({ says: writeReport(problems, unused) }));
  });

/** Makes a blank list of people for a customer. */
export const makePeopleList: Server['makePeopleList'] = (ask: unknown) =>
  envelope(() => {
    const [customer, tab] = [textIn(ask, 'customer'), yesIn(ask, 'tab')];
    const make = (): ReturnType<typeof peopleList> => peopleList(customer, tab);
    return tab ? locked(make) : make();
  });
