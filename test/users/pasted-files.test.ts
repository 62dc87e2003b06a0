import { ask } from '../../sandbox/cli/desk';
import { openDesk } from '../sandbox-desk';
import { open, shop, userAt, writesDuring } from './shop';

/** Files of other tools, pasted onto the tab as they are. */

const ana = 'ana@shop.example';
const sha1 = '4d140d9e97e5507e297ab9dcf82a2de7a499be2b';
const google = (more: Readonly<Record<string, string>>) => ({
  'Email Address [Required]': ana,
  'First Name [Required]': 'Ana',
  'Last Name [Required]': 'Ruiz',
  ...more,
});
const hashed = 'Password Hash Function [UPLOAD ONLY]';

test('a hash beside the name of its function never becomes a password', () => {
  const desk = open([google({ 'Password [Required]': sha1, [hashed]: 'SHA-1' })]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.note(ana, 'Password [Required]')).toContain('Write the function in front of it, such as {SHA-1}');
  desk.type(ana, 'Password [Required]', `{SHA-1}${sha1}`);
  desk.checkAndRun();
  expect(userAt(desk, ana).passwordHash).toMatchObject({ function: 'SHA-1' });
});

test.each(['False', 'FALSE', 'FALSCH'])('“%s” beside a given password is told, whatever it was meant for', (text) => {
  const desk = open([google({ 'Password [Required]': 'Blue.Kite-71', 'Change Password at Next Sign-In': text })]);
  desk.check();
  expect(desk.row(ana)['Details']).toContain(`“${text}” is what an empty box says`);
});

test('the names of GAM’s export are understood', () => {
  const desk = open([{ primaryEmail: ana, 'name.givenName': 'Ana', 'name.familyName': 'Ruiz', orgUnitPath: '/' }]);
  desk.checkAndRun();
  expect(userAt(desk, ana).name).toMatchObject({ givenName: 'Ana', familyName: 'Ruiz' });
});

test('a title above the headers is told by the row of the headers', () => {
  const users = `New colleagues,,\nEmail,First name,Last name\n${ana},Ana,Ruiz\n`;
  const desk = openDesk({ tenant: shop(), users, setUp: false });
  const says = 'The headers of the Users tab seem to stand on row 2.';
  expect(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).toThrow(says);
});
