import { importText, into } from '../imports/files';
import { admin, behind, expectSettled, open, person, statuses, userAt, wait, writesDuring } from './shop';

/** The column New email: a rename without a User ID, which stays in the row. */

const [ana, bo, anna] = ['ana@shop.example', 'bo@shop.example', 'anna@shop.example'];
const people = { users: [person(ana, 'Ana Ruiz'), person(bo, 'Bo Roe')] };
const rename = (more: Readonly<Record<string, string>> = {}) => ({
  Email: ana,
  'New email': 'Anna@shop.example',
  ...more,
});

test('somebody is renamed, the old address stays an alias, and the row is in order as it stands', () => {
  const desk = open([rename({ Title: 'Lead' })], people);
  desk.check();
  expect(desk.row(ana)['Details']).toContain(`rename ${ana} to ${anna}`);
  desk.run();
  expect(userAt(desk, anna)).toMatchObject({ aliases: [ana], organizations: [{ title: 'Lead' }] });
  wait(desk, 600);
  expectSettled(desk);
});

test('a namesake is asked about under the address that there is, and not the one that is to be', () => {
  const desk = open([rename({ 'First name': 'Zoe', 'Last name': 'Zander' })], people);
  desk.check();
  expect(desk.row(ana)['Details']).toContain(`${ana} exists as “Ana Ruiz”. Same person?`);
});

test('the same from a sheet that knows nobody, before and after somebody else did it', () => {
  const desk = open([rename()], people);
  behind(desk, ['directory.users.update', { userKey: ana }, { primaryEmail: anna }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Status']).toBe('Up to date');
  const gone = open([rename()], { users: [person(anna, 'Ana Ruiz')] });
  expect(writesDuring(gone, () => gone.checkAndRun())).toEqual([]);
  expect(gone.row(ana)['Status']).toBe('Up to date');
});

test('a New email that is emptied afterwards renames nobody back; put into Email it is the same person', () => {
  const desk = open([rename()], people);
  desk.checkAndRun();
  desk.type(ana, 'New email', '');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Details']).toContain(`Email is “${anna}” at Google`);
  desk.type(ana, 'Email', anna);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(anna)['Status']).toBe('Up to date');
});

test('a rename made at Google since is reported and left', () => {
  const desk = open([rename()], people);
  desk.checkAndRun();
  behind(desk, ['directory.users.update', { userKey: anna }, { primaryEmail: 'a@shop.example' }]);
  wait(desk, 600);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Details']).toContain('Email is “a@shop.example” at Google (changed there since)');
});

test('an administrator is renamed only after a yes by name', () => {
  const desk = open([{ Email: admin, 'New email': 'boss@shop.example' }, rename()], people);
  desk.check();
  expect(statuses(desk)).toEqual({ [admin]: 'Needs you', [ana]: 'Ready' });
  expect(desk.row(admin)['Details']).toContain('Really rename the account to boss@shop.example?');
});

test.each([
  ['nobody is there', { Email: 'no@shop.example' }, 'no@shop.example does not exist, so there is nobody to rename'],
  ['the new address is another person’s', { 'New email': bo }, `${bo} is the address of another user`],
  ['it is an alias of somebody', { 'New email': 'b@shop.example' }, `b@shop.example is an alias of ${bo}`],
  ['it is no address', { 'New email': 'anna' }, 'not an e-mail address'],
  ['its domain is nobody’s', { 'New email': 'anna@else.example' }, 'No account in reach has the domain else.example'],
  ['it is a -', { 'New email': '-' }, 'everybody has an address'],
  ['somebody else has the name', { 'First name': 'Zoe', 'Last name': 'Zander' }, 'Same person?'],
])('where %s the row says so, and nothing is written', (_, cells, says) => {
  const users = [person(ana, 'Ana Ruiz'), person(bo, 'Bo Roe', { aliases: ['b@shop.example'] })];
  const desk = open([rename(cells)], { users });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.rows()[0]).toMatchObject({ Status: 'Needs you', Details: expect.stringContaining(says) as unknown });
});

test('two rows cannot wish one address', () => {
  const desk = open([rename(), { Email: bo, 'New email': anna }], people);
  desk.check();
  expect(statuses(desk)).toEqual({ [ana]: 'Ready', [bo]: 'Needs you' });
  expect(desk.note(bo, 'New email')).toContain('is the address of row 2, too');
});

test('the New Primary Email of Google’s own file is such a rename', async () => {
  const headers = 'First Name [Required],Last Name [Required],Email Address [Required],Password [Required]';
  const { rows, summary } = await importText(
    `${headers},Org Unit Path [Required],New Primary Email [UPLOAD ONLY]\nAna,Ruiz,${ana},****,/,${anna}\n`,
    into(),
  );
  expect(summary).toMatchObject({ format: 'google-admin', unused: [] });
  expect(rows).toMatchObject([{ Email: ana, 'New email': anna }]);
});
