import type { TestDesk } from '../sandbox-desk';
import { open, person, writesDuring } from './shop';
import { someOf } from '../sweep';

/**
 * Two rows that claim one address, alias or User ID: the one that Google agrees with goes on, the other one is told.
 */

const [ana, bob, old] = ['ana@shop.example', 'bob@shop.example', 'old@shop.example'];
const alias = 'info@shop.example';
const ids = { ana: '103000000000000000000', bob: '104000000000000000000', old: '105000000000000000000' };
const none = '109000000000000000000';

/** Ana, who has the alias; Bob; and a third one. */
const users = [
  person(ana, 'Ana Ruiz', { id: ids.ana, aliases: [alias] }),
  person(bob, 'Bob Berg', { id: ids.bob }),
  person(old, 'Olga Old', { id: ids.old }),
];

type Cells = Readonly<Record<string, string>>;

/** Two rows by what they claim: the right one, another one, and two with which Google does not agree. */
const rowsOf: Readonly<
  Record<'address' | 'alias' | 'User ID', { right: Cells; other: Cells; neither: [Cells, Cells] }>
> = {
  address: {
    right: { Email: ana, 'User ID': ids.ana },
    other: { Email: ana, 'User ID': none },
    neither: [
      { Email: ana, 'User ID': none },
      { Email: ana, 'User ID': `${none}1` },
    ],
  },
  alias: {
    right: { Email: ana, Aliases: alias },
    other: { Email: bob, Aliases: alias },
    neither: [
      { Email: bob, Aliases: 'free@shop.example' },
      { Email: old, Aliases: 'free@shop.example' },
    ],
  },
  'User ID': {
    right: { Email: ana, 'User ID': ids.ana },
    other: { Email: 'copy@shop.example', 'User ID': ids.ana, 'First name': 'Cy', 'Last name': 'Cole' },
    neither: [
      { Email: 'copy@shop.example', 'User ID': ids.ana, 'First name': 'Cy', 'Last name': 'Cole' },
      { Email: 'copy2@shop.example', 'User ID': ids.ana, 'First name': 'Di', 'Last name': 'Dunn' },
    ],
  },
};

const kinds = ['address', 'alias', 'User ID'] as const;

const ends = (desk: TestDesk) => desk.rows().map(({ Status }) => Status);
const changed = (desk: TestDesk) =>
  writesDuring(desk, () => desk.checkAndRun({ samePerson: 'all' }))
    .filter(({ op }) => op === 'directory.users.update')
    .map(({ params, body }) => [params['userKey'], body]);
const titled = (row: Cells, at: number) => ({ 'Job title': `Boss ${String(at)}`, ...row });

const places = kinds.flatMap((kind) => [0, 1].map((at) => [kind, at === 0 ? 'first' : 'second', at] as const));

test.each(someOf(places, 2))('of two rows with one %s the %s goes on, with whom Google agrees', (kind, _which, at) => {
  const { right, other } = rowsOf[kind];
  const desk = open((at === 0 ? [right, other] : [other, right]).map(titled), { users });
  const body = expect.objectContaining({ organizations: [expect.objectContaining({ title: `Boss ${String(at)}` })] });
  expect(changed(desk)).toEqual([[ids.ana, body]]);
  expect(ends(desk)).toEqual(at === 0 ? ['Done', 'Needs you'] : ['Needs you', 'Done']);
  const told = desk.rows()[1 - at]?.['Details'];
  expect(told).toMatch(new RegExp(`row ${String(at + 2)}\\b`, 'i'));
  expect(told).toMatch(/at Google/);
  expect(desk.rows()[at]?.['Details']).not.toMatch(/row \d/);
  expect(writesDuring(desk, () => desk.checkAndRun({ samePerson: 'all' }))).toEqual([]);
  expect(ends(desk)).toEqual(at === 0 ? ['Up to date', 'Needs you'] : ['Needs you', 'Up to date']);
});

test.each([
  ['address', ['Needs you', 'Needs you'], [/No account has the User ID/, /stands on row 2 too, and that row is/]],
  ['alias', ['Done', 'Needs you'], [/added the alias/, /stands on row 2 too\. Take it out of one of the two rows/]],
  ['User ID', ['Needs you', 'Needs you'], [/Row 3 has the same User ID and another/, /Row 2 has the same User ID, so/]],
] as const)('where Google agrees with neither of two rows with one %s, they are told as ever', (kind, end, says) => {
  const apart = kind === 'address' ? users.filter(({ primaryEmail }) => primaryEmail !== ana) : users;
  const desk = open(rowsOf[kind].neither.map(titled), { users: apart });
  desk.checkAndRun({ samePerson: 'all' });
  expect(ends(desk)).toEqual(end);
  says.forEach((one, at) => {
    expect(desk.rows()[at]?.['Details']).toMatch(one);
  });
});

describe('an alias that is the address of another row', () => {
  const owner = { Email: ana, Aliases: alias };
  const itself = { Email: alias, 'First name': 'In', 'Last name': 'Fo' };

  test.each([
    ['above', [itself, owner], 0],
    ['below', [owner, itself], 1],
  ] as const)('stays with who has it at Google, and the row %s is told', (_where, rows, told) => {
    const desk = open(rows, { users });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(ends(desk)).toEqual(told === 0 ? ['Needs you', 'Up to date'] : ['Up to date', 'Needs you']);
    expect(desk.row(alias)['Details']).toContain(
      `${alias} is an alias of the person of row ${String(told === 0 ? 3 : 2)} at Google`,
    );
  });

  test('is that row’s where Google has it so, or has it not', () => {
    const desk = open(
      [
        { Email: ana, Aliases: bob },
        { Email: bob },
        { Email: old, Aliases: 'new@shop.example' },
        { Email: 'new@shop.example', 'First name': 'Ne', 'Last name': 'Wo' },
      ],
      { users },
    );
    desk.checkAndRun();
    expect(ends(desk)).toEqual(['Needs you', 'Up to date', 'Needs you', 'Done']);
    expect(desk.row(ana)['Details']).toContain(`The alias ${bob} is the address of row 3, at Google too.`);
    expect(desk.row(old)['Details']).toContain('is the address of row 5. Take it out of one of the two rows');
  });
});

test('a new person whose row has the User ID of somebody else is the copy, whoever stands first', () => {
  const sue = { Email: 's7@shop.example', 'First name': 'Sue', 'Last name': 'Seven', 'User ID': ids.old };
  const desk = open([sue, { Email: old, 'User ID': ids.old, 'Org unit': '/' }], { users });
  desk.checkAndRun();
  expect(ends(desk)).toEqual(['Needs you', 'Up to date']);
  expect(desk.row('s7@shop.example')['Details']).toContain('Row 3 has the same User ID, and its address is the one');
  desk.type('s7@shop.example', 'User ID', '');
  desk.checkAndRun();
  expect(ends(desk)).toEqual(['Done', 'Up to date']);
});

test('an action is done with the right one alone', () => {
  const rows = [
    { Email: bob, 'User ID': ids.ana },
    { Email: ana, 'User ID': ids.ana },
  ];
  const desk = open(rows, { users });
  const wrote = writesDuring(desk, () => desk.checkAndRun({ action: 'sign-out' }));
  expect(wrote.map(({ params }) => params['userKey'])).toEqual([ids.ana]);
  expect(ends(desk)).toEqual(['Needs you', 'Done']);
});
