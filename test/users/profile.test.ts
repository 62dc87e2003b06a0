import { behind, expectSettled, open, person, userAt, writesDuring } from './shop';

/** Columns of the profile, from the cell to Google and back. */

const ana = 'ana@shop.example';
const cells = {
  Title: 'Lead, "Sales"',
  Department: 'Sales',
  'Cost centre': '0042',
  Manager: 'Boss@shop.example',
  'Work phone': '+34 600 111',
  'Mobile phone': '0612 345',
  Address: 'Calle 1, Madrid',
  Building: 'HQ',
  'Employee ID': '007',
  'Secondary email': 'ana@home.example',
};

test('a new person is created with the profile that the row says, and the row is settled', () => {
  const desk = open([{ Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz', ...cells }]);
  desk.checkAndRun();
  expect(userAt(desk, ana)).toMatchObject({
    organizations: [{ type: 'work', primary: true, title: 'Lead, "Sales"', department: 'Sales', costCenter: '0042' }],
    relations: [{ type: 'manager', value: 'boss@shop.example' }],
    phones: [
      { type: 'work', value: '+34 600 111' },
      { type: 'mobile', value: '0612 345' },
    ],
    addresses: [{ type: 'work', formatted: 'Calle 1, Madrid' }],
    locations: [{ type: 'desk', area: 'desk', buildingId: 'HQ' }],
    externalIds: [{ type: 'organization', value: '007' }],
    emails: [{ type: 'home', address: 'ana@home.example' }],
  });
  expectSettled(desk);
});

const there = person(ana, 'Ana Ruiz', {
  organizations: [
    { primary: true, title: 'Old', description: 'Contractor' },
    { type: 'school', name: 'MIT' },
  ],
  phones: [
    { type: 'home', value: '1' },
    { type: 'work', value: '2', primary: true },
  ],
  relations: [{ type: 'assistant', value: 'bo@shop.example' }],
  externalIds: [{ type: 'login_id', value: 'ana' }],
  locations: [{ type: 'desk', area: 'desk', buildingId: 'Old', floorName: '3' }],
  emails: [{ type: 'work', address: 'ana@other.example' }],
  aliases: ['a@shop.example'],
});

test('a row changes one entry of a list and leaves the others, and what they say beside, as they are', () => {
  const desk = open([{ Email: ana, ...cells }], { users: [there] });
  desk.checkAndRun();
  const user = userAt(desk, ana);
  expect(user['organizations']).toEqual([
    { primary: true, title: 'Lead, "Sales"', description: 'Contractor', department: 'Sales', costCenter: '0042' },
    { type: 'school', name: 'MIT' },
  ]);
  expect(user['phones']).toEqual(
    expect.arrayContaining([
      { type: 'home', value: '1' },
      { type: 'work', value: '+34 600 111', primary: true },
      { type: 'mobile', value: '0612 345' },
    ]),
  );
  expect(user['relations']).toContainEqual({ type: 'assistant', value: 'bo@shop.example' });
  expect(user['externalIds']).toContainEqual({ type: 'login_id', value: 'ana' });
  expect(user['locations']).toEqual([{ type: 'desk', area: 'desk', buildingId: 'HQ', floorName: '3' }]);
  expect(user['emails']).toEqual(
    expect.arrayContaining([
      { type: 'work', address: 'ana@other.example' },
      { type: 'home', address: 'ana@home.example' },
    ]),
  );
  const [update] = desk.google.writes('directory.users.update');
  expect(JSON.stringify(update?.body)).not.toMatch(/"address":"\w+@shop\.example"/);
  expectSettled(desk);
});

test('a dash clears an entry and no other, a blank cell nothing', () => {
  const desk = open([{ Email: ana, Title: '-', 'Work phone': '-', Building: '-', Department: '' }], { users: [there] });
  desk.checkAndRun();
  const user = userAt(desk, ana);
  expect(user['organizations']).toContainEqual({ primary: true, description: 'Contractor' });
  expect(user['phones']).toEqual(expect.arrayContaining([{ type: 'home', value: '1' }]));
  expect(JSON.stringify(user['phones'])).not.toContain('"2"');
  expect(user['locations']).toEqual([{ type: 'desk', area: 'desk', floorName: '3' }]);
  expectSettled(desk);
});

test('what was changed at Google since is reported and left', () => {
  const desk = open([{ Email: ana, Title: 'Lead' }], { users: [there] });
  desk.checkAndRun();
  behind(desk, ['directory.users.update', { userKey: ana }, { organizations: [{ primary: true, title: 'Head' }] }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Details']).toContain('Title is “Head” at Google');
});

test('what a spreadsheet has made of a number is not sent, and no manager who is no address', () => {
  const desk = open([{ Email: ana, 'Employee ID': '1.23E+11', Manager: 'the boss' }], { users: [there] });
  desk.checkAndRun();
  expect(desk.note(ana, 'Employee ID')).toContain('Format the cell as plain text');
  expect(desk.note(ana, 'Manager')).toContain('is not an e-mail address');
});

test('set-up makes no column that nobody asked for', () => {
  const desk = open([{ Email: ana, Title: 'Lead' }], { users: [there] });
  const headers = Object.keys(desk.row(ana));
  expect(headers).toContain('Title');
  expect(headers).not.toContain('Department');
});
