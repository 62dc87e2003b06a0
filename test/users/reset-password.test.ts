import { armCrash } from '../../sandbox/cli/crash';
import { admin, googleOf, open, person, statuses, userAt, wait, writesDuring } from './shop';
import { expectAtGoogle, handedOff, placesOf } from './secrets';
import type { TestCheck, TestDesk } from '../sandbox-desk';

/** New passwords for chosen people: made or given, sealed, handed to whoever reset them, and asked about. */

const ana = 'ana@shop.example';
const bob = 'bob@shop.example';
const rows = [
  { Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz' },
  { Email: bob, 'First name': 'Bob', 'Last name': 'Hill', 'Org unit': '/Sales' },
];
const lastSignIn = '2026-05-04T10:00:00.000Z';
const people = [person(ana, 'Ana Ruiz', { lastLoginTime: lastSignIn }), person(bob, 'Bob Hill')];

const chosen = (action: string, ...emails: readonly string[]): TestCheck => ({
  action,
  scope: { kind: 'rows', rows: emails.map((email) => `Users!${email}`) },
});
const shopWith = (): TestDesk => open(rows, { users: people });

describe('reset-password', () => {
  test('gives the chosen person a made password, hands it off, and does nothing else that rows wish', () => {
    const desk = shopWith();
    const plan = desk.check(chosen('reset-password', bob));
    expect(plan.lines.map(({ count, says }) => [count, says])).toEqual([[1, 'reset passwords']]);
    expect(desk.row(bob)['Details']).toBe(`Will reset the password of ${bob} (made).`);
    const wrote = writesDuring(desk, () => desk.run());
    expect(wrote.map(({ op }) => op)).toEqual(['directory.users.update']);
    expect(Object.keys(wrote[0]?.body ?? {}).sort()).toEqual(['changePasswordAtNextLogin', 'password']);
    expect(statuses(desk)).toEqual({ [ana]: '', [bob]: 'Done' });
    expect(desk.row(bob)['Details']).toContain(`Reset the password of ${bob} (made).`);
    expect(desk.handOff().map(({ email }) => email)).toEqual([bob]);
    const password = handedOff(desk, bob);
    expectAtGoogle(desk, { email: bob, password });
    expect(placesOf(desk, password)).toEqual([]);
    expect(userAt(desk, bob)['changePasswordAtNextLogin']).toBe(true);
    expect(userAt(desk, bob).orgUnitPath ?? '/').toBe('/');
    desk.checkAndRun();
    expect(userAt(desk, bob).orgUnitPath).toBe('/Sales');
    expect(handedOff(desk, bob)).toBe(password);
  });

  test('chosen again resets again, and only the latest password waits', () => {
    const desk = shopWith();
    desk.checkAndRun(chosen('reset-password', ana));
    const first = handedOff(desk, ana);
    wait(desk);
    desk.checkAndRun(chosen('reset-password', ana));
    const second = handedOff(desk, ana);
    expect(second).not.toBe(first);
    expect(desk.handOff()).toHaveLength(1);
    expectAtGoogle(desk, { email: ana, password: second });
  });

  test('takes the password of the cell, which is wiped, and keeps it at sign-in where the row says so', () => {
    const desk = shopWith();
    desk.type(ana, 'Password', 'correct horse 7');
    desk.type(ana, 'Change password at sign-in', 'No');
    desk.check(chosen('reset-password', ana));
    expect(desk.row(ana)['Details']).toBe(`Will reset the password of ${ana} (given, to be kept at sign-in).`);
    desk.run();
    expect(desk.row(ana)['Password']).toBe('');
    expect(handedOff(desk, ana)).toBe('correct horse 7');
    expectAtGoogle(desk, { email: ana, password: 'correct horse 7' });
    expect(userAt(desk, ana)['changePasswordAtNextLogin']).toBe(false);
  });

  test('sends the same password again when its answer was lost', () => {
    const desk = shopWith();
    desk.check(chosen('reset-password', ana));
    googleOf(desk).control.failNext('directory.users.update', { status: 0, applied: true });
    desk.run();
    expect(desk.row(ana)['Status']).toBe('Done');
    expectAtGoogle(desk, { email: ana, password: handedOff(desk, ana) });
  });

  test.each([
    ['google', 1, 'before'],
    ['google', 1, 'after'],
    ['property', 3, 'after'],
    ['sheet', 2, 'after'],
  ] as const)('a run that dies at %s:%i (%s) goes on and hands off what Google has', (kind, n, when) => {
    const desk = shopWith();
    desk.check(chosen('reset-password', ana, bob));
    const crash = armCrash(desk.host, { kind, n, when });
    desk.run();
    desk.host.onEffect = undefined;
    expect(crash.happened()).toBe(true);
    expect(statuses(desk)).toEqual({ [ana]: 'Done', [bob]: 'Done' });
    expect(desk.handOff()).toHaveLength(2);
    for (const handed of desk.handOff()) expectAtGoogle(desk, handed);
    expect(desk.row(ana)['Details']).toContain('Reset the password');
  });

  test('asks by name before an administrator’s password is reset, each time', () => {
    const boss = 'boss@shop.example';
    const desk = open([{ Email: boss }], { users: [person(boss, 'Bo Ss', { isAdmin: true })] });
    const yes = { ...chosen('reset-password', boss), yes: 'all' as const };
    for (let time = 0; time < 2; time++) {
      expect(writesDuring(desk, () => desk.checkAndRun(chosen('reset-password', boss)))).toEqual([]);
      expect(desk.row(boss)['Details']).toContain(`${boss} is a super administrator. Really reset the password?`);
      expect(writesDuring(desk, () => desk.checkAndRun(yes))).toHaveLength(1);
      wait(desk);
    }
  });

  test('says of whom is shut out how, for the password serves only afterwards', () => {
    const [ann, sue] = ['ann@shop.example', 'sue@shop.example'];
    const shutOut = [person(ann, 'Ann Ek', { archived: true }), person(sue, 'Sue Oh', { suspended: true })];
    const desk = open([{ Email: ann }, { Email: sue }], { users: shutOut });
    desk.checkAndRun(chosen('reset-password', ann, sue));
    const says = (how: string) => expect.stringContaining(`The account is ${how}: the password serves once`) as string;
    expect([desk.row(ann)['Details'], desk.row(sue)['Details']]).toEqual([says('archived'), says('suspended')]);
  });

  test('is refused for oneself, for nobody, and for a row that was changed since', () => {
    const desk = open([{ Email: admin }, { Email: 'new@shop.example' }, ...rows], { users: people });
    desk.check({ ...chosen('reset-password', admin, 'new@shop.example', ana), yes: 'all' });
    expect(desk.row(admin)['Details']).toContain('This is your own account');
    expect(desk.row('new@shop.example')['Details']).toContain('does not exist yet');
    desk.type(ana, 'Password', 'typed afterwards 1');
    expect(writesDuring(desk, () => desk.run())).toEqual([]);
    expect(desk.row(ana)['Status']).toBe('Changed since check');
    expect(desk.row(ana)['Password']).toBe('typed afterwards 1');
    expect(desk.handOff()).toEqual([]);
  });
});

test('a Password cell of one’s own row resets nothing, whatever is answered, as the action refuses it', () => {
  const desk = open([{ Email: admin, Password: 'correct horse 7' }]);
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(desk.row(admin)).toMatchObject({ Status: 'Needs you', Password: 'correct horse 7' });
  expect(desk.row(admin)['Details']).toMatch(/^This is your own account.* Empty the Password cell\. Change your own/);
  expect(desk.needs()[0]?.question).toBeUndefined();
});

test('re-issue gives a new password to who never signed in, and says of others when they did', () => {
  const desk = shopWith();
  desk.type(ana, 'Password', 'for another time 1');
  desk.checkAndRun(chosen('re-issue', ana, bob));
  expect(statuses(desk)).toEqual({ [ana]: 'Up to date', [bob]: 'Done' });
  expect(desk.row(ana)['Details']).toContain(`${ana} signed in on 2026-05-04 and keeps the password.`);
  expect(desk.row(ana)['Password']).toBe('for another time 1');
  expect(desk.handOff().map(({ email }) => email)).toEqual([bob]);
  expectAtGoogle(desk, { email: bob, password: handedOff(desk, bob) });
});
