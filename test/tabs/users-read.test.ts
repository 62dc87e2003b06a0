import { skus } from '../../src/google/products';
import { readList } from '../../src/table/cell';
import { userColumns } from '../../src/tabs/users/columns';
import { readUsers, type UsersReadWith, type UserRowRead } from '../../src/tabs/users/read';
import fc from '../property';
import { sampleOr } from '../sweep';

const around: UsersReadWith = {
  domains: [
    { name: 'shop.example', account: 'C01shop', verified: true, primary: true },
    { name: 'shop-mail.example', account: 'C01shop', verified: true, primary: false },
    { name: 'new.shop.example', account: 'C01shop', verified: false, primary: false },
    { name: 'fresh.example', account: 'C02fresh', verified: false, primary: true },
  ],
  elsewhere: [{ name: 'rival.example', who: 'partner.example' }],
  customerRows: ['coming.example', 'shop.example'].map((name) => ({
    name,
    says: `${name} has no account yet, and its row on the Customers tab needs you first.`,
  })),
  roles: { C01shop: [{ roleName: '_RESELLER_ADMIN_ROLE' }, { roleName: 'Customer Care' }] },
  skus: [{ productId: '109999', skuId: '1099990001', name: 'Brand New Thing', productName: 'New Things' }],
};

type Row = Readonly<Record<string, string>>;

/** Rows by header, read as they would stand in the sheet. */
function readRows(...rows: readonly Row[]): readonly UserRowRead[] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return readUsers([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))], around).rows;
}

const ana = { Email: 'ana@shop.example' };

function readOne(row: Row): UserRowRead {
  const rows = readRows({ ...ana, ...row });
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

/** What is wrong with a row, as `Header: sentence`. */
const claims = (row: UserRowRead | undefined) =>
  row?.claims?.flatMap(({ column, otherwise }) => (otherwise ? [`${column}: ${otherwise.join(' ')}`] : []));
const wrongs = (row: UserRowRead | undefined) => row?.complaints.map(({ header, says }) => `${header}: ${says}`);

describe('a row that is right', () => {
  test('becomes a wish with everything in it', () => {
    const row = readOne({
      Email: '\uFEFF Ana@Shop.Example\u200B',
      'First name': ' Ana\u00A0María ',
      'Last name': "O'Brien",
      'Org unit': 'Sales / North',
      Licences: 'Business Starter; cloud identity premium',
      Roles: 'customer care\nReseller Administrator',
      'Super admin': 'TRUE',
      Aliases: 'Hello@shop.example, ana@shop-mail.example',
      State: 'active',
      Language: 'Español',
      'Recovery email': 'Ana@home.example',
      'Recovery phone': "'+34 600-111-222",
      'Change password at sign-in': 'no',
      Password: 'Secret 4 Ana',
      'User ID': '117000000000000000001',
    });
    expect(row).toMatchObject({
      row: 2,
      name: 'Users!ana@shop.example',
      complaints: [],
      warnings: [],
      hasPassword: true,
    });
    expect(row.wish).toEqual({
      email: 'ana@shop.example',
      account: 'C01shop',
      userId: '117000000000000000001',
      firstName: 'Ana María',
      lastName: "O'Brien",
      orgUnit: '/Sales/North',
      licences: [
        {
          productId: 'Google-Apps',
          skuId: '1010020027',
          name: expect.stringContaining('Business Starter'),
          productName: 'Google Workspace',
        },
        { productId: '101005', skuId: '1010050001', name: 'Cloud Identity Premium', productName: expect.any(String) },
      ],
      roles: ['Customer Care', '_RESELLER_ADMIN_ROLE'],
      superAdmin: true,
      aliases: ['hello@shop.example', 'ana@shop-mail.example'],
      state: 'Active',
      language: 'es',
      recoveryEmail: 'ana@home.example',
      recoveryPhone: '+34600111222',
      changePassword: false,
      password: { kind: 'clear' },
    });
  });

  test('may be an address and nothing else: blank cells and empty boxes leave things as they are', () => {
    const row = readOne({
      'First name': ' ',
      Licences: '\u00A0',
      'Super admin': 'FALSE',
      'Change password at sign-in': 'FALSE',
      Password: '',
    });
    expect(row).toEqual({
      row: 2,
      name: 'Users!ana@shop.example',
      email: 'ana@shop.example',
      complaints: [],
      warnings: [],
      hasPassword: false,
      wish: { email: 'ana@shop.example', account: 'C01shop' },
    });
  });

  test('a - clears an optional field, and means none for licences, roles and aliases', () => {
    const { wish } = readOne({
      'Recovery email': '-',
      'Recovery phone': ' – ',
      Licences: '-',
      Roles: '-',
      Aliases: "'-",
    });
    expect(wish).toEqual({
      email: 'ana@shop.example',
      account: 'C01shop',
      recoveryEmail: '',
      recoveryPhone: '',
      licences: [],
      roles: [],
      aliases: [],
    });
  });

  test.each([
    ['山田', '太郎'],
    ['José', 'Núñez'],
    ["'t", "'t Hooft"],
    ['Анна', 'محمد'],
    ['Jean-Luc', 'van der Berg/Meyer'],
  ])('people are called %s %s', (first, last) => {
    const { complaints, wish } = readOne({ 'First name': first, 'Last name': last });
    expect(complaints).toEqual([]);
    expect(wish?.lastName).toBe(last);
  });

  test.each([
    ['/', '/'],
    ['Sales', '/Sales'],
    ['/Sales/North/', '/Sales/North'],
    [' / Sales /North', '/Sales/North'],
  ])('the org unit %j is %j', (text, path) => {
    expect(readOne({ 'Org unit': text }).wish?.orgUnit).toBe(path);
  });

  test('a licence named twice, by name and by id, is one licence', () => {
    expect(readOne({ Licences: 'Cloud Identity Premium, 1010050001' }).wish?.licences).toHaveLength(1);
  });

  test('a SKU met in the account is known by its name', () => {
    expect(readOne({ Licences: 'brand new thing' }).wish?.licences).toEqual(around.skus);
  });

  test('every product of the catalogue survives the separators of a list', () => {
    for (const { name } of skus()) expect(readList(name)).toEqual({ kind: 'value', value: [name] });
  });

  test('roles of an account whose roles were not read pass as they stand, prebuilt ones by their own name', () => {
    const row = readOne({ Email: 'bo@fresh.example', Roles: 'Whatever Role, Groups Admin' });
    expect(row.wish?.roles).toEqual(['Whatever Role', '_GROUPS_ADMIN_ROLE']);
  });

  test('the unverified primary domain of a new account takes people', () => {
    expect(readOne({ Email: 'bo@fresh.example' }).wish?.account).toBe('C02fresh');
  });
});

describe('what is wrong with a cell is said with its remedy', () => {
  test.each([
    ['Email', 'ana smith@shop.example', 'The address "ana smith@shop.example" has a blank in it. Take the blank out.'],
    ['Email', '-', 'A - does not belong here: a row needs the address the person signs in with.'],
    ['Email', 'ana@shop.exmaple', 'No account in reach has the domain shop.exmaple. Did you mean shop.example?'],
    [
      'Email',
      'ana@www.shop.example',
      'No account in reach has the domain www.shop.example. Did you mean shop.example?',
    ],
    [
      'Email',
      'ana@far-away.test',
      'No account in reach has the domain far-away.test. Check the spelling, or sign in as an administrator of the account that has it.',
    ],
    [
      'Email',
      'ana@new.shop.example',
      'The domain new.shop.example is not verified yet, so it takes no addresses. Verify it in the Admin console first (Account › Domains).',
    ],
    [
      'First name',
      '-',
      'A - does not belong here: a first name cannot be cleared. For somebody who has one name write it into both cells.',
    ],
    [
      'First name',
      '=IMPORTXML("https://x.example","//a")',
      'This looks like a formula and not like a name. Write the name itself.',
    ],
    ['Last name', '#N/A', 'The formula in this cell ends in #N/A. Put it right, or write the value itself.'],
    ['Last name', 'Ana<script>', expect.stringContaining('< or >')],
    ['Last name', 'x'.repeat(61), expect.stringContaining('Google takes 60')],
    ['Org unit', '-', 'A - does not belong here: everybody is in an org unit. Write / for the top.'],
    ['Org unit', 'Sales//North', expect.stringContaining('has an empty level')],
    [
      'Licences',
      'Busness Starter',
      'No product is called "Busness Starter". Did you mean Google Workspace Business Starter or Google Workspace Business Standard?',
    ],
    [
      'Licences',
      'Business Starter, Business Plus',
      'Google Workspace Business Starter and Google Workspace Business Plus are all of Google Workspace; a person holds one licence of a product. Leave one of them.',
    ],
    ['Licences', 'Chrome Enterprise', 'Chrome Enterprise is counted by device: nobody holds a licence of it.'],
    ['Roles', 'Custmer Care', 'No role is called "Custmer Care". Did you mean Customer Care?'],
    ['Roles', 'Super Admin', 'Super Admin is not given as a role: tick Super admin instead.'],
    ['Roles', '_SEED_ADMIN_ROLE', 'Super Admin is not given as a role: tick Super admin instead.'],
    [
      'Super admin',
      '-',
      'Seatsheet gives super administrator rights and does not take them away. Leave the box empty.',
    ],
    ['Super admin', 'maybe', '"maybe" is not understood here. Tick the box, or write yes or no.'],
    [
      'Aliases',
      'ANA@shop.example',
      'The alias "ana@shop.example" is the person\'s own address. Take it out, or write another address.',
    ],
    [
      'Aliases',
      'ana@fresh.example',
      'The alias "ana@fresh.example" is on a domain of another account than shop.example. An alias is on a domain of the person\'s own account.',
    ],
    [
      'Aliases',
      'ana@shop-mail.exmaple',
      'No account in reach has the domain shop-mail.exmaple. Did you mean shop-mail.example?',
    ],
    ['Aliases', 'ana@new.shop.example', expect.stringContaining('is not verified yet')],
    [
      'Aliases',
      Array.from({ length: 31 }, (_, n) => `a${String(n)}@shop.example`).join(),
      'These are 31 aliases; Google takes 30 for a person. Take some out.',
    ],
    [
      'State',
      'Gone',
      '"Gone" is not understood here. Write Active, Suspended, Archived or Deleted, or leave the cell empty.',
    ],
    ['Language', 'Klingon', expect.stringContaining('No language is called "Klingon".')],
    ['Language', 'pt', expect.stringContaining('Write which one you mean')],
    ['Recovery email', 'nobody', expect.stringContaining('is not an e-mail address')],
    [
      'Recovery phone',
      '600 111 222',
      'The phone number "600111222" has no country code. Write + and the country code, as +34600123456.',
    ],
    ['Recovery phone', '4.91511E+11', expect.stringContaining('plain text')],
    ['User ID', '1.17E+20', expect.stringContaining('has made a number of what was typed here: 1.17E+20')],
  ])('%s %j', (header, text, says) => {
    const row = readOne({ [header]: text });
    expect(row.complaints.map((complaint) => complaint.says)).toEqual([says]);
    expect(row.complaints[0]).toMatchObject({
      header,
      column: userColumns.find((column) => column.header === header)?.id,
    });
    expect(row.wish).toBeUndefined();
  });

  test('everything that is wrong with a row is said at once', () => {
    const row = readOne({
      Email: 'ana@shop.exmaple',
      'First name': '-',
      Roles: 'Super Admin, -',
      'Recovery phone': '0049',
      Password: 'short',
    });
    expect(row.complaints.map(({ column }) => column)).toEqual([
      'email',
      'firstName',
      'roles',
      'recoveryPhone',
      'password',
    ]);
  });

  test('a complaint names the header as it stands in the sheet', () => {
    const { rows } = readUsers(
      [
        ['Primary Email *', ' OU '],
        ['ana@shop.example', '-'],
      ],
      around,
    );
    expect(rows[0]?.complaints[0]).toMatchObject({ column: 'orgUnit', header: 'OU' });
  });

  test("a name that only some of Google's pages allow is a warning", () => {
    const row = readOne({ 'Last name': 'x'.repeat(41) });
    expect(row.warnings).toEqual([expect.stringContaining('40')]);
    expect(row.wish?.lastName).toHaveLength(41);
  });
});

describe('rows that wait', () => {
  test('a domain out of reach says whose administrator could serve it', () => {
    const row = readOne({ Email: 'bo@rival.example' });
    expect(row).toMatchObject({
      complaints: [],
      waits: expect.stringContaining('rival.example is out of reach: sign in as an administrator of partner.example,'),
      elsewhere: 'partner.example',
    });
    expect(row.wish).toBeUndefined();
  });

  test('a domain of a Customers row waits for its account; one that has an account does not', () => {
    expect(readOne({ Email: 'bo@coming.example' }).waits).toBe(
      'coming.example has no account yet, and its row on the Customers tab needs you first.',
    );
    expect(readOne({}).waits).toBeUndefined();
  });

  test('what is wrong with a waiting row is said all the same', () => {
    const row = readOne({ Email: 'bo@rival.example', 'First name': '-', Roles: 'Their Own Role' });
    expect(wrongs(row)).toEqual([
      'First name: A - does not belong here: a first name cannot be cleared. For somebody who has one name write it into both cells.',
    ]);
    expect(row.waits).toBeDefined();
  });
});

describe('rows and each other', () => {
  test('of two rows with one address the first is served, the others are named apart and blocked', () => {
    const rows = readRows(ana, { Email: 'ANA@shop.example ' }, ana);
    expect(rows.map(({ name }) => name)).toEqual([
      'Users!ana@shop.example',
      'Users!ana@shop.example#2',
      'Users!ana@shop.example#3',
    ]);
    expect(rows.map(({ wish }) => wish !== undefined)).toEqual([true, false, false]);
    expect(wrongs(rows[2])).toEqual([
      'Email: This address stands on row 2 too, and that row is the one that is worked on. Delete this row, or write another address.',
    ]);
  });

  test('a copied User ID stands against both rows where neither the sheet nor Google tells which is the copy', () => {
    const rows = readRows({ ...ana, 'User ID': '117' }, { Email: 'bo@shop.example', 'User ID': '117' });
    expect(claims(rows[1])).toEqual([
      'userId: Row 2 has the same User ID, so this row looks like a copy of it. Clear the User ID cell of this row.',
    ]);
    expect(claims(rows[0])).toEqual([
      'userId: Row 3 has the same User ID and another address. Clear the User ID cell of the row that is the copy.',
    ]);
  });

  test('a whole copy of a row is blocked by itself', () => {
    const rows = readRows({ ...ana, 'User ID': '117' }, { ...ana, 'User ID': '117' });
    expect(rows.map(({ wish }) => wish?.userId)).toEqual(['117', undefined]);
    expect(rows[1]?.userId).toBeUndefined();
  });

  test("an alias that is another row's address is said, in whatever order the rows stand", () => {
    const bo = { Email: 'bo@shop.example', Aliases: 'ana@shop.example' };
    expect(claims(readRows(ana, bo)[1])).toEqual([
      'aliases: The alias ana@shop.example is the address of row 2. Take it out of one of the two rows.',
    ]);
    expect(claims(readRows(bo, ana)[0])).toEqual([
      'aliases: The alias ana@shop.example is the address of row 3. Take it out of one of the two rows.',
    ]);
  });

  test('what else is wrong with such a row is said with it', () => {
    const copy = { Email: 'bo@shop.example', 'User ID': '117', 'First name': '-' };
    expect(wrongs(readRows({ ...ana, 'User ID': '117' }, copy)[1])).toContain(
      'User ID: Row 2 has the same User ID, so this row looks like a copy of it. Clear the User ID cell of this row.',
    );
  });

  test("an alias on two rows is the first one's", () => {
    const rows = readRows(
      { ...ana, Aliases: 'info@shop.example' },
      { Email: 'bo@shop.example', Aliases: 'INFO@shop.example' },
    );
    expect(claims(rows[0])).toEqual([]);
    expect(claims(rows[1])).toEqual([
      'aliases: The alias info@shop.example stands on row 2 too. Take it out of one of the two rows.',
    ]);
  });

  test('rows without a usable address are named by their number', () => {
    const rows = readRows(
      { 'First name': 'Ana' },
      ana,
      { Email: 'not an address' },
      { Email: 'Ana <ana@shop.example>' },
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'Users!row 2',
      'Users!ana@shop.example',
      'Users!row 4',
      'Users!row 5',
    ]);
    expect(wrongs(rows[0])).toEqual([
      'Email: The row has no address. Write the address the person signs in with, or empty the row.',
    ]);
    expect(rows[0]?.email).toBeUndefined();
  });

  test('an address that Google refuses names its row all the same', () => {
    expect(readOne({ Email: 'ana..b@shop.example' })).toMatchObject({
      name: 'Users!ana..b@shop.example',
      complaints: [expect.anything()],
    });
  });
});

describe('the tab', () => {
  test('headers stand in any order, between columns of other people', () => {
    const { rows, positions } = readUsers(
      [
        ['Colour', 'Family name', 'Email Address [Required]'],
        ['red', 'Ruiz', 'ana@shop.example'],
      ],
      around,
    );
    expect(positions).toEqual({ lastName: 1, email: 2 });
    expect(rows[0]?.wish).toEqual({ email: 'ana@shop.example', account: 'C01shop', lastName: 'Ruiz' });
  });

  test('rows that wish nothing are left out, and the others keep their numbers', () => {
    const headers = ['Email', 'Super admin', 'Status', 'Colour'];
    const { rows } = readUsers(
      [headers, ['', 'FALSE', 'Done', 'red'], [], ['\u00A0', '', '', ''], ['ana@shop.example']],
      around,
    );
    expect(rows.map(({ row }) => row)).toEqual([5]);
  });

  test('nothing is read while a column is missing or stands there twice', () => {
    expect(readUsers([['First name'], ['Ana']], around)).toMatchObject({ missing: ['Email'], rows: [] });
    const twice = readUsers(
      [
        ['Email', 'E-Mail'],
        ['ana@shop.example', 'bo@shop.example'],
      ],
      around,
    );
    expect(twice.duplicates).toEqual([
      {
        column: 'email',
        header: 'Email',
        says: 'Column A ("Email") and column B ("E-Mail") both mean Email. Rename or delete all but one of them.',
      },
    ]);
    expect(twice.rows).toEqual([]);
    expect(readUsers([], around).missing).toEqual(['Email']);
  });

  test('whatever stands in the cells, every row is named once, and a wish means that nothing is wrong', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', '-', 'ana@shop.example', 'bo@rival.example', 'TRUE', 'Sales', '{MD5}x', '+34600111222'),
    );
    const row = fc.array(cell, { maxLength: userColumns.length });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (cells) => {
        const { rows } = readUsers([userColumns.map(({ header }) => header), ...cells], around);
        expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
        for (const read of rows)
          expect(read.wish !== undefined).toBe(read.complaints.length === 0 && read.waits === undefined);
      }),
      { numRuns: sampleOr(40, 400) },
    );
  });

  test('a misspelling is looked up once, however many rows have it', () => {
    let asked = 0;
    const counted = {
      productId: '109999',
      skuId: '1099990002',
      productName: 'New Things',
      get name() {
        asked += 1;
        return 'Other New Thing';
      },
    };
    const rows = Array.from({ length: 1_000 }, (_, n) => [`p${String(n)}@shop.example`, 'Busness Starter']);
    const { rows: read } = readUsers([['Email', 'Licences'], ...rows], { ...around, skus: [counted] });
    expect(read.filter(({ complaints }) => complaints.length === 1)).toHaveLength(1_000);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(100);
  });
});
