import { readPassword, readUsers, type UsersReadWith } from '../../src/tabs/users/read';
import fc from '../property';

const around: UsersReadWith = {
  domains: [{ name: 'shop.example', account: 'C01shop', verified: true, primary: true }],
  elsewhere: [],
  customerRows: [],
  roles: {},
  skus: [],
};
const sha1 = '5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8';
const sha512 = `$6$saltsalt$${'a'.repeat(86)}`;

function rowWith(password: string) {
  return readUsers(
    [
      ['Email', 'Password'],
      ['ana@shop.example', password],
    ],
    around,
  ).rows[0]!;
}

test.each([
  ['Secret 4 Ana', { value: 'Secret 4 Ana' }],
  ['\u00A0Secret-4-Ana\u200B ', { value: 'Secret-4-Ana' }],
  ["'=Secret4Ana", { value: '=Secret4Ana' }],
  ["'tis-a-secret", { value: "'tis-a-secret" }],
  ['{ is fine 4 me', { value: '{ is fine 4 me' }],
  [`{SHA-1}${sha1}`, { value: sha1, hashFunction: 'SHA-1' }],
  [`{sha1} ${sha1}`, { value: sha1, hashFunction: 'SHA-1' }],
  [`{MD5}${sha1.slice(0, 32)}`, { value: sha1.slice(0, 32), hashFunction: 'MD5' }],
  [`{crypt}${sha512}`, { value: sha512, hashFunction: 'crypt' }],
])('the password %j is read as it is sent', (text, password) => {
  expect(readPassword(text)).toEqual(password);
  expect(rowWith(text)).toMatchObject({ hasPassword: true, complaints: [] });
});

test('the wish says what kind of password there is and never which', () => {
  expect(rowWith('Secret-4-Ana').wish?.password).toEqual({ kind: 'clear' });
  expect(rowWith(`{SHA-1}${sha1}`).wish?.password).toEqual({ kind: 'hash', hashFunction: 'SHA-1' });
});

test('a blank cell is no password, and nothing to wipe', () => {
  expect(readPassword(' \u00A0')).toBeUndefined();
  expect(rowWith(' ').hasPassword).toBe(false);
});

test.each([
  '-',
  'shorty!',
  'pässwörter',
  `{SHA-1}${sha1.slice(1)}`,
  `{SSHA}${sha1}`,
  '{crypt}$6$rounds=20000$saltsalt$',
  'x'.repeat(101),
])('the password %j is refused without being repeated', (text) => {
  expect(readPassword(text)).toBeUndefined();
  const row = rowWith(text);
  expect(row).toMatchObject({ hasPassword: true, complaints: [{ column: 'password', header: 'Password' }] });
  if (text !== '-') expect(JSON.stringify(row)).not.toContain(text);
});

test.each([sha1, sha1.slice(0, 32), sha512, `SHA-1:${sha1}`])('the bare hash %j is asked about', (text) => {
  expect(readPassword(text)).toBeUndefined();
  const row = rowWith(text);
  expect(row.complaints.map(({ says }) => says)).toEqual([expect.stringMatching(/^This looks like a hash\./)]);
  expect(JSON.stringify(row)).not.toContain(text);
});

test('what another column names counts as if it stood in front', () => {
  expect(readPassword(sha1, 'SHA-1')).toEqual({ value: sha1, hashFunction: 'SHA-1' });
  expect(readPassword(`{MD5}${sha1.slice(0, 32)}`, 'SHA-1')).toMatchObject({ hashFunction: 'MD5' });
  expect(readPassword('****', 'SHA-1')).toBeUndefined();
});

test('whatever the password, nothing that is read of the row repeats it', () => {
  const secret = fc.string({ minLength: 4 }).map((text) => `zq${text}qz`);
  const label = fc.constantFrom('', '{SHA-1}', '{MD5}', '{crypt}', '{other}');
  fc.assert(
    fc.property(label, secret, (prefix, text) => {
      expect(JSON.stringify(rowWith(prefix + text))).not.toContain(JSON.stringify(text).slice(1, -1));
    }),
  );
});
