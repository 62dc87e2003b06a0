import { createHash } from 'node:crypto';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { admin, expectSettled, googleOf, hashOf, open, person, statuses, userAt, wait, writesDuring } from './shop';
import { expectAtGoogle, handedOff, placesOf } from './secrets';
import type { TestDesk } from '../sandbox-desk';

/** First passwords: derived, given or reset; handed to one person, and to be found nowhere else. */

const row = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  ...more,
});
const sha1 = createHash('sha1').update('known to nobody here').digest('hex');

const vaults = (desk: TestDesk, who = admin): readonly string[] =>
  Object.keys(desk.host.state.properties.users[who] ?? {}).filter((name) => name.startsWith('vault:'));

describe('a password that Seatsheet makes', () => {
  test('is what Google has, differs from person to person, is changed at sign-in, and stands nowhere', () => {
    const desk = open(['ann', 'bob', 'cec'].map((name) => row(name)));
    desk.checkAndRun();
    const all = desk.handOff();
    expect(all.map(({ email }) => email).sort()).toEqual(['ann@shop.example', 'bob@shop.example', 'cec@shop.example']);
    expect(new Set(all.map(({ password }) => password)).size).toBe(3);
    for (const one of all) {
      expect(one.password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{16}$/);
      expectAtGoogle(desk, one);
      expect(placesOf(desk, one.password)).toEqual([]);
      expect(userAt(desk, one.email)['changePasswordAtNextLogin']).toBe(true);
    }
    expectSettled(desk);
    expect(desk.handOff()).toEqual(all);
  });

  test('is the same when the request was sent twice because its answer was lost', () => {
    const desk = open([row('ann')]);
    desk.check();
    googleOf(desk).control.failNext('directory.users.insert', { status: 503, reason: 'backendError' });
    googleOf(desk).control.failNext('directory.users.insert', { status: 0, applied: true });
    desk.run();
    expectAtGoogle(desk, { email: 'ann@shop.example', password: handedOff(desk, 'ann@shop.example') });
  });
});

describe('a password that somebody gives', () => {
  const clear = 'Gl0ckenturm über Nacht';
  const plain = "=Kirsche'7 <b>&{x}";

  test("in clear text is sent, wiped from its cell and handed off; besides it stands in the giver's own properties only", () => {
    const desk = open([
      row('ann', { Password: 'Schlehe.9.Hecke' }),
      row('bob', { Password: plain, 'Change password at sign-in': 'No' }),
    ]);
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done', 'bob@shop.example': 'Done' });
    for (const [email, password] of [
      ['ann@shop.example', 'Schlehe.9.Hecke'],
      ['bob@shop.example', plain],
    ] as const) {
      expect(desk.row(email)['Password']).toBe('');
      expect(handedOff(desk, email)).toBe(password);
      expectAtGoogle(desk, { email, password });
    }
    expect(placesOf(desk, 'Schlehe.9.Hecke')).toEqual([`user ${admin}`]);
    expect(placesOf(desk, 'Kirsche')).toEqual([`user ${admin}`]);
    expect(userAt(desk, 'bob@shop.example')['changePasswordAtNextLogin']).toBe(false);
    expectSettled(desk);
  });

  test('as a hash is sent with its function, wiped, and kept and handed off by nobody', () => {
    const desk = open([
      row('ann', { Password: `{SHA-1}${sha1}` }),
      row('bob', {
        Password:
          '{crypt}$6$saltsalt$PlGKdZUOhBBKCQxBFUDPGlcvWZCnqu4oH5zUp6FkPMvJ8VjsH5K0gJyGrpm3ar3T7PnAGDA8b5mhVZ6zhuYvv1',
      }),
    ]);
    desk.checkAndRun();
    expect(hashOf(desk, 'ann@shop.example')).toEqual({ function: 'SHA-1', value: sha1 });
    expect(hashOf(desk, 'bob@shop.example')).toMatchObject({ function: 'crypt' });
    expect([
      desk.row('ann@shop.example')['Password'],
      desk.row('bob@shop.example')['Password'],
      desk.handOff(),
    ]).toEqual(['', '', []]);
    expect(placesOf(desk, sha1)).toEqual(['tenant']);
    expectSettled(desk);
  });

  test('for an existing person is a reset, which a second run does not repeat', () => {
    const desk = open(
      [row('ann', { Password: clear.replace('ü', 'u') }), { Email: 'bob@shop.example', Password: `{SHA-1}${sha1}` }],
      {
        users: [
          person('ann@shop.example', 'ann Test', { password: 'before that' }),
          person('bob@shop.example', 'Bob Test'),
        ],
      },
    );
    const plan = desk.check();
    expect(plan.changes).toBe(2);
    expect(desk.row('ann@shop.example')['Details']).toMatch(/set the given password/);
    desk.run();
    expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done', 'bob@shop.example': 'Done' });
    expectAtGoogle(desk, { email: 'ann@shop.example', password: handedOff(desk, 'ann@shop.example') });
    expect(hashOf(desk, 'bob@shop.example')).toEqual({ function: 'SHA-1', value: sha1 });
    expect(userAt(desk, 'ann@shop.example')['changePasswordAtNextLogin']).toBe(true);
    expect(desk.row('ann@shop.example')['Password']).toBe('');
    expectSettled(desk);
  });

  test('and a User ID that is being renamed go together', () => {
    const desk = open([row('ann')]);
    desk.checkAndRun();
    wait(desk);
    desk.type('ann@shop.example', 'Password', 'Nussbaum-4-Tor');
    desk.type('ann@shop.example', 'Email', 'ann.berg@shop.example');
    desk.checkAndRun();
    expectAtGoogle(desk, { email: 'ann.berg@shop.example', password: 'Nussbaum-4-Tor' });
    expect(desk.handOff().map(({ email, password }) => [email, password])).toEqual([
      ['ann.berg@shop.example', 'Nussbaum-4-Tor'],
    ]);
    expectSettled(desk);
  });

  test('that is changed while the run goes on stays in its cell; the one that was used is handed off', () => {
    const desk = open([row('ann', { Password: 'Erster-Versuch-1' }), row('bob')]);
    desk.check();
    desk.host.onEffect = ({ kind, when }) => {
      if (kind === 'google' && when === 'before') desk.type('ann@shop.example', 'Password', 'Zweiter-Versuch-2');
    };
    desk.run();
    desk.host.onEffect = undefined;
    expect(desk.row('ann@shop.example')['Password']).toBe('Zweiter-Versuch-2');
    expectAtGoogle(desk, { email: 'ann@shop.example', password: 'Erster-Versuch-1' });
    expect(handedOff(desk, 'ann@shop.example')).toBe('Erster-Versuch-1');
    desk.checkAndRun();
    expectAtGoogle(desk, { email: 'ann@shop.example', password: 'Zweiter-Versuch-2' });
    expect(handedOff(desk, 'ann@shop.example')).toBe('Zweiter-Versuch-2');
  });

  test('of a row that is not done yet is wiped as soon as it was used', () => {
    const desk = open([row('ann', { Password: 'Wartet-auf-Platz-3', Licences: 'Business Starter' })], {
      subscriptions: [],
    });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Waiting', Password: '' });
    expect(handedOff(desk, 'ann@shop.example')).toBe('Wartet-auf-Platz-3');
  });

  test('that was not used stays where it is', () => {
    const desk = open([row('ann', { Password: 'Bleibt-hier-44', 'Org unit': 'a//b' })]);
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Needs you', Password: 'Bleibt-hier-44' });
  });

  test.each(['kurz', '-', `{SHA-1}${sha1.slice(1)}`, '{rot13}Apfelbaum', 'Ünsinn-99'])(
    'that Google would not take is complained of without being repeated: %s',
    (bad) => {
      const desk = open([row('ann', { Password: bad })]);
      desk.checkAndRun();
      const { Details = '', Status } = desk.row('ann@shop.example');
      expect(Status).toBe('Needs you');
      expect(desk.note('ann@shop.example', 'Password')).toMatch(/^Seatsheet:/);
      if (bad !== '-')
        for (const text of [Details, desk.note('ann@shop.example', 'Password'), JSON.stringify(desk.needs())])
          expect(text).not.toContain(bad);
    },
  );

  test('that Google refuses is said without being repeated', () => {
    const desk = open([row('ann', { Password: 'Allzu-bekannt-5' })]);
    desk.check();
    googleOf(desk).control.failNext('directory.users.insert', {
      status: 400,
      reason: 'invalid',
      message: 'Invalid Password: Allzu-bekannt-5',
    });
    desk.run();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/does not take the password/) as string,
    });
    expect(placesOf(desk, 'Allzu-bekannt-5')).toEqual(['sheets']);
    expect(Object.values(desk.row('ann@shop.example')).filter((text) => text.includes('Allzu-bekannt-5'))).toHaveLength(
      1,
    );
  });
});

describe('handing off', () => {
  test('ends when it is erased: the password is gone, and with the last one the secret', () => {
    const desk = open([row('ann', { Password: 'Gegeben-und-weg-6' }), row('bob')]);
    desk.checkAndRun();
    expect(vaults(desk).length).toBeGreaterThan(0);
    ask(desk.host, 'erasePasswords', { emails: ['ann@shop.example'] });
    expect(desk.handOff().map(({ email }) => email)).toEqual(['bob@shop.example']);
    expect(placesOf(desk, 'Gegeben-und-weg-6')).toEqual([]);
    expect(() => ask(desk.host, 'showPasswords', { emails: ['ann@shop.example'] })).toThrow(
      /No first password of ann@shop\.example waits for you/,
    );
    ask(desk.host, 'erasePasswords', { emails: ['bob@shop.example'] });
    expect([desk.handOff(), vaults(desk)]).toEqual([[], []]);
    expectSettled(desk);
  });

  test('is for the person who made them and for nobody else', () => {
    const desk = open([row('ann'), row('bob', { Password: 'Nicht-fuer-dich-7' })], {
      users: [person('olga@shop.example', 'Olga Dahl', { isAdmin: true })],
    });
    desk.checkAndRun();
    desk.host.become('olga@shop.example');
    expect(ask(desk.host, 'getHandOff')).toEqual([]);
    expect(ask(desk.host, 'getStartPage').handOff).toBe(0);
    for (const email of ['ann@shop.example', 'bob@shop.example'])
      expect(() => ask(desk.host, 'showPasswords', { emails: [email] })).toThrow(ServerSaidNo);
    ask(desk.host, 'erasePasswords', { emails: ['ann@shop.example', 'bob@shop.example'] });
    desk.host.become(admin);
    expect(desk.handOff().map(({ email }) => email)).toEqual(['ann@shop.example', 'bob@shop.example']);
  });

  test('ends by itself after thirty days', () => {
    const desk = open([row('ann')]);
    desk.checkAndRun();
    wait(desk, 31 * 86_400);
    ask(desk.host, 'getStartPage');
    expect([desk.handOff(), vaults(desk)]).toEqual([[], []]);
  });
});

test('a password that is asked for after the check is not set in its name', () => {
  const desk = open([row('ann', { 'Org unit': '/Sales' })], {
    users: [person('ann@shop.example', 'ann Test', { password: 'before that' })],
  });
  desk.check();
  const before = hashOf(desk, 'ann@shop.example');
  desk.type('ann@shop.example', 'Password', 'Nachtraeglich-8');
  expect(writesDuring(desk, () => desk.run()).map(({ op }) => op)).not.toContain('directory.users.update');
  expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Changed since check', Password: 'Nachtraeglich-8' });
  expect(hashOf(desk, 'ann@shop.example')).toEqual(before);
});
