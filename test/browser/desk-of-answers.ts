import type { ImportView } from '../../src/job/imports/wire';
import type { CustomerChoices, CustomerLine, CustomerMail, CustomerRulesView } from '../../src/job/customers/wire';
import type {
  StartPage,
  Envelope,
  HandOffLine,
  LetterheadView,
  NotSignedIn,
  PlanPage,
  PlanView,
  PlanWrite,
  Progress,
  ReadinessLine,
  RowNote,
} from '../../src/job/wire';
import { instructionsPage, pasted } from './instructions-answers';
import type { DeletedLine, FoundPerson, PeopleChoices } from '../../src/job/people/wire';
import { coverageOf } from './coverage-answers';
import type { Answers } from './sheet-page';

/** An answer that says yes. */
export const ok = <T>(value: T): Envelope<T> => ({ ok: true, value });

/** An answer of the server that says no. */
export const no = (message: string, remedy: string, retryable = false): Envelope<never> => ({
  ok: false,
  code: 'refused',
  message,
  remedy,
  retryable,
});

const admin = 'admin@cloudpartner.example';

/** A desk with 312 rows, some of every kind. */
export const desk: StartPage = {
  who: { email: admin, account: 'C03az79cb', primaryDomain: 'cloudpartner.example', superAdmin: true, reseller: true },
  rows: 312,
  counts: { notChecked: 285, settled: 21, waiting: 2, blocked: 4 },
  customers: [
    { id: 'C01', name: 'acme.example' },
    { id: 'C02', name: 'globex.example' },
  ],
  actions: [
    { id: 'reset-password', label: 'Reset password' },
    { id: 'sign-out', label: 'Sign out everywhere' },
  ],
  work: null,
  hasPlan: false,
  handOff: 6,
  instructions: 0,
  lastRun: 'Tue 14:02 · 25 done · 1 waiting',
  stops: [],
};

/** Customers whose people can be looked after, and some of them. */
export const peopleChoices: PeopleChoices = {
  accounts: [
    { id: 'C03az79cb', name: 'cloudpartner.example' },
    { id: 'C01', name: 'acme.example' },
  ],
  products: ['Cloud Identity Free', 'Google Workspace Business Starter'],
};
export const deletedPeople: readonly DeletedLine[] = [
  { id: '117', email: 'ana@acme.example', name: 'Ana Ruiz', deletedOn: '2026-02-20', daysLeft: 10, row: 0 },
  { id: '118', email: 'bo@acme.example', name: '', deletedOn: '', daysLeft: undefined, row: 18 },
];
export const foundPeople: readonly FoundPerson[] = [
  { email: 'ana@acme.example', name: 'Ana Ruiz', orgUnit: '/Sales', row: 0 },
  { email: 'bo@acme.example', name: 'Bo Chen', orgUnit: '/', row: 18 },
];

const rowNote = (row: number, title: string, rest: Partial<RowNote>): RowNote => ({
  key: `Users!${title}`,
  tab: 'Users',
  row,
  cell: `B${row}`,
  title,
  says: '',
  outcome: 'blocked',
  ...rest,
});

/** The question whether a row means the person of this name. */
export const samePerson = (name: string) => ({ kind: 'samePerson', says: 'Same person?', about: { name } });

/** Rows that need a person: two ask `Same person?`, one has a mistake, one drifted, one waits. */
export const needs: readonly RowNote[] = [
  rowNote(17, 'namesake@acme.example', { says: 'Exists under another name.', question: samePerson('Naomi Sake') }),
  rowNote(18, 'bo@acme.example', { says: 'Exists under another name.', question: samePerson('Robert Chen') }),
  rowNote(41, 'lena.ruiz@acme.example', {
    column: 'Roles',
    cell: 'F41',
    says: 'No such role “Custumer Care”. Did you mean “Customer Care”?',
  }),
  rowNote(60, 'tom@acme.example', {
    drift: true,
    outcome: 'settled',
    says: 'Org unit is /Sales at Google, /Support in the row.',
  }),
  rowNote(81, 'kim@initech.example', { outcome: 'waiting', says: 'Sign in as an administrator of initech.example.' }),
];

/** A plan of 280 rows. */
export const plan: PlanView = {
  planId: 'plan-7',
  rows: 280,
  hiddenRows: 3,
  unused: [
    { says: 'Not used on Customers: Tier (column H).' },
    { says: 'Not used on Users: Notes, Shoe size and 9 more.', columns: ['X: Notes', 'Y: Shoe size'] },
  ],
  changes: 861,
  lines: [
    { need: 'must', count: 12, says: 'create org units', detail: '/Sales/North, /Sales/South, 10 more' },
    { need: 'must', count: 268, says: 'create users', detail: 'password made 231 · password given 37' },
    { need: 'must', count: 19, says: 'change users', detail: 'org unit 14 · last name 5' },
    { need: 'must', count: 280, says: 'give licences', detail: 'Cloud Identity Free 280' },
    { need: 'must', count: 28, says: 'give roles', detail: 'Customer Care 28' },
    { need: 'must', count: 254, says: 'mail customers', detail: 'ana@acme.example, bo@acme.example, 252 more' },
    { need: 'may', count: 268, says: 'switch licences', detail: 'Cloud Identity Free 268' },
  ],
  needs,
  counts: { planned: 280, settled: 26, waiting: 2, blocked: 4 },
  estimate: {
    seconds: 340,
    executions: 2,
    says: 'About 6 min, 2 executions. Licences go at 1 a second: Google’s limit.',
  },
  seats: [
    { seat: 'C01 1010020028', says: 'Business Standard, acme.example', needed: 212, bought: 270, used: 40, left: 230 },
    { seat: 'C02 1010020025', says: 'Business Plus, globex.example', needed: 7, bought: 20, used: 15, left: 5 },
    { seat: 'C03az79cb 1010050001', says: 'Cloud Identity Premium', needed: 3 },
  ],
  asks: [],
};

/** A page of the writes of one kind. */
export function planPage(kind: string, from: number): PlanPage {
  const { count: total, need } = plan.lines.find(({ says }) => says === kind) ?? { count: 0, need: 'must' };
  const writes = Array.from({ length: Math.min(100, total - from) }, (_none, at): PlanWrite => {
    const number = from + at + 1;
    const email = `person.${number}@acme.example`;
    const place = { tab: 'Users', row: number + 1, cell: `A${number + 1}`, column: 'Org unit' };
    return {
      ...place,
      key: `Users!${email}`,
      op: 'directory.users.insert',
      need,
      kind,
      of: email,
      says: `${kind} no. ${number}`,
    };
  });
  return { total, writes };
}

/** Work at some point. */
export const progress = (rest: Partial<Progress> = {}): Progress => ({
  phase: 'running',
  job: 'run',
  more: true,
  startedBy: admin,
  startedAt: '2026-11-22T14:29:00Z',
  since: '2026-11-22T14:31:00Z',
  rows: 312,
  counts: { settled: 21, done: 143, waiting: 9, blocked: 8, running: 24, planned: 107 },
  due: 287,
  own: { done: 143, waiting: 9, blocked: 4, running: 24, planned: 107 },
  done: 143,
  left: 131,
  stages: [
    { says: 'New people', done: 255, of: 259 },
    { says: 'Licences', done: 41, of: 264 },
  ],
  now: [
    { says: 'Giving licences', figure: '1.0 / s' },
    { says: 'Creating users', figure: 'finished' },
  ],
  waitsFor: '',
  perMinute: 58,
  secondsLeft: 170,
  needs: needs.slice(2, 3),
  stopped: '',
  adrift: '',
  background: 'every 5 minutes',
  ...rest,
});

/** A run that has ended well. */
export const finished = progress({
  phase: 'finished',
  more: false,
  endedAt: '2026-11-22T14:36:00Z',
  rows: 287,
  counts: { done: 281, waiting: 2, blocked: 4 },
  own: { done: 281, waiting: 2, blocked: 4 },
  done: 281,
  left: 0,
  needs,
  now: [],
  secondsLeft: 0,
});

/** People whose first password waits. */
export const handOff: readonly HandOffLine[] = [
  {
    email: 'ana.silva@acme.example',
    name: 'Ana Silva',
    since: '2026-11-22T14:31:00Z',
    customer: 'acme.example',
    mail: true,
  },
  {
    email: 'bo.chen@acme.example',
    name: 'Bo Chen',
    since: '2026-11-22T14:31:00Z',
    customer: 'acme.example',
    mail: true,
  },
  {
    email: 'cara@acme.example',
    name: '=HYPERLINK("https://evil.example")',
    since: '2026-11-22T14:32:00Z',
    customer: 'acme.example',
    mail: false,
  },
];

/** Who was handed off and has not signed in. */
export const notSignedIn: readonly NotSignedIn[] = [
  {
    key: 'Users!dora@acme.example',
    email: 'dora@acme.example',
    name: 'Dora Lind',
    customer: 'acme.example',
    at: '2026-11-20T09:00:00Z',
    how: 'on paper',
    action: 're-issue',
  },
];

/** What Readiness says. */
export const readiness: readonly ReadinessLine[] = [
  { state: 'ok', title: 'Signed in as a super administrator', says: `${admin} · C03az79cb · reseller` },
  { state: 'ok', title: 'Services switched on', says: 'Directory, Reseller, Licence Manager' },
  {
    state: 'todo',
    title: 'Automatic licensing is on for /Cloud Identity',
    says: 'New people there get Business Starter. Billing › License settings › this org unit › off.',
    link: { text: 'Open the page', url: 'https://admin.google.com/ac/billing' },
  },
  {
    state: 'note',
    title: 'Cloud Identity seats',
    says: '51 of 50, estimated. Ask Google for more.',
    link: { text: 'Bad link', url: 'javascript:alert(1)' },
  },
];

/** What the form of a new customer offers. */
export const choices: CustomerChoices = {
  countries: ['France', 'Spain'],
  languages: ['English', 'Spanish'],
  products: [
    { name: 'Google Workspace Business Starter', forTeams: false },
    { name: 'Google Workspace Essentials Starter', forTeams: true },
  ],
  plans: ['Flexible', 'Annual, paid monthly'],
  renewals: ['Renew, same seats, monthly'],
};

const customer = (row: number, name: string, rest: Partial<CustomerLine>): CustomerLine => ({
  key: `Customers!${name}`,
  name,
  organisation: '',
  row,
  terms: '',
  domainVerified: '',
  needs: '',
  hasToken: false,
  transfer: false,
  remind: false,
  consoleUrl: '',
  ...rest,
});

/** Three customers: one works, one has not accepted the terms, one has to be transferred. */
export const customers: readonly CustomerLine[] = [
  customer(2, 'acme.example', {
    organisation: 'Acme <b>GmbH</b>',
    terms: 'accepted',
    domainVerified: 'yes',
    consoleUrl: 'https://admin.google.com/acme.example',
  }),
  customer(3, 'globex.example', {
    terms: 'waiting 3 days',
    domainVerified: 'no',
    needs: 'The customer has to accept the terms.',
    remind: true,
  }),
  customer(4, 'initech.example', { needs: 'It exists already: a transfer token is needed.', transfer: true }),
];

/** A mail before it is sent. */
export const mail: CustomerMail = {
  id: 'mail-1',
  to: 'it@mail.example',
  subject: 'Please accept the terms',
  text: 'Hello,\n\nplease <b>sign in</b>.',
  left: 1246,
};

/** Settings about customers. */
export const rules: CustomerRulesView = {
  publicId: 'C0partner',
  countries: 'ES',
  letPeopleThrough: false,
  changedBy: admin,
  changedAt: '2026-11-20T09:00:00Z',
  complaints: [],
};

/** A file with one person. */
export const importView: ImportView = {
  format: 'people-list',
  label: 'People list',
  headerRecord: 0,
  rows: 1,
  added: 1,
  updated: 0,
  skipped: 0,
  same: 0,
  namesakes: 0,
  passwords: 0,
  columns: [{ header: 'Email', column: 'Email' }],
  unused: [],
  products: [],
  problems: [],
  proposed: 0,
  lines: [{ line: 2, title: 'ana@shop.example', does: 'add', changes: [] }],
  kept: [{ record: 1 }],
};

export const letterhead: LetterheadView = {
  name: 'Cloudpartner',
  signature: 'Ask us: +49 89 1234',
  en: '',
  de: '',
  es: '',
  fr: '',
  changedBy: '',
  changedAt: '',
  complaints: [],
};
const proposed = [
  { row: 2, name: 'Ana Ruiz', email: 'ana.ruiz@shop.example', says: '' },
  { row: 3, name: '山田 太郎', email: '', says: 'No address can be made of this name. Write one by hand.' },
];

/** A server where everything goes well at once: a check in one slice, a run in two. */
export function goodAnswers(): Answers {
  return {
    getStartPage: () => ok(desk),
    startCheck: () => ok(progress({ phase: 'checked', more: false, done: 312, rows: 312 })),
    continueWork: () => ok(finished),
    getProgress: () => ok(progress()),
    getPlan: () => ok(plan),
    getPlanLines: ({ kind, from }) => ok(planPage(kind?.says ?? 'create users', from)),
    writePlan: () => ok({ says: '861 changes on the tab Plan.' }),
    startRun: () => ok(progress()),
    stopWork: () => ok(null),
    answerQuestion: () => ok(null),
    makeReport: () => ok({ says: 'Seats: 3 rows on the tab Seats.' }),
    goToRow: () => ok(null),
    getNeeds: () => ok(needs),
    getReadiness: () => ok(readiness),
    setCloudIdentity: ({ domain }) => ok(`${domain} has 80 seats.`),
    checkEnvironment: () => ok('13 things measured.'),
    getHandOff: () => ok(handOff),
    showPasswords: ({ emails }) =>
      ok(emails.map((email) => ({ email, password: `first-password-of-${email.split('@')[0]}` }))),
    erasePasswords: () => ok(null),
    showSlips: ({ emails }) => ok({ slips: emails.length }),
    getNotSignedIn: () => ok(notSignedIn),
    getLetterhead: () => ok(letterhead),
    setLetterhead: (sent) => ok({ ...letterhead, ...sent }),
    setUpSpreadsheet: () => ok({ says: 'Made 7 tabs.' }),
    getImportChoices: () => ok({ sources: [], columns: [], products: [] }),
    readTabForImport: () => ok([]),
    guessImport: () => ok({ headers: [], samples: [], mapping: [] }),
    lookAtImport: () => ok(importView),
    writeImport: () => ok({ added: 1, updated: 0, skipped: 0, same: 0, problems: [] }),
    endImport: () => ok({ says: '' }),
    makePeopleList: () => ok({ name: 'People shop.example.csv', rows: [['Email']], says: 'Made.' }),
    proposeAddresses: () =>
      ok({ pattern: '{first}.{last}@{domain}', domain: 'shop.example', lines: proposed, unseen: '' }),
    writeAddresses: ({ lines }) => ok({ written: lines.length, says: `${lines.length} addresses were written.` }),
    getCustomerChoices: () => ok(choices),
    newCustomer: ({ domain }) =>
      ok({ complaints: [], keys: [`Customers!${domain}`], places: [{ tab: 'Customers', row: 7 }], says: '' }),
    getCoverage: () => ok(coverageOf(8, 5)),
    showCoverage: () => ok(null),
    getGuides: () => ok({ accounts: [], elsewhere: [] }),
    tickGuide: () => ok({ accounts: [], elsewhere: [] }),
    getInstructions: () => ok(instructionsPage),
    readInstructions: () => ok({ to: 'mara@work.example', subject: 'Your accounts', text: 'Hello Mara,' }),
    sendInstructions: ({ people }) => ok({ says: 'Sent to ' + String(people.length) + ' people.' }),
    showInstructions: ({ people }) => ok({ pages: people.length }),
    noteInstructions: () => ok(null),
    setSecurityGroup: ({ group }) =>
      ok({ ...instructionsPage, group, changedBy: admin, changedAt: '2026-11-20T09:00:00Z' }),
    getPaste: () => ok(pasted),
    getPeopleChoices: () => ok(peopleChoices),
    getDeletedPeople: () => ok(deletedPeople),
    restorePeople: () => ok({ keys: ['Users!ana@acme.example'], says: '1 row wishes somebody back, 1 of them new.' }),
    readPeople: () => ok({ more: false, says: 'acme.example: added 3 people.', added: 3, seen: 3 }),
    findPeople: () => ok({ more: false, says: '', total: foundPeople.length, people: foundPeople }),
    giveLicence: () => ok({ keys: ['Users!ana@acme.example'], says: 'Wrote the Licences cells of 1 row.' }),
    getOtherAdministrators: () =>
      ok({
        accounts: [
          {
            name: 'partner.example',
            domains: ['partner.example'],
            rows: 12,
            admins: [{ email: 'rita@partner.example', on: '2026-11-28' }],
            invited: [],
          },
        ],
        languages: [{ language: 'en', name: 'English' }],
      }),
    writeInvitation: ({ email }) =>
      ok({ id: 'invitation', to: email, subject: '12 rows wait for you', text: 'Hello,', left: 99, invitedOn: '' }),
    sendInvitation: () => ok({ says: 'Invited rita@partner.example.' }),
    copyForAccount: ({ account }) =>
      ok({ account, tabs: [{ name: 'Users', rows: [['Email'], ['bo@partner.example']] }] }),
    getCustomers: () => ok(customers),
    keepTransferToken: () => ok(null),
    customerMail: () => ok(mail),
    sendCustomerMail: () => ok({ says: 'Sent to it@mail.example.' }),
    readCustomers: () => ok({ says: 'Added 2 customers and 3 subscriptions.', more: false }),
    refreshCustomers: () => ok({ says: 'Looked at 3 customers.', more: false }),
    getCustomerRules: () => ok(rules),
    setCustomerRules: (sent) => ok({ ...rules, ...sent }),
  };
}

/** A promise that the test settles when it wants. */
export function held<T>(): { readonly promise: Promise<T>; readonly release: (value: T) => void } {
  let release: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
