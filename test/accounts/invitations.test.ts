import { ask } from '../../sandbox/cli/desk';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { ada, openTwo, rita, statuses, tenant, users } from './two-accounts';

/** Administrators of other accounts are invited by mail. */

const mails = (desk: TestDesk) => desk.host.state.mails;

const write = (desk: TestDesk, email: string, language = 'en') =>
  ask(desk.host, 'writeInvitation', { account: '', email, language });

test('an invitation is read first and sent once, and tells nothing of a row but how many there are and where', () => {
  const desk = openTwo();
  desk.check();
  const { accounts } = ask(desk.host, 'getOtherAdministrators');
  expect(accounts).toMatchObject([{ name: 'rival.example', rows: 1, domains: ['rival.example'], invited: [] }]);
  expect(accounts[0]?.admins.map(({ email }) => email)).toEqual([rita]);
  const { id, subject, text, invitedOn } = write(desk, rita);
  expect(mails(desk)).toEqual([]);
  expect(subject).toBe('rival.example: rows of a spreadsheet wait for you (1)');
  expect(text).toContain('https://docs.google.com/spreadsheets/');
  expect(text).not.toContain('b@rival.example');
  expect(invitedOn).toBe('');
  expect(ask(desk.host, 'sendInvitation', { id }).says).toContain(`Invited ${rita}`);
  expect(mails(desk)).toMatchObject([{ to: rita, subject }]);
  expect(() => ask(desk.host, 'sendInvitation', { id })).toThrow(/sent already/);
  const second = write(desk, rita);
  expect(second.invitedOn).not.toBe('');
  expect(() => ask(desk.host, 'sendInvitation', { id: second.id })).toThrow(/was invited on/);
  ask(desk.host, 'sendInvitation', { id: second.id, again: true });
  expect(mails(desk)).toHaveLength(2);
});

test('there are words in four languages, all with the link and nothing left to fill in', () => {
  const desk = openTwo();
  desk.check();
  const { languages } = ask(desk.host, 'getOtherAdministrators');
  const texts = languages.map(({ language }) => write(desk, rita, language).text);
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) {
    expect(text).toContain('https://docs.google.com/spreadsheets/');
    expect(text).not.toMatch(/\{\w+\}/);
  }
});

test('a wrong address is told: none, a personal one, one’s own account, another one than waits', () => {
  const desk = openTwo();
  desk.check();
  expect(() => write(desk, 'rita')).toThrow(/not an e-mail address/);
  expect(() => write(desk, 'rita.val@gmail.com')).toThrow(/personal address/);
  expect(() => write(desk, 'bob@shop.example')).toThrow(/of your own account, shop.example/);
  expect(() => write(desk, 'kim@nobody.example')).toThrow(/No row waits for kim@nobody.example/);
  const asked = { account: 'rival.example', email: 'kim@nobody.example', language: 'en' };
  expect(() => ask(desk.host, 'writeInvitation', asked)).toThrow(/nobody.example is no domain of rival.example/);
  expect(mails(desk)).toEqual([]);
});

test('rows on a domain that nobody knows wait once somebody was invited by their domain', () => {
  const desk = openTwo();
  desk.check();
  expect(statuses(desk)[2]).toBe('Needs you');
  const { id } = write(desk, 'root@rival.test');
  ask(desk.host, 'sendInvitation', { id });
  desk.check();
  expect(desk.row('c@rival.test')).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('Waits for root@rival.test') as string,
  });
  expect(ask(desk.host, 'getOtherAdministrators').accounts.map(({ name, rows }) => [name, rows])).toEqual([
    ['rival.example', 1],
    ['rival.test', 1],
  ]);
});

test('a reseller, who can tell that a domain is somebody’s, is told whom the rows wait for all the same', () => {
  const reseller = { ...tenant, accounts: tenant.accounts.map((one, at) => (at ? one : { ...one, reseller: true })) };
  const desk = openDesk({ tenant: reseller, users });
  desk.check();
  expect(desk.row('b@rival.example')['Details']).toContain('rival.example is out of reach');
  const { id } = write(desk, rita);
  ask(desk.host, 'sendInvitation', { id });
  desk.check();
  expect(desk.row('b@rival.example')['Details']).toContain(`Waits for ${rita}`);
});

test('a day without mails left sends none, and says so', () => {
  const desk = openTwo({ options: { switches: { mailQuota: '0' } } });
  desk.check();
  const { id } = write(desk, rita);
  expect(() => ask(desk.host, 'sendInvitation', { id })).toThrow(/Today’s mails are used up/);
  expect(mails(desk)).toEqual([]);
  expect(ask(desk.host, 'getOtherAdministrators').accounts[0]?.invited).toEqual([]);
  expect(desk.host.state.properties.users[ada]).toBeDefined();
});
