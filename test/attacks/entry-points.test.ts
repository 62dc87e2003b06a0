import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import { isWrite } from '../../sandbox/cli/summary';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { sampleOr, someOf } from '../sweep';

/**
 * Every function that can be called from outside: what each of five people may do with it, and that none of them meets
 * an error that is no sentence of ours, whatever the argument is.
 */

const people = {
  super: 'boss@resell.example',
  delegated: 'helper@resell.example',
  unrelated: 'root@elsewhere.example',
  plain: 'plain@resell.example',
  personal: 'somebody@mail.example',
} as const;
type Person = keyof typeof people;

const name = { givenName: 'A', familyName: 'B' };
const tenant = {
  signedInAs: people.super,
  accounts: [
    {
      customer: { id: 'C0resell1', customerDomain: 'resell.example' },
      reseller: true,
      users: [
        { primaryEmail: people.super, name, isAdmin: true },
        { primaryEmail: people.delegated, name, isDelegatedAdmin: true },
        { primaryEmail: people.plain, name },
      ],
      roleAssignments: [{ roleName: '_USER_MANAGEMENT_ADMIN_ROLE', assignedTo: people.delegated }],
    },
    {
      customer: { id: 'C0else001', customerDomain: 'elsewhere.example' },
      users: [{ primaryEmail: people.unrelated, name, isAdmin: true }],
    },
    {
      customer: { id: 'C0acme001', customerDomain: 'acme.example' },
      resoldBy: 'C0resell1',
      acceptedTerms: true,
      users: [{ primaryEmail: 'root@acme.example', name, isAdmin: true }],
      subscriptions: [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } }],
    },
  ],
};

/** A spreadsheet with a plan that the super administrator has checked, and a first password that waits. */
function deskWithPlan(): TestDesk {
  const desk = openDesk({
    tenant: tenant as never,
    users: [
      { Email: 'ann@resell.example', 'First name': 'Ann', 'Last name': 'Test', 'Org unit': '' },
      { Email: 'bob@resell.example', 'First name': 'Bob', 'Last name': 'Test', 'Org unit': '' },
      { Email: 'root@acme.example', 'First name': 'A', 'Last name': 'B', 'Super admin': 'TRUE' },
    ],
    tabs: {
      Customers: 'Domain,Alternate email,Transfer token\nacme.example,it@mail.example,',
      Subscriptions: 'Customer,Product,Plan,Seats',
      Team: 'First name,Last name,Work address,User name,Role,resell.example,Left\nAnn,Test,ann@home.example,ann,,TRUE,',
    },
  });
  desk.check({ scope: { kind: 'rows', rows: ['Users!ann@resell.example'] } });
  desk.run();
  desk.check();
  return desk;
}

type Surface = 'sidebar' | 'menu' | 'card' | 'trigger';
type Outcomes = Readonly<Record<Person, string>>;

/** What comes of a call: `ok`, or the code or first words of what is said instead. */
interface Entry {
  readonly surface: Surface;
  readonly by: Outcomes;
  /** What a person would send; left out: nothing. */
  readonly sends?: unknown;
}

const everybody: Outcomes = { super: 'ok', delegated: 'ok', unrelated: 'ok', plain: 'ok', personal: 'ok' };
const nobody = { plain: 'nobodyServes', personal: 'nobodyServes' };
const administrators: Outcomes = { ...everybody, ...nobody };
/** Nobody sends what was not seen. */
const mailChanged: Outcomes = { super: 'mailChanged', delegated: 'mailChanged', unrelated: 'mailChanged', ...nobody };
/** Administrators of accounts that own a row of the sheet. */
const serving: Outcomes = { ...administrators, unrelated: 'nobodyServes' };
const resellers: Outcomes = { ...administrators, delegated: 'noReseller', unrelated: 'noReseller' };
const checker: Outcomes = {
  super: 'ok',
  delegated: 'notYours',
  unrelated: 'notYours',
  plain: 'notYours',
  personal: 'notYours',
};

const sidebar = (by: Outcomes, sends?: unknown): Entry => ({ surface: 'sidebar', by, sends });
const menu = (by: Outcomes): Entry => ({ surface: 'menu', by });
const card = (by: Outcomes, sends?: unknown): Entry => ({ surface: 'card', by, sends });
const trigger = (by: Outcomes): Entry => ({ surface: 'trigger', by });

const ann = { emails: ['ann@resell.example'] };
const plan = 'the plan that was checked';
const form = Object.fromEntries(
  [
    ...['type', 'domain', 'organisation', 'contact', 'alternateEmail', 'primaryAdmin', 'phone', 'address', 'address2'],
    ...['city', 'region', 'postalCode', 'country', 'language', 'adminEmail', 'firstName', 'lastName', 'product'],
    ...['plan', 'seats', 'renewal', 'purchaseOrder'],
  ].map((field) => [field, '']),
);
const acme = 'Customers!acme.example';
const records = [
  { line: 1, cells: ['Email', 'First name', 'Last name', 'Password'] },
  { line: 2, cells: ['cy@resell.example', 'Cy', 'Cole', 'Blue.Kite-71'] },
];
const filter = {
  ...{ customer: 'resell.example', product: 'Business Starter', does: 'give', orgUnit: '', title: '', holds: '' },
  ...{ lacks: '', neverSignedIn: false, suspended: false },
};
/** Of the reseller's own people: an administrator of another account reaches none of them. */
const ofOwnAccount: Outcomes = { ...administrators, unrelated: 'unknownCustomer' };
const noReseller = 'is not a reseller';
const noAdministrator = 'is not an administrator of a Google Workspace or Cloud Identity account';
const resellersFromMenu: Outcomes = {
  super: 'ok',
  delegated: noReseller,
  unrelated: noReseller,
  plain: noAdministrator,
  personal: noAdministrator,
};

/**
 * Who may do what. Everybody who can open the spreadsheet sees what stands in it, sets it up as an editor can, keeps
 * settings of their own and stops what is under way; nothing of it reaches Google.
 */
const table: Readonly<Record<string, Entry>> = {
  onOpen: menu(everybody),
  onHomepage: card({ ...everybody, plain: noAdministrator, personal: noAdministrator }),
  checkFromCard: card({
    ...everybody,
    unrelated: 'administers elsewhere.example',
    plain: noAdministrator,
    personal: noAdministrator,
  }),
  runFromCard: card(
    { super: 'ok', delegated: 'by boss@', unrelated: 'by boss@', plain: 'by boss@', personal: 'by boss@' },
    { parameters: { planId: plan, confirmed: 'yes' } },
  ),
  continueFromCard: card({ ...everybody, plain: noAdministrator, personal: noAdministrator }),
  continueInBackground: trigger(everybody),
  refreshDaily: trigger(everybody),
  openSidebar: menu(everybody),
  openPlan: menu(everybody),
  openHandOff: menu(everybody),
  openLetterhead: menu(everybody),
  openReadiness: menu(everybody),
  openNewCustomer: menu(everybody),
  openCustomerOverview: menu(everybody),
  openCustomerSettings: menu(everybody),
  openImportFile: menu(everybody),
  openImportTab: menu(everybody),
  openPeopleList: menu(everybody),
  openAddresses: menu(everybody),
  openDeletedPeople: menu(everybody),
  openReadPeople: menu(everybody),
  openGiveLicence: menu(everybody),
  openAdministrators: menu(everybody),
  openCoverage: menu(everybody),
  showCoverage: sidebar(everybody),
  openGuides: menu(everybody),
  getGuides: sidebar(administrators),
  tickGuide: sidebar(
    { ...administrators, unrelated: 'noGuide' },
    { account: 'C0resell1', id: 'cloud-identity', on: true, below: false },
  ),
  openInstructions: menu(everybody),
  getInstructions: sidebar(administrators),
  readInstructions: sidebar(administrators, { person: 'Team!ann' }),
  sendInstructions: sidebar(mailChanged, { people: ['Team!ann'], marks: ['x'], again: false }),
  noteInstructions: sidebar(mailChanged, { people: ['Team!ann'], marks: ['x'] }),
  showInstructions: sidebar(mailChanged, { people: ['Team!ann'], marks: ['x'] }),
  setSecurityGroup: sidebar(administrators, { group: '2sv@resell.example' }),
  getPaste: sidebar(administrators),
  reportMailRedirect: menu({ ...everybody, plain: noAdministrator, personal: noAdministrator }),
  checkEverything: menu(everybody),
  checkSelected: menu(everybody),
  actResetPassword: menu(everybody),
  actLeave: menu(everybody),
  actReIssue: menu(everybody),
  actSignOut: menu(everybody),
  actHandOff: menu(everybody),
  checkVisible: menu(everybody),
  checkRetry: menu(everybody),
  showHelp: menu(everybody),
  setUpFromMenu: menu(everybody),
  setUpSpreadsheet: sidebar(everybody),
  refreshDropDowns: menu(everybody),
  askLimits: menu(everybody),
  askProtected: menu(everybody),
  askLists: menu(everybody),
  askLeaving: menu(everybody),
  switchMail: menu(everybody),
  switchPace: menu(everybody),
  stopFromMenu: menu(everybody),
  stopWork: sidebar(everybody),
  getStartPage: sidebar(everybody),
  getProgress: sidebar(everybody),
  getPlan: sidebar(everybody),
  getPlanLines: sidebar(everybody, { planId: plan, from: 0 }),
  writePlan: sidebar(everybody, { planId: plan }),
  getNeeds: sidebar(everybody),
  getReadiness: sidebar(everybody),
  setCloudIdentity: sidebar(serving, { domain: 'resell.example', ordered: true, seats: '60' }),
  checkEnvironment: sidebar(everybody, { roundTrip: 900 }),
  getCustomers: sidebar(everybody),
  getCustomerChoices: sidebar(administrators),
  // Of one's own account alone.
  getCustomerRules: sidebar(administrators),
  getLetterhead: sidebar(administrators),
  getNotSignedIn: sidebar(administrators),
  goToRow: sidebar(everybody, { key: 'Users!ann@resell.example' }),
  // A plan that is checked has nothing to go on with.
  continueWork: sidebar(everybody),
  startCheck: sidebar(serving, { scope: { kind: 'everything' }, action: 'provision' }),
  startRun: sidebar(checker, { planId: plan, confirmed: true }),
  answerQuestion: sidebar(serving, { keys: ['Users!ann@resell.example'], yes: true }),
  getHandOff: sidebar(everybody),
  showPasswords: sidebar(
    { super: 'ok', delegated: 'noPassword', unrelated: 'noPassword', plain: 'noPassword', personal: 'noPassword' },
    ann,
  ),
  showSlips: sidebar(
    { super: 'ok', delegated: 'noPassword', unrelated: 'noPassword', plain: 'noPassword', personal: 'noPassword' },
    ann,
  ),
  // Of one's own alone.
  erasePasswords: sidebar(everybody, ann),
  makeReport: sidebar(
    { super: 'ok', delegated: 'nobodyServes', unrelated: 'nobodyServes', ...nobody },
    { id: 'seats' },
  ),
  reportSeats: menu(resellersFromMenu),
  // An import writes into the sheet, as an editor can, and keeps passwords with whoever imports.
  getImportChoices: sidebar(everybody),
  readTabForImport: sidebar(everybody, { name: 'Customers' }),
  guessImport: sidebar(everybody, { records }),
  lookAtImport: sidebar(everybody, { records, how: { existing: 'fill' } }),
  writeImport: sidebar(everybody, { records, how: { existing: 'fill' }, part: 0, id: 'one' }),
  endImport: sidebar(everybody, { problems: [], unused: ['Shoe size'] }),
  makePeopleList: sidebar({ ...administrators, unrelated: 'nobodyServes' }, { customer: 'resell.example', tab: false }),
  proposeAddresses: sidebar(
    { ...administrators, unrelated: 'nobodyServes' },
    { pattern: '', domain: 'resell.example' },
  ),
  // Into the sheet alone, as an editor can.
  writeAddresses: sidebar(everybody, {
    pattern: '{f}{last}',
    lines: [{ row: 9, name: 'A B', email: 'ab@resell.example' }],
  }),
  // Pages about people: of accounts that whoever calls reaches, and rows alone.
  getPeopleChoices: sidebar(administrators),
  getDeletedPeople: sidebar(ofOwnAccount, { customer: 'resell.example' }),
  restorePeople: sidebar(ofOwnAccount, { customer: 'resell.example', ids: [] }),
  readPeople: sidebar(ofOwnAccount, { customer: 'resell.example' }),
  // Delegated administrators of people alone are shown no licences.
  findPeople: sidebar({ ...ofOwnAccount, delegated: 'noLicences' }, { ...filter, from: 0 }),
  getOtherAdministrators: sidebar(administrators),
  // Nobody's rows wait here for anybody else.
  writeInvitation: sidebar(
    { ...administrators, super: 'wrongAddress', delegated: 'wrongAddress', unrelated: 'wrongAddress' },
    { account: '', email: 'rita@partner.example', language: 'en' },
  ),
  sendInvitation: sidebar(
    { ...administrators, super: 'notShown', delegated: 'notShown', unrelated: 'notShown' },
    { id: 'made-up' },
  ),
  copyForAccount: sidebar(
    { ...administrators, super: 'noRow', delegated: 'noRow', unrelated: 'noRow' },
    { account: 'partner.example' },
  ),
  giveLicence: sidebar(
    { ...ofOwnAccount, delegated: 'noLicences' },
    {
      ...{ customer: 'resell.example', product: 'Business Starter', does: 'give' },
      ...{ emails: ['ann@resell.example'], addRows: false },
    },
  ),
  getCoverage: sidebar(serving),
  reportCoverage: menu({
    ...everybody,
    unrelated: 'neither a reseller',
    plain: noAdministrator,
    personal: noAdministrator,
  }),
  reportRoleHolders: menu({
    ...everybody,
    unrelated: 'neither a reseller',
    plain: noAdministrator,
    personal: noAdministrator,
  }),
  reportTwoStep: menu({
    ...everybody,
    unrelated: 'neither a reseller',
    plain: noAdministrator,
    personal: noAdministrator,
  }),
  reportDeletedPeople: menu({ ...everybody, plain: noAdministrator, personal: noAdministrator }),
  newCustomer: sidebar(administrators, form),
  keepTransferToken: sidebar(administrators, { key: acme, token: 'feed0123cafe' }),
  customerMail: sidebar(administrators, { key: acme, kind: 'reminder' }),
  sendCustomerMail: sidebar(
    { super: 'notShown', delegated: 'notShown', unrelated: 'notShown', ...nobody },
    { id: 'none that was shown' },
  ),
  readCustomers: sidebar(resellers),
  refreshCustomers: sidebar(resellers),
  setCustomerRules: sidebar(administrators, { publicId: 'x', countries: '', letPeopleThrough: false }),
  setLetterhead: sidebar(administrators, { name: 'x', signature: '', en: '', de: '', es: '', fr: '' }),
  readCustomersFromMenu: menu(resellersFromMenu),
  refreshCustomersFromMenu: menu(resellersFromMenu),
  switchDailyRefresh: menu(resellersFromMenu),
  askArming: menu({
    super: 'ok',
    delegated: 'ok',
    unrelated: 'Not armed',
    plain: noAdministrator,
    personal: noAdministrator,
  }),
};

/** What may be written to Google, and by whom: the one who approves the plan. */
const writing = ['startRun', 'runFromCard'];

test('every function of the bundle is in the table, and nothing else is', () => {
  const context = createContext({});
  new Script(readFileSync('dist/Code.js', 'utf8')).runInContext(context);
  const functions = Object.keys(context).filter((one) => typeof context[one] === 'function');
  const called = functions.filter((one) => !one.endsWith('_') && one !== '__webpack_require__');
  expect(called.sort()).toEqual(Object.keys(table).sort());
});

/** All of five people, in the sample two of them: others with the next function. */
function inTurn<T>(fn: string, five: readonly T[]): readonly T[] {
  const at = Object.keys(table).indexOf(fn);
  return sampleOr(
    five.filter((_, nth) => (nth + 4 * at) % 5 < 2),
    five,
  );
}

describe('of five people', () => {
  const desk = deskWithPlan();
  const { planId } = (desk.host.call('getPlan', [], 'sidebar') as { value: { planId: string } }).value;
  const before = { host: desk.host.snapshot(), google: desk.workspace.snapshot() };

  test.each(Object.entries(table))('each may do with %s what the table says', (fn, { surface, sends, by }) => {
    for (const [who, expected] of inTurn(fn, Object.entries(by) as [Person, string][])) {
      desk.host.restore(before.host);
      desk.workspace.restore(before.google);
      desk.host.become(people[who]);
      const from = desk.workspace.log.length;
      if (fn === 'askArming') desk.host.answers.push('resell.example');
      const args = sends === undefined ? [] : [JSON.parse(JSON.stringify(sends).replace(plan, planId)) as unknown];
      const said = outcome(desk, fn, { surface, args });
      if (expected === 'ok') expect([who, said]).toEqual([who, expect.not.stringMatching(refusing)]);
      else expect([who, said]).toEqual([who, expect.stringContaining(expected)]);
      const written = desk.workspace.log.slice(from).filter((line: LoggedRequest) => isWrite(line));
      expect([who, written.length > 0]).toEqual([who, writing.includes(fn) && who === 'super']);
    }
  });
});

/** What a surface says when it does not do what it was asked for. */
const refusing = /^[a-z][A-Za-z]+$(?<!^ok)|is not a reseller|is not an administrator|^throws|by boss@|administers else/;

/** What a call came to: the code of an envelope, else what the person is told. */
function outcome(
  desk: TestDesk,
  fn: string,
  { surface, args }: { readonly surface: Surface; readonly args: readonly unknown[] },
): string {
  try {
    const answer = desk.host.call(fn, args, surface) as { ok?: boolean; code?: string } | null | undefined;
    if (surface === 'card') return JSON.stringify(answer);
    if (typeof answer?.ok === 'boolean') return answer.ok ? 'ok' : String(answer.code);
    const told = desk.host.shown.toasts.join(' ');
    return /^(?:Everything was there already\. )?(?:The d|D)rop-downs/.test(told) ? 'ok' : told || 'ok';
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** What anybody can send. */
const huge = 'x'.repeat(1_000_000);
const anything: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 17],
  ['a text', 'everything'],
  ['a huge text', huge],
  ['a list', [1, 'two', null]],
  ['an empty object', {}],
  ['a list of lists', [[[[]]]]],
  ['a prototype', JSON.parse('{"__proto__":{"scope":{"kind":"everything"},"keys":[],"emails":[]}}')],
  ['names of a prototype', { scope: '__proto__', kind: 'constructor', emails: '__proto__' }],
];

/** A field of what a function takes, in place of what it should be. */
const wrong: readonly unknown[] = [null, 17, [['a']], huge, { kind: 'all' }];

/** Fields of one kind are read alike: of a form some are spoilt. */
const mostFields = 3;

/** Wrong arguments for a function: anything, and what is sent with each of its fields spoilt in turn. */
function argumentsFor(sends: unknown): readonly (readonly [string, unknown])[] {
  // What takes no argument looks at none.
  if (sends === undefined) return anything.filter(([what]) => ['null', 'a huge text', 'a prototype'].includes(what));
  const fields = Object.entries(sends as object).slice(0, mostFields) as [string, unknown][];
  const spoilt = fields.flatMap(([field, right]) =>
    wrong
      .filter((value) => typeof value !== typeof right || typeof right === 'object' || value === huge)
      .map((value) => [`${field}: ${JSON.stringify(value).slice(0, 20)}`, { ...(sends as object), [field]: value }]),
  ) as (readonly [string, unknown])[];
  return [...anything, ...spoilt];
}

describe('whatever is sent', () => {
  const desk = deskWithPlan();
  const before = { host: desk.host.snapshot(), google: desk.workspace.snapshot() };

  test.each(Object.entries(table))('%s throws nothing, and changes nothing at Google', (fn, { surface, sends }) => {
    for (const [what, argument] of someOf(argumentsFor(sends), 2)) {
      desk.host.restore(before.host);
      desk.workspace.restore(before.google);
      const said = outcome(desk, fn, { surface, args: argument === undefined ? [] : [argument] });
      expect([what, said]).toEqual([what, expect.not.stringMatching(/^throws/)]);
      expect(said.length).toBeLessThan(20_000);
      const written = desk.workspace.log.filter((line: LoggedRequest) => isWrite(line));
      expect([what, written.length]).toEqual([what, 1]);
      if (surface === 'sidebar' && sends !== undefined)
        expect([what, said]).toEqual([what, expect.stringMatching(/^(?:badArgument|unknown\w+)$/)]);
    }
  });

  test.each([
    ['startCheck', { scope: { kind: 'everything' }, action: 'delete-everybody' }, 'unknownAction'],
    ['startCheck', { scope: { kind: 'everything' }, action: '__proto__' }, 'unknownAction'],
    ['startCheck', { scope: { kind: 'all' }, action: 'provision' }, 'badArgument'],
    [
      'startCheck',
      { scope: { kind: 'rows', rows: ['Users!nobody@resell.example'] }, action: 'provision' },
      'emptyScope',
    ],
    ['startCheck', { scope: { kind: 'rows', rows: ['__proto__'] }, action: 'provision' }, 'emptyScope'],
    ['startRun', { planId: 'another', confirmed: true }, 'anotherPlan'],
    ['startRun', { planId: '', confirmed: true }, 'anotherPlan'],
    ['goToRow', { key: '__proto__' }, 'noRow'],
    ['goToRow', { key: 'Users!nobody@resell.example' }, 'noRow'],
    ['makeReport', { id: '__proto__' }, 'unknownReport'],
    ['makeReport', { id: 'everything' }, 'unknownReport'],
    ['showPasswords', { emails: ['__proto__'] }, 'noPassword'],
    ['keepTransferToken', { key: '__proto__', token: 'feed0123cafe' }, 'noRow'],
    ['keepTransferToken', { key: acme, token: 'no token!' }, 'badToken'],
    ['customerMail', { key: acme, kind: 'invoice' }, 'badArgument'],
  ])('%s refuses %j', (fn, argument, code) => {
    desk.host.restore(before.host);
    expect(outcome(desk, fn, { surface: 'sidebar', args: [argument] })).toBe(code);
  });

  test('a form that brings fields of its own writes none of them', () => {
    desk.host.restore(before.host);
    const more = { ...form, domain: 'initech.example', status: 'Done', __proto__: { organisation: 'Evil' } };
    expect(outcome(desk, 'newCustomer', { surface: 'sidebar', args: [more] })).toBe('ok');
    expect(JSON.stringify(desk.rows('Customers'))).not.toMatch(/Evil|Done/);
  });
});

test('no cell becomes a link: the Admin console of a customer is at admin.google.com and nowhere else', () => {
  const cells = [
    'https://admin.google.com.evil.example/',
    'https://www.google.com/url?q=https://evil.example/',
    'https://sites.google.com/evil',
    'javascript:alert(1)//https://admin.google.com/',
    'https://admin.google.com@evil.example/',
  ];
  const domains = [
    'acme.example',
    'evil.example/admin',
    'a"onclick="x.example',
    '@evil.example',
    '..',
    'ünsinn.example',
  ];
  const rows = cells.flatMap((cell, at) =>
    domains.map((domain, nth) =>
      [domain, `C0${at}${nth}`, cell].map((text) => `"${text.replace(/"/g, '""')}"`).join(','),
    ),
  );
  const desk = openDesk({
    tenant: tenant as never,
    users: 'Email',
    tabs: { Customers: ['Domain,Customer ID,Admin console', ...rows].join('\n'), Subscriptions: 'Customer,Product' },
  });
  const { value } = desk.host.call('getCustomers', [], 'sidebar') as { value: { consoleUrl: string }[] };
  expect(value).toHaveLength(rows.length);
  expect([...new Set(value.map(({ consoleUrl }) => consoleUrl))]).toEqual([
    'https://admin.google.com/acme.example',
    '',
  ]);
});
