import {
  behind,
  copyRow,
  wait,
  cloudIdentity,
  businessStandard,
  expectSettled,
  hashOf,
  open,
  orgUnitsAt,
  person,
  rolesOf,
  skusOf,
  statuses,
  userAt,
  usersAt,
  writesDuring,
} from './shop';

/** What a row of the Users tab wishes, and what becomes of it at Google. */

const full = {
  Email: 'Ana.Ruiz@shop.example',
  'First name': 'Ana',
  'Last name': 'Ruíz',
  'Org unit': '/Sales/North',
  Licences: 'Business Standard',
  Roles: 'Groups Admin',
  'Super admin': 'yes',
  Aliases: 'ana@shop.example; a.ruiz@shop.example',
  State: 'Active',
  Language: 'Spanish',
  'Recovery email': 'ana@home.example',
  'Recovery phone': '+34 600 111 222',
  'Change password at sign-in': 'No',
};

describe('a new person', () => {
  test('is created with everything that the row says, and left alone from then on', () => {
    const desk = open([full]);
    desk.checkAndRun();
    expect(desk.row('ana.ruiz@shop.example')).toMatchObject({
      Status: 'Done',
      'User ID': userAt(desk, 'ana.ruiz@shop.example').id,
    });
    expect(userAt(desk, 'ana.ruiz@shop.example')).toMatchObject({
      name: { givenName: 'Ana', familyName: 'Ruíz' },
      orgUnitPath: '/Sales/North',
      isAdmin: true,
      suspended: false,
      aliases: ['ana@shop.example', 'a.ruiz@shop.example'],
      languages: [{ languageCode: 'es', preference: 'preferred' }],
      recoveryEmail: 'ana@home.example',
      recoveryPhone: '+34600111222',
      changePasswordAtNextLogin: false,
    });
    expect(skusOf(desk, 'ana.ruiz@shop.example')).toEqual([businessStandard]);
    expect(rolesOf(desk, 'ana.ruiz@shop.example')).toEqual(['_GROUPS_ADMIN_ROLE']);
    expect(orgUnitsAt(desk)).toEqual(['/Sales', '/Sales/North']);
    expectSettled(desk);
  });

  test('needs both names, which an existing person does not', () => {
    const desk = open(
      [
        { Email: 'new@shop.example', 'First name': 'Nora', 'Last name': '' },
        { Email: 'old@shop.example', Licences: 'Business Standard' },
      ],
      { users: [person('old@shop.example', 'Olga Dahl')] },
    );
    desk.checkAndRun();
    expect(desk.row('new@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('needs a first name and a last name') as string,
    });
    expect(desk.row('old@shop.example')).toMatchObject({ Status: 'Done' });
    expect(skusOf(desk, 'old@shop.example')).toEqual([businessStandard]);
    expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).not.toContain('new@shop.example');
    expectSettled(desk, ['old@shop.example']);
  });
});

describe('an existing person', () => {
  const olga = person('olga@shop.example', 'Olga Dahl', {
    orgUnitPath: '/Office',
    languages: [{ languageCode: 'nb', preference: 'preferred' }],
    recoveryEmail: 'olga@home.example',
    recoveryPhone: '+4722334455',
    aliases: ['od@shop.example'],
    isAdmin: true,
  });
  const office = {
    users: [olga],
    orgUnits: [{ orgUnitPath: '/Office' }],
    licences: [{ userId: 'olga@shop.example', productId: 'Google-Apps', skuId: businessStandard }],
    roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: 'olga@shop.example' }],
  };

  test('keeps whatever the row leaves blank', () => {
    const desk = open(
      [{ ...Object.fromEntries(Object.keys(full).map((header) => [header, ''])), Email: 'olga@shop.example' }],
      office,
    );
    const before = userAt(desk, 'olga@shop.example');
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('olga@shop.example')).toMatchObject({ Status: 'Up to date', 'User ID': before.id });
    expect(userAt(desk, 'olga@shop.example')).toEqual(before);
  });

  test('loses what a - clears, but no licence, role or alias: those are only pointed out', () => {
    const desk = open(
      [
        {
          Email: 'olga@shop.example',
          'Recovery email': '-',
          'Recovery phone': '–',
          Licences: '-',
          Roles: '-',
          Aliases: '-',
        },
      ],
      office,
    );
    desk.checkAndRun();
    expect(desk.row('olga@shop.example')).toMatchObject({ Status: 'Done' });
    const after = userAt(desk, 'olga@shop.example');
    expect([after['recoveryEmail'], after['recoveryPhone']]).toEqual([undefined, undefined]);
    expect([after['aliases'], skusOf(desk, 'olga@shop.example'), rolesOf(desk, 'olga@shop.example')]).toEqual([
      ['od@shop.example'],
      [businessStandard],
      ['_GROUPS_ADMIN_ROLE'],
    ]);
    const { Details = '' } = desk.row('olga@shop.example');
    for (const pointed of [/Business Standard/, /Groups Admin/, /od@shop\.example/]) expect(Details).toMatch(pointed);
    expectSettled(desk);
  });

  test("is adopted where the names agree but for accents, case and order, and takes the row's spelling", () => {
    const desk = open(
      [
        { Email: 'jose@shop.example', 'First name': 'josé', 'Last name': 'GARCÍA', Licences: 'Business Standard' },
        { Email: 'yamada@shop.example', 'First name': '太郎', 'Last name': '山田', Licences: 'Business Standard' },
      ],
      { users: [person('jose@shop.example', 'Garcia Jose'), person('yamada@shop.example', '山田 太郎')] },
    );
    const wrote = writesDuring(desk, () => desk.checkAndRun());
    expect(statuses(desk)).toEqual({ 'jose@shop.example': 'Done', 'yamada@shop.example': 'Done' });
    expect(wrote.filter(({ op }) => op === 'directory.users.insert')).toEqual([]);
    expect(userAt(desk, 'jose@shop.example').name).toMatchObject({ givenName: 'josé', familyName: 'GARCÍA' });
    expectSettled(desk);
  });

  test('under another name is asked about, and changed only when a person says yes', () => {
    const desk = open(
      [
        { Email: 'kim@shop.example', 'First name': 'Kim', 'Last name': 'Lee', 'Org unit': '/Sales' },
        { Email: 'max@shop.example', 'First name': 'Max', 'Last name': 'Berg' },
      ],
      { users: [person('kim@shop.example', 'Joon Park'), person('max@shop.example', 'Maxine Holm')] },
    );
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    const asked = desk.needs();
    expect(asked.map(({ key, question, cell }) => [key, question?.about.name, cell])).toEqual([
      ['Users!kim@shop.example', 'Joon Park', 'A2'],
      ['Users!max@shop.example', 'Maxine Holm', 'A3'],
    ]);
    expect(desk.row('kim@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('Same person?') as string,
    });

    desk.host.call('answerQuestion', [{ keys: ['Users!max@shop.example'], yes: false }]);
    desk.checkAndRun({ samePerson: ['Users!kim@shop.example'] });
    expect(statuses(desk)).toEqual({ 'kim@shop.example': 'Done', 'max@shop.example': 'Needs you' });
    expect(userAt(desk, 'kim@shop.example')).toMatchObject({
      name: { givenName: 'Kim', familyName: 'Lee' },
      orgUnitPath: '/Sales',
    });
    expect(userAt(desk, 'max@shop.example').name).toMatchObject({ givenName: 'Maxine', familyName: 'Holm' });
    expect(desk.row('max@shop.example')['Details']).toMatch(/belongs to another person.*Choose another address/);
    expectSettled(desk, ['kim@shop.example']);
  });

  test('is asked about again when somebody else has the address by the time the answer is used', () => {
    const desk = open([{ Email: 'kim@shop.example', 'First name': 'Kim', 'Last name': 'Lee' }], {
      users: [person('kim@shop.example', 'Joon Park')],
    });
    desk.check();
    behind(desk, [
      'directory.users.update',
      { userKey: 'kim@shop.example' },
      { name: { givenName: 'Vera', familyName: 'Stein' } },
    ]);
    desk.host.call('answerQuestion', [{ keys: ['Users!kim@shop.example'], yes: true }]);
    desk.check();
    expect(desk.needs()[0]).toMatchObject({ question: { about: { name: 'Vera Stein' } } });
    expect(desk.row('kim@shop.example')['Status']).toBe('Needs you');
  });
});

describe('a new address on a row with a User ID', () => {
  const row = {
    Email: 'ana@shop.example',
    'First name': 'Ana',
    'Last name': 'Ruiz',
    Licences: 'Cloud Identity Free',
    Aliases: 'ar@shop.example',
    Roles: 'Groups Admin',
  };

  test('renames the person: one account, with licences, roles and aliases, the old address among them', () => {
    const desk = open([row]);
    desk.checkAndRun();
    const { id } = userAt(desk, 'ana@shop.example');
    desk.type('ana@shop.example', 'Email', 'ana.sanz@shop.example');
    desk.type('ana.sanz@shop.example', 'Last name', 'Sanz');
    const wrote = writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }));
    expect(wrote.map(({ op }) => op)).toEqual(['directory.users.update']);
    expect(desk.row('ana.sanz@shop.example')).toMatchObject({ Status: 'Done', 'User ID': id });
    expect(userAt(desk, 'ana.sanz@shop.example')).toMatchObject({
      id,
      name: { familyName: 'Sanz' },
      aliases: ['ar@shop.example', 'ana@shop.example'],
    });
    expect([skusOf(desk, 'ana.sanz@shop.example'), rolesOf(desk, 'ana.sanz@shop.example')]).toEqual([
      [cloudIdentity],
      ['_GROUPS_ADMIN_ROLE'],
    ]);
    expect(usersAt(desk)).toHaveLength(2);
    expectSettled(desk);
  });

  test('renames and gives a licence and takes an automatic one in the same run', () => {
    const desk = open([{ ...row, Licences: '' }]);
    desk.checkAndRun();
    wait(desk);
    behind(desk, [
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: businessStandard },
      { userId: 'ana@shop.example' },
    ]);
    desk.type('ana@shop.example', 'Email', 'ana.sanz@shop.example');
    desk.type('ana.sanz@shop.example', 'Licences', 'Cloud Identity Free');
    desk.checkAndRun({ yes: 'all' });
    expect(desk.row('ana.sanz@shop.example')).toMatchObject({ Status: 'Done' });
    expect(skusOf(desk, 'ana.sanz@shop.example')).toEqual([cloudIdentity]);
    expectSettled(desk);
  });

  test('to an address that somebody else has is refused by name, and changes nothing', () => {
    const desk = open([row], {
      users: [person('bo@shop.example', 'Bo Chen', { aliases: ['chen@shop.example'] })],
      groups: [{ email: 'team@shop.example', name: 'Team' }],
    });
    desk.checkAndRun();
    let email = 'ana@shop.example';
    for (const [address, says] of [
      ['bo@shop.example', /bo@shop\.example is the address of another user/],
      ['chen@shop.example', /is an alias of bo@shop\.example/],
      ['team@shop.example', /is the address of the group “Team”/],
    ] as const) {
      desk.type(email, 'Email', address);
      email = address;
      expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
      expect(desk.row(address)).toMatchObject({ Status: 'Needs you', Details: expect.stringMatching(says) as string });
    }
    expect(userAt(desk, 'ana@shop.example')).toMatchObject({ name: { givenName: 'Ana' } });
  });

  test("lets a new person have the old row's address only once it is free, and never takes one for the other", () => {
    const desk = open([row]);
    desk.checkAndRun();
    const { id } = userAt(desk, 'ana@shop.example');
    const hash = hashOf(desk, 'ana@shop.example');
    desk.type('ana@shop.example', 'Email', 'ana.sanz@shop.example');
    desk.host.edit.paste('Users', [3, 1], [['ana@shop.example', 'Ana', 'Novak']]);
    desk.checkAndRun({ yes: 'all' });
    expect(userAt(desk, 'ana.sanz@shop.example')).toMatchObject({
      id,
      name: { familyName: 'Ruiz' },
      passwordHash: hash,
    });
    expect(desk.row('ana.sanz@shop.example')['Status']).toBe('Done');
    expect(desk.row('ana@shop.example')['Status']).toBe('Needs you');
    expect(usersAt(desk)).toHaveLength(2);
  });
});

describe('rows that mean the same person', () => {
  const row = { Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz' };

  test('a second row of an address is stopped, and says which row is worked on', () => {
    const desk = open([row, { ...row, Email: ' ANA@shop.example', 'Org unit': '/Sales' }]);
    desk.checkAndRun();
    expect(desk.rows().map(({ Status }) => Status)).toEqual(['Done', 'Needs you']);
    expect(desk.rows()[1]?.['Details']).toMatch(/stands on row 2 too/);
    expect(orgUnitsAt(desk)).toEqual([]);
  });

  test('a second row above the one that has the User ID is the one that is stopped', () => {
    const desk = open([row]);
    desk.checkAndRun();
    desk.host.edit.insertRows('Users', 2);
    desk.host.edit.paste('Users', [2, 1], [['ana@shop.example', 'Anna', 'Rossi', '/Sales']]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.rows().map(({ Status }) => Status)).toEqual(['Needs you', 'Up to date']);
  });

  test.each([
    ['below', 3],
    ['above', 2],
  ])('a copy %s the row, User ID and all, with another address is stopped and renames nobody', (_, at) => {
    const desk = open([row]);
    desk.checkAndRun();
    const { id } = userAt(desk, 'ana@shop.example');
    copyRow(desk, { from: 2, to: at, change: { Email: 'bea@shop.example', 'First name': 'Bea' } });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(statuses(desk)).toEqual({ 'ana@shop.example': 'Up to date', 'bea@shop.example': 'Needs you' });
    expect(desk.row('bea@shop.example')['Details']).toMatch(/same User ID.*Clear the User ID cell/);
    expect(userAt(desk, 'ana@shop.example').id).toBe(id);

    desk.type('bea@shop.example', 'User ID', '');
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({ 'ana@shop.example': 'Up to date', 'bea@shop.example': 'Done' });
    expect(userAt(desk, 'bea@shop.example').id).not.toBe(id);
    expectSettled(desk);
  });

  test('a copy stays stopped when other rows are run, and is not made an account by the run after', () => {
    const desk = open([row]);
    desk.checkAndRun();
    copyRow(desk, { from: 2, to: 3, change: { Email: 'bea@shop.example', 'First name': 'Bea' } });
    desk.host.edit.paste('Users', [4, 1], [['new@shop.example', 'Nora', 'Ek', '/Sales']]);
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({
      'ana@shop.example': 'Up to date',
      'bea@shop.example': 'Needs you',
      'new@shop.example': 'Done',
    });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('bea@shop.example')).toMatchObject({
      Status: 'Needs you',
      'User ID': userAt(desk, 'ana@shop.example').id,
    });
  });

  test("a row that meets the account of another row's User ID is stopped", () => {
    const desk = open([row]);
    desk.checkAndRun();
    wait(desk);
    behind(desk, [
      'directory.users.update',
      { userKey: 'ana@shop.example' },
      { primaryEmail: 'ana.sanz@shop.example' },
    ]);
    desk.host.edit.paste('Users', [3, 1], [['ana.sanz@shop.example', '', '', '/Sales']]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('ana.sanz@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/row of ana@shop\.example/) as string,
    });
    expect(desk.row('ana@shop.example')['Status']).toBe('Up to date');
  });

  test('a row that meets an alias is told whose it is', () => {
    const desk = open([{ Email: 'sales@shop.example', 'First name': 'Sal', 'Last name': 'Es' }], {
      users: [person('olga@shop.example', 'Olga Dahl', { aliases: ['sales@shop.example'] })],
    });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('sales@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('sales@shop.example is an alias of olga@shop.example') as string,
    });
    expect(desk.needs()[0]).toMatchObject({ cell: 'A2' });
  });

  test('a User ID that nobody has is told', () => {
    const desk = open([{ ...row, 'User ID': '123456789012345678901' }]);
    desk.checkAndRun();
    expect(desk.row('ana@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('Clear the User ID cell') as string,
    });
  });
});
