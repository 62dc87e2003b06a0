import { createHash } from 'node:crypto';
import { isObject } from '../../src/engine/request';
import { businessStarter, expectSettled, hashOf, open, person, skusOf, userAt, writesDuring } from './shop';
import { expectAtGoogle, handedOff } from './secrets';

/** Google's template for people in bulk, filled as Google documents it and pasted onto the tab. */

const ana = 'ana@shop.example';
const bea = 'bea@shop.example';
const hashed = 'Password Hash Function [UPLOAD ONLY]';
const change = 'Change Password at Next Sign-In';

const google = (email: string, more: Readonly<Record<string, string>>) => ({
  'First Name [Required]': 'Ana',
  'Last Name [Required]': 'Ruiz',
  'Email Address [Required]': email,
  'Org Unit Path [Required]': '/',
  ...more,
});
const own = (email: string, more: Readonly<Record<string, string>>) => ({
  Email: email,
  'First name': 'Ana',
  'Last name': 'Ruiz',
  ...more,
});

/** Every column of it, in its order (Admin Help, "Add or update multiple users from a CSV file"). */
const filled = {
  'First Name [Required]': 'Ana',
  'Last Name [Required]': 'Ruiz',
  'Email Address [Required]': ana,
  'Password [Required]': 'Blue.Kite-71',
  'Password Hash Function [UPLOAD ONLY]': '',
  'Org Unit Path [Required]': '/Sales',
  'New Primary Email [UPLOAD ONLY]': '',
  'Status [READ ONLY]': 'Suspended',
  'Last Sign In [READ ONLY]': '2026/02/01 07:57:22',
  'Recovery Email': 'ana@home.example',
  'Home Secondary Email': 'ana@second.example',
  'Work Secondary Email': '',
  'Recovery Phone [MUST BE IN THE E.164 FORMAT]': '+34910000001',
  'Work Phone': '+34910000002',
  'Home Phone': '+34910000003',
  'Mobile Phone': '+34610000004',
  'Work Address': 'Calle Mayor 1, 28013 Madrid',
  'Home Address': 'Calle Menor 2',
  'Employee ID': 'E-17',
  'Employee Type': 'Staff',
  'Employee Title': 'Clerk',
  'Manager Email': 'admin@shop.example',
  Department: 'Sales',
  'Cost Center': 'CC-1',
  '2sv Enrolled [READ ONLY]': 'True',
  '2sv Enforced [READ ONLY]': 'True',
  'Building ID': '',
  'Floor Name': '3',
  'Floor Section': 'B',
  'Email Usage [READ ONLY]': '0.1GB',
  'Drive Usage [READ ONLY]': '0.1GB',
  'Photos Usage [READ ONLY]': '0.0GB',
  'Storage limit [READ ONLY]': '30GB',
  'Storage Used [READ ONLY]': '0.2GB',
  'Change Password at Next Sign-In': 'False',
  'New Status [UPLOAD ONLY]': '',
  'New Licenses [UPLOAD ONLY]': businessStarter,
  'Licenses [READ ONLY]': 'Google Workspace Business Standard',
  'Advanced Protection Program enrollment': 'True',
};
const unused =
  'Not used on Users: Home Phone, Home Address, Employee Type, Floor Name, Floor Section, Advanced Protection Program enrollment';

test('the whole template, filled: what is UPLOAD ONLY is wished, what is READ ONLY never', () => {
  const other = {
    ...filled,
    'Email Address [Required]': bea,
    'Password [Required]': '****',
    'New Primary Email [UPLOAD ONLY]': 'beatriz@shop.example',
    'Status [READ ONLY]': 'Active',
    'New Status [UPLOAD ONLY]': 'Suspended',
    'Recovery Email': 'bea@home.example',
  };
  const desk = open([filled, other], { users: [person(bea, 'Ana Ruiz')], orgUnits: [{ orgUnitPath: '/Sales' }] });
  expect(desk.check().unused).toEqual([{ says: expect.stringContaining(unused) as string }]);
  desk.run();
  expect(userAt(desk, ana)).toMatchObject({
    suspended: false,
    orgUnitPath: '/Sales',
    recoveryEmail: 'ana@home.example',
    changePasswordAtNextLogin: false,
  });
  expect(userAt(desk, 'beatriz@shop.example')).toMatchObject({ suspended: true, orgUnitPath: '/Sales' });
  expect(skusOf(desk, ana)).toEqual([businessStarter]);
  expect(skusOf(desk, 'beatriz@shop.example')).toEqual([businessStarter]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
});

describe('asterisks for a password', () => {
  test('keep the one of somebody who is there: a list downloaded, edited and uploaded resets nobody', () => {
    const all = ['***', '****', ' ******** '].map((stars, at) => ({ stars, email: `p${at}@shop.example` }));
    const desk = open(
      all.map(({ email, stars }) => google(email, { 'Password [Required]': stars, [change]: 'False' })),
      { users: all.map(({ email }) => person(email, 'Ana Ruiz')) },
    );
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    for (const { email } of all) expect(desk.row(email)['Status']).toBe('Up to date');
  });

  test('say nothing for somebody new: a password is made, and the plan says so', () => {
    const desk = open([own(ana, { Password: '****' })]);
    desk.check();
    expect(desk.row(ana)['Details']).toContain('password made');
    desk.run();
    expectAtGoogle(desk, { email: ana, password: handedOff(desk, ana) });
    expectSettled(desk);
  });

  test('two of them are a password that is too short', () => {
    const desk = open([own(ana, { Password: '**' })]);
    desk.check();
    expect(desk.row(ana)['Details']).toContain('too short');
  });
});

const md5 = createHash('md5').update('kept from before').digest('hex');
const sha1 = createHash('sha1').update('kept from before').digest('hex');
const crypt = `$6$abcdefgh$${'A'.repeat(86)}`;

describe('a column that names the hash function', () => {
  test('makes the cell a hash, which is never set as a password, for somebody new and for somebody who is there', () => {
    const all = [
      ['SHA-1', sha1, 'SHA-1'],
      ['sha1', sha1.toUpperCase(), 'SHA-1'],
      ['MD5', md5, 'MD5'],
      ['Crypt', crypt, 'crypt'],
      ['SHA-1', `{SHA-1}${sha1}`, 'SHA-1'],
    ].flatMap(([name = '', hash = '', sent = ''], at) =>
      ['new', 'there'].map((who) => ({ email: `${who}${at}@shop.example`, name, hash, sent })),
    );
    const desk = open(
      all.map(({ email, name, hash }) => google(email, { 'Password [Required]': hash, [hashed]: name })),
      { users: all.filter(({ email }) => email.startsWith('there')).map(({ email }) => person(email, 'Ana Ruiz')) },
    );
    const writes = writesDuring(desk, () => desk.checkAndRun());
    const sent = writes.flatMap(({ body }) => (isObject(body) && body.password ? [body.hashFunction] : []));
    expect([...sent].sort()).toEqual(all.map((one) => one.sent).sort());
    for (const one of all) {
      expect(hashOf(desk, one.email)).toMatchObject({ function: one.sent });
      expect(desk.row(one.email)['Password [Required]']).toBe('');
    }
    expect(desk.handOff()).toEqual([]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  });

  test('a hash of another function, and a function that is none, stop the row at the cell', () => {
    const desk = open([
      google(ana, { 'Password [Required]': sha1, [hashed]: 'SHA-256' }),
      google(bea, { 'Password [Required]': `{MD5}${md5}`, [hashed]: 'SHA-1' }),
    ]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.note(ana, hashed)).toContain('"SHA-256" is no hash function that Google takes.');
    expect(desk.note(bea, hashed)).toContain('another hash function');
  });

  test.each(['', '****'])('says nothing beside “%s”', (password) => {
    const desk = open([google(ana, { 'Password [Required]': password, [hashed]: 'SHA-512' })]);
    desk.checkAndRun();
    expectAtGoogle(desk, { email: ana, password: handedOff(desk, ana) });
  });
});

test('what looks like a hash never becomes a password', () => {
  const texts = [`SHA-1:${sha1}`, `(md5):${md5}`, sha1, md5, sha1 + sha1.slice(16), crypt];
  const desk = open(texts.map((Password, at) => own(`p${at}@shop.example`, { Password })));
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  texts.forEach((text, at) => {
    const note = desk.note(`p${at}@shop.example`, 'Password');
    expect([text, note]).toEqual([text, expect.stringContaining('This looks like a hash.')]);
    expect(note).not.toContain(text.slice(8));
  });
});

test('words of hashing within a password are like any other', () => {
  const texts = ['Sha-Na-Na.1969', 'crypt of St. Paul', 'md5 is broken', 'deadbeefcafe', '$6 for lunch'];
  const desk = open(texts.map((Password, at) => own(`p${at}@shop.example`, { Password })));
  desk.checkAndRun();
  texts.forEach((password, at) => expectAtGoogle(desk, { email: `p${at}@shop.example`, password }));
});

describe('whether a given password is changed at sign-in', () => {
  const expectAsked = (header: string, wanted: Readonly<Record<string, boolean>>): void => {
    const all = Object.entries(wanted).map(([text, changes], at) => ({ email: `p${at}@shop.example`, text, changes }));
    const desk = open(all.map(({ email, text }) => own(email, { Password: 'Blue.Kite-71', [header]: text })));
    desk.checkAndRun();
    for (const { email, text, changes } of all)
      expect([text, userAt(desk, email)['changePasswordAtNextLogin']]).toEqual([text, changes]);
  };

  test('Google’s file says False where children keep what they were given, in any language', () => {
    const kept = { False: false, FALSE: false, FALSCH: false, Faux: false, false: false, '☐': false, '0': false };
    expectAsked(change, { ...kept, no: false, True: true, WAHR: true, '': true });
  });
  test('under our own header such a word was typed', () => {
    const header = 'Change password at sign-in';
    expectAsked(header, { False: false, false: false, FALSCH: false, no: false, True: true, '': true });
  });
  test('under our own header FALSE may be a box that nobody touched, and is told', () => {
    const desk = open([own(ana, { Password: 'Blue.Kite-71', 'Change password at sign-in': 'FALSE' })]);
    desk.check();
    expect(desk.row(ana)['Details']).toContain('"FALSE" is what an empty box says');
    desk.run();
    expect(userAt(desk, ana)['changePasswordAtNextLogin']).toBe(true);
  });
});
