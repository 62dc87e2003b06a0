import { armCrash } from '../../sandbox/cli/crash';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { cloudIdentity, shop, skusOf, usersAt, writesDuring } from '../users/shop';

/** A tick that is gone on the Team tab: what becomes of the account is asked, and done as it was answered. */

const key = 'Team!mara.lindqvist';
const email = 'mara.lindqvist@second.example';
const mara = {
  'First name': 'Mara',
  'Last name': 'Lindqvist',
  'Work address': 'mara@work.example',
  'User name': 'mara.lindqvist',
  Language: 'English',
  'shop.example': 'TRUE',
  'second.example': 'TRUE',
};

const domains = ['shop.example', 'second.example'].map((domainName, at) => ({
  domainName,
  isPrimary: at === 0,
  verified: true,
}));

/** Both of Mara's accounts were made, and the tick of the second is gone. */
function unticked(more: Parameters<typeof shop>[0] = {}, switches: Tenant['switches'] = {}): TestDesk {
  const tenant = shop({ domains, ...more });
  const desk = openDesk({ tenant, users: [{ Email: '' }], tabs: { Team: [mara] }, options: { switches } });
  desk.checkAndRun();
  desk.type(key, 'second.example', '');
  return desk;
}

const there = (desk: TestDesk) => usersAt(desk).find(({ primaryEmail }) => primaryEmail === email);
const details = (desk: TestDesk): string => desk.row(key)['Details'] ?? '';
const choose = (desk: TestDesk, choice: string) => ask(desk.host, 'answerQuestion', { keys: [key], yes: true, choice });
const arm = (desk: TestDesk): void => {
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
};

test('an unticked domain offers four answers, does nothing until one is given, and takes no fifth', () => {
  const desk = unticked();
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(key)['Status']).toBe('Needs you');
  const [note] = desk.needs();
  expect(note).toMatchObject({ key, cell: expect.stringMatching(/2$/) as string });
  expect(note?.question?.choices?.map(({ says }) => says)).toEqual(['Suspend', 'Archive', 'Delete', 'Leave as it is']);
  expect(() => choose(desk, 'promote')).toThrow(ServerSaidNo);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(there(desk)?.suspended ?? false).toBe(false);
});

test('Suspend is done by checking the answered row alone, with proof and once; ticked again, the person is back', () => {
  const desk = unticked();
  desk.check();
  choose(desk, 'suspend');
  desk.checkAndRun({ scope: { kind: 'rows', rows: [key] } });
  expect(there(desk)?.suspended).toBe(true);
  expect(desk.row(email)).toMatchObject({ State: 'Suspended', Roles: '-' });
  expect(details(desk)).toMatch(/1 of 1 accounts are ready\. second\.example: .*Suspended/);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(key)['Status']).toBe('Up to date');
  desk.type(key, 'second.example', 'TRUE');
  desk.checkAndRun();
  expect(there(desk)?.suspended ?? false).toBe(false);
  desk.type(key, 'second.example', '');
  desk.check();
  expect(desk.row(key)['Status']).toBe('Needs you');
});

test('Archive takes a seat for archived people; without one the row says so, and something else may be chosen', () => {
  const desk = unticked();
  desk.checkAndRun({ choices: { [key]: 'archive' } });
  expect(there(desk)?.archived ?? false).toBe(false);
  expect(desk.row(email)['Status']).toBe('Needs you');
  expect(details(desk)).toContain(`Users!${email}`);
  expect(desk.needs().find((note) => note.key === key)?.question?.given).toBe('archive');
  desk.checkAndRun({ choices: { [key]: 'suspend' } });
  expect(there(desk)?.suspended).toBe(true);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
});

test('Delete has to be armed, and says so before; armed, it is done without another answer', () => {
  const desk = unticked();
  desk.checkAndRun({ choices: { [key]: 'delete' } });
  expect(there(desk)).toBeDefined();
  expect(desk.row(email)['Details']).toContain('Deleting has to be armed.');
  expect(details(desk)).toContain('Deleting has to be armed.');
  arm(desk);
  desk.checkAndRun();
  expect(there(desk)).toBeUndefined();
  expect(desk.row(email)['State']).toBe('Deleted');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(key)['Status']).toBe('Up to date');
});

test.each([
  ['delete', 'assignable'],
  ['delete', 'siteWide'],
  ['suspend', 'assignable'],
] as const)(
  'an account that was to %s and is ticked again (Cloud Identity %s) is whole after one run',
  (choice, mode) => {
    const desk = unticked({}, { cloudIdentityFree: mode });
    arm(desk);
    desk.checkAndRun({ choices: { [key]: choice } });
    expect(desk.row(email)).toMatchObject({ Licences: '-', Status: 'Done' });
    desk.type(key, 'second.example', 'TRUE');
    desk.checkAndRun();
    expect(desk.row(email)).toMatchObject({ Licences: 'Cloud Identity Free', State: 'Active', Status: 'Done' });
    expect(skusOf(desk, email)).toEqual(mode === 'assignable' ? [cloudIdentity] : []);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  },
);

test('Leave as it is keeps account and row out of the roster, and is not asked again until it was ticked in between', () => {
  const desk = unticked();
  expect(writesDuring(desk, () => desk.checkAndRun({ choices: { [key]: 'leave' } }))).toEqual([]);
  desk.type(key, 'Last name', 'Lind');
  desk.checkAndRun();
  expect(desk.row(email)['Last name']).toBe('Lindqvist');
  expect(desk.row('mara.lindqvist@shop.example')['Last name']).toBe('Lind');
  expect(desk.row(key)['Status']).toBe('Up to date');
  expect(details(desk)).toContain(`${email} stays as it is, though second.example is not ticked`);
  desk.type(key, 'second.example', 'TRUE');
  desk.checkAndRun();
  expect(desk.row(email)['Last name']).toBe('Lind');
  desk.type(key, 'second.example', '');
  desk.check();
  expect(desk.row(key)['Status']).toBe('Needs you');
});

test('a yes is the setting for leavers, and a tick that is back before the run undoes the answer', () => {
  const desk = unticked();
  desk.check({ yes: 'all' });
  desk.type(key, 'second.example', 'TRUE');
  expect(writesDuring(desk, () => desk.run())).toEqual([]);
  expect(there(desk)?.suspended ?? false).toBe(false);
  desk.checkAndRun();
  expect(there(desk)?.suspended ?? false).toBe(false);
  expect(desk.row(key)['Status']).toBe('Up to date');
});

test('an execution that dies between answer and end leaves nothing half done, and a second run writes nothing', () => {
  for (const [kind, n, when] of points) {
    const desk = unticked();
    desk.check();
    choose(desk, 'suspend');
    const crash = armCrash(desk.host, { kind, n, when });
    desk.checkAndRun();
    expect([kind, n, crash.happened()]).toEqual([kind, n, true]);
    desk.host.onEffect = undefined;
    desk.checkAndRun();
    expect(there(desk)?.suspended).toBe(true);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key)['Status']).toBe('Up to date');
  }
});

const points = [
  ['sheet', 2, 'after'],
  ['google', 2, 'before'],
] as const;
