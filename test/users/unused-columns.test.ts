import { openDesk } from '../sandbox-desk';
import { open, person, row, shop } from './shop';

/** A filled column that nothing is done with is said on the plan, once a tab and not once a row. */

const ana = 'ana@shop.example';
const bea = 'bea@shop.example';

test('columns of the user’s own, and of other tools, are named with their letters', () => {
  const own = {
    'Employee photo': '',
    Notes: 'x',
    Empty: ' ',
    Ticked: 'FALSE',
    Title: 'Clerk',
    'Last Sign In [READ ONLY]': 'Never',
  };
  const desk = open([row(ana, own), row(bea, { ...own, 'Employee photo': 'b.png' })]);
  const { unused } = desk.check();
  expect(unused).toEqual([{ says: 'Not used on Users: Employee photo, Notes (columns D, E).' }]);
  expect(desk.row(ana)['Details']).not.toContain('Not used');
});

test('only rows that are checked count, and a column without a header is one', () => {
  const users = `Email,First name,Last name,,Memo\n${ana},Ana,Ruiz,,\n${bea},Bea,Ruiz,left here,to do\n`;
  const desk = openDesk({ tenant: shop({ users: [person(ana, 'Ana Ruiz')] }), users });
  expect(desk.check({ scope: { kind: 'rows', rows: [`Users!${ana}`] } }).unused).toBeUndefined();
  expect(desk.check().unused).toEqual([{ says: 'Not used on Users: no header, Memo (columns D, E).' }]);
});

test('many are folded: the first five, how many more, and all of them behind it', () => {
  const own = Object.fromEntries(Array.from({ length: 70 }, (_none, at) => [`Own ${String(at + 1)}`, 'x']));
  const columns = (filled: number) => Object.fromEntries(Object.entries(own).slice(0, filled));
  expect(open([row(ana, columns(7))]).check().unused).toEqual([
    { says: expect.stringMatching(/: Own 1, .*, Own 7 \(columns D, .*, J\)\.$/) as string },
  ]);
  const [many] = open([row(ana, columns(8))]).check().unused ?? [];
  expect(many?.says).toBe('Not used on Users: Own 1, Own 2, Own 3, Own 4, Own 5 and 3 more.');
  expect(many?.columns).toHaveLength(8);
  expect(many?.columns?.slice(-2)).toEqual(['J: Own 7', 'K: Own 8']);
  const [all] = open([row(ana, own)]).check().unused ?? [];
  expect(all?.columns?.slice(-2)).toEqual(['BK: Own 60', '10 more']);
});

test('a sheet of nothing but our columns is silent', () => {
  expect(open([row(ana, { Title: 'Clerk', Licences: '', Roles: '' })]).check().unused).toBeUndefined();
});
