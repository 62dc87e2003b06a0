import { isObject } from '../../engine/request';
import { productNames } from '../../google/products';
import { formats } from '../../imports';
import { guessMapping } from '../../imports/reading/guess';
import type { ImportProblem } from '../../imports/reading/file';
import { locked } from '../carry-on';
import { signedIn } from '../reach/identity';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { howIn, recordsIn, tabIn } from './asked';
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
    const { columns } = tabIn(howIn({}));
    return {
      formats: formats.map(({ id, label, help }) => ({ id, label, help })),
      sources: sources(),
      columns: columns.flatMap(({ id, header, ours }) => (ours ? [] : [{ id, header }])),
      products: productNames(),
    };
  });

/** The records of a tab of the spreadsheet. */
export const readTabForImport: Server['readTabForImport'] = ({ name }) =>
  envelope(() => {
    signedIn();
    return recordsOfTab(String(name));
  });

/** How the columns of a file may be meant. */
export const guessImport: Server['guessImport'] = ({ records }) =>
  envelope(() => {
    signedIn();
    return guessMapping(recordsIn(records), tabIn(howIn({})).columns);
  });

/** What a file would do; nothing is written. */
export const lookAtImport: Server['lookAtImport'] = (ask) =>
  envelope(() => {
    signedIn();
    return viewOf(lookAt(ask, domainsOfCustomer));
  });

/** Writes one part of a file, all of it or nothing. */
export const writeImport: Server['writeImport'] = (ask) =>
  envelope(() => {
    signedIn();
    const part = { id: String(ask.id).slice(0, 40), part: Number(ask.part) || 0 };
    return locked(() => writePart(part, ask));
  });

/** Lists on a tab of its own what was left out. */
export const endImport: Server['endImport'] = (ask) =>
  envelope(() => {
    signedIn();
    return locked(() => ({ says: writeReport(problemsIn(ask.problems), textsIn(ask.unused)) }));
  });

/** Makes a blank list of people for a customer. */
export const makePeopleList: Server['makePeopleList'] = (ask) =>
  envelope(() => {
    const make = (): ReturnType<typeof peopleList> => peopleList(String(ask.customer), ask.tab === true);
    return ask.tab === true ? locked(make) : make();
  });

const mostProblems = 50_000;

function problemsIn(sent: unknown): readonly ImportProblem[] {
  const all: readonly unknown[] = Array.isArray(sent) ? sent.slice(0, mostProblems) : [];
  return all.flatMap((one): readonly ImportProblem[] => {
    const { line, column, says } = isObject(one) ? one : {};
    return typeof line === 'number' && typeof says === 'string'
      ? [{ line, says, column: typeof column === 'string' ? column : '' }]
      : [];
  });
}

function textsIn(sent: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(sent) ? sent.slice(0, 1_000) : [];
  return all.filter((one): one is string => typeof one === 'string');
}
