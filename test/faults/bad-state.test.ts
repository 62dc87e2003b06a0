import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { columnOf, textsOf } from '../interference/people';
import { admin, open, person, refusal, statuses, usersAt, wait, writesDuring } from '../users/shop';
import { someOf } from '../sweep';

/**
 * State that is old, damaged, gone, locked or full, and quotas that are used up. Each ends in a message of its own, at
 * the row or for the run, and the next check and run go on as if it had never been.
 */

const rows = ['ann', 'bob', 'cec', 'dan', 'eva', 'fay'].map((name) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  Licences: 'Business Starter',
  Aliases: `${name}.test@shop.example`,
}));
const everything = { scope: { kind: 'everything' }, action: 'provision' } as const;

/** Whatever was wrong is put right: a check and a run bring everybody where the rows want them, each person once. */
function expectGoesOn(desk: TestDesk): void {
  wait(desk);
  desk.checkAndRun();
  for (const [email, status] of Object.entries(statuses(desk)))
    expect([email, status]).toEqual([email, expect.stringMatching(/^(Done|Up to date)$/)]);
  expect(
    usersAt(desk)
      .map(({ primaryEmail }) => primaryEmail)
      .filter((email) => email !== admin)
      .sort(),
  ).toEqual(rows.map(({ Email }) => Email));
  for (const { email } of desk.handOff()) expect(rows.map(({ Email }) => Email)).toContain(email);
}

const documentProperties = (desk: TestDesk): Record<string, string> => desk.host.state.properties.document;
const ownProperties = (desk: TestDesk): Record<string, string> => (desk.host.state.properties.users[admin] ??= {});

/** Does something when the n-th write has reached Google. */
function afterWrites(desk: TestDesk, n: number, act: () => void): void {
  let writes = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind === 'google' && when === 'after' && ++writes === n) act();
  };
}

/** A run that is still under way after its first slice. */
function betweenSlices(): TestDesk {
  const desk = open(rows, {}, { latency: 20_000 });
  documentProperties(desk)['setting:transport'] = 'advanced';
  expect(ask(desk.host, 'startRun', { planId: desk.check().planId }).more).toBe(true);
  return desk;
}

describe('what is kept of a run', () => {
  const kept = [
    [
      'an older version with fewer fields',
      JSON.stringify({ id: 'x', phase: 'running', startedBy: 'somebody@shop.example' }),
    ],
    [
      'an older version without times',
      JSON.stringify({ id: 'x', phase: 'running', startedBy: 'somebody@shop.example', lanes: {}, seats: [] }),
    ],
    ['broken JSON', '{"id":"x","phase":"run'],
    ['pieces that are missing', '#3'],
    ['something else', '[1,2,3]'],
    ['nothing', ''],
  ] as const;

  test.each(someOf(kept, 2))('%s: it counts as no run, and a new one begins', (_what, text) => {
    const desk = open(rows);
    documentProperties(desk)['work'] = text;
    documentProperties(desk)['progress'] = text;
    documentProperties(desk)['background'] = text;
    expect(ask(desk.host, 'getStartPage')).toMatchObject({ work: null, hasPlan: false });
    expect(refusal(() => ask(desk.host, 'continueWork')).code).toBe('nothing');
    expectGoesOn(desk);
  });

  test.each([
    ['broken', '{{{'],
    ['of another shape', '{"secret":7}'],
    ['gone', undefined],
  ])('its secrets are %s: its rows stop and say so, a new check takes its people over', (_what, text) => {
    const desk = betweenSlices();
    for (const name of Object.keys(ownProperties(desk)).filter((one) => one.startsWith('vault:'))) {
      if (text === undefined) Reflect.deleteProperty(ownProperties(desk), name);
      else ownProperties(desk)[name] = text;
    }
    let progress = ask(desk.host, 'continueWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    const stopped = desk.rows().filter((row) => row['Status'] === 'Changed since check');
    expect(stopped.length).toBeGreaterThan(0);
    for (const row of stopped) expect(row['Details']).toMatch(/Check/);
    expectGoesOn(desk);
  });

  test('every other property is damaged: each is found out again', () => {
    const desk = open(rows);
    desk.checkAndRun();
    for (const name of Object.keys(documentProperties(desk)).filter((one) => !one.startsWith('setting:')))
      documentProperties(desk)[name] = '}broken{';
    for (const name of Object.keys(ownProperties(desk))) ownProperties(desk)[name] = '}broken{';
    expect(ask(desk.host, 'getStartPage').who).toMatchObject({ email: admin });
    expectGoesOn(desk);
  });

  test('everything in the cache is damaged: it costs reading again', () => {
    const desk = betweenSlices();
    for (const entry of Object.values(desk.host.state.cache)) entry.value = '}broken{';
    let progress = ask(desk.host, 'continueWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: rows.length } });
    for (const entry of Object.values(desk.host.state.cache)) entry.value = '}broken{';
    expect(ask(desk.host, 'getStartPage').who).toMatchObject({ email: admin });
    expectGoesOn(desk);
  });
});

describe('a Journal', () => {
  test('of an older version, with fewer columns and other JSON, is taken for what it says', () => {
    const desk = open(rows);
    desk.checkAndRun();
    const sheet = desk.host.state.sheets.find(({ name }) => name === 'Journal');
    for (const [at, line] of (sheet?.cells ?? []).entries()) {
      line.splice(6);
      if (at > 0 && line[5]) line[5].value = JSON.stringify({ id: 'old', state: 3 });
      if (at > 0 && line[4]) line[4].value = '[]';
      if (at > 0 && line[1]) line[1].value = 'finished';
    }
    expect(ask(desk.host, 'getStartPage').stops).toEqual([]);
    expectGoesOn(desk);
  });
});

describe('in mid-run', () => {
  test.each(someOf(['Status', 'Details', 'User ID', 'Updated'], 2))(
    'the column %s is deleted: the run ends, says where the results are, and nobody is lost',
    (header) => {
      const desk = open(rows);
      desk.check();
      afterWrites(desk, 3, () => {
        const column = columnOf(desk.host, header) - 1;
        for (const line of desk.host.state.sheets.find(({ name }) => name === 'Users')?.cells ?? [])
          line.splice(column, 1);
      });
      const progress = desk.run();
      desk.host.onEffect = undefined;
      expect(progress).toMatchObject({ phase: 'finished', counts: { done: rows.length } });
      if (header === 'Status') expect(progress.adrift).toMatch(/no Status column any more.*Journal/);
      expect(desk.handOff()).toHaveLength(rows.length);
      ask(desk.host, 'setUpSpreadsheet');
      expectGoesOn(desk);
    },
  );

  test('the Users tab is renamed: it is still the one, and the run goes on', () => {
    const desk = open(rows);
    desk.check();
    const users = desk.host.state.sheets.find(({ name }) => name === 'Users');
    afterWrites(desk, 3, () => {
      if (users) users.name = 'People';
    });
    const progress = desk.run();
    desk.host.onEffect = undefined;
    expect([users?.name, progress]).toMatchObject(['People', { phase: 'finished', counts: { done: rows.length } }]);
    expect(desk.handOff()).toHaveLength(rows.length);
  });

  test('the Users tab is deleted: the run says that it is missing, and goes on when it is back', () => {
    const desk = open(rows);
    desk.check();
    const { sheets } = desk.host.state;
    const users = sheets.find(({ name }) => name === 'Users');
    afterWrites(desk, 3, () => {
      if (users) sheets.splice(sheets.indexOf(users), 1);
    });
    const said = refusal(() => desk.run());
    desk.host.onEffect = undefined;
    expect(said).toMatchObject({ code: 'missingTab', message: expect.stringMatching(/no tab “Users”/) as string });
    if (users) sheets.unshift(users);
    let progress = ask(desk.host, 'continueWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: rows.length } });
    expect(desk.handOff()).toHaveLength(rows.length);
    expectGoesOn(desk);
  });

  test('somebody protects the columns of results: the run says so, and goes on when the protection is gone', () => {
    const desk = open(rows);
    desk.check();
    const users = desk.host.state.sheets.find(({ name }) => name === 'Users');
    const before = users?.furniture['protections'];
    afterWrites(desk, 3, () => {
      const rect = { row: 1, column: columnOf(desk.host, 'Status'), rows: 1000, columns: 2 };
      if (users)
        users.furniture['protections'] = [
          { id: 99, rect, description: 'mine', warningOnly: false, editors: ['other@shop.example'] },
        ];
    });
    const said = refusal(() => desk.run());
    desk.host.onEffect = undefined;
    expect(said).toMatchObject({
      code: 'protectedRange',
      message: expect.stringMatching(/protected range.*Remove the protection/) as string,
    });
    if (users) users.furniture['protections'] = before;
    let progress = ask(desk.host, 'continueWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: rows.length } });
    expect(desk.handOff()).toHaveLength(rows.length);
    expectGoesOn(desk);
  });

  test('the same person presses Run in a second window: told to wait, and nothing is done twice', () => {
    const desk = open(rows);
    const { planId } = desk.check();
    const said: string[] = [];
    afterWrites(desk, 2, () => {
      for (const call of ['startRun', 'continueWork', 'startCheck'] as const)
        said.push(
          refusal(() =>
            call === 'startRun'
              ? ask(desk.host, call, { planId })
              : call === 'startCheck'
                ? ask(desk.host, call, everything)
                : ask(desk.host, call),
          ).code,
        );
    });
    const progress = desk.run();
    desk.host.onEffect = undefined;
    expect(said).toEqual(['locked', 'locked', 'locked']);
    expect(progress).toMatchObject({ phase: 'finished', counts: { done: rows.length } });
    expect(desk.google.writes('directory.users.insert')).toHaveLength(rows.length);
    expect(refusal(() => ask(desk.host, 'startRun', { planId })).code).toBe('noPlan');
    expectGoesOn(desk);
  });

  test('the access of the script is withdrawn (401): every row that was refused says so, and the next run finishes them', () => {
    const desk = open(rows);
    desk.check();
    const google = desk.workspace as unknown as {
      control: { failNext(op: string, failure: object, times: number): void };
    };
    google.control.failNext(
      'directory.users.insert',
      { status: 401, reason: 'authError', message: 'Request had invalid authentication credentials.' },
      rows.length,
    );
    desk.run();
    for (const row of desk.rows())
      expect(row).toMatchObject({
        Status: expect.stringMatching(/Failed|Needs you/) as string,
        Details: expect.stringMatching(/sign|permission|access/i) as string,
      });
    expectGoesOn(desk);
  });
});

describe('a property store that is full', () => {
  /** Fills a store, whatever is in it, to the last hundred bytes of its 500 KB. */
  function fill(store: Record<string, string>): void {
    let room =
      500 * 1024 - 100 - Object.entries(store).reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text), 0);
    for (let n = 100; room > 30; n++) {
      const name = `other-script-${String(n)}`;
      const text = 'x'.repeat(Math.min(9_000, room - name.length));
      store[name] = text;
      room -= name.length + text.length;
    }
  }

  function empty(store: Record<string, string>): void {
    for (const name of Object.keys(store).filter((one) => one.startsWith('other-script-')))
      Reflect.deleteProperty(store, name);
  }

  test.each([
    ['of the spreadsheet', documentProperties],
    ['of the person', ownProperties],
  ])('%s, before the run: it says what is full, and nothing was sent', (_whose, storeOf) => {
    const desk = open(rows);
    fill(storeOf(desk));
    const wrote = writesDuring(desk, () => {
      expect(refusal(() => desk.checkAndRun())).toMatchObject({
        code: 'storeFull',
        message: expect.stringMatching(/full/) as string,
      });
    });
    expect(wrote).toEqual([]);
    empty(storeOf(desk));
    expectGoesOn(desk);
  });

  test('in mid-run: it says what is full, and goes on when there is room', () => {
    const desk = open(rows);
    desk.check();
    afterWrites(desk, 3, () => {
      fill(documentProperties(desk));
    });
    const said = refusal(() => desk.run());
    desk.host.onEffect = undefined;
    expect(said.code).toBe('storeFull');
    empty(documentProperties(desk));
    let progress = ask(desk.host, 'continueWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: rows.length } });
    expect(desk.handOff()).toHaveLength(rows.length);
    expectGoesOn(desk);
  });
});

describe('a quota that is used up', () => {
  const useUp = (desk: TestDesk, quota: string, used: number): void => {
    desk.host.state.quotas = { ...desk.host.state.quotas, [`${quota} ${admin}`]: { since: desk.clock.now(), used } };
  };

  test('mail: the run ends as it should and says that no summary went out', () => {
    const desk = open(rows);
    ownProperties(desk)['settings'] = JSON.stringify({ mailWhenDone: true });
    useUp(desk, 'mailRecipients', 1_500);
    desk.check();
    const progress = desk.run();
    expect(progress).toMatchObject({
      phase: 'finished',
      counts: { done: rows.length },
      waitsFor: expect.stringMatching(/summary mail was not sent/) as string,
    });
    expect(desk.host.state.mails).toEqual([]);
    expectGoesOn(desk);
  });

  test('triggers: the run says that it goes on only while somebody looks, and does', () => {
    const desk = open(rows);
    const owner = admin;
    for (let n = 0; n < 20; n++)
      desk.host.state.triggers.push({
        id: `other-${String(n)}`,
        handler: 'somethingElse',
        everyMinutes: 30,
        owner,
        next: desk.clock.now() + 1e9,
      });
    const { planId } = desk.check();
    const progress = ask(desk.host, 'startRun', { planId });
    expect(progress).toMatchObject({ phase: 'finished', counts: { done: rows.length }, background: 'none' });
    expect(desk.host.state.triggers).toHaveLength(20);
    expectGoesOn(desk);
  });

  test('requests over HTTP: the advanced services take over', () => {
    const many = Array.from({ length: 15 }, (_, n) => ({
      Email: `p${String(n)}@shop.example`,
      'First name': 'Pia',
      'Last name': `Moss ${String(n)}`,
    }));
    const desk = open(many);
    useUp(desk, 'urlFetch', 100_000 - 20);
    desk.checkAndRun();
    expect(Object.values(statuses(desk))).toEqual(many.map(() => 'Done'));
    expect(desk.google.writes('directory.users.insert')).toHaveLength(many.length);
  });

  test('looks into the properties: it says so, and goes on the next day', () => {
    const desk = open(rows, { users: [person('old@shop.example', 'Olga Dahl')] });
    useUp(desk, 'propertyCalls', 500_000);
    expect(refusal(() => ask(desk.host, 'startCheck', everything)).code).toBe('dailyQuota');
    desk.clock.sleep(86_400_000 + 1);
    desk.checkAndRun();
    expect(Object.values(statuses(desk))).toEqual(rows.map(() => 'Done'));
    expect(textsOf(desk.host, 'Users').length).toBeGreaterThan(rows.length);
  });
});
