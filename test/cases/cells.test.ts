import { businessStandard, cloudIdentity, googleOf, open, orgUnitsAt, person, skusOf, userAt } from '../users/shop';

/**
 * What people leave in cells that means something else than its letters: signs for nothing and for the cell above,
 * addresses with a name around them, days where a name was, letters of another alphabet. Each is asked about where it
 * would be written, and left alone where Google has it already.
 */

type Cells = Readonly<Record<string, string>>;

const someone = (at: number, cells: Cells): Cells => ({
  Email: `p${String(at)}@shop.example`,
  'First name': 'Ana',
  'Last name': `Ruiz ${String.fromCharCode(65 + (at % 26))}`,
  ...cells,
});

const units = { orgUnits: ['/Sales', '/Sales/North', '/Support'].map((orgUnitPath) => ({ orgUnitPath })) };

/** Runs rows with these cells: each is stopped with the words, and nothing reaches Google. */
function expectStopped(cases: readonly (readonly [cells: Cells, says: string | RegExp])[]): void {
  const desk = open(
    cases.map(([cells], at) => someone(at, cells)),
    units,
  );
  desk.checkAndRun();
  desk.rows().forEach(({ Status, Details = '' }, at) => {
    const [cells, says] = cases[at] ?? [{}, ''];
    expect({ cells, Status, Details }).toEqual({ cells, Status: 'Needs you', Details: expect.stringMatching(says) });
  });
  expect(desk.google.writes()).toEqual([]);
}

test('an address that does not stand alone is told from the address alone', () => {
  const around = [
    'Ana Ruiz <ana@shop.example>',
    '"Ruiz, Ana" <ana@shop.example>',
    'mailto:ana@shop.example',
    'SMTP:ana@shop.example',
    '<ana@shop.example>',
    'ana@shop.example;',
    'ana@shop.example,',
    'ana@shop.example.',
    '[ana@shop.example](mailto:ana@shop.example)',
  ];
  const several = ['ana@shop.example / bo@shop.example', 'ana@shop.example\nbo@shop.example'];
  expectStopped([
    ...around.map((Email) => [{ Email }, /not an e-mail address alone\. Write ana@shop\.example,/] as const),
    ...several.map((Email) => [{ Email }, /several\. Write ana@shop\.example or bo@shop\.example/] as const),
    [{ 'Recovery email': 'Ana <ana@home.example>' }, /Write ana@home\.example, without/],
    [{ 'Recovery email': 'ana@home.example; bo@home.example' }, /ana@home\.example or bo@home\.example/],
    [{ Aliases: 'Ana <ota@shop.example>' }, /Write ota@shop\.example, without/],
    [{ Email: 'in ner@shop.example' }, /has a blank in it/],
    [{ Email: 'ana@gmail.com' }, /private ones.*Recovery email/],
    [{ Email: 'Email', 'First name': 'First name' }, /repeats the headers\. Delete it/],
  ]);
});

test('letters that look like others are named, in addresses, domains and names', () => {
  expectStopped([
    [{ Email: '\u0430na@shop.example' }, /Cyrillic letter \u0430 before the @/],
    [{ Email: 'ana@sh\u043ep.example' }, /"sh\u043ep\.example" has the Cyrillic letter \u043e/],
    [{ 'Last name': 'R\u0443iz' }, /Last name: .*Cyrillic letter \u0443/],
    [{ 'First name': '\u0391na' }, /First name: .*Greek letter \u0391/],
    [{ 'Org unit': '/S\u0430les' }, /There is \/Sales/],
  ]);
});

const noNames: readonly (readonly [name: string, says: string])[] = [
  ['N/A', 'stands for no value'],
  ['?', 'stands for no value'],
  ['TBD', 'stands for no value'],
  ['xxx', 'stands for no value'],
  ['(blank)', 'stands for no value'],
  ['\u2033', 'stands for the cell above'],
  ['"', 'stands for the cell above'],
  ['\u540c\u4e0a', 'stands for the cell above'],
  ['12.03.1990', 'is a day'],
  ['2024-03-05', 'is a day'],
  ['M\u00e4r 24', 'is a day'],
  ['46115', 'may be a day'],
  ['50%', 'is a number'],
  ['\u20ac 12', 'is a number'],
  ['ana@shop.example', 'is an address, and not a name'],
  ['\u201cRuiz\u201d', 'has quotation marks around it'],
  ['Ruiz;Lopez', 'parts several values'],
  ['Ruiz &amp; Lopez', 'has a sign as web pages write it (&amp;)'],
  ['Last name', 'is a header'],
];

test('what is nobody\u2019s name is asked about, in whichever of the two columns', () => {
  const both = noNames.flatMap(([name, says]) =>
    ['First name', 'Last name'].map((header) => [{ [header]: name }, `${header}: `, says] as const),
  );
  expectStopped(both.map(([cells, header, says]) => [cells, new RegExp(`^${header}.*${quoted(says)}`)]));
});

test('what Google has already is never asked about, however odd it is', () => {
  const odd = noNames.map(([name]) => name);
  const department = (text: string) => ({ organizations: [{ primary: true, department: text }] });
  const desk = open(
    odd.map((name, at) => ({ ...someone(at, { 'First name': name, 'Last name': 'Ruiz' }), Department: 'n/a' })),
    {
      users: odd.map((name, at) => ({
        ...person(`p${String(at)}@shop.example`, ''),
        ...department('n/a'),
        name: { givenName: name, familyName: 'Ruiz' },
      })),
    },
  );
  desk.checkAndRun();
  expect(desk.rows().map(({ Status }) => Status)).toEqual(odd.map(() => 'Up to date'));
});

test('people who are called so pass: Null, Leer, Maya, D2, two names, one name and a full stop', () => {
  const names = [
    'Null',
    'Blank',
    'Leer',
    'May',
    'D2',
    'Ruiz (Sales)',
    '.',
    'x',
    'O\u2019Neill-Ma\u00df',
    '\u041f\u0435\u0442\u0440\u043e\u0432',
    '\u5c71\u7530',
    'Dito',
    '047',
  ];
  const desk = open(names.map((name, at) => someone(at, { 'Last name': name })));
  desk.checkAndRun();
  names.forEach((familyName, at) => {
    expect(userAt(desk, `p${String(at)}@shop.example`).name).toMatchObject({ familyName });
  });
});

test('both names in one cell are told, not “one name”', () => {
  expectStopped([
    [{ 'First name': 'RUIZ, Ana', 'Last name': '' }, /First name holds “RUIZ, Ana”.*each name into its own cell/],
    [{ 'First name': '', 'Last name': 'Ana Ruiz' }, /Last name holds “Ana Ruiz”/],
    [{ 'First name': '', 'Last name': 'Sukarno' }, /somebody who has one name/],
  ]);
});

test('an org unit that stands for none, for several or for a path of another system is made on a word alone', () => {
  const asked: Readonly<Record<string, RegExp>> = {
    'n/a': /“n\/a” may stand for none, or for the cell above\. The top is \//,
    same: /may stand for none/,
    '"': /may stand for none/,
    '\u2033': /may stand for none/,
    'same as above': /may stand for none/,
    TBD: /may stand for none/,
    '?': /may stand for none/,
    keine: /may stand for none/,
    root: /The top is \//,
    'Sales, Support': /\/Sales and \/Support are there/,
    'Sales | North': /between them: \/Sales\/North/,
    'Sales \u2192 North': /between them: \/Sales\/North/,
    'Sales \u00bb North': /between them: \/Sales\/North/,
    'Sales - North': /There is \/Sales\/North/,
    '\uff0fSales\uff0fNorth': /between them: \/Sales\/North/,
    '\\Sales\\North': /between them: \/Sales\/North/,
    'OU=North,OU=Sales,DC=shop,DC=example': /how a directory writes \/Sales\/North/,
    '/Sales\n/Support': /several lines/,
  };
  expectStopped(Object.entries(asked).map(([unit, says]) => [{ 'Org unit': unit }, says]));
  const fine = ['/Sales/', 'sales', '/R&D, Labs', '/Sales - EMEA', '/Back Office', '/2024/Q1', '/No 1'];
  const desk = open(
    fine.map((unit, at) => someone(at, { 'Org unit': unit })),
    units,
  );
  desk.checkAndRun();
  expect(orgUnitsAt(desk)).toEqual(
    [
      ...units.orgUnits.map((one) => one.orgUnitPath),
      '/R&D, Labs',
      '/Sales - EMEA',
      '/Back Office',
      '/2024',
      '/2024/Q1',
      '/No 1',
    ].sort(),
  );
});

test('a licence that stands for none, or several with another sign between them, is told with what to write', () => {
  const nothing = ['n/a', 'none', 'keine', 'x', 'Yes', 'TBD', '?', '\u2033', '\u540c\u4e0a'];
  const several = ['/', '|', '+', '&'].map((sign) => `Business Standard ${sign} Cloud Identity Free`);
  expectStopped([
    ...nothing.map((Licences) => [{ Licences }, /names no product\. Write - for no licence/] as const),
    ...several.map(
      (Licences) =>
        [{ Licences }, /Put commas between them: Google Workspace Business Standard, Cloud Identity Free\./] as const,
    ),
  ]);
  const desk = open([someone(0, { Licences: 'Business Standard\nCloud Identity Free' })]);
  desk.checkAndRun();
  expect(skusOf(desk, 'p0@shop.example')).toEqual([cloudIdentity, businessStandard]);
});

test('a phone number with something beside it is told alone; texts that are none are repeated as they stand', () => {
  expectStopped([
    [{ 'Recovery phone': 'tel:+46707560000' }, /Write \+46707560000, without/],
    [{ 'Recovery phone': '+46 70 756 00 00 ext. 5' }, /"\+46 70 756 00 00 ext\. 5".*Write \+46707560000, without/],
    [{ 'Recovery phone': '+46 70 756 00 00 (privat)' }, /Write \+46707560000, without/],
    [{ 'Recovery phone': '+46707560000; +46707560001' }, /\+46707560000 or \+46707560001/],
    [{ 'Recovery phone': 'n/a' }, /"n\/a" is not a phone number/],
  ]);
});

test('codes and profiles that say nothing are asked about', () => {
  expectStopped([
    [{ 'Employee ID': 'n/a' }, /stands for no value/],
    [{ Department: 'N/A' }, /Department: .*stands for no value/],
    [{ Department: '\u2033' }, /Department: .*the cell above/],
    [{ Department: 'Sales &amp; Marketing' }, /\(&amp;\)/],
    [{ Title: '05.03.2024' }, /Title: .*is a day/],
  ]);
});

test('a letter of another alphabet that nobody takes for a Latin one is part of a name', () => {
  const desk = open([{ Email: 'o@shop.example', 'First name': '\u03a9mega', 'Last name': 'Sol' }]);
  desk.checkAndRun();
  expect(userAt(desk, 'o@shop.example').name).toMatchObject({ givenName: '\u03a9mega' });
});

test('a User ID that nobody has and of which a spreadsheet lost the last digits is known by its zeros', () => {
  expectStopped([[{ 'User ID': '103456789012345000000' }, /No account has the User ID.*its last digits were lost/]]);
});

test('hashes of other systems, and words that tell of a password, are never set as one', () => {
  const md5 = '95c2b0bc8a5e07301d1e8e4e4b2e1d3e';
  const hashes = [
    `0x${md5}`,
    `*${md5}12345678`,
    `$apr1$abcdefgh$${'a'.repeat(22)}`,
    `$P$B${'a'.repeat(30)}`,
    `$argon2id$v=19$m=65536,t=3,p=4$${'a'.repeat(43)}`,
    `sha1$abcd$${md5}12345678`,
    `pbkdf2_sha256$260000$abc$${'a'.repeat(43)}=`,
  ];
  const words = [
    'same',
    'n/a',
    'generate',
    'generated',
    'automatisch',
    'see mail',
    'unchanged',
    '\u2022'.repeat(8),
    'xxxxxxxx',
  ];
  expectStopped([
    ...hashes.map((Password) => [{ Password }, /looks like a hash/] as const),
    ...words.map((Password) => [{ Password }, /is no password but tells of one/] as const),
  ]);
});

test('whether a password is changed at sign-in is read in many languages, under many headers', () => {
  const no = [
    'False',
    'FALSCH',
    'nein',
    'Non',
    'Nej',
    'Nie',
    '\u041d\u0435\u0442',
    '\u3044\u3044\u3048',
    '\u5426',
    'N\u00e3o',
    '0',
    'never',
  ];
  const yes = ['True', 'WAHR', 'ja', 'Oui', 'Tak', '\u0414\u0430', '\u306f\u3044', '\u662f', 'Sim', '1'];
  const headers = ['Change password', 'changePasswordAtNextLogin', 'Change Password at Next Sign-In'];
  for (const header of headers) {
    const desk = open(
      [...no, ...yes].map((text, at) => someone(at, { Password: `long-Secret-${String(at)}`, [header]: text })),
    );
    desk.checkAndRun();
    [...no, ...yes].forEach((text, at) => {
      const user = googleOf(desk)
        .tenant()
        .accounts[0]?.users?.find(({ primaryEmail }) => primaryEmail === `p${String(at)}@shop.example`);
      expect([header, text, user?.['changePasswordAtNextLogin']]).toEqual([header, text, yes.includes(text)]);
    });
  }
});

test('a sheet in Russian is read by its headers', () => {
  const desk = open([
    { 'Электронная почта': 'ivan@shop.example', Имя: 'Иван', Фамилия: 'Петров', Подразделение: '/Sales' },
  ]);
  desk.checkAndRun();
  expect(userAt(desk, 'ivan@shop.example')).toMatchObject({
    name: { givenName: 'Иван', familyName: 'Петров' },
    orgUnitPath: '/Sales',
  });
});

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
