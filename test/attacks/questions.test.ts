import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { account, admin, open, person, userAt, wait, writesDuring } from '../users/shop';
import { rewrite } from './sheet';

/** What only a person can know is asked before anything is changed, and only somebody who could run the row answers. */

const boss = person('ceo@shop.example', 'Carla Ruiz');
const bob = { Email: 'bob@shop.example', 'First name': 'Carla', 'Last name': 'Ruiz', 'User ID': '' };

/** A desk whose row holds the User ID of somebody else, as a person has typed it. */
function withTypedId(row: Readonly<Record<string, string>> = bob): TestDesk {
  const desk = open([row], { users: [boss] });
  desk.type(row['Email'] ?? '', 'User ID', userAt(desk, 'ceo@shop.example').id ?? '');
  return desk;
}

describe('a User ID that somebody typed', () => {
  test('of somebody at another address is asked about: nobody is renamed by it', () => {
    const desk = withTypedId();
    expect(desk.check().rows).toBe(0);
    expect(desk.row('bob@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('is that of ceo@shop.example (“Carla Ruiz”)') as string,
    });
    expect(desk.needs()[0]?.question).toMatchObject({ kind: 'userId', about: { email: 'ceo@shop.example' } });
  });

  test('is taken for the row’s own after a yes, and refused after a no', () => {
    const yes = withTypedId();
    yes.checkAndRun({ samePerson: 'all' });
    expect(userAt(yes, 'bob@shop.example').name).toMatchObject({ givenName: 'Carla' });

    const no = withTypedId();
    no.check();
    ask(no.host, 'answerQuestion', { keys: ['Users!bob@shop.example'], yes: false });
    expect(no.check().rows).toBe(0);
    expect(no.row('bob@shop.example')['Details']).toMatch(/who is not meant.*Clear the User ID cell/);
  });

  test('of a namesake at the row’s own address is asked about as any namesake is', () => {
    const desk = withTypedId({ ...bob, Email: 'ceo@shop.example', 'First name': 'Carl' });
    expect(desk.check().rows).toBe(0);
    expect(desk.row('ceo@shop.example')['Details']).toMatch(/Same person\?/);
  });

  test('that Seatsheet wrote is not asked about: a changed address is a rename', () => {
    const desk = open([{ ...bob, Email: 'ceo@shop.example' }], { users: [boss] });
    desk.checkAndRun();
    wait(desk);
    desk.type('ceo@shop.example', 'Email', 'carla@shop.example');
    desk.checkAndRun();
    expect(desk.row('carla@shop.example')['Status']).toBe('Done');
  });
});

describe('an administrator’s account', () => {
  const chief = person('chief@shop.example', 'Chi Ef', { isAdmin: true });
  const row = { Email: 'chief@shop.example', 'First name': 'Chi', 'Last name': 'Ef', Password: '', State: '' };

  test.each([
    [
      'reset',
      'Password',
      'A new password 1',
      /chief@shop\.example is a super administrator\. Really reset the password\?/,
    ],
    [
      'renamed',
      'Email',
      'else@shop.example',
      /is a super administrator\. Really rename the account to else@shop\.example/,
    ],
  ])('is %s only after a second yes by name', (...[, header, text, asks]) => {
    const desk = open([row], { users: [chief] });
    desk.checkAndRun();
    wait(desk);
    desk.type('chief@shop.example', header, text);
    const key = header === 'Email' ? text : 'chief@shop.example';
    expect(desk.check().rows).toBe(0);
    expect(desk.row(key)).toMatchObject({ Status: 'Needs you', Details: expect.stringMatching(asks) as string });
    expect(writesDuring(desk, () => desk.checkAndRun({ samePerson: 'all' }))).toEqual([]);
    expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' })).map(({ op }) => op)).toEqual([
      'directory.users.update',
    ]);
  });

  test('that gets another deed than the one that was allowed is asked about again', () => {
    const desk = open([row], { users: [chief] });
    desk.checkAndRun();
    wait(desk);
    desk.type('chief@shop.example', 'Password', 'A new password 1');
    desk.check({ yes: 'all' });
    desk.type('chief@shop.example', 'Email', 'else@shop.example');
    expect(desk.check().rows).toBe(0);
    expect(desk.row('else@shop.example')['Details']).toMatch(/rename the account to else@shop\.example and reset/);
  });

  test('is given a phone number without a question', () => {
    const desk = open([{ ...row, 'Recovery phone': '+4930123456' }], { users: [chief] });
    expect(desk.check().rows).toBe(1);
  });
});

describe('an answer', () => {
  const tenant = {
    signedInAs: admin,
    accounts: [
      account({
        users: [person('plain@shop.example', 'Pla In'), person('bo@shop.example', 'Bo Chen', { isAdmin: true }), boss],
      }),
      {
        customer: { id: 'C0rival1', customerDomain: 'rival.example' },
        users: [person('rita@rival.example', 'Rita Val', { isAdmin: true })],
      },
    ],
  };
  const rows = [{ Email: 'ceo@shop.example', 'First name': 'Someone', 'Last name': 'Else' }];
  const keys = ['Users!ceo@shop.example'];

  test.each(['plain@shop.example', 'rita@rival.example', 'somebody@gmail.example'])('of %s counts nothing', (who) => {
    const desk = openDesk({ tenant, users: rows });
    desk.check();
    desk.host.become(who);
    expect(() => ask(desk.host, 'answerQuestion', { keys, yes: true })).toThrow(ServerSaidNo);
    desk.host.become(admin);
    expect(desk.check().rows).toBe(0);
  });

  test('of another administrator who could run the row counts, and carries that name', () => {
    const desk = openDesk({ tenant, users: rows });
    desk.check();
    desk.host.become('bo@shop.example');
    ask(desk.host, 'answerQuestion', { keys, yes: true });
    const memory = desk.rows('Journal').find(({ Key }) => Key === keys[0])?.['Memory'] ?? '';
    expect(JSON.parse(memory)).toMatchObject({ answers: [{ kind: 'samePerson', yes: true, by: 'bo@shop.example' }] });
    desk.host.become(admin);
    expect(desk.check().rows).toBe(1);
  });

  test('that somebody wrote into the Journal counts nothing', () => {
    const desk = openDesk({ tenant, users: rows });
    desk.check();
    const answers = [{ kind: 'samePerson', about: { name: 'Carla Ruiz' }, yes: true, by: admin }];
    rewrite(desk, 'Users!ceo@shop.example', { Memory: JSON.stringify({ answers }) });
    expect(desk.check().rows).toBe(0);
  });
});
