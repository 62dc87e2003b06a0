import {
  adviseOnPersonName,
  checkAddressField,
  checkAlias,
  checkAlternateEmail,
  checkCustomerDomain,
  checkDealCode,
  checkEmail,
  checkMailAddress,
  checkOrgUnitPath,
  checkPassword,
  checkPasswordHash,
  checkPersonName,
  checkPhone,
  checkPurchaseOrder,
  checkRoleName,
  limits,
  plainPhone,
} from '../../src/google/limits';
import fc, { anyCharacter } from '../property';

fc.configureGlobal({ seed: 7 });

type Check = (text: string) => string | undefined;

/** Every check with texts that Google takes, and texts it refuses with a word that the complaint has to say. */
const cases: readonly (readonly [
  name: string,
  check: Check,
  good: readonly string[],
  bad: readonly (readonly [text: string, says: string])[],
])[] = [
  [
    'address',
    checkEmail,
    [
      'ana@shop.example',
      'ANA.maria-b_2@shop.example',
      "o'brien@shop.example",
      '-ana-@sub.shop.example',
      `${'a'.repeat(64)}@shop.example`,
      'abuses@shop.example',
    ],
    [
      ['', 'name@domain'],
      ['ana', 'name@domain'],
      ['ana@', 'name@domain'],
      ['@shop.example', 'name@domain'],
      ['ana@@shop.example', 'name@domain'],
      ['ana @shop.example', 'blank'],
      ['ana@shop.example ', 'blank'],
      ['ana+x@shop.example', '+'],
      ['josé@shop.example', 'é'],
      ['a=b@shop.example', '='],
      ['a<b@shop.example', '<'],
      ['a..b@shop.example', 'full stop'],
      ['.a@shop.example', 'full stop'],
      ['a.@shop.example', 'full stop'],
      ['山田@shop.example', '山'],
      [`${'a'.repeat(65)}@shop.example`, '64'],
      ['Postmaster@shop.example', 'keeps for itself'],
      ['abuse@shop.example', 'keeps for itself'],
      ['ana@shop', 'domain'],
      ['ana@-shop.example', 'domain'],
      ['ana@shop..example', 'domain'],
      ['ana@10.0.0.1', 'domain'],
      ['a,b@shop.example', ','],
    ],
  ],
  [
    'mail address elsewhere',
    checkMailAddress,
    ['ana+test@gmail.com', 'a.b@c.example', 'postmaster@c.example'],
    [
      ['ana', 'name@domain'],
      ['a@b.example, c@d.example', 'several'],
      ['<ana@b.example>', 'Write ana@b.example'],
      ['@b.example', 'name@domain'],
      ['ana@b', 'domain'],
    ],
  ],
  [
    "person's name",
    checkPersonName,
    [
      'Ana',
      "O'Brien",
      'D’Arcy',
      'José María',
      'Anne-Marie',
      'Smith/Jones',
      'Jr.',
      'Müller',
      '山田',
      '太郎',
      '김철수',
      'محمد',
      'हिन्दी',
      'Sales & Co',
      '3PO',
      '字'.repeat(60),
    ],
    [
      ['', 'empty'],
      ['   ', 'empty'],
      ['<b>', '<'],
      ['a > b', '>'],
      ['Ana\nMaría', 'line break'],
      ['a\u0000b', 'invisible'],
      ['x'.repeat(61), '60'],
      ['字'.repeat(61), '60'],
    ],
  ],
  [
    "role's name",
    checkRoleName,
    ['Customer Care', 'Soporte técnico'],
    [
      [' ', 'no name'],
      ['_SEED_ADMIN_ROLE', 'Google'],
      ['a\nb', 'line break'],
    ],
  ],
  [
    'phone number',
    checkPhone,
    [
      ...['+34600123456', '+14155550100', '+4930123456', '+123456789012345', '+1234567'],
      // Where a 0 behind the country code is part of the number: Italy, San Marino, Côte d’Ivoire, Benin, Congo.
      ...['+390612345678', '+3780549123456', '+2250712345678', '+2290112345678', '+242061234567'],
    ],
    [
      ['34600123456', 'country code'],
      ['600123456', 'country code'],
      ['0034600123456', '00'],
      ['+0600123456', '0 where'],
      ['+460707560000', 'as +46707560000'],
      ['+4903012345', 'as +493012345'],
      ['+35301234567', 'as +3531234567'],
      ['+8109012345678', 'as +819012345678'],
      ['+34 600', 'not a phone'],
      ['phone', 'not a phone'],
      ['+1234567890123456', '16 digits'],
      ['+123456', '6 digits'],
      ['3.46E+10', 'plain text'],
      ['346E+10', 'plain text'],
      ['', 'not a phone'],
      ['+', 'not a phone'],
    ],
  ],
  [
    'org unit',
    checkOrgUnitPath,
    [
      '/',
      '/Sales',
      '/Sales/North & South',
      '/Ventas/Peñíscola',
      // Only what would be new is refused: what is there may be called so.
      '/C++/100%',
      '/東京',
      `/${Array.from({ length: 35 }, (_, i) => i).join('/')}`,
    ],
    [
      ['', '/ in front'],
      ['Sales', '/ in front'],
      ['/Sales/', 'empty level'],
      ['/Sales//North', 'empty level'],
      ['/Sales /North', 'blank'],
      ['/a\nb', 'line break'],
      [`/${Array.from({ length: 36 }, (_, i) => i).join('/')}`, '35'],
    ],
  ],
  [
    "customer's domain",
    checkCustomerDomain,
    ['acme.example', 'a-b.co.uk', 'xn--mller-kva.example'],
    [
      ['www.acme.example', 'www.'],
      ['https://acme.example', 'web address'],
      ['acme.example/x', 'web address'],
      ['acme', 'domain'],
      ['acme .example', 'domain'],
      ['müller.example', 'a–z'],
    ],
  ],
  ['purchase order', checkPurchaseOrder, ['', 'PO-17', 'x'.repeat(80)], [['x'.repeat(81), '80']]],
  ['deal code', checkDealCode, ['x'.repeat(100)], [['x'.repeat(101), '100']]],
  [
    'address line',
    (text) => checkAddressField('City', text),
    ['Málaga', 'x'.repeat(255)],
    [['x'.repeat(256), 'City has 256']],
  ],
  [
    'password',
    checkPassword,
    ['correct horse', 'x'.repeat(100), '12345678', '=HYPERLINK("x")'],
    [
      ['short12', '8'],
      ['', '8'],
      ['x'.repeat(101), '100'],
      ['contraseña', 'accent'],
      ['line\nbreak1', 'line break'],
      [' leading1', 'blank'],
      ['trailing1 ', 'blank'],
    ],
  ],
];

describe.each(cases)('a %s', (...[, check, good, bad]) => {
  test.each(good.map((text) => [text]))('%j is taken', (text) => {
    expect(check(text)).toBeUndefined();
  });

  test.each(bad)('%j is refused with a sentence that says "%s" and what to do', (text, says) => {
    const complaint = check(text) ?? '';
    expect(complaint).toContain(says);
    expect(complaint.split(/[.:] /).length).toBeGreaterThan(1);
    expect(complaint).toMatch(/\.$/);
    expect(complaint).not.toMatch(/[\n\r]/);
  });
});

test("an alias is not the person's own address", () => {
  expect(checkAlias('Ana@shop.example', 'ana@shop.example')).toContain('own address');
  expect(checkAlias('hello@shop.example', 'ana@shop.example')).toBeUndefined();
  expect(checkAlias('hello+@shop.example')).toContain('+');
});

test("an alternate address is not on the customer's domain", () => {
  expect(checkAlternateEmail('boss@ACME.example', 'acme.example')).toContain('own domain');
  expect(checkAlternateEmail('boss+acme@gmail.com', 'acme.example')).toBeUndefined();
  expect(checkAlternateEmail('boss', 'acme.example')).toContain('not an e-mail address');
});

test('a long name is advised on between 40 and 60 characters', () => {
  expect(adviseOnPersonName('x'.repeat(40))).toBeUndefined();
  expect(adviseOnPersonName('x'.repeat(41))).toContain('41 characters');
  expect(adviseOnPersonName('x'.repeat(60))).toContain('may be refused');
  expect(adviseOnPersonName('x'.repeat(61))).toBeUndefined();
});

describe('a phone number as people group it', () => {
  test.each([
    ['+34 600-123 456', '+34600123456'],
    [' +1 (415) 555.0100', '+14155550100'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['+49/30/123456', '+4930123456'],
    ['+44\u201120\u20117946\u20110958', '+442079460958'],
    ['+81\u30FC3\u22121234·5678', '+81312345678'],
  ])('%j is %s', (text, plain) => {
    expect(plainPhone(text)).toBe(plain);
    expect(checkPhone(plain)).toBeUndefined();
  });
});

describe('a password hash', () => {
  const salted = '$6$salt$' + 'x'.repeat(86);
  test.each([
    ['MD5', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['SHA-1', '5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8'],
    ['crypt', salted],
    ['crypt', '$6$rounds=10000$salt$' + 'x'.repeat(86)],
    ['crypt', '$5$salt$' + 'x'.repeat(43)],
    ['crypt', '$1$salt$' + 'x'.repeat(22)],
    ['crypt', 'ab.DEFGHIJKLm'],
  ])('of %s in its form is taken', (name, value) => {
    expect(checkPasswordHash({ function: name, value })).toBeUndefined();
  });

  test.each([
    ['SHA-256', 'x'.repeat(64), 'does not take'],
    ['constructor', 'x', 'does not take'],
    ['MD5', 'X03MO1qnZdYdgyfeuILPmQ==', '32 hexadecimal'],
    ['SHA-1', '5f4dcc3b5aa765d61d8327deb882cf99', '40 hexadecimal'],
    ['crypt', '$2b$10$abcdefghijklmnopqrstuv', 'crypt hash'],
    ['crypt', `${salted} `, 'crypt hash'],
    ['crypt', '$6$rounds=10001$salt$' + 'x'.repeat(86), '10000'],
  ])('of %s that is not is refused', (name, value, says) => {
    const complaint = checkPasswordHash({ function: name, value }) ?? '';
    expect(complaint).toContain(says);
    expect(complaint).not.toContain(value);
  });
});

describe('secrets and strange texts', () => {
  test('no complaint repeats a password', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 120 }), (password) => {
        const complaint = checkPassword(password);
        if (complaint !== undefined && /[^\sa-zA-Z0-9.,:–-]/.test(password)) expect(complaint).not.toContain(password);
      }),
    );
    expect(checkPassword('Pässword1')).not.toContain('Pässword1');
    expect(checkPassword('Secret7')).not.toContain('Secret7');
  });

  test('8 to 100 ASCII characters without blanks at the ends are always a password', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~][ -~]{6,98}[!-~]$/), (password) => {
        expect(checkPassword(password)).toBeUndefined();
      }),
    );
  });

  test('no check fails over any text, and each complaint is one line that begins like no formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        for (const [, check] of cases) {
          const complaint = check(text) ?? 'fine';
          expect(complaint).not.toMatch(/[\n\r]|^[=+\-@]/);
          expect(complaint.length).toBeLessThan(330);
        }
      }),
    );
  });

  test("the numbers are Google's", () => {
    expect(limits).toMatchObject({
      aliasesPerUser: 30,
      restoreDays: 20,
      orgUnits: { levels: 35 },
      seats: { trial: 10, free: 50 },
      batchCalls: 1000,
    });
  });
});
