import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import type { Lists } from '../../src/job/lists';

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
  'switchMail',
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
  'getDesk',
  'startCheck',
  'continueWork',
  'getProgress',
  'getPlan',
  'startRun',
  'stopWork',
  'answerQuestion',
  'goToRow',
  'getNeeds',
  'getReadiness',
  'getHandOff',
  'showPasswords',
  'erasePasswords',
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
  // Menu entries of the lists.
  ...lists.actions.filter(({ menu }) => menu).map(({ handler }) => handler),
  ...lists.reports.map(({ handler }) => handler),
];

const code = readFileSync('dist/Code.js', 'utf8');
const sidebar = readFileSync('dist/sidebar.html', 'utf8');
const manifest: unknown = JSON.parse(readFileSync('dist/appsscript.json', 'utf8'));

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

test('every menu entry, card and trigger names a function that exists', () => {
  const menus = [...code.matchAll(/\.addItem\('[^']*', '([^']+)'\)|\.addItem\("[^"]*", "([^"]+)"\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
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
  expect(code).not.toMatch(/^\s*(static\s+)?#\w+/m);
  expect(code).not.toMatch(/^\s*static \w+ =/m);
});

test('HtmlService leaves the sidebar as it is: no back-ticks, scriptlets or early ends of the script', () => {
  const script = /<script>([\s\S]*)<\/script>/.exec(sidebar)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/`|<\?|<\/script|<!--/);
});

test('the bundle is small enough to be loaded at every call, and readable in a stack trace', () => {
  expect(code.length).toBeLessThan(600_000);
  expect(code.split('\n').length).toBeGreaterThan(4_000);
});
