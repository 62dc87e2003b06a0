import { openDesk, type TestDesk } from '../sandbox-desk';
import { person, shop, writesDuring } from '../users/shop';

/** The Team tab: a roster of staff whose accounts are rows of Users. */

type Row = Readonly<Record<string, string>>;

const mara: Row = {
  'First name': 'Mara',
  'Last name': 'Lindqvist',
  'Work address': 'mara@work.example',
  'User name': 'mara.lindqvist',
  'Org unit': '/',
  Language: 'English',
  'shop.example': 'TRUE',
  'second.example': '',
  Left: '',
};

const domains = ['shop.example', 'second.example'].map((domainName, at) => ({
  domainName,
  isPrimary: at === 0,
  verified: true,
}));

function desked(team: readonly Row[], users: readonly ReturnType<typeof person>[] = []): TestDesk {
  return openDesk({ tenant: shop({ users, domains }), users: [{ Email: '' }], tabs: { Team: team } });
}

const at = 'mara.lindqvist@shop.example';
const details = (desk: TestDesk): string => desk.row('Team!mara.lindqvist')['Details'] ?? '';
const there = (desk: TestDesk, email = at) =>
  desk.tenant().accounts[0]?.users?.find(({ primaryEmail }) => primaryEmail === email);

test('a check adds the row of each ticked domain, a run makes the accounts, and a second run writes nothing', () => {
  const desk = desked([{ ...mara, 'second.example': 'x' }]);
  const plan = desk.check();
  expect(plan.added).toBe(2);
  expect(desk.row(at)).toMatchObject({
    From: 'Team',
    'First name': 'Mara',
    Licences: 'Cloud Identity Free',
    'Send details to': 'mara@work.example',
  });
  desk.run();
  expect(there(desk)).toBeDefined();
  expect(there(desk, 'mara.lindqvist@second.example')).toBeDefined();
  expect(desk.row('Team!mara.lindqvist')).toMatchObject({ Status: 'Up to date' });
  expect(details(desk)).toContain('2 of 2 accounts are ready');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.check().added).toBeUndefined();
  expect(desk.row('Team!mara.lindqvist')).toMatchObject({ Status: 'Up to date' });
});

test('a user name is proposed from names with accents, and a number follows where somebody else has the address', () => {
  const taken = person('zoe.obrien@shop.example', 'Zora Obrien');
  const desk = desked([{ ...mara, 'First name': 'Zoë', 'Last name': 'O’Brien', 'User name': '' }], [taken]);
  desk.checkAndRun();
  expect(desk.rows('Team')[0]).toMatchObject({ 'User name': 'zoe.obrien', Status: 'Up to date' });
  expect(there(desk, 'zoe.obrien2@shop.example')?.name?.givenName).toBe('Zoë');
});

test('rows follow the roster, and what a person typed on Users stays and is told', () => {
  const desk = desked([mara]);
  desk.checkAndRun();
  desk.type('Team!mara.lindqvist', 'Work address', 'new@work.example');
  desk.type(at, 'Last name', 'Berg');
  desk.type('Team!mara.lindqvist', 'Last name', 'Lind');
  desk.checkAndRun();
  expect(desk.row(at)).toMatchObject({ 'Send details to': 'new@work.example', 'Last name': 'Berg' });
  expect(details(desk)).toContain('Last name of mara.lindqvist@shop.example stays as it was typed on Users.');
});

test('Left suspends and signs out on every domain with proof, once; cleared, the person is back', () => {
  const desk = desked([mara]);
  desk.checkAndRun();
  desk.type('Team!mara.lindqvist', 'Left', 'TRUE');
  desk.checkAndRun();
  expect(there(desk)?.suspended).toBe(true);
  expect(desk.google.writes('directory.users.signOut')).toHaveLength(1);
  expect(details(desk)).toMatch(/Left\. shop\.example: .*Suspended/);
  expect(desk.row(at)).toMatchObject({ State: 'Suspended', Roles: '-' });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk)).toMatch(/Left\. shop\.example: .*Suspended/);
  desk.type('Team!mara.lindqvist', 'Left', '');
  desk.checkAndRun();
  expect(there(desk)?.suspended ?? false).toBe(false);
  expect(desk.row('Team!mara.lindqvist')).toMatchObject({ Status: 'Up to date' });
});

test('a tick that is gone does nothing until somebody answers; a yes is the setting for leavers', () => {
  const desk = desked([mara]);
  desk.checkAndRun();
  desk.type('Team!mara.lindqvist', 'shop.example', '');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('Team!mara.lindqvist')).toMatchObject({ Status: 'Needs you' });
  desk.checkAndRun({ yes: 'all' });
  expect(there(desk)?.suspended).toBe(true);
});

test('two people of one user name, and a domain of nobody, are told; the others go on', () => {
  const desk = desked([
    { ...mara, 'nobody.example': 'yes' },
    { ...mara, 'First name': 'Marten', 'Work address': 'marten@work.example' },
  ]);
  desk.checkAndRun();
  expect(desk.row('Team!mara.lindqvist')).toMatchObject({ Status: 'Waiting' });
  expect(details(desk)).toContain('1 of 2 accounts so far. nobody.example is unconfirmed: no account');
  expect(desk.row('Team!mara.lindqvist#2')['Details']).toContain('This user name stands on row 2 too');
  expect(there(desk)).toBeDefined();
});
