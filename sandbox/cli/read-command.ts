import path from 'node:path';
import type { Arguments } from './arguments';
import { ask, ServerSaidNo } from './desk';
import type { Desk } from './desk';
import { withTab } from './import-command';
import { bundleOf, deskOf, tenantOf } from './open';
import { deskFiles, writeFiles } from './output';
import { UsageError } from './usage';
import { readWorkbook } from './workbook';

/** What can be read, and the tabs that its rows go to. */
const kinds: Readonly<Record<string, { readonly tabs: readonly string[]; read(desk: Desk, args: Arguments): void }>> = {
  people: { tabs: ['Users'], read: readPeople },
  customers: { tabs: ['Customers', 'Subscriptions', 'Users'], read: readCustomers },
};

/**
 * `read people|customers WORKBOOK`: rows for what Google has and the workbook lacks. Answers the exit code: 1 where
 * Google or the product says no. Throws UsageError.
 */
export function readCommand(args: Arguments, root: string): number {
  const [name = '', folder, ...more] = args.positionals;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind || folder === undefined || more.length)
    throw new UsageError(`read takes ${Object.keys(kinds).join(' or ')}, and a WORKBOOK.`);
  if (args.out === undefined)
    throw new UsageError('read needs --out FOLDER: the workbook it read from stays as it is.');
  const workbook = kind.tabs.reduce(withTab, readWorkbook(folder));
  const bundle = bundleOf(path.join(root, 'dist'));
  const desk = deskOf(args, tenantOf(args, workbook), { bundle, workbook });
  try {
    kind.read(desk, args);
    return 0;
  } catch (error) {
    if (!(error instanceof ServerSaidNo)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    writeFiles(args.out, deskFiles(desk));
  }
}

/** Of the customer that is named, else of everybody in reach. An execution's share at a time, as the sidebar does. */
function readPeople({ host }: Desk, { import: { customer } }: Arguments): void {
  const names = customer === undefined ? ask(host, 'getPeopleChoices').accounts.map(({ id }) => id) : [customer];
  for (const name of names) goOn(() => ask(host, 'readPeople', { customer: name }));
}

function readCustomers({ host }: Desk, { import: { customer } }: Arguments): void {
  if (customer !== undefined) throw new UsageError('read customers reads all of them: leave --customer out.');
  goOn(() => ask(host, 'readCustomers'));
}

/** Reads until all is read. Throws ServerSaidNo where it comes no further. */
function goOn(read: () => { readonly more: boolean; readonly says: string }): void {
  for (let before = ''; ; ) {
    const { more, says } = read();
    console.log(says);
    if (!more) return;
    if (says === before) throw new ServerSaidNo('tooMany', 'One execution does not get through the lists.', '');
    before = says;
  }
}
