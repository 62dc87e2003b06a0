import { explain } from '../../src/sidebar/server';
import { ask } from '../../sandbox/cli/desk';
import { errorLanguages, inLanguage } from '../../sandbox/apps-script/languages';
import { cleanUp, newFolder, sandbox, summaryOf, workbook } from '../cli/command';
import { openDesk } from '../sandbox-desk';
import { rita, row, tenant, users } from './two-accounts';

/** Accounts whose organisation blocks the script, or whose people meet Google's warning. */

afterAll(cleanUp);

const where = (appAccess: string) => ({
  ...tenant,
  accounts: tenant.accounts.map((one, at) => (at ? { ...one, switches: { appAccess } } : one)),
});

/** What Google throws at the first click of whoever is not let in. */
function clickBy(appAccess: string): Error {
  const desk = openDesk({ tenant: where(appAccess), users });
  desk.check();
  const before = desk.rows();
  desk.host.become(rita);
  expect(() => desk.host.call('onOpen', [], 'open')).not.toThrow();
  expect(() => desk.host.call('openSidebar', [], 'menu')).toThrow();
  let thrown: unknown;
  try {
    desk.host.call('getStartPage', [], 'sidebar');
  } catch (error) {
    thrown = error;
  }
  expect(desk.rows()).toEqual(before);
  if (!(thrown instanceof Error)) throw new Error('Nothing was thrown.');
  return thrown;
}

test('where the organisation blocks the script, the menu is there, nothing runs, and the sidebar says who can allow it', () => {
  const said = explain(clickBy('blocked'));
  expect(said).toMatchObject({ code: 'wire.appBlocked', retryable: false });
  expect(said.remedy).toContain('trusts internal apps where the spreadsheet is your account’s own');
  expect(said.remedy).toContain('API controls › App access control');
});

test.each(errorLanguages)(
  'in %s, where Google lets nothing run, the sidebar says what may be the cause',
  (language) => {
    const text = inLanguage(language, 'Authorization is required to perform that action.');
    const { code, remedy } = explain(new Error(text));
    if (language === 'en') expect(code).toBe('wire.permission');
    else expect(remedy).toMatch(/allow everything that Google asks for.*private window.*App access control/);
  },
);

test('whoever does not go past Google’s warning is told how, and what else there is', () => {
  const said = explain(clickBy('unverified'));
  expect(said).toMatchObject({ code: 'wire.notVerified', retryable: false });
  expect(said.remedy).toMatch(/Advanced › Go to Seatsheet.*copy of your rows/);
});

test('Readiness says where a script is trusted, as long as a permission is missing', () => {
  const refusedScopes = ['https://www.googleapis.com/auth/apps.licensing'];
  const desk = openDesk({ tenant, users, options: { refusedScopes } });
  const line = ask(desk.host, 'getReadiness').find(({ title }) => title === 'A permission is missing');
  expect(line?.says).toMatch(/app is blocked: .*API controls › App access control.*trusts internal apps/);
});

test('a block that comes after the script was let in is no “not an administrator”', () => {
  const desk = openDesk({ tenant, users: [row('a@shop.example')] });
  const failure = { status: 403, reason: 'admin_policy_enforced', message: 'Access blocked' };
  desk.workspace.control.failNext('directory.users.get', failure, 9);
  expect(() => desk.check()).toThrow(/Your organisation does not let Seatsheet use its data .*App access control/);
});

test('on the command line the run of a blocked administrator stops with Google’s words and touches no row', async () => {
  const people = 'Email,First name,Last name,Status\nb@rival.example,Bo,Lee,\n';
  const out = newFolder();
  const book = workbook({ 'Users.csv': people, 'tenant.json': where('blocked') });
  expect((await sandbox('run', book, '--as', rita, '--out', out)).code).toBe(1);
  expect(summaryOf(out).stopped).toContain('admin_policy_enforced');
  expect(summaryOf(out).requests.writes).toBe(0);
});
