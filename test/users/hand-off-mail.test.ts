import { ask } from '../../sandbox/cli/desk';
import { armCrash } from '../../sandbox/cli/crash';
import { sampleOr } from '../sweep';
import { open, person, statuses } from './shop';
import { expectAtGoogle, handedOff, placesOf } from './secrets';
import type { TestCheck, TestDesk } from '../sandbox-desk';

/** Sign-in details by mail: seen whole before, sent once, to where the row says, and erased once they went out. */

const ana = 'ana@shop.example';
const home = 'ana@home.example';
const row = { Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz', 'Send details to': home };
const mailing: TestCheck = { action: 'hand-off', scope: { kind: 'rows', rows: [`Users!${ana}`] } };

function madeWith(more: Readonly<Record<string, string>> = {}, options: Parameters<typeof open>[2] = {}): TestDesk {
  const desk = open([{ ...row, ...more }], {}, options);
  desk.checkAndRun();
  return desk;
}
const mailsOf = (desk: TestDesk) => desk.host.state.mails;

test('the plan shows the whole mail without the password, which stands in the mail alone and is erased then', () => {
  const desk = madeWith();
  const password = handedOff(desk, ana);
  expectAtGoogle(desk, { email: ana, password });
  const plan = desk.check(mailing);
  expect(plan.lines.map(({ count, says }) => [count, says])).toEqual([[1, 'mail sign-in details']]);
  const { writes } = ask(desk.host, 'getPlanLines', { planId: plan.planId, from: 0 });
  const text = writes[0]?.text ?? '';
  expect(text).toContain('Hello Ana Ruiz,');
  expect(text).toContain('https://accounts.google.com');
  expect(text).toContain('Password: [password]');
  expect(mailsOf(desk)).toEqual([]);
  desk.run();
  expect(mailsOf(desk)).toMatchObject([{ to: home, subject: `Your new account ${ana}` }]);
  expect(mailsOf(desk).map(({ body }) => body)).toEqual([text.replace('[password]', password)]);
  expect(placesOf(desk, password)).toEqual(['mails']);
  expect(desk.handOff()).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Done' });
  expect(desk.row(ana)['Details']).toMatch(/^Mailed the sign-in details to ana@home\.example on \d{4}-\d\d-\d\d\.$/);
});

test('once more mails nothing, and says when it went out', () => {
  const desk = madeWith();
  desk.checkAndRun(mailing);
  desk.checkAndRun(mailing);
  expect(mailsOf(desk)).toHaveLength(1);
  expect(desk.row(ana)['Details']).toContain(`The sign-in details went out by mail to ${home} on `);
});

test.each([
  ['Suspended', 'suspended', {}],
  ['Archived', 'archived', { users: [person(ana, 'Ana Ruiz', { archived: true })] }],
] as const)(
  'to somebody who is %s nothing is mailed: the password goes on waiting until the person can sign in',
  (State, says, more) => {
    const desk = open([{ ...row, State }], more);
    desk.checkAndRun(State === 'Archived' ? { ...mailing, action: 'reset-password' } : {});
    desk.checkAndRun(mailing);
    expect(mailsOf(desk)).toEqual([]);
    expect(desk.handOff()).toHaveLength(1);
    expect(desk.row(ana)['Details']).toBe(
      `The account is ${says}, and the person cannot sign in yet: nothing is mailed. The password goes on waiting under Hand-off.`,
    );
  },
);

test('whoever was created suspended gets the mail once the account is active', () => {
  const desk = madeWith({ State: 'Suspended' });
  const password = handedOff(desk, ana);
  desk.type(ana, 'State', 'Active');
  desk.checkAndRun();
  desk.checkAndRun(mailing);
  expect(mailsOf(desk)).toMatchObject([{ to: home, subject: `Your new account ${ana}` }]);
  expect(mailsOf(desk)[0]?.body).toContain(`Password: ${password}`);
});

test('a reset goes out as such, in the language of the row, and keeps a given password out of everything else', () => {
  const desk = open([{ ...row, Language: 'Deutsch', Password: 'Apfel-im-Korb-9' }], {
    users: [person(ana, 'Ana Ruiz')],
  });
  desk.checkAndRun({ ...mailing, action: 'reset-password' });
  desk.checkAndRun(mailing);
  expect(mailsOf(desk)).toMatchObject([{ to: home, subject: `Ein neues Passwort für ${ana}` }]);
  expect(JSON.stringify(mailsOf(desk))).toContain('Passwort: Apfel-im-Korb-9');
  expect(placesOf(desk, 'Apfel-im-Korb-9')).toEqual(['mails']);
});

test.each([
  ['no address', '', /Nobody said where the sign-in details go/],
  ['the mailbox that the password opens', ana, /is the mailbox that the password opens/],
])('nothing is sent to %s', (_, to, says) => {
  const desk = madeWith({ 'Send details to': to });
  desk.checkAndRun(mailing);
  expect(mailsOf(desk)).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Needs you', Details: expect.stringMatching(says) as string });
  expect(desk.handOff()).toHaveLength(1);
});

test('mails that are used up are told by the check, and the first rows come first', () => {
  const bob = 'bob@shop.example';
  const desk = open([row, { ...row, Email: bob, 'First name': 'Bob' }], {}, { switches: { mailQuota: '1' } });
  desk.checkAndRun();
  desk.checkAndRun({ ...mailing, scope: { kind: 'everything' } });
  expect(statuses(desk)).toEqual({ [ana]: 'Done', [bob]: 'Waiting' });
  expect(mailsOf(desk)).toHaveLength(1);
  expect(desk.handOff().map(({ email }) => email)).toEqual([bob]);
});

test('a run that dies anywhere mails once at most; where nobody can tell, a person is asked', () => {
  const seen = new Set<string>();
  for (const kind of ['property', 'sheet'] as const)
    for (const when of ['before', 'after'] as const)
      for (const n of sampleOr([2, 5], [1, 2, 3, 5, 7])) {
        const desk = madeWith();
        const password = handedOff(desk, ana);
        desk.check(mailing);
        const crash = armCrash(desk.host, { kind, n, when });
        desk.run();
        desk.host.onEffect = undefined;
        if (!crash.happened()) break;
        const { Status = '', Details = '' } = desk.row(ana);
        seen.add(Status);
        expect(mailsOf(desk).length).toBeLessThanOrEqual(1);
        if (Status === 'Needs you') {
          expect(Details).toContain('may have gone out');
          expect(handedOff(desk, ana)).toBe(password);
          desk.checkAndRun({ ...mailing, yes: 'all' });
        } else expect(mailsOf(desk)).toHaveLength(1);
        expect(desk.handOff()).toEqual([]);
      }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['Done', 'Needs you']));
});
