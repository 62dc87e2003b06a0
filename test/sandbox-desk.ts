import path from 'node:path';
import type { PlanView, Progress, RowNote, Scope } from '../src/job/wire';
import { loadBundle } from '../sandbox/apps-script/host';
import type { CellData } from '../sandbox/apps-script/host-state';
import type { Host } from '../sandbox/apps-script/port';
import { ask, openDesk as open } from '../sandbox/cli/desk';
import type { Desk, DeskOptions } from '../sandbox/cli/desk';
import { check, handOff, run } from '../sandbox/cli/job';
import type { Answered } from '../sandbox/cli/arguments';
import { foldHeader, namedRows, type NamedRow } from '../sandbox/cli/naming';
import { readCsv } from '../sandbox/cli/csv';
import { sheetsOf, textTabs } from '../sandbox/cli/sheets';
import { isRead, isRefused, isWrite } from '../sandbox/cli/summary';
import type { LoggedRequest } from '../sandbox/workspace/port';
import { parseTenant } from '../sandbox/workspace/tenant';
import type { Tenant, TenantAccount } from '../sandbox/workspace/tenant';
import { cutGrids } from './grids';

/** Rows of a tab: CSV text, or objects keyed by header. */
export type Rows = string | readonly Readonly<Record<string, string>>[];

/** What a test opens its desk with. */
export interface TestDeskOptions {
  readonly tenant: Tenant;
  readonly users: Rows;
  /** Further tabs by name. */
  readonly tabs?: Readonly<Record<string, Rows>>;
  /** Anything else that the sandbox takes: `as`, `latency`, `quotas`, `switches`, `faults`, `state`. */
  readonly options?: Partial<Omit<DeskOptions, 'bundle' | 'tenant' | 'sheets'>>;
  /** False: the spreadsheet is not set up, and stands as the test made it. */
  readonly setUp?: boolean;
}

/** How a test checks; left out: everything, and no row is said to be the same person. */
export interface TestCheck {
  readonly scope?: Scope;
  readonly samePerson?: Answered;
  /** Rows whose other questions are answered with yes. */
  readonly yes?: Answered;
  /** What is chosen where a question has choices, by key of the row. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Left out: what the rows wish. */
  readonly action?: string;
}

/** The built bundle at a spreadsheet, before the simulated Google, in this process. */
export interface TestDesk extends Desk {
  check(how?: TestCheck): PlanView;
  /** Approves the plan that was checked last and runs it to its end. */
  run(): Progress;
  /** Runs only where a row has something to run, as the sidebar offers it. */
  checkAndRun(how?: TestCheck): PlanView;
  /**
   * The texts of a row by header, as the header stands in the sheet; `key` is an address, or names the tab too,
   * `Customers!acme.example`. Throws where there is no such row.
   */
  row(key: string, tab?: string): Readonly<Record<string, string>>;
  /** Every row of a tab, for rows without a usable address. */
  rows(tab?: string): readonly Readonly<Record<string, string>>[];
  /** The note at a cell of a row, or ''. */
  note(key: string, header: string): string;
  /** Types a text into a cell of a row. */
  type(key: string, header: string, text: string): void;
  needs(): readonly RowNote[];
  readonly google: {
    /** Requests that changed something, oldest first; of one operation, or of all. */
    writes(op?: string): readonly LoggedRequest[];
    reads(op?: string): readonly LoggedRequest[];
    refused(op?: string): readonly LoggedRequest[];
  };
  /** Everything at Google as it is now. */
  tenant(): Tenant;
  /** Everybody whose first password waits for the person at the sheet. */
  handOff(): readonly { readonly email: string; readonly password: string }[];
}

/**
 * A tenant of one account on one verified domain, with its super administrator `admin@…` signed in; `more` is laid over
 * the account.
 */
export function oneDomain(domain = 'shop.example', more: Partial<TenantAccount> = {}): Tenant {
  const email = `admin@${domain}`;
  const admin = { primaryEmail: email, name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true };
  const account = { customer: { id: 'C0test001', customerDomain: domain }, ...more };
  return { signedInAs: email, accounts: [{ ...account, users: [admin, ...(more.users ?? [])] }] };
}

const bundle = loadBundle(path.resolve(__dirname, '..', 'dist'));

/** Opens a desk on dist/, sets the spreadsheet up and leaves the rest to the test. */
export function openDesk({ tenant, users, tabs = {}, options = {}, setUp = true }: TestDeskOptions): TestDesk {
  const texts = Object.entries({ Users: users, ...tabs }).map(([name, rows]) => ({ name, rows: rowsOf(name, rows) }));
  const desk = open({ ...options, bundle, tenant: parseTenant(tenant), sheets: sheetsOf(texts) });
  if (setUp) setUpOnce(desk, options.clock === undefined ? keyOf({ tenant, texts, options }) : '');
  return {
    ...desk,
    ...work(desk),
    ...sheet(desk.host),
    google: google(desk),
    tenant: () => desk.workspace.tenant(),
    handOff: () => handOff(desk),
  };
}

/** Desks as they stood when they had been set up, by what they were opened with; the latest few. */
const setUps = new Map<string, { readonly host: unknown; readonly workspace: unknown; readonly time: number }>();

const mostSetUps = 8;

/** What a desk is opened with, as text; '' where a part of it is no plain data. */
function keyOf(opened: object): string {
  let isPlain = true;
  const text = JSON.stringify(opened, (_key, value: unknown) => {
    const plain = typeof value !== 'function' && !(value instanceof Map || value instanceof Set);
    isPlain &&= plain;
    return value;
  });
  return isPlain ? text : '';
}

/** Sets a spreadsheet up, by the product; one that was opened with the very same is put to where that one stood. */
function setUpOnce({ host, workspace, clock }: Desk, key: string): void {
  const known = setUps.get(key);
  if (known) {
    host.restore(known.host);
    workspace.restore(known.workspace);
    clock.sleep(known.time - clock.now());
    return;
  }
  ask(host, 'setUpSpreadsheet');
  cutGrids(host);
  if (key === '') return;
  setUps.set(key, { host: host.snapshot(), workspace: workspace.snapshot(), time: clock.now() });
  const [oldest] = setUps.keys();
  if (oldest !== undefined && setUps.size > mostSetUps) setUps.delete(oldest);
}

function rowsOf(name: string, rows: Rows): string[][] {
  if (typeof rows === 'string') return readCsv(rows, name);
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
}

function work(desk: Desk): Pick<TestDesk, 'check' | 'run' | 'checkAndRun' | 'needs'> {
  let plan: PlanView | undefined;
  const checkNow = ({
    scope = { kind: 'everything' },
    samePerson = 'none',
    yes = 'none',
    choices = {},
    action = 'provision',
  }: TestCheck = {}) => (plan = check(desk, { scope, samePerson, yes, choices, action, resume: true }));
  const runNow = () => run(desk, plan ?? ask(desk.host, 'getPlan'), { resume: true });
  return {
    check: checkNow,
    run: runNow,
    checkAndRun: (how) => {
      const checked = checkNow(how);
      if (checked.rows > 0) runNow();
      return checked;
    },
    needs: () => ask(desk.host, 'getNeeds'),
  };
}

function google({ workspace }: Desk): TestDesk['google'] {
  const pick = (wanted: (line: LoggedRequest) => boolean, op?: string) =>
    workspace.log.filter((line) => wanted(line) && (op === undefined || line.op === op));
  return { writes: (op) => pick(isWrite, op), reads: (op) => pick(isRead, op), refused: (op) => pick(isRefused, op) };
}

function sheet(host: Host): Pick<TestDesk, 'row' | 'rows' | 'note' | 'type'> {
  const named = (short: string, tab = 'Users') => {
    const key = short.includes('!') ? short : `${tab}!${short.toLowerCase()}`;
    const found = namedRows(textTabs(host.state.sheets)).find((row) => row.key === key);
    if (!found) throw new Error(`There is no row ${key}.`);
    return found;
  };
  const cell = (key: string, header: string): CellData => cellAt(host, named(key), header);
  return {
    row: (key, tab) => {
      const found = named(key, tab);
      return byHeader(host, found.tab)[found.row - 2] ?? {};
    },
    rows: (tab = 'Users') => byHeader(host, tab),
    note: (key, header) => cell(key, header).note ?? '',
    type: (key, header, text) => {
      const target = cell(key, header);
      target.value = text;
      delete target.formula;
    },
  };
}

function byHeader(host: Host, tab: string): Record<string, string>[] {
  const [headers = [], ...lines] = textTabs(host.state.sheets).find(({ name }) => name === tab)?.rows ?? [];
  return lines.map((line) => Object.fromEntries(headers.map((header, column) => [header, line[column] ?? ''])));
}

/** The cell itself, made where it was empty. */
function cellAt(host: Host, { tab, row }: Pick<NamedRow, 'tab' | 'row'>, header: string): CellData {
  const cells = host.state.sheets.find(({ name }) => name === tab)?.cells;
  const column = (cells?.[0] ?? []).findIndex((head) => foldHeader(String(head?.value ?? '')) === foldHeader(header));
  const line = cells?.[row - 1];
  if (!line || column < 0) throw new Error(`There is no column ${header} in row ${row}.`);
  return (line[column] ??= { value: '', format: '@' });
}
