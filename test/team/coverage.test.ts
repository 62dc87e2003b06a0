import { ask } from '../../sandbox/cli/desk';
import type { CoverageView } from '../../src/job/coverage/wire';
import type { TestDesk } from '../sandbox-desk';
import { googleOf, wait } from '../users/shop';
import { boss, openTeam, pia } from './partner';

/**
 * Who of the support team can work where: on a tab, on a page, and without forgetting what the other account showed.
 */

const report = (desk: TestDesk, id = 'coverage'): string => ask(desk.host, 'makeReport', { id }).says;
const line = (desk: TestDesk, address: string) => desk.rows('Coverage').find(({ Address }) => Address === address);
const covered = (desk: TestDesk) =>
  Object.fromEntries(desk.rows('Coverage').map((row) => [row['Address'], row['Covered']]));

test('every ticked domain of everybody has a line that says what is there, and what is missing', () => {
  const desk = openTeam();
  const wrote = desk.google.writes().length;
  expect(report(desk)).toBe('Coverage: 11 rows on the tab Coverage.');
  expect(covered(desk)).toEqual({
    'mara@cloudpartner.example': 'yes',
    'mara@cloudpartner-eu.example': '2-step is off',
    'mara@northpartner.example': 'not seen yet',
    'noor@cloudpartner.example': 'paid licence Google Workspace Business Starter',
    'jo@cloudpartner.example': 'no role for the portal; never signed in; 2-step is off',
    'emre@cloudpartner.example': 'no account',
    'emre@northpartner.example': 'not seen yet',
    'sam@cloudpartner.example': 'has left, account is active',
    'zoe@cloudpartner.example': 'yes',
    'gil@cloudpartner.example': 'yes',
    'kim@cloudpartner.example': 'left',
  });
  expect(line(desk, 'zoe@cloudpartner.example')).toMatchObject({
    Name: 'Zoë Bell',
    Account: 'exists',
    'Cloud Identity': 'no paid licence',
    Role: 'Legacy Resold Enterprise Support',
    'First sign-in': 'by 2026-01-12',
    '2-step': 'enrolled',
    'In reach': 'yes',
  });
  expect(line(desk, 'gil@cloudpartner.example')).toMatchObject({ Role: 'Reseller Admin (by a group)' });
  expect(line(desk, 'mara@northpartner.example')).toMatchObject({
    Account: 'not seen yet',
    Role: '',
    Seen: '',
    'In reach': 'waits for an administrator of northpartner.example',
  });
  expect(desk.google.writes()).toHaveLength(wrote);
});

test('what the other administrator saw stays with its day, and what is in reach is read anew', () => {
  const desk = openTeam();
  desk.host.become(pia);
  ask(desk.host, 'getStartPage');
  report(desk);
  expect(covered(desk)).toMatchObject({
    'mara@northpartner.example': 'yes',
    'emre@northpartner.example': 'no account',
    'mara@cloudpartner.example': 'not seen yet',
  });
  const day = line(desk, 'mara@northpartner.example')?.['Seen'];
  wait(desk, 3 * 86_400);
  desk.host.become(boss);
  report(desk);
  expect(covered(desk)).toMatchObject({ 'mara@northpartner.example': 'yes', 'mara@cloudpartner.example': 'yes' });
  expect(line(desk, 'mara@northpartner.example')).toMatchObject({
    Account: 'exists',
    Seen: day,
    'In reach': `waits for ${pia}`,
  });
  expect(line(desk, 'mara@cloudpartner.example')?.['Seen']).not.toBe(day);
});

test('the first sign-in is kept though Google tells the last one only', () => {
  const desk = openTeam();
  report(desk);
  expect(line(desk, 'jo@cloudpartner.example')).toMatchObject({ 'First sign-in': 'never', 'Last sign-in': 'never' });
  for (const address of ['mara@cloudpartner.example', 'jo@cloudpartner.example'])
    googleOf(desk).control.signIn(address);
  report(desk);
  const today = line(desk, 'jo@cloudpartner.example')?.['Last sign-in'];
  expect(today).toMatch(/^2026-/);
  expect(line(desk, 'jo@cloudpartner.example')).toMatchObject({ 'First sign-in': `by ${String(today)}` });
  expect(line(desk, 'mara@cloudpartner.example')).toMatchObject({
    'First sign-in': 'by 2026-01-12',
    'Last sign-in': today,
  });
});

test('the page shows the same, keeps it on the tab, and names the rows that clicks lead to', () => {
  const desk = openTeam();
  const view: CoverageView = ask(desk.host, 'getCoverage');
  expect(view.people.map(({ name, row, left }) => [name, row, left])).toContainEqual(['Sam Okafor', 6, true]);
  expect(view.domains).toMatchObject([
    { name: 'cloudpartner.example', waitsFor: '' },
    { name: 'cloudpartner-eu.example', waitsFor: '' },
    { name: 'northpartner.example', waitsFor: 'an administrator of northpartner.example', seen: '' },
  ]);
  const [mara] = view.people;
  expect(mara).toMatchObject({ key: 'Team!mara', workAddress: 'mara@work.example' });
  expect(mara?.cells.map(({ lacks, userRow }) => [lacks, userRow])).toEqual([
    [[], 'Users!mara@cloudpartner.example'],
    [['twoStep'], ''],
    [['waits'], ''],
  ]);
  expect(desk.rows('Coverage')).toHaveLength(11);
  const calls = desk.host.state.counters.documentCalls;
  expect(ask(desk.host, 'getCoverage')).toEqual(view);
  expect(desk.host.state.counters.documentCalls - calls).toBeLessThan(20);
});

test('a roster that names nobody says what to write', () => {
  const desk = openTeam({ Team: 'First name,Last name,User name,cloudpartner.example,Left' });
  expect(() => report(desk)).toThrow('Nobody on the Team tab is ticked for a domain.');
});

test('2-step: the most urgent first, each with who acts; nothing is said to be older than it was seen', () => {
  const desk = openTeam();
  report(desk, 'two-step');
  const rows = desk.rows('2-step');
  expect(rows.map(({ Address, Who, 'Who acts': acts }) => [Address, Who, acts]).slice(0, 4)).toEqual([
    [boss, 'Super administrator', 'The person and you'],
    ['mara@cloudpartner-eu.example', 'Support team', 'The person'],
    ['root@acme.example', 'First administrator', 'The customer'],
    ['jo@cloudpartner.example', 'Support team', 'You'],
  ]);
  expect(rows.map(({ Address }) => Address)).not.toContain('sam@cloudpartner.example');
  const today = rows[0]?.['So at least since'];
  expect(today).toMatch(/^2026-/);
  wait(desk, 5 * 86_400);
  report(desk, 'two-step');
  const [first] = desk.rows('2-step');
  expect(first).toMatchObject({ Enrolled: 'no', 'So at least since': today });
  expect(first?.['Seen']).not.toBe(today);
  expect(ask(desk.host, 'getCoverage').twoStep.customers).toEqual({ on: 0, off: 1, notSeen: 0 });
});
