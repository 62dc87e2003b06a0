import { checkEmail } from '../../google/limits';
import { asText } from '../../table/safe';
import { tabs } from '../../tabs';
import type { Values } from '../../tabs/sheet';
import { withoutAddress, type Unaddressed } from '../../tabs/users/without-address';
import { numberIn, partIn, refused, textIn } from '../arguments';
import { locked } from '../carry-on';
import { ports, type Sheet } from '../ports';
import { signedIn } from '../reach/identity';
import { dress } from '../rows/looks';
import { noSheet, openSheet } from '../rows/sheets';
import { envelope } from '../trouble';
import { addressesFor, keepPattern } from './propose';
import type { Server } from '../wire';
import type { ProposedAddress, ProposedAddresses } from './wire';

/**
 * What the sidebar may call about addresses. Everybody who can open the spreadsheet can call these, with any argument.
 */

/** Proposes addresses for people who have none. */
export const proposeAddresses: Server['proposeAddresses'] = (ask: unknown) =>
  envelope(() => proposed({ pattern: textIn(ask, 'pattern'), domain: textIn(ask, 'domain') }));

/** Writes addresses that were shown. */
export const writeAddresses: Server['writeAddresses'] = (ask: unknown) =>
  envelope(() => {
    signedIn();
    const [pattern, lines] = [textIn(ask, 'pattern'), linesIn(ask)];
    return locked(() => {
      const written = writeLines(lines);
      keepPattern(pattern);
      return { written, says: saysOf(written, lines.length) };
    });
  });

function proposed(by: Parameters<Server['proposeAddresses']>[0]): ProposedAddresses {
  const { people, taken } = withoutAddress(peopleSheet().values);
  const { addresses, pattern, domain, unseen } = addressesFor(people, taken, by);
  const lines = people.map((one, at): ProposedAddress => {
    const email = addresses[at] ?? '';
    return { row: one.row, name: nameOf(one), email, says: email === '' ? noAddress : '' };
  });
  return { pattern, domain, lines, unseen };
}

const noAddress = 'No address can be made of this name. Write one by hand.';

function nameOf({ first, last }: Pick<Unaddressed, 'first' | 'last'>): string {
  return `${first} ${last}`.trim();
}

function peopleSheet(): { readonly sheet: Sheet; readonly values: Values } {
  const tab = tabs.find(({ required }) => required);
  const sheet = tab && openSheet(tab);
  if (!sheet) throw noSheet(tab?.name ?? '');
  return sheet;
}

type Line = Pick<ProposedAddress, 'row' | 'name' | 'email'>;

/** More than a sheet has rows. */
const mostLines = 50_000;

function linesIn(ask: unknown): readonly Line[] {
  const lines = partIn(ask, 'lines');
  if (!Array.isArray(lines) || lines.length > mostLines) throw refused('lines');
  return lines.map((one: unknown) => ({
    row: numberIn(one, 'row'),
    name: textIn(one, 'name'),
    email: textIn(one, 'email'),
  }));
}

/** Writes those whose row still is the same person’s, without an address, and tells how many. */
function writeLines(lines: readonly Line[]): number {
  const { sheet, values } = peopleSheet();
  const { people, taken, column } = withoutAddress(values);
  if (column === undefined) return 0;
  const open = new Map(people.map((one) => [one.row, nameOf(one)]));
  const used = new Set(taken);
  const right = lines.filter(({ row, name, email }) => {
    const isFree = open.get(row) === name && checkEmail(email) === undefined && !used.has(email.toLowerCase());
    if (isFree) used.add(email.toLowerCase());
    return isFree;
  });
  const runs = runsOf(right).map((run) => ({
    run,
    range: sheet.getRange(run[0]?.row ?? 1, column + 1, run.length, 1),
  }));
  dress(
    runs.map(
      ({ range }) =>
        () =>
          void range.setNumberFormat('@'),
    ),
  );
  for (const { run, range } of runs) range.setValues(run.map(({ email }) => [asText(email)]));
  ports().spreadsheet.apply();
  return right.length;
}

/** Neighbours are written at once; what stands between stays as it is. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of [...lines].sort((one, other) => one.row - other.row)) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1]?.row === line.row - 1) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function saysOf(written: number, asked: number): string {
  const changed = asked - written;
  return changed
    ? `${written} addresses were written. ${changed} rows were changed meanwhile: look again.`
    : `${written} addresses were written. Check next.`;
}
