import { createHash } from 'node:crypto';
import { ask } from '../../sandbox/cli/desk';
import { Killed } from '../../sandbox/apps-script/port';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { behind, hashOf, shop, userAt, usersAt, wait } from '../users/shop';

/**
 * Two copies of a sheet on one account, or the sheet and somebody who types in the Admin console: neither claims what
 * the other has made, and whoever hands off a password hands off the right one.
 */

const users = ['ann', 'bob', 'cec'].map((name) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
}));
const tenant = shop();

function twoCopies(): readonly [TestDesk, TestDesk] {
  const first = openDesk({ tenant, users });
  return [first, openDesk({ tenant, users, options: { beside: first } })];
}

/** Everybody who can be handed a password at a desk is handed the one that Google has. */
function expectRightPasswords(desk: TestDesk): void {
  for (const { email, password } of desk.handOff()) {
    const hash = hashOf(desk, email);
    if (!('salt' in hash)) throw new Error(`${email} has a hash that was given.`);
    const sha256 = createHash('sha256').update(`${hash.salt}${password}`, 'utf8').digest('hex');
    expect([email, sha256]).toEqual([email, hash.sha256]);
  }
}

test('two copies that are approved at the same time do not claim each other’s people', () => {
  const [first, second] = twoCopies();
  first.check();
  const { planId } = second.check();
  // While the second one is at work already, the first one makes everybody.
  let requests = 0;
  second.host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' || when !== 'before' || ++requests !== 1) return;
    second.host.onEffect = undefined;
    first.run();
  };
  let progress = ask(second.host, 'startRun', { planId });
  while (progress.more) progress = ask(second.host, 'continueWork');
  expect(usersAt(first)).toHaveLength(1 + users.length);
  expect(first.handOff()).toHaveLength(users.length);
  expect(second.handOff()).toEqual([]);
  expectRightPasswords(first);
  for (const { Status = '', Details = '' } of second.rows())
    expect([Status, Details]).toEqual(['Needs you', expect.stringContaining('created by somebody else')]);
  wait(second);
  second.checkAndRun();
  expect(second.rows().map(({ Status }) => Status)).toEqual(users.map(() => 'Up to date'));
  expect(second.handOff()).toEqual([]);
});

test('people who were made while a run lay dead are not its own', () => {
  const [first, second] = twoCopies();
  first.check();
  const { planId } = second.check();
  second.host.onEffect = ({ kind, when }) => {
    if (kind === 'sheet' && when === 'after') throw new Killed('dead');
  };
  expect(() => ask(second.host, 'startRun', { planId })).toThrow(Killed);
  second.host.onEffect = undefined;
  first.run();
  wait(second, 300);
  let progress = ask(second.host, 'continueWork');
  while (progress.more) progress = ask(second.host, 'continueWork');
  expect(second.handOff()).toEqual([]);
  expect(first.handOff()).toHaveLength(users.length);
  expectRightPasswords(first);
});

test('somebody whom a colleague makes in the Admin console in mid-run is the colleague’s', () => {
  const desk = openDesk({ tenant, users });
  desk.check();
  let done = false;
  desk.host.onEffect = ({ kind, when }) => {
    if (done || kind !== 'google' || when !== 'before') return;
    done = true;
    const body = {
      primaryEmail: 'cec@shop.example',
      name: { givenName: 'cec', familyName: 'Test' },
      password: 'x'.repeat(12),
    };
    behind(desk, ['directory.users.insert', {}, body]);
  };
  desk.run();
  expect(userAt(desk, 'cec@shop.example')).toBeDefined();
  expect(desk.handOff().map(({ email }) => email)).toEqual(['ann@shop.example', 'bob@shop.example']);
  expectRightPasswords(desk);
});

test('a creation whose answer was lost is the row’s own, and its password is right', () => {
  const desk = openDesk({ tenant, users });
  const { planId } = desk.check();
  let creations = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind === 'google' && when === 'after' && ++creations === 2) throw new Killed('dead');
  };
  expect(() => ask(desk.host, 'startRun', { planId })).toThrow(Killed);
  desk.host.onEffect = undefined;
  wait(desk, 300);
  let progress = ask(desk.host, 'continueWork');
  while (progress.more) progress = ask(desk.host, 'continueWork');
  expect(desk.handOff()).toHaveLength(users.length);
  expectRightPasswords(desk);
});
