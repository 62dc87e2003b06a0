import { isObject } from '../../engine/request';
import type { Compared } from '../../imports/reading/compare';
import { secretIn, type ImportProblem } from '../../imports/reading/file';
import { keepBrought } from '../accounts/brought';
import { ports } from '../ports';
import { userStore } from '../keeping/stores';
import { keepGiven } from '../secrets/given';
import type { ImportCounts, ImportDone } from './wire';
import { lookAt, type Looked } from './look';
import { placeRows } from './place-rows';
import { remember } from './remembered';

/**
 * A part of a file written into the sheet. A part that is sent again, because its answer was lost, is not written
 * twice.
 */

const name = 'import';

/** How far an import has come: noted before a part is written, and after it. */
interface Note {
  readonly id: string;
  readonly part: number;
  /** What the part comes to. */
  readonly counts: ImportCounts;
  readonly done?: ImportDone;
}

function isNote(value: unknown): value is Note {
  return isObject(value) && typeof value.id === 'string' && typeof value.part === 'number' && isObject(value.counts);
}

/** Which import, and which part of it. */
export interface Part {
  readonly id: string;
  readonly part: number;
}

/** Writes one part. Needs the lock. Throws Trouble for what cannot be imported. */
export function writePart({ id, part }: Part, sent: unknown): ImportDone {
  const before = userStore().get(name, isNote);
  const mine = before?.id === id && before.part === part ? before : undefined;
  if (mine?.done) return mine.done;
  const looked = withColumns(lookAt(sent), sent);
  const rows = looked.rows.filter(({ does }) => does === 'add' || does === 'update');
  // Rows that a dead execution wrote exist by now: the part comes to what it was to come to all the same.
  const counts = mine?.counts ?? countsOf(looked.rows);
  userStore().set(name, { id, part, counts });
  remember(looked.how, looked.layout.headers);
  const problems = [...looked.rowProblems, ...keepPasswords(`${id}-${part}`, looked, rows)];
  if (looked.layout.format.results) keepBrought(rows);
  placeRows(looked.sheet, rows);
  ports().spreadsheet.apply();
  const done: ImportDone = { ...counts, problems };
  userStore().set(name, { id, part, counts, done });
  return done;
}

/**
 * The file beside the sheet, once that has every column the file says something for; columns of secrets are not needed.
 */
function withColumns(looked: Looked, sent: unknown): Looked {
  const { tab, sheet, layout, how, rows } = looked;
  const taken = [...layout.takes.map(({ column }) => column), ...Object.keys(how.defaults)];
  const wished = new Set(rows.flatMap(({ imported }) => Object.keys(imported.cells)));
  const missing = taken.filter(
    (id) => id !== secretIn(tab) && wished.has(id) && sheet.named.positions[id] === undefined,
  );
  if (!missing.length) return looked;
  ports().layout.makeColumns(sheet, missing);
  return lookAt(sent);
}

/** Passwords go to the person's own properties, never into a cell; those that find no room are left out and named. */
function keepPasswords(part: string, { tab, layout }: Looked, rows: readonly Compared[]): readonly ImportProblem[] {
  const given = rows.flatMap(({ key, imported, changes }) => {
    const text = changes.find(({ column }) => column === secretIn(tab))?.to;
    return text === undefined ? [] : [{ key, text, line: imported.line }];
  });
  if (keepGiven(part, Object.fromEntries(given.map(({ key, text }) => [key, text])))) return [];
  const place = layout.takes.find(({ column }) => column === secretIn(tab))?.from[0] ?? -1;
  const says = 'There is no room left for this password. Run what was imported so far, then import these lines again.';
  return given.map(({ line }) => ({ line, column: layout.headers[place] ?? '', says }));
}

function countsOf(rows: readonly Compared[]): ImportCounts {
  const count = (what: Compared['does']): number => rows.filter(({ does }) => does === what).length;
  return { added: count('add'), updated: count('update'), skipped: count('skip'), same: count('same') };
}
