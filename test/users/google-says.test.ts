import { ask } from '../../sandbox/cli/desk';
import { behind, expectSettled, googleOf, open, person, statuses, userAt, usersAt, wait, writesDuring } from './shop';
import { someOf } from '../sweep';

/** What Google refuses, and what a row makes of it. */

const ann = { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' };
const full = {
  ...ann,
  Licences: 'Business Standard',
  Roles: 'Groups Admin',
  'Super admin': 'yes',
  Aliases: 'a@shop.example',
};

describe('a person whom Google has only just made', () => {
  test.each([{ userPropagation: '20' }, { userPropagation: '20', staleReads: '10' }])(
    'is waited for: 412 and 404 end no row (%j)',
    (switches) => {
      const desk = open(
        [full, { ...full, Email: 'bob@shop.example', 'First name': 'Bob', Aliases: 'b@shop.example' }],
        {},
        { switches },
      );
      desk.checkAndRun();
      expect(desk.google.refused().filter(({ status }) => status === 412).length).toBeGreaterThan(0);
      expect(
        desk.google.refused('licensing.licenseAssignments.insert').filter(({ status }) => status === 404).length,
      ).toBeGreaterThan(0);
      expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done', 'bob@shop.example': 'Done' });
      wait(desk);
      expectSettled(desk);
    },
  );

  test('and whom it does not finish in two minutes leaves the row to be run again', () => {
    const desk = open([{ ...ann, Aliases: 'a@shop.example' }], {}, { switches: { userPropagation: '400' } });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Details: expect.stringMatching(/not finished creating.*nothing is done twice.*Created the user/) as string,
    });
    expect(desk.row('ann@shop.example')['Status']).toBe('Failed');
    wait(desk, 400);
    expect(writesDuring(desk, () => desk.checkAndRun({ scope: { kind: 'retry' } })).map(({ op }) => op)).toEqual([
      'directory.users.aliases.insert',
    ]);
    expectSettled(desk);
  });
});

describe('an address that Google says is taken', () => {
  const deleted = person('ann@shop.example', 'Ann Former', { deletionTime: '2026-03-02T07:59:00.000Z' });

  test("is a group's", () => {
    const desk = open([ann], { groups: [{ email: 'ann@shop.example', name: 'Friends of Ann' }] });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/address of the group “Friends of Ann”/) as string,
    });
  });

  test("is a deleted user's", () => {
    const desk = open([ann], { deletedUsers: [deleted] }, { switches: { addressReuse: '600' } });
    desk.check();
    ask(desk.host, 'answerQuestion', { keys: ['Users!ann@shop.example'], yes: false });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/still held by a deleted user until 2026-03-22.*Restore/) as string,
    });
    wait(desk, 700);
    desk.checkAndRun();
    expectSettled(desk);
  });

  test("is a personal Google Account's", () => {
    const desk = open([ann], { takenElsewhere: ['ann@shop.example'] });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(
        /in use outside this account.*personal Google Account.*Conflicting accounts/,
      ) as string,
    });
  });

  test.each(['alias', 'user'])("becomes an %s's between check and run", (kind) => {
    const desk = open([ann], { users: [person('olga@shop.example', 'Olga Dahl')] });
    desk.check();
    if (kind === 'alias')
      behind(desk, ['directory.users.aliases.insert', { userKey: 'olga@shop.example' }, { alias: 'ann@shop.example' }]);
    else
      behind(desk, [
        'directory.users.insert',
        {},
        {
          primaryEmail: 'ann@shop.example',
          name: { givenName: 'Andrea', familyName: 'Other' },
          password: 'not from here',
        },
      ]);
    desk.run();
    expect(desk.row('ann@shop.example')['Status']).toMatch(/Needs you|Changed since check/);
    expect(usersAt(desk).map(({ name }) => name?.givenName)).not.toContain('Ann');
    expect(desk.row('ann@shop.example')['Details']).toMatch(
      kind === 'alias' ? /alias of olga@shop\.example/ : /Andrea Other|somebody else/,
    );
  });
});

describe('answers that are lost', () => {
  test.each([{}, { staleReads: '8' }])(
    "make nobody twice: the person is found to be the row's own (%j)",
    (switches: Readonly<Record<string, string>>) => {
      const desk = open([full], {}, { switches });
      desk.check();
      googleOf(desk).control.failNext('directory.users.insert', { status: 0, applied: true });
      desk.run();
      expect(desk.row('ann@shop.example')).toMatchObject({
        Status: 'Done',
        'User ID': userAt(desk, 'ann@shop.example').id,
      });
      expect(usersAt(desk)).toHaveLength(2);
      expect(desk.handOff().map(({ email }) => email)).toEqual(['ann@shop.example']);
      wait(desk);
      expectSettled(desk);
    },
  );

  test('of a change are as good as given', () => {
    const desk = open([{ ...ann, 'Org unit': '/Sales' }], { users: [person('ann@shop.example', 'Ann Old')] });
    desk.check({ samePerson: 'all' });
    googleOf(desk).control.failNext('directory.users.update', {
      status: 409,
      reason: 'duplicate',
      message: 'Entity already exists.',
      applied: true,
    });
    desk.run();
    expect(desk.row('ann@shop.example')['Status']).toBe('Done');
    expect(userAt(desk, 'ann@shop.example')['orgUnitPath']).toBe('/Sales');
    expectSettled(desk);
  });
});

describe('refusals that end a row', () => {
  test('that pass by themselves leave it Failed, those that stay leave it to a person; other rows go on', () => {
    const desk = open(
      ['ann', 'bob', 'cec'].map((name) => ({ Email: `${name}@shop.example`, 'First name': name, 'Last name': 'New' })),
      { users: ['ann', 'bob', 'cec'].map((name) => person(`${name}@shop.example`, `${name} Old`)) },
    );
    desk.check({ samePerson: 'all' });
    const { control } = googleOf(desk);
    control.failNext(
      'directory.users.update',
      { status: 503, reason: 'backendError', message: 'Service unavailable. Please try again' },
      6,
    );
    control.failNext(
      'directory.users.update',
      { status: 403, reason: 'forbidden', message: 'Not Authorized to access this resource/api', after: 0 },
      1,
    );
    desk.run();
    const all = Object.values(statuses(desk));
    expect([...all].sort()).not.toContain('Running');
    expect(all).toContain('Done');
    for (const { Details = '', Status } of desk.rows()) if (Status !== 'Done') expect(Details).toMatch(/\. .*\./);
  });

  test('say that Google itself suspended the person', () => {
    const desk = open(
      [
        { Email: 'ann@shop.example', State: 'Active' },
        { Email: 'bob@shop.example', State: 'Active' },
      ],
      {
        users: [
          person('ann@shop.example', 'Ann Test', { suspended: true, suspensionReason: 'ABUSE' }),
          person('bob@shop.example', 'Bob Test', { suspended: true, suspensionReason: 'ADMIN' }),
        ],
      },
    );
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/suspended by Google itself \(ABUSE\).*Reactivate/) as string,
    });
    expect(desk.row('bob@shop.example')['Status']).toBe('Done');
    expect(userAt(desk, 'bob@shop.example')['suspended']).toBe(false);
  });
});

test.each(someOf([1, 2, 3], 1))(
  'whatever Google throws in between (faults %d), every row ends as wished, once',
  (faults) => {
    const names = ['ann', 'bob', 'cec', 'dan'];
    const desk = open(
      names.map((name) => ({
        Email: `${name}@shop.example`,
        'First name': name,
        'Last name': 'Test',
        'Org unit': '/Sales/North',
        Licences: 'Cloud Identity Free',
        Aliases: `${name}.test@shop.example`,
        Roles: 'Groups Admin',
      })),
      {},
      { faults },
    );
    for (let round = 0; round < 4 && Object.values(statuses(desk)).some((status) => status !== 'Up to date'); round++)
      desk.checkAndRun();
    expect(Object.values(statuses(desk))).toEqual(names.map(() => 'Up to date'));
    expect(usersAt(desk)).toHaveLength(5);
    expect(desk.handOff()).toHaveLength(4);
  },
);
