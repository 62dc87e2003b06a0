import type { Progress } from '../../src/job/wire';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import {
  admin,
  businessStarter,
  expectSettled,
  open,
  person,
  skusOf,
  statuses,
  userAt,
  usersAt,
  wait,
  writesDuring,
} from './shop';
import type { TenantAccount } from '../../sandbox/workspace/tenant';
import type { TestDesk } from '../sandbox-desk';

/** People sort, insert, delete and edit rows, press Stop, and sit down beside each other while a run goes on. */

const names = ['eva', 'ann', 'hal', 'cec', 'gus', 'bob', 'fay', 'dan'];
const row = (name: string) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  Licences: 'Business Starter',
  Aliases: `${name}.test@shop.example`,
});
const emailOf = (name: string): string => `${name}@shop.example`;
/** A desk so slow that the rows need several slices: requests go one after another, and each takes its time. */
function slowDesk(more: Partial<TenantAccount> = {}): TestDesk {
  const desk = open(names.map(row), more, { latency: 12_000 });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  return desk;
}

/** Runs the checked plan slice by slice, with something happening between the slices. */
function runInSlices(
  desk: TestDesk,
  between: (slice: number) => void,
): { readonly progress: Progress; readonly slices: number } {
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  let slices = 1;
  for (; progress.more; slices++) {
    between(slices);
    progress = ask(desk.host, 'continueWork');
  }
  return { progress, slices };
}

/** Does something at the sheet before every nth request to Google. */
function everyRequest(desk: TestDesk, nth: number, happen: (turn: number) => void): () => void {
  let requests = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' || when !== 'before') return;
    requests += 1;
    if (requests % nth === 0) happen(requests / nth);
  };
  return () => (desk.host.onEffect = undefined);
}

/** Each of these rows ended in its own line, and is at Google what the line says. */
function expectOwnLines(desk: TestDesk, rows: readonly string[], status = 'Done'): void {
  for (const name of rows) {
    const email = emailOf(name);
    expect(desk.row(email)).toMatchObject({ 'First name': name, Status: status, 'User ID': userAt(desk, email).id });
    expect(userAt(desk, email)).toMatchObject({ name: { givenName: name }, aliases: [`${name}.test@shop.example`] });
    expect(skusOf(desk, email)).toEqual([businessStarter]);
  }
}

describe('rows that move while a run goes on', () => {
  test('end in their own lines, sorted this way and that at every turn', () => {
    const desk = slowDesk();
    desk.check();
    const stop = everyRequest(desk, 3, (turn) => {
      desk.host.edit.sortRange('Users', { column: 1, ascending: turn % 2 === 0 });
    });
    const { progress, slices } = runInSlices(desk, () => undefined);
    stop();
    expect(slices).toBeGreaterThan(1);
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: names.length } });
    expectOwnLines(desk, names);
    expectSettled(desk);
  });

  test('end in their own lines also when they are sorted while results are written', () => {
    const desk = open(names.map(row));
    desk.check();
    let writes = 0;
    desk.host.onEffect = ({ kind, when }) => {
      if (kind !== 'sheet' || when !== 'before') return;
      writes += 1;
      if (writes % 4 === 2 && writes < 40)
        desk.host.edit.sortRange('Users', { column: 1, ascending: writes % 8 === 2 });
    };
    const { progress } = runInSlices(desk, () => undefined);
    desk.host.onEffect = undefined;
    expect(progress.adrift).toBe('');
    expectOwnLines(desk, names);
    expectSettled(desk);
  });

  test("make room for new ones, which are nobody's business until they are checked", () => {
    const desk = slowDesk();
    desk.check();
    let inserted = 0;
    const stop = everyRequest(desk, 10, () => {
      inserted += 1;
      desk.host.edit.insertRows('Users', 2);
      desk.host.edit.paste('Users', [2, 1], [[`new${inserted}@shop.example`, `new${inserted}`, 'Test']]);
    });
    const { progress } = runInSlices(desk, () => undefined);
    stop();
    expect(inserted).toBeGreaterThan(1);
    expect(progress.adrift).toBe('');
    expectOwnLines(desk, names);
    for (let i = 1; i <= inserted; i++)
      expect(desk.row(`new${i}@shop.example`)).toMatchObject({ Status: '', Details: '', 'User ID': '' });
    expect(usersAt(desk)).toHaveLength(1 + names.length);
  });

  test('and are deleted are accounted for: what was not begun is not done, what was done is remembered', () => {
    const desk = slowDesk();
    desk.check();
    const gone = ['dan', 'fay'];
    const { progress, slices } = runInSlices(desk, (slice) => {
      if (slice === 1) for (const name of gone) deleteRow(desk, name);
    });
    expect(slices).toBeGreaterThan(1);
    expect(progress).toMatchObject({ phase: 'finished', adrift: '' });
    expect(Object.values(progress.counts).reduce((sum, count) => sum + count, 0)).toBe(names.length);
    expectOwnLines(
      desk,
      names.filter((name) => !gone.includes(name)),
    );
    for (const name of gone)
      expect(desk.rows('Journal').find(({ Key }) => Key === `Users!${emailOf(name)}`)).toMatchObject({
        Outcome: 'notReached',
        Details: expect.stringMatching(/The row was deleted from the sheet\./) as string,
      });
    expectSettled(desk);
  });

  test('and are edited before their turn are Changed since check, and only they', () => {
    const desk = slowDesk();
    desk.check();
    const { progress, slices } = runInSlices(desk, (slice) => {
      if (slice === 1) desk.type('dan@shop.example', 'Last name', 'Other');
    });
    expect(slices).toBeGreaterThan(1);
    expect(progress.adrift).toBe('');
    expect(desk.row('dan@shop.example')).toMatchObject({
      Status: 'Changed since check',
      Details: expect.stringMatching(/changed after it was checked/) as string,
    });
    expectOwnLines(
      desk,
      names.filter((name) => name !== 'dan'),
    );
    desk.checkAndRun({ scope: { kind: 'retry' } });
    expect(userAt(desk, 'dan@shop.example').name?.familyName).toBe('Other');
    expectSettled(desk);
  });

  test('and are edited while they are being run say so, with what was done', () => {
    const desk = open(names.map(row));
    desk.check();
    const stop = everyRequest(desk, 12, () => {
      desk.type('dan@shop.example', 'Org unit', '/Other');
    });
    const { progress } = runInSlices(desk, () => undefined);
    stop();
    expect(progress).toMatchObject({ adrift: '', counts: { done: names.length - 1, stale: 1 } });
    expect(desk.row('dan@shop.example')).toMatchObject({
      Status: 'Changed since check',
      Details: expect.stringMatching(/changed while it was run.*Created the user/) as string,
    });
    expectOwnLines(
      desk,
      names.filter((name) => name !== 'dan'),
    );
    desk.checkAndRun();
    expect(userAt(desk, 'dan@shop.example')['orgUnitPath']).toBe('/Other');
    expectSettled(desk);
  });

  test('between check and run: what was changed is not run, whatever was changed', () => {
    const changes: Readonly<Record<string, readonly [string, string]>> = {
      eva: ['First name', 'Evita'],
      ann: ['Org unit', '/Sales'],
      hal: ['Licences', 'Business Standard'],
      cec: ['Aliases', 'other@shop.example'],
      gus: ['Email', 'gustav@shop.example'],
      bob: ['Password', '{SHA-1}da39a3ee5e6b4b0d3255bfef95601890afd80709'],
      fay: ['Super admin', 'TRUE'],
    };
    const desk = open(names.map(row));
    desk.check();
    for (const [name, [header, text]] of Object.entries(changes)) desk.type(emailOf(name), header, text);
    desk.run();
    const stale = Object.keys(changes).map(
      (name) => [name === 'gus' ? 'gustav@shop.example' : emailOf(name), 'Changed since check'] as const,
    );
    expect(statuses(desk)).toEqual({ ...Object.fromEntries(stale), 'dan@shop.example': 'Done' });
    expect(
      usersAt(desk)
        .map(({ primaryEmail }) => primaryEmail)
        .sort(),
    ).toEqual([admin, 'dan@shop.example']);
  });
});

function deleteRow(desk: TestDesk, name: string): void {
  const at = desk.rows().findIndex(({ Email }) => Email === emailOf(name));
  desk.host.edit.deleteRows('Users', at + 2);
}

describe('Stop', () => {
  test('says so where there is nothing to stop', () => {
    const desk = open([row('ana')]);
    desk.host.call('stopFromMenu', [], 'menu');
    expect(desk.host.shown.toasts.join()).toContain('Nothing is under way');
    desk.check();
    desk.host.call('stopFromMenu', [], 'menu');
    expect(desk.host.shown.toasts.join()).not.toContain('Stopping');
  });

  test('ends the work before its next wave: what was begun is told, the rest is Not reached, and a new run finishes it', () => {
    const desk = slowDesk();
    desk.check();
    const stop = everyRequest(desk, 8, () => ask(desk.host, 'stopWork'));
    const { progress } = runInSlices(desk, () => undefined);
    stop();
    expect(progress).toMatchObject({
      phase: 'stopped',
      more: false,
      adrift: '',
      stopped: expect.stringMatching(/[Ss]topped/) as string,
    });
    const after = Object.values(statuses(desk));
    expect(new Set(after)).not.toContain('Running');
    expect(after).toContain('Not reached');
    const made = usersAt(desk).length;
    expect(made).toBeLessThan(1 + names.length);
    for (const one of desk.rows().filter(({ Status }) => Status === 'Not reached'))
      expect(one['Details']).toMatch(/stopped before|user had been created|Created the user|Nothing was done/);

    for (let round = 0; round < 3 && Object.values(statuses(desk)).some((status) => status !== 'Up to date'); round++)
      desk.checkAndRun();
    expectOwnLines(desk, names, 'Up to date');
    expect(usersAt(desk)).toHaveLength(1 + names.length);
    expect(desk.handOff()).toHaveLength(names.length);
  });

  test('ends a check too, and nothing was written', () => {
    const desk = slowDesk();
    let asked = false;
    desk.host.onEffect = () => {
      if (asked || !(desk.host.state.properties.document['work'] ?? '').includes('"checking"')) return;
      asked = true;
      ask(desk.host, 'stopWork');
    };
    let progress = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
    for (let slice = 0; progress.more && slice < 9; slice++) {
      ask(desk.host, 'stopWork');
      progress = ask(desk.host, 'continueWork');
    }
    desk.host.onEffect = undefined;
    expect(progress.phase).toBe('stopped');
    expect(() => ask(desk.host, 'getPlan')).toThrow(/no checked plan/);
    expect(desk.google.writes()).toEqual([]);
  });
});

describe('two people at one spreadsheet', () => {
  const olga = 'olga@shop.example';
  const two = (): TestDesk => slowDesk({ users: [person(olga, 'Olga Dahl', { isAdmin: true })] });
  const codeOf = (attempt: () => unknown): string => {
    try {
      attempt();
    } catch (error) {
      if (error instanceof ServerSaidNo) return error.code;
      throw error;
    }
    return '';
  };

  test('do not check or run at the same moment, nor between the slices of a run; everybody sees whose it is', () => {
    const desk = two();
    const { planId } = desk.check();
    const during: string[] = [];
    const stop = everyRequest(desk, 10, () => {
      desk.host.become(olga);
      during.push(
        codeOf(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })),
        codeOf(() => ask(desk.host, 'startRun', { planId })),
        codeOf(() => ask(desk.host, 'continueWork')),
      );
      expect(ask(desk.host, 'getStartPage').work).toMatchObject({ startedBy: admin, phase: 'running' });
      desk.host.become(admin);
    });
    const between: string[] = [];
    runInSlices(desk, () => {
      desk.host.become(olga);
      between.push(
        codeOf(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })),
        codeOf(() => ask(desk.host, 'continueWork')),
      );
      expect(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).toThrow(
        /admin@shop\.example started a run at .*Stop/,
      );
      desk.host.become(admin);
    });
    stop();
    expect(during.length).toBeGreaterThan(2);
    expect(new Set(during)).toEqual(new Set(['locked']));
    expect(between.length).toBeGreaterThan(1);
    expect(new Set(between)).toEqual(new Set(['busy', 'notYours']));
    expectOwnLines(desk, names);
  });

  test('approve only what they checked themselves', () => {
    const desk = two();
    const { planId } = desk.check();
    desk.host.become(olga);
    expect(() => ask(desk.host, 'startRun', { planId })).toThrow(
      /checked by admin@shop\.example.*Check again as yourself/,
    );
    expect(desk.google.writes()).toEqual([]);
    desk.checkAndRun({ scope: { kind: 'rows', rows: ['Users!ann@shop.example'] } });
    expect(userAt(desk, 'ann@shop.example').id).toBeTruthy();
    desk.host.become(admin);
    expect(codeOf(() => ask(desk.host, 'startRun', { planId }))).toMatch(/noPlan|anotherPlan/);
  });

  test('take over a run that died, check the rows again, and make nobody twice', () => {
    const desk = two();
    desk.check();
    ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
    const made = usersAt(desk).length;
    desk.host.become(olga);
    wait(desk, 100);
    for (let round = 0; round < 3 && Object.values(statuses(desk)).some((status) => status !== 'Up to date'); round++)
      desk.checkAndRun();
    expect(made).toBeGreaterThan(2);
    expectOwnLines(desk, names, 'Up to date');
    expect(usersAt(desk)).toHaveLength(2 + names.length);
    const olgas = desk.handOff().map(({ email }) => email);
    desk.host.become(admin);
    const admins = desk.handOff().map(({ email }) => email);
    expect([...olgas, ...admins].sort()).toEqual(names.map(emailOf).sort());
    expect(admins).toHaveLength(made - 2);
  });
});

test('a plan that was looked at before the rows were checked again is not run', () => {
  const desk = open(names.map(row));
  const { planId } = desk.check();
  desk.type('ann@shop.example', 'Org unit', '/Sales');
  desk.check();
  expect(
    writesDuring(desk, () => {
      expect(() => ask(desk.host, 'startRun', { planId })).toThrow(/not the one that you saw/);
    }),
  ).toEqual([]);
});
