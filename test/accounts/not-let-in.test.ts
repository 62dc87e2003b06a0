import { explain } from '../../src/sidebar/server';
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
  expect(said.remedy).toContain('API controls › App access control');
});

test('whoever does not go past Google’s warning is told how, and what else there is', () => {
  const said = explain(clickBy('unverified'));
  expect(said).toMatchObject({ code: 'wire.notVerified', retryable: false });
  expect(said.remedy).toMatch(/Advanced › Go to Seatsheet.*copy of your rows/);
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
