import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import { run } from '../../sandbox/cli/job';
import { sampleOr } from '../sweep';
import type { TestCheck, TestDesk } from '../sandbox-desk';
import { open } from '../users/shop';
import { expectAtGoogle } from '../users/secrets';
import { leaks } from './leaks';

/**
 * Handing off, wherever it dies and whoever looks: a password stands in the mail to its own person, in the dialog with
 * the slips while that is open, and nowhere else.
 */

const names = ['ann', 'bob', 'cec', 'dan', 'eve', 'fay'];
const emailOf = (name: string): string => `${name}@shop.example`;
const rows = names.map((name, at) => ({
  Email: emailOf(name),
  'First name': name,
  'Last name': 'Test',
  'Send details to': `${name}@home.example`,
  ...(at % 2 ? { Password: `Ge&"im'<${name}>+%41\\ 7` } : {}),
}));
const mailing = (...some: readonly string[]): TestCheck => ({
  action: 'hand-off',
  scope: { kind: 'rows', rows: some.map((name) => `Users!${emailOf(name)}`) },
});

function made(): { readonly desk: TestDesk; readonly secrets: Readonly<Record<string, string>> } {
  const desk = open(rows);
  desk.checkAndRun();
  const secrets = Object.fromEntries(desk.handOff().map(({ email, password }) => [email, password]));
  expect(Object.keys(secrets).sort()).toEqual(names.map(emailOf));
  return { desk, secrets };
}

test('by mail, on paper and as a file passwords stand where they are handed on, and nowhere else', () => {
  const { desk, secrets } = made();
  expect(leaks(desk, secrets)).toEqual([]);
  desk.check(mailing('ann', 'bob'));
  expect(leaks(desk, secrets)).toEqual([]);
  desk.run();
  for (const { to, body } of desk.host.state.mails)
    expect(Object.keys(secrets).filter((email) => body.includes(secrets[email] ?? ''))).toEqual([
      to.replace('home', 'shop'),
    ]);
  const inMails = ['ann@shop.example in mails', 'bob@shop.example in mails'];
  expect([...leaks(desk, secrets)].sort()).toEqual(inMails);

  const [cec, dan, eve, fay] = ['cec', 'dan', 'eve', 'fay'].map(emailOf) as [string, string, string, string];
  ask(desk.host, 'showSlips', { emails: [cec, dan] });
  expect(desk.host.shown.dialogs.join()).toContain(secrets[cec]);
  ask(desk.host, 'erasePasswords', { emails: [cec, dan], handedOff: 'slips' });
  expect(ask(desk.host, 'showPasswords', { emails: [eve, fay] })).toHaveLength(2);
  ask(desk.host, 'erasePasswords', { emails: [eve, fay], handedOff: 'csv' });
  expect(ask(desk.host, 'getNotSignedIn')).toHaveLength(names.length);
  expect([...leaks(desk, secrets)].sort()).toEqual(inMails);

  // With the last one the vault itself holds nothing that any of them could be made of.
  ask(desk.host, 'getStartPage');
  const kept = Object.values(desk.host.state.properties.users).flatMap((values) => Object.keys(values));
  expect(kept.filter((name) => /^(?:vault|waits):/.test(name))).toEqual([]);
});

test('a run of mails that dies at any write mails each person once at most, and loses nobody’s password', () => {
  const three = ['ann', 'bob', 'cec'];
  const { desk, secrets } = made();
  const plan = desk.check(mailing(...three));
  const before = { host: desk.host.snapshot(), google: desk.workspace.snapshot() };
  const seen = { asked: 0, tried: 0 };
  for (const kind of ['property', 'sheet'] as const)
    for (const when of ['before', 'after'] as const)
      for (let n = 1; ; n += sampleOr(6, 1)) {
        desk.host.restore(before.host);
        desk.workspace.restore(before.google);
        const crash = armCrash(desk.host, { kind, n, when });
        run(desk, plan, { resume: true });
        desk.host.onEffect = undefined;
        if (!crash.happened()) break;
        seen.tried += 1;
        seen.asked += expectNobodyLost(desk, secrets, three);
      }
  expect(seen.tried).toBeGreaterThan(8);
  expect(seen.asked).toBeGreaterThan(0);
}, 120_000);

/** Everybody was mailed the right password once, or has it still and is asked about. Says how many are asked about. */
function expectNobodyLost(desk: TestDesk, secrets: Readonly<Record<string, string>>, some: readonly string[]): number {
  const waits = new Map(desk.handOff().map(({ email, password }) => [email, password]));
  const asked = some.filter((name) => desk.row(emailOf(name))['Status'] === 'Needs you');
  const sent = new Map(some.map((name) => [name, mailsTo(desk, emailOf(name)).length]));
  for (const email of some.map(emailOf)) {
    const mails = mailsTo(desk, email);
    expect(mails.length).toBeLessThanOrEqual(1);
    if (mails[0]) expect(mails[0].body).toContain(secrets[email]);
    else expect(waits.get(email)).toBe(secrets[email]);
    expectAtGoogle(desk, { email, password: secrets[email] ?? '' });
  }
  desk.checkAndRun({ ...mailing(...some), yes: 'all' });
  for (const name of some)
    expect(mailsTo(desk, emailOf(name)).length).toBe(asked.includes(name) ? (sent.get(name) ?? 0) + 1 : 1);
  expect(desk.handOff().map(({ email }) => email)).toEqual(names.filter((name) => !some.includes(name)).map(emailOf));
  return asked.length;
}

const mailsTo = (desk: TestDesk, email: string) =>
  desk.host.state.mails.filter(({ to }) => to === email.replace('shop', 'home'));
