import type { TenantAccount } from '../../sandbox/workspace/tenant';
import type { TestDesk } from '../sandbox-desk';
import {
  businessStandard,
  cloudIdentity,
  googleOf,
  open,
  orgUnitsAt,
  person,
  rolesOf,
  shop,
  skusOf,
  statuses,
  userAt,
  writesDuring,
} from '../users/shop';
import { openDesk } from '../sandbox-desk';

/**
 * Troubles with people that administrators reported in public, each as one wrote it. Many more are held where their
 * column is: asterisks, False and hash functions of Google's file in `users/google-template`, broken encodings, one
 * name and full-width letters in `users/foreign-letters`, numbers and days in `users/spoilt-cells`, slips in org units
 * in `users/org-units`, one User ID twice in `users/claims`, roles with commas in `users/roles-cell`, titles above
 * headers and GAM's names in `users/pasted-files`, the archive in `users/states`.
 */

const named = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  ...more,
});
const details = (desk: TestDesk, name: string) => desk.row(`${name}@shop.example`)['Details'] ?? '';

describe('a phone number', () => {
  const phones = (texts: Readonly<Record<string, unknown>>) => {
    const all = Object.keys(texts);
    const desk = open(all.map((text, at) => named(`t${String(at)}`, { 'Recovery phone': text })));
    desk.checkAndRun();
    return all.map((text, at) => ({ text, desk, email: `t${String(at)}@shop.example` }));
  };

  test('grouped, in brackets and full-width as people write it is sent in Google’s form', () => {
    const sent = {
      '+46 70 756 00 00': '+46707560000',
      '+46 (0)70 756 00 00': '+46707560000',
      '\uFF0B44 20 7946 0958': '+442079460958',
      '+49 (0) 30 1234567': '+49301234567',
      '+15551234567': '+15551234567',
      '+1 (555) 123-4567': '+15551234567',
      '+39 06 1234 5678': '+390612345678',
      '+225 07 12 34 56 78': '+2250712345678',
    };
    for (const { text, desk, email } of phones(sent))
      expect([text, userAt(desk, email)['recoveryPhone']]).toEqual([text, sent[text as keyof typeof sent]]);
  });

  test('that the sheet made a number, lacks its country, or is two is asked about, not sent', () => {
    const asked = {
      '46 70 756 00 00': 'no country code',
      '0046 70 756 00 00': 'begins with 00',
      '070-756 00 00': 'no country code',
      '46707560000': 'no country code',
      '4.67076E+10': 'made a number of what was typed here: 4.67076E+10',
      '4,67076E+10': 'made a number of what was typed here: 4,67076E+10',
      '+46 070 756 00 00': 'Write it without, as +46707560000',
      '+1 555 123 4567 x12': 'not a phone number',
      '+44 20 7946 0958 / +44 20 7946 0959': 'not a phone number',
      'tel:+442079460958': 'not a phone number',
    };
    for (const { text, desk, email } of phones(asked)) {
      expect([text, desk.note(email, 'Recovery phone')]).toEqual([
        text,
        expect.stringContaining(asked[text as keyof typeof asked]),
      ]);
      expect(desk.google.writes()).toEqual([]);
    }
  });
});

/** What an empty and a ticked box show where Sheets speaks another language. */
const boxes = {
  Russian: ['ЛОЖЬ', 'ИСТИНА'],
  Italian: ['FALSO', 'VERO'],
  Polish: ['FAŁSZ', 'PRAWDA'],
  Swedish: ['FALSKT', 'SANT'],
  Finnish: ['EPÄTOSI', 'TOSI'],
  Czech: ['NEPRAVDA', 'PRAVDA'],
  Turkish: ['YANLIŞ', 'DOĞRU'],
} as const;

test.each(Object.entries(boxes))(
  '%s boxes are boxes, and a row of nothing but an empty one is no row',
  (_name, text) => {
    const [empty, ticked] = text;
    const blank = { Email: '', 'First name': '', 'Last name': '', 'Super admin': empty };
    const desk = open([
      named('ben', { 'Super admin': empty }),
      named('bo', { 'Super admin': ticked }),
      ...Array.from({ length: 20 }, () => blank),
    ]);
    expect(desk.check().rows).toBe(2);
    desk.run();
    expect(statuses(desk)).toEqual({ 'ben@shop.example': 'Done', 'bo@shop.example': 'Done' });
    expect([userAt(desk, 'ben@shop.example').isAdmin ?? false, userAt(desk, 'bo@shop.example').isAdmin]).toEqual([
      false,
      true,
    ]);
    expect(desk.rows().filter(({ Status }) => Status)).toHaveLength(2);
  },
);

const enterprisePlus = '1010020020';
const enterprisePlusArchived = '1010340001';
const subscription = (skuId: string) => ({
  skuId,
  plan: { planName: 'FLEXIBLE' },
  seats: { maximumNumberOfSeats: 50 },
});

test('an archived account gets no licence beside its archive seat; State alone moves it in and out', () => {
  const archived = (name: string) => person(`${name}@shop.example`, `${name} Test`, { archived: true });
  const seat = (userId: string, productId: string, skuId: string) => ({ userId, productId, skuId });
  const more: Partial<TenantAccount> = {
    users: [person('gone@shop.example', 'gone Test'), archived('back'), archived('kept')],
    subscriptions: [subscription(enterprisePlus), subscription(enterprisePlusArchived)],
    licences: [
      seat('gone@shop.example', 'Google-Apps', enterprisePlus),
      ...['back', 'kept'].map((name) => seat(`${name}@shop.example`, '101034', enterprisePlusArchived)),
    ],
  };
  const desk = open(
    [
      named('gone', { Licences: 'Enterprise Plus - Archived User' }),
      named('back', { State: 'Active' }),
      named('kept', { Licences: 'Enterprise Plus' }),
      named('fresh', { Licences: enterprisePlusArchived }),
    ],
    more,
  );
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op, body }) => [op, body])).toEqual([
    ['directory.users.update', expect.objectContaining({ archived: false })],
  ]);
  expect(skusOf(desk, 'gone@shop.example')).toEqual([enterprisePlus]);
  expect(skusOf(desk, 'kept@shop.example')).toEqual([enterprisePlusArchived]);
  expect(statuses(desk)).toEqual({
    'gone@shop.example': 'Needs you',
    'back@shop.example': 'Done',
    'kept@shop.example': 'Up to date',
    'fresh@shop.example': 'Needs you',
  });
  expect(details(desk, 'kept')).toContain('archived at Google: State Active brings it back');
  for (const name of ['gone', 'fresh']) expect(details(desk, name)).toContain('it comes with State Archived');
});

/** Names that exports, older consoles and other tools show, and the product that each is. */
const products = {
  'G Suite Enterprise for Education (Student)': 'Google Workspace for Education Plus - Legacy (Student)',
  'G Suite Enterprise for Education': 'Google Workspace for Education Plus - Legacy',
  '1010310003': 'Google Workspace for Education Plus - Legacy (Student)',
  'Google Workspace for Education - Fundamentals': 'Google Workspace for Education Fundamentals',
  'Gemini Business for Google Workspace': 'Gemini Business',
  'G Suite legacy': 'G Suite Legacy',
  'Google Workspace Enterprise Plus (formerly G Suite Enterprise)': 'Google Workspace Enterprise Plus',
  'G Suite Basic (formerly Google Apps for Work)': 'G Suite Basic',
  'Google Workspace Business Standard (1010020028)': 'Google Workspace Business Standard',
  'Google-Apps-Unlimited': 'G Suite Business',
  'Google Vault Former Employee': 'Google Vault - Former Employee',
  'Duet AI for Enterprise': 'Gemini Enterprise - Legacy',
  'Google Workspace Labs': 'Gemini Labs',
  'Drive storage 20 GB': 'Google Drive storage 20GB',
};
const noProducts = {
  'Google Workspace Frontline': /Did you mean Google Workspace Frontline Plus, .*Starter or .*Standard\?/,
  'Essentials Starter': /Did you mean Google Workspace Essentials\?/,
  'G Suite Business - Archived User': /comes with State Archived/,
  'Google Chrome Device Management': /counted by device: nobody holds a licence of it/,
};

test('a licence by a name that Google showed once is that product, or the one that may be meant is named', () => {
  const texts = [...Object.keys(products), ...Object.keys(noProducts)];
  const desk = open(texts.map((Licences, at) => named(`p${String(at)}`, { Licences })));
  desk.check();
  Object.values(products).forEach((name, at) => {
    expect(details(desk, `p${String(at)}`)).toMatch(/^Will create/);
    expect(details(desk, `p${String(at)}`).endsWith(`give ${name}.`)).toBe(true);
  });
  Object.values(noProducts).forEach((says, at) => {
    expect(details(desk, `p${String(at + Object.keys(products).length)}`)).toMatch(says);
  });
});

test('an org unit is the one that is there, whatever signs its name has, and is made level by level otherwise', () => {
  const there = ['/Sales', '/GAM Test', '/Test', '/Test/Test+Plus', '/Test/50% Posten', '/Test/Kurs #3'];
  const asked = {
    Sales: '/Sales',
    '/sales': '/Sales',
    '/GAM Test': '/GAM Test',
    '/Test/Test+Plus': '/Test/Test+Plus',
    '/Test/50% Posten': '/Test/50% Posten',
    '/Test/Kurs #3': '/Test/Kurs #3',
    '/3. NDK/NDK2027/2_1': '/3. NDK/NDK2027/2_1',
    '/Test/R&D, Labs': '/Test/R&D, Labs',
  };
  const desk = open(
    Object.keys(asked).map((path, at) => named(`p${String(at)}`, { 'Org unit': path })),
    { orgUnits: there.map((orgUnitPath) => ({ orgUnitPath })) },
  );
  desk.checkAndRun();
  Object.values(asked).forEach((path, at) => {
    expect(userAt(desk, `p${String(at)}@shop.example`).orgUnitPath).toBe(path);
  });
  const made = ['/3. NDK', '/3. NDK/NDK2027', '/3. NDK/NDK2027/2_1', '/Test/R&D, Labs'];
  expect(orgUnitsAt(desk)).toEqual([...there, ...made].sort());
});

test('a unit and a licence that are merged over a team are given to the first, and the others are asked about', () => {
  const team = ['mia', 'max', 'moe'].map((name, at) =>
    named(name, at === 0 ? { 'Org unit': '/Sales', Licences: 'Business Standard' } : { 'Org unit': '', Licences: '' }),
  );
  const desk = open([named('ana'), ...team], { orgUnits: [{ orgUnitPath: '/Sales' }] });
  for (const header of ['Org unit', 'Licences']) {
    const cells = desk.host.state.sheets.find(({ name }) => name === 'Users')?.cells[0] ?? [];
    const column = cells.findIndex((cell) => cell?.value === header) + 1;
    desk.host.edit.merge('Users', { row: 3, column, rows: 3, columns: 1 });
  }
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Needs you', 'Needs you']);
  for (const header of ['Org unit', 'Licences'])
    expect(desk.note('moe@shop.example', header)).toContain(`merged with others (rows 3 to 5, column ${header})`);
  expect(userAt(desk, 'mia@shop.example').orgUnitPath).toBe('/Sales');
});

test('several aliases and licences in one cell are told apart where their mark is one, and asked about where not', () => {
  const asked = {
    'ota1@shop.example\u3001ota2@shop.example': 2,
    'oda1@shop.example ; oda2@shop.example': 2,
    'ono1@shop.example|ono2@shop.example': 'is not an e-mail address but several',
    'oka1@shop.example oka2@shop.example': 'in a list put a comma between them',
  };
  const desk = open([
    named('abe', { Licences: 'Business Standard\u3001Cloud Identity Free' }),
    ...Object.keys(asked).map((Aliases, at) => named(`p${String(at)}`, { Aliases })),
  ]);
  desk.checkAndRun();
  expect(skusOf(desk, 'abe@shop.example')).toEqual([cloudIdentity, businessStandard]);
  Object.values(asked).forEach((expected, at) => {
    const email = `p${String(at)}@shop.example`;
    if (typeof expected === 'number') expect(userAt(desk, email).aliases).toHaveLength(expected);
    else expect(desk.note(email, 'Aliases')).toContain(expected);
  });
});

test('blank rows between people are passed over, and lines of totals make nobody', () => {
  const users = [
    'Email,First name,Last name,Org unit',
    'ana@shop.example,Ana,Roca,/',
    ',,,',
    'bo@shop.example,Bo,Sol,/',
    ',,,',
    'Total: 2,,,',
    ',,2 people,',
  ].join('\n');
  const desk = openDesk({ tenant: shop(), users });
  desk.checkAndRun();
  expect(desk.rows().map(({ Status }) => Status)).toEqual(['Done', '', 'Done', '', 'Needs you', 'Needs you']);
  expect(googleOf(desk).tenant().accounts[0]?.users).toHaveLength(3);
});

test('a role whose name has a slash or a comma is that role', () => {
  const rolePrivileges = [{ privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' }];
  const roles = ['Support, Tier 1', 'Support / Tier 2'].map((roleName) => ({ roleName, rolePrivileges }));
  const desk = open(
    roles.map(({ roleName }, at) => named(`r${String(at)}`, { Roles: roleName })),
    { roles },
  );
  desk.checkAndRun();
  roles.forEach(({ roleName }, at) => {
    expect(rolesOf(desk, `r${String(at)}@shop.example`)).toEqual([roleName]);
  });
});
