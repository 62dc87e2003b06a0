import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import type { Lists } from '../../src/job/lists';
import * as ts from 'typescript';

/**
 * What may be called from menus, cards and the sidebar. Whoever adds a function here opens it to everybody at the
 * sheet.
 */
const lists = JSON.parse(readFileSync('dist/lists.json', 'utf8')) as Lists;
const allowed = [
  'onOpen',
  'onHomepage',
  'checkFromCard',
  'runFromCard',
  'continueFromCard',
  'continueInBackground',
  'askLimits',
  'askProtected',
  'askLists',
  'askLeaving',
  'switchMail',
  'switchPace',
  'openSidebar',
  'openPlan',
  'openHandOff',
  'openReadiness',
  'checkEverything',
  'checkSelected',
  'checkVisible',
  'checkRetry',
  'setUpFromMenu',
  'refreshDropDowns',
  'stopFromMenu',
  'showHelp',
  'getStartPage',
  'startCheck',
  'continueWork',
  'getProgress',
  'getPlan',
  'getPlanLines',
  'writePlan',
  'startRun',
  'stopWork',
  'answerQuestion',
  'goToRow',
  'getNeeds',
  'getReadiness',
  'getHandOff',
  'showPasswords',
  'erasePasswords',
  'showSlips',
  'getNotSignedIn',
  'openLetterhead',
  'getLetterhead',
  'setLetterhead',
  'setUpSpreadsheet',
  'refreshDaily',
  'openNewCustomer',
  'openCustomerOverview',
  'openCustomerSettings',
  'readCustomersFromMenu',
  'refreshCustomersFromMenu',
  'switchDailyRefresh',
  'askArming',
  'getCustomerChoices',
  'newCustomer',
  'getCustomers',
  'keepTransferToken',
  'customerMail',
  'sendCustomerMail',
  'readCustomers',
  'refreshCustomers',
  'getCustomerRules',
  'setCustomerRules',
  'makeReport',
  'getImportChoices',
  'readTabForImport',
  'guessImport',
  'lookAtImport',
  'writeImport',
  'endImport',
  'makePeopleList',
  'openImportFile',
  'openImportTab',
  'openPeopleList',
  'openAddresses',
  'proposeAddresses',
  'writeAddresses',
  'openDeletedPeople',
  'openReadPeople',
  'openAdministrators',
  'openGiveLicence',
  'openCoverage',
  'showCoverage',
  'getCoverage',
  'getPeopleChoices',
  'getDeletedPeople',
  'restorePeople',
  'readPeople',
  'findPeople',
  'getOtherAdministrators',
  'writeInvitation',
  'sendInvitation',
  'copyForAccount',
  'giveLicence',
  'openGuides',
  'getGuides',
  'tickGuide',
  'openInstructions',
  'getInstructions',
  'readInstructions',
  'sendInstructions',
  'noteInstructions',
  'setSecurityGroup',
  'getPaste',
  'showInstructions',
  'setCloudIdentity',
  'checkEnvironment',
  // Menu entries of the lists.
  ...lists.actions.filter(({ menu }) => menu).map(({ handler }) => handler),
  ...lists.reports.map(({ handler }) => handler),
];

const code = readFileSync('dist/Code.js', 'utf8');
const sidebar = readFileSync('dist/sidebar.html', 'utf8');
const manifest: unknown = JSON.parse(readFileSync('dist/appsscript.json', 'utf8'));

const parsed = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);

/** Everything of a kind in the bundle, however it is laid out. */
function found<T extends ts.Node>(isIt: (node: ts.Node) => node is T, below: ts.Node = parsed): readonly T[] {
  const all: T[] = [];
  const look = (node: ts.Node): void => {
    if (isIt(node)) all.push(node);
    ts.forEachChild(node, look);
  };
  look(below);
  return all;
}

/** The functions that Apps Script sees at the top level of the bundle, run with no service at all. */
function topLevel(): string[] {
  const context = createContext({});
  new Script(code).runInContext(context);
  return Object.keys(context).filter(
    (name) => typeof context[name] === 'function' && !name.endsWith('_') && name !== '__webpack_require__',
  );
}

/** Every value of `runFunction` in the manifest. */
function handlersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'runFunction' && typeof inner === 'string' ? [inner] : handlersIn(inner),
  );
}

test('loading the bundle touches no service and opens exactly the written list of functions', () => {
  expect(topLevel().sort()).toEqual([...allowed].sort());
});

/** What loading does to texts: what it makes comparable, and the long ones that it takes apart. */
function workOnTexts(): readonly string[] {
  const seen: string[] = [];
  const context = createContext({
    see: (text: string) => {
      seen.push(text);
    },
  });
  const watched = `for (const [name, least] of [['normalize', 0], ['replace', 0], ['split', 1000]]) {
    const own = String.prototype[name];
    String.prototype[name] = function (...by) {
      if (this.length >= least) see(name + ': ' + this.slice(0, 40));
      return own.apply(this, by);
    };
  }`;
  for (const script of [watched, code]) new Script(script).runInContext(context);
  return seen;
}

test('loading the bundle, as every click does, makes no table of countries, products, letters or headers', () => {
  expect(workOnTexts()).toEqual([]);
});

/** The functions that the menu calls, from building it. */
function menuEntries(): readonly string[] {
  const names: string[] = [];
  const menu = {
    addItem: (_label: string, name: string) => {
      names.push(name);
      return menu;
    },
    addSubMenu: () => menu,
    addSeparator: () => menu,
    addToUi: () => undefined,
  };
  const context = createContext({ SpreadsheetApp: { getUi: () => ({ createMenu: () => menu }) } });
  for (const script of [code, 'onOpen()']) new Script(script).runInContext(context);
  return names;
}

test('every menu entry, card and trigger names a function that exists', () => {
  const menus = menuEntries();
  expect(menus.length).toBeGreaterThan(8);
  for (const name of [...menus, ...handlersIn(manifest)]) expect(allowed).toContain(name);
});

test('the sidebar asks for no function that the server does not have', () => {
  const source = readFileSync('src/job/wire.ts', 'utf8');
  const server = source.slice(source.indexOf('export interface Server'));
  const functions = [...server.matchAll(/^ {2}(\w+)\(/gm)].map((match) => match[1] ?? '');
  expect(functions.length).toBeGreaterThan(10);
  for (const name of functions) expect(allowed).toContain(name);
});

test('the platform can parse the bundle: no private or static fields', () => {
  const statics = found(ts.isPropertyDeclaration).filter(({ modifiers }) =>
    modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword),
  );
  for (const nodes of [found(ts.isPrivateIdentifier), found(ts.isClassStaticBlockDeclaration), statics])
    expect(nodes.map((node) => node.getText(parsed))).toEqual([]);
  expect(found(ts.isClassDeclaration).length).toBeGreaterThan(20);
});

test('HtmlService leaves the sidebar as it is: no back-ticks, scriptlets or early ends of the script', () => {
  const script = /<script>([\s\S]*)<\/script>/.exec(sidebar)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/`|<\?|<\/script|<!--/);
});

test('a stack trace tells where it is: functions keep their names, and lines are short', () => {
  const named = found(ts.isFunctionDeclaration).map(({ name }) => name?.text ?? '');
  for (const name of ['provisionUser', 'provisionSubscription', 'ensureCustomer', 'continueWork', 'judge'])
    expect(named).toContain(name);
  expect(named.filter((name) => name.length < 3).length).toBeLessThan(named.length / 50);
  const lines = code.split('\n');
  expect(lines.filter((line) => line.length > 160).length).toBeLessThan(lines.length / 10);
});

/** Bytes that each folder of src may take of the bundle: Apps Script loads all of it at every call. */
const budgets: Readonly<Record<string, number>> = {
  google: 151_200,
  tabs: 249_000,
  job: 255_000,
  ensure: 86_500,
  'apps-script': 37_400,
  engine: 39_000,
  table: 18_600,
  // Formats of files, and how their records become rows.
  imports: 23_700,
  reports: 20_700,
  actions: 3_000,
};
/**
 * Of the whole bundle: what is planned was to fit 500 KB; plans, imports, groups, staff and what people need later took
 * more.
 */
const most = 887_000;
/** Of what stands in a list: a column, an action, a report, a format. */
const mostOfEntry = 3_000;

test('the bundle is small enough to be loaded at every call, folder by folder', () => {
  const weights = JSON.parse(readFileSync('node_modules/.seatsheet-weights.json', 'utf8')) as {
    readonly all: number;
    readonly folders: Readonly<Record<string, number>>;
    readonly files: Readonly<Record<string, number>>;
  };
  expect(weights.all).toBe(Buffer.byteLength(code));
  const over = Object.entries(weights.folders).filter(([folder, bytes]) => bytes > (budgets[folder] ?? 0));
  expect(over).toEqual([]);
  expect(Object.keys(weights.folders).sort()).toEqual(Object.keys(budgets).sort());
  expect(weights.all).toBeLessThan(most);
  const entries = Object.entries(weights.files).filter(([file]) =>
    /^(?:actions|reports|imports|tabs\/\w+\/fields)\/[\w-]+\.ts/.test(file),
  );
  expect(entries.length).toBeGreaterThan(20);
  expect(entries.filter(([, bytes]) => bytes > mostOfEntry)).toEqual([]);
});
