import { oneDomain, openDesk } from '../sandbox-desk';

/** The desk that feature tests work at. */

test('runs the same sheet twice and writes once', () => {
  const desk = openDesk({
    tenant: oneDomain(),
    users: [{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz', Aliases: 'hello@shop.example' }],
  });
  desk.checkAndRun();
  expect(desk.row('ana@shop.example')['Status']).toBe('Done');
  desk.checkAndRun();
  expect(desk.row('ana@shop.example')['Status']).toBe('Up to date');
  expect(desk.google.writes('directory.users.aliases.insert')).toHaveLength(1);
  expect(desk.handOff().map(({ email }) => email)).toEqual(['ana@shop.example']);
  expect(desk.tenant().accounts[0]?.users).toHaveLength(2);
});

test('shows what stands at a row, and lets a person type into it', () => {
  const desk = openDesk({
    tenant: oneDomain(),
    users: 'Email,First name,Last name,Language\nana@shop.example,Ana,Ruiz,Klingon\nno address,Bo,Chen,\n',
  });
  desk.check();
  expect(desk.row('ana@shop.example')['Details']).toMatch(/Klingon/);
  expect(desk.row('Users!row 3')['Status']).toBe('Needs you');
  expect(desk.note('ana@shop.example', 'Language')).toMatch(/Klingon/);
  expect(desk.needs().map(({ key }) => key)).toEqual(['Users!ana@shop.example', 'Users!row 3']);
  desk.type('ana@shop.example', 'Language', 'Spanish');
  expect(desk.check({ scope: { kind: 'rows', rows: ['Users!ana@shop.example'] } }).rows).toBe(1);
  expect(desk.google.writes()).toEqual([]);
});

test('a row that is not there is said', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [{ Email: 'ana@shop.example' }] });
  expect(() => desk.row('bo@shop.example')).toThrow('There is no row Users!bo@shop.example.');
});
