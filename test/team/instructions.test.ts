import { call, agency, boss, customer } from '../people/agency';
import { openDesk, type TestDesk } from '../sandbox-desk';

/** Instructions to people of the support team: who is ready, what they are told, once. */

const team = [
  {
    'First name': 'Mara',
    'Last name': 'Lindqvist',
    'Work address': 'mara@work.example',
    'User name': 'mara',
    Role: 'Reseller Admin',
    Language: 'German',
    'resell.example': 'TRUE',
    'desk.example': 'TRUE',
    Left: '',
  },
  { 'First name': 'Bo', 'User name': 'bo', 'resell.example': 'TRUE', 'desk.example': '', Left: 'TRUE' },
];
const user = (Email: string, more = {}) => ({
  Email,
  'First name': 'Mara',
  'Last name': 'Lindqvist',
  'Send details to': 'mara@work.example',
  From: 'Team',
  ...more,
});
const [onResell, onDesk] = ['mara2@resell.example', 'mara@desk.example'];

function open(
  users = [user(onResell), user(onDesk)],
  people: readonly Readonly<Record<string, string>>[] = team,
): TestDesk {
  const tenant = agency([customer('acme.example')]);
  const [reseller, ...others] = tenant.accounts ?? [];
  const domains = [
    { domainName: 'resell.example', isPrimary: true, verified: true },
    { domainName: 'desk.example', verified: true },
  ];
  return openDesk({
    tenant: { ...tenant, accounts: [{ ...reseller, domains }, ...others] } as never,
    users,
    tabs: { Team: people },
  });
}
/** The cell of the Team tab that holds a text. */
function cellOfTeam({ host }: TestDesk, text: string): { value: unknown } {
  const cells = host.state.sheets.find(({ name }) => name === 'Team')?.cells.flat() ?? [];
  const cell = cells.find((one) => one?.value === text);
  if (!cell) throw new Error(`No cell of Team holds ${text}.`);
  return cell;
}
const lineOf = (desk: TestDesk) => call(desk, 'getInstructions').lines[0]!;
const send = (desk: TestDesk, again = false) => {
  const { person, mark } = lineOf(desk);
  return call(desk, 'sendInstructions', { people: [person], marks: [mark], again }).says;
};
const mails = ({ host }: TestDesk) => host.state.mails.filter(({ to }) => String(to).includes('mara@work.example'));

test('a person is told when the last account is ready: missing ones are named before, and leavers are not told', () => {
  const desk = open();
  expect(call(desk, 'getInstructions').lines).toHaveLength(1);
  expect(lineOf(desk)).toMatchObject({
    accounts: 2,
    due: false,
    ready: 0,
    missing: [`not checked yet: ${onResell}, ${onDesk}`],
  });
  expect(call(desk, 'getStartPage').instructions).toBe(0);
  desk.checkAndRun({ scope: { kind: 'rows', rows: [`Users!${onResell}`] } });
  expect(lineOf(desk)).toMatchObject({ due: false, missing: [`not checked yet: ${onDesk}`] });
  desk.checkAndRun();
  expect(lineOf(desk)).toMatchObject({ due: true, missing: [], to: 'mara@work.example' });
  expect(call(desk, 'getStartPage').instructions).toBe(1);
});

test('the start page reads Users once, and tells all the same who can be told', () => {
  const others = Array.from({ length: 300 }, (_none, at) => user(`p${String(at)}@resell.example`));
  const desk = open([user(onResell), user(onDesk), ...others]);
  desk.checkAndRun({ scope: { kind: 'rows', rows: [`Users!${onResell}`, `Users!${onDesk}`] } });
  const { counters, sheets } = desk.host.state;
  const columns = sheets.find(({ name }) => name === 'Users')?.cells[0]?.length ?? 0;
  const before = counters.cellsRead;
  expect(call(desk, 'getStartPage').instructions).toBe(1);
  // What its cells hold, and what they show, with the other tabs and the journal; a second reading would be two more.
  expect(counters.cellsRead - before).toBeLessThan(5 * others.length * columns);
});

test('the mail names all accounts in the person’s language, what each sees, and no password', () => {
  const desk = open();
  desk.checkAndRun();
  call(desk, 'setSecurityGroup', { group: 'Admins-2sv@resell.example' });
  expect(send(desk)).toBe('Sent to 1 person.');
  const [mail] = mails(desk);
  const body = String(mail?.body);
  expect(mail?.subject).toBe('Ihre Konten für die Betreuung unserer Kunden');
  expect(body).toContain(`${onResell} sieht die Kunden von resell.example`);
  expect(body).toContain(`${onDesk} – Rolle: Reseller Admin`);
  expect(body).toContain(`${onResell} ist auf der primären Domain`);
  expect(body).toContain(`${onDesk} ist es nicht: Die primäre Domain ist resell.example`);
  expect(body).toContain('die Gruppe admins-2sv@resell.example');
  expect(desk.handOff()).toHaveLength(2);
  for (const { password } of desk.handOff()) expect(body).not.toContain(password);
});

test('nobody is told twice of the same accounts, unless chosen again; what was seen is what is sent', () => {
  const desk = open();
  desk.checkAndRun();
  const { person, mark } = lineOf(desk);
  send(desk);
  expect(send(desk)).toBe('Sent to 0 people. 1 had them already.');
  expect(mails(desk)).toHaveLength(1);
  expect(lineOf(desk)).toMatchObject({
    due: false,
    told: { by: boss, to: 'mara@work.example', accounts: [onResell, onDesk] },
  });
  expect(send(desk, true)).toBe('Sent to 1 person.');
  expect(mails(desk)).toHaveLength(2);
  cellOfTeam(desk, 'mara@work.example').value = 'eve@else.example';
  expect(() => call(desk, 'sendInstructions', { people: [person], marks: [mark], again: true })).toThrow(
    /not what you saw/,
  );
  expect(desk.host.state.mails.some(({ to }) => String(to).includes('eve@'))).toBe(false);
});

test('a person who was told before the last account was ready is told again of all', () => {
  const desk = open();
  desk.checkAndRun({ scope: { kind: 'rows', rows: [`Users!${onResell}`] } });
  send(desk);
  expect(String(mails(desk)[0]?.body)).toContain(`Es fehlen: ${onDesk}`);
  expect(lineOf(desk)).toMatchObject({ due: false, told: { accounts: [onResell] } });
  desk.checkAndRun();
  expect(lineOf(desk).due).toBe(true);
  send(desk);
  expect(mails(desk)).toHaveLength(2);
});

test('maps hold only accounts without a mailbox, as old,new, by Google account', () => {
  const desk = open([user(onResell, { Licences: 'Business Starter' }), user(onDesk)]);
  desk.check();
  expect(call(desk, 'getPaste')).toMatchObject({
    redirects: [{ account: 'resell.example', maps: [`${onDesk},mara@work.example`], addresses: 1, withMailbox: 1 }],
    without: 0,
  });
  call(desk, 'makeReport', { id: 'mail-redirect' });
  expect(desk.rows('Mail redirect')).toMatchObject([
    { Line: `${onResell},mara@work.example`, Needed: 'only if its mailbox is not read' },
    { Line: `${onDesk},mara@work.example`, Needed: 'yes: no mailbox' },
  ]);
});

test('text of the sheet stays text on the page', () => {
  const [mara = {}] = team;
  const desk = open(
    [user(onResell, { 'First name': '<b>' }), user(onDesk)],
    [{ ...mara, 'First name': '<img src=x>' }],
  );
  const { person, mark } = lineOf(desk);
  call(desk, 'showInstructions', { people: [person], marks: [mark] });
  const page = desk.host.shown.dialogs.at(-1) ?? '';
  expect(page).toContain('&lt;img src=x&gt;');
  expect(page).not.toContain('<img');
});
