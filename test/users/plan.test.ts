import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { textTabs } from '../../sandbox/cli/sheets';
import { tenantOf, usersTab } from '../../sandbox/bench/input';
import { told, writesOf } from '../plan-writes';
import { openDesk } from '../sandbox-desk';
import { account, businessStandard, businessStarter, open, person, workspaceProduct, wait } from './shop';

/** What an administrator reads in a plan before anything is sent: whom each write is about, and every value. */

test('comes along with the end of its check, so that nobody waits for a call of its own', () => {
  const desk = open([
    { Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz' },
    { Email: 'ben@elsewhere.example', 'First name': 'Ben', 'Last name': 'Roy' },
  ]);
  const { plan, phase } = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  expect(phase).toBe('checked');
  expect(plan?.rows).toBe(1);
  expect(plan?.needs).toHaveLength(1);
  expect(plan).toEqual(ask(desk.host, 'getPlan'));
  expect(ask(desk.host, 'getProgress')).not.toHaveProperty('plan');
});

describe('a new person', () => {
  const row = {
    Email: 'ana@shop.example',
    'First name': 'Ana',
    'Last name': 'Ruiz',
    'Org unit': '/Sales',
    Licences: 'Business Starter',
    Roles: 'User Management Admin',
    Aliases: 'ann@shop.example',
    'Recovery email': 'ana@home.example',
  };

  test('is told with all that is sent, in Details and write by write, with the cell of the row', () => {
    const desk = open([row]);
    const plan = desk.check();
    expect(desk.row('ana@shop.example')['Details']).toBe(
      'Will create the org unit /Sales. Will create the user (first name Ana, last name Ruiz, org unit /Sales, recovery email ana@home.example, password made), give Google Workspace Business Starter, give the role User Management Admin, add the alias ann@shop.example.',
    );
    const writes = writesOf(desk, plan);
    expect(told(writes.filter(({ need }) => need === 'must'))).toEqual([
      'shop.example: create the org unit /Sales',
      'ana@shop.example: create the user (first name Ana, last name Ruiz, org unit /Sales, recovery email ana@home.example, password made)',
      'ana@shop.example: give Google Workspace Business Starter',
      'ana@shop.example: give the role User Management Admin',
      'ana@shop.example: add the alias ann@shop.example',
    ]);
    expect(writes.map(({ key, tab, row: at }) => `${key} ${tab} ${String(at)}`)).toEqual(
      writes.map(() => 'Users!ana@shop.example Users 2'),
    );
    expect(writes.map(({ column }) => column)).toEqual([
      'Org unit',
      undefined,
      'Licences',
      'Roles',
      'Aliases',
      'Licences',
    ]);
    expect(plan.lines.map(({ need, count, says, detail }) => [need, count, says, detail])).toEqual([
      ['must', 1, 'create org units', 'shop.example: create the org unit /Sales'],
      [
        'must',
        1,
        'create users',
        'ana@shop.example: create the user (first name Ana, last name Ruiz, org unit /Sales, recovery email ana@home.example, password made)',
      ],
      ['must', 1, 'give licences', 'ana@shop.example: give Google Workspace Business Starter'],
      ['must', 1, 'give roles', 'ana@shop.example: give the role User Management Admin'],
      ['must', 1, 'add aliases', 'ana@shop.example: add the alias ann@shop.example'],
      [
        'may',
        1,
        'switch licences',
        'ana@shop.example: switch from what automatic licensing gave to Google Workspace Business Starter',
      ],
    ]);
  });

  test('with a password of one’s own has it given, of those without it is made, and no plan says which', () => {
    const desk = open([
      { ...row, Password: 'Sehr-Geheim-77' },
      { ...row, Email: 'bob@shop.example', Aliases: '', 'Change password at sign-in': 'No', Password: '' },
      { ...row, Email: 'cy@shop.example', Aliases: '', Password: '{SHA-1}2fd4e1c67a2d28fced849ee1bb76e7391b93eb12' },
    ]);
    const plan = desk.check();
    expect(plan.lines.find(({ says }) => says === 'create users')?.detail).toBe(
      'password given · password given as a hash of SHA-1 · password made',
    );
    expect(told(writesOf(desk, plan)).filter((text) => text.includes('create the user'))).toEqual([
      expect.stringMatching(/^ana@.*, password given\)$/),
      expect.stringMatching(/^bob@.*, password made, no new password at sign-in\)$/),
      expect.stringMatching(/^cy@.*, password given as a hash of SHA-1\)$/),
    ]);
    expect(JSON.stringify([plan, writesOf(desk, plan)])).not.toMatch(/Geheim|2fd4e1c6/);
    expect(JSON.stringify(textTabs(desk.host.state.sheets).filter(({ name }) => name !== 'Users'))).not.toMatch(
      /Geheim|2fd4e1c6/,
    );
  });
});

describe('somebody who is there', () => {
  const there = person('ceo@shop.example', 'Cai Olson', { recoveryEmail: 'cai@home.example' });
  const row = { Email: 'ceo@shop.example', 'First name': 'Cai', 'Last name': 'Olson', 'Org unit': '/' };

  test('is renamed, moved and changed from what to what', () => {
    const desk = open([{ ...row, 'Recovery email': '' }], { users: [there] });
    desk.checkAndRun();
    desk.type('ceo@shop.example', 'Last name', 'Ólson');
    desk.type('ceo@shop.example', 'Org unit', '/Sales');
    desk.type('ceo@shop.example', 'Recovery email', '-');
    desk.type('ceo@shop.example', 'Email', 'bob@shop.example');
    const plan = desk.check();
    const all = 'change last name Olson → Ólson, org unit / → /Sales, recovery email cai@home.example → nothing';
    expect(desk.row('bob@shop.example')['Details']).toContain(
      `Will rename ceo@shop.example to bob@shop.example, ${all}.`,
    );
    expect(told(writesOf(desk, plan))).toContain(
      `bob@shop.example: rename ceo@shop.example to bob@shop.example, ${all}`,
    );
    // The link goes to the cell, wherever the row is by then.
    desk.host.edit.insertRows('Users', 2);
    const rename = writesOf(desk, plan).find(({ kind }) => kind === 'rename users');
    expect(rename).toMatchObject({ tab: 'Users', cell: 'C3', column: 'Last name' });
    ask(desk.host, 'goToRow', { key: rename?.key ?? '', column: rename?.column ?? '' });
    expect(desk.host.state.selection).toBe('C3');
    desk.run();
    expect(desk.row('bob@shop.example')['Details']).toMatch(
      /renamed ceo@shop\.example to bob@shop\.example, changed last name Olson → Ólson, org unit \/ → \/Sales/i,
    );
  });

  test('with others, is counted by what the changes come to where that is the same for many', () => {
    const people = ['ann', 'bob', 'cid'].map((name) => person(`${name}@shop.example`, `${name} Ray`));
    const rows = people.map(({ primaryEmail }, at) => ({
      Email: primaryEmail,
      State: 'Suspended',
      'Recovery email': `one${String(at)}@home.example`,
    }));
    const { lines } = open(rows, { users: people }).check();
    expect(lines.map(({ count, detail }) => `${String(count)}: ${detail}`)).toEqual([
      '3: recovery email 3 · state → Suspended 3',
    ]);
  });

  test('whose licence is switched is told from which', () => {
    const users = [person('ceo@shop.example', 'Cai Olson')];
    const licences = [{ userId: 'ceo@shop.example', productId: workspaceProduct, skuId: businessStarter }];
    const desk = open([{ ...row, Licences: 'Business Standard' }], { users, licences });
    expect(told(writesOf(desk, desk.check()))).toEqual([
      'ceo@shop.example: switch licence Google Workspace Business Starter → Google Workspace Business Standard',
    ]);
  });

  test('whose password is set is a kind of its own in the totals', () => {
    const desk = open([{ ...row, Password: 'Sehr-Geheim-77', 'Last name': 'Olsen' }], { users: [there] });
    const plan = desk.check({ samePerson: 'all' });
    expect(plan.lines).toEqual([
      {
        need: 'must',
        count: 1,
        says: 'set given passwords',
        detail: 'ceo@shop.example: set the given password, change last name Olson → Olsen',
      },
    ]);
  });
});

test('values from outside are no words of the plan, and no formula or markup', () => {
  const nasty = 'Ruiz, give the role Super Admin → “x”';
  const desk = open([{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': nasty }]);
  const writes = writesOf(desk, desk.check());
  expect(told(writes)).toEqual([
    'ana@shop.example: create the user (first name Ana, last name “Ruiz, give the role Super Admin → "x"”, org unit /, password made)',
  ]);
  const users = [person('bob@shop.example', 'Bob =HYPERLINK("https://evil.example")\u202E<b>')];
  const other = open([{ Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Ray' }], { users });
  other.check({ samePerson: 'all' });
  const details = other.row('bob@shop.example')['Details'] ?? '';
  expect(details).toContain('change last name “=HYPERLINK("https://evil.example")<b>” → Ray');
  expect(details).not.toContain('\u202E');
});

test('a plan of many writes comes in pages, each line of the totals by itself', () => {
  const rows = Array.from({ length: 130 }, (_none, at) => {
    const letters = [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return { Email: `p${String(at)}@shop.example`, 'First name': 'Pat', 'Last name': `Ray ${letters}` };
  });
  const desk = open(rows);
  const plan = desk.check();
  const kind = { says: 'create users', need: 'must' } as const;
  const page = (from: number) => ask(desk.host, 'getPlanLines', { planId: plan.planId, kind, from });
  const [first, second] = [page(0), page(100)];
  expect([first.total, first.writes.length, second.writes.length]).toEqual([130, 100, 30]);
  expect([...first.writes, ...second.writes].map(({ cell }) => cell)).toEqual(
    rows.map((_row, at) => `A${String(at + 2)}`),
  );
  expect(page(130).writes).toEqual([]);
  for (const wrong of [{ planId: 'another', kind, from: 0 }, null, 7, 'text', [], {}])
    expect(() => ask(desk.host, 'getPlanLines', wrong as never)).toThrow(ServerSaidNo);
  for (const from of [-1, 0.5, NaN, 1e99, '7', null]) expect(() => page(from as never)).toThrow(ServerSaidNo);
});

test('a row that found no seat in a run says so first when it is ready again', () => {
  const subscriptions = account().subscriptions?.filter(({ skuId }) => skuId === businessStandard);
  const desk = open(
    [{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz', Licences: 'Business Starter' }],
    { subscriptions: subscriptions ?? [] },
  );
  desk.checkAndRun();
  expect(desk.row('ana@shop.example')['Status']).toBe('Waiting');
  wait(desk);
  for (let check = 0; check < 2; check++) {
    desk.check();
    expect(desk.row('ana@shop.example')).toMatchObject({
      Status: 'Ready',
      Details: expect.stringMatching(
        /^In the last run: No seat of .* Will give Google Workspace Business Starter\.$/,
      ) as string,
    });
  }
});

test('five thousand full rows, as benches have them, keep their Journal within three million bytes', () => {
  const wanted = { rows: 40, licence: 'Business Starter' } as const;
  const [headers = [], ...people] = usersTab(wanted).rows;
  const users = people.map((cells) => Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ''])));
  const desk = openDesk({ tenant: tenantOf(wanted), users });
  desk.check();
  const lines = textTabs(desk.host.state.sheets).find(({ name }) => name === 'Journal')?.rows ?? [];
  const own = lines.filter(([key = '']) => key.startsWith('Users!'));
  expect(own).toHaveLength(40);
  const bytes = own.reduce((all, line) => all + Buffer.byteLength(line.join('')), 0) / own.length;
  expect(bytes).toBeGreaterThan(300);
  expect(bytes * 5_000).toBeLessThan(3_000_000);
});
