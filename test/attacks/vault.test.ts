import { createHash } from 'node:crypto';
import { Killed } from '../../sandbox/apps-script/port';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { columnOf, textsOf } from '../interference/people';
import type { TestDesk } from '../sandbox-desk';
import type { PasswordHash } from '../../sandbox/workspace/tenant';
import { admin, googleOf, open, person, usersAt, wait, writesDuring } from '../users/shop';
import { sampleOr, someOf } from '../sweep';

/**
 * First passwords go when somebody erases them, or after thirty days, and for no other reason: whoever may write into
 * cells, whatever becomes of the Journal, and wherever an execution dies.
 */

const row = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  ...more,
});
const ann = 'ann@shop.example';
const bob = 'bob@shop.example';

/** Two people whose first passwords wait: one made, one given. */
function handingOff(): TestDesk {
  const desk = open([row('ann'), row('bob', { Password: 'Schlehe.9.Hecke' })]);
  desk.checkAndRun();
  return desk;
}

interface Handed {
  readonly email: string;
  readonly password: string;
}

function isPassword(hash: PasswordHash | undefined, password: string): boolean {
  if (hash === undefined || !('salt' in hash)) return false;
  return (
    createHash('sha256')
      .update(hash.salt + password, 'utf8')
      .digest('hex') === hash.sha256
  );
}

/** Everybody of these whose password at Google is another one. */
function wrongAmong(desk: TestDesk, all: readonly Handed[]): readonly Handed[] {
  const hashes = new Map(usersAt(desk).map(({ primaryEmail, passwordHash }) => [primaryEmail, passwordHash]));
  return all.filter(({ email, password }) => !isPassword(hashes.get(email), password));
}

/** Everybody who waits; throws where a password is not the one at Google. */
function waitingAt(desk: TestDesk): readonly string[] {
  const all = desk.handOff();
  expect(wrongAmong(desk, all)).toEqual([]);
  return all.map(({ email }) => email).sort();
}

const journalIn = (desk: TestDesk) => desk.host.state.sheets.find(({ name }) => name === 'Journal');

/** What somebody who may write into cells can do to the Journal. */
const deeds: Readonly<Record<string, (desk: TestDesk) => void>> = {
  emptied: (desk) => desk.host.edit.clear('Journal', { row: 1, column: 1, rows: 1000, columns: 9 }),
  'emptied below its headers': (desk) => desk.host.edit.clear('Journal', { row: 2, column: 1, rows: 999, columns: 9 }),
  deleted: ({ host }) => {
    const { sheets } = host.state;
    sheets.splice(
      sheets.findIndex(({ name }) => name === 'Journal'),
      1,
    );
  },
  renamed: (desk) => {
    const journal = journalIn(desk);
    if (journal) journal.name = 'Old journal';
  },
  'cut to two columns': (desk) => {
    const journal = journalIn(desk);
    if (!journal) throw new Error('There is no Journal.');
    for (const cells of journal.cells) cells.splice(2);
    journal.furniture['maxColumns'] = 2;
  },
  'written over': (desk) =>
    desk.host.edit.paste(
      'Journal',
      [2, 1],
      Array.from({ length: 20 }, () => Array.from({ length: 9 }, () => '{"a":')),
    ),
  'robbed of its memories': (desk) => desk.host.edit.clear('Journal', { row: 2, column: 6, rows: 999, columns: 1 }),
};

describe.each(someOf(Object.entries(deeds), 2))('a Journal that somebody has %s', (_how, deed) => {
  test('costs nobody a first password, with the sidebar opened or not', () => {
    const desk = handingOff();
    deed(desk);
    expect(waitingAt(desk)).toEqual([ann, bob]);
    ask(desk.host, 'getStartPage');
    wait(desk, 29 * 86_400);
    expect(ask(desk.host, 'getStartPage').handOff).toBe(2);
    expect(waitingAt(desk)).toEqual([ann, bob]);
    expect(ask(desk.host, 'getHandOff').map(({ name, doubtful }) => [name, doubtful])).toEqual([
      ['ann Test', undefined],
      ['bob Test', undefined],
    ]);
  });

  test('brings back nobody who was erased', () => {
    const desk = handingOff();
    ask(desk.host, 'erasePasswords', { emails: [ann] });
    deed(desk);
    expect(waitingAt(desk)).toEqual([bob]);
    ask(desk.host, 'erasePasswords', { emails: [bob] });
    expect(waitingAt(desk)).toEqual([]);
  });
});

/** Writes into the memory of a row's line, as an editor of the sheet can. */
function remember(desk: TestDesk, email: string, more: object): void {
  const lines = textsOf(desk.host, 'Journal');
  const at = lines.findIndex(([key]) => key === `Users!${email}`);
  const column = columnOf(desk.host, 'Memory', 'Journal');
  const memory = JSON.parse(lines[at]?.[column - 1] ?? '{}') as object;
  desk.host.edit.setCell('Journal', [at + 1, column], JSON.stringify({ ...memory, ...more }));
}

/** The run that a row's first password is of, as its line says it. */
function runOf(desk: TestDesk, email: string): string {
  const lines = textsOf(desk.host, 'Journal');
  const line = lines.find(([key]) => key === `Users!${email}`);
  return line?.[columnOf(desk.host, 'Job', 'Journal') - 1] ?? '';
}

describe('a line that somebody else wrote', () => {
  const boss = 'boss@shop.example';

  test('shows no password for an address that the run did not make', () => {
    const desk = open([row('ann'), row('boss')], { users: [person(boss, 'boss Test', { isAdmin: true })] });
    desk.checkAndRun();
    const password = { run: runOf(desk, ann), address: boss, generation: 0, by: admin, at: '2026-03-02T08:00:00Z' };
    for (const given of [false, true]) {
      remember(desk, boss, { password: { ...password, given } });
      expect(waitingAt(desk)).toEqual([ann]);
      expect(() => ask(desk.host, 'showPasswords', { emails: [boss] })).toThrow(ServerSaidNo);
    }
  });

  test('neither moves a password to another address nor erases it', () => {
    const desk = handingOff();
    const password = { run: runOf(desk, ann), generation: 0, by: admin, at: '2026-03-02T08:00:00Z', given: false };
    remember(desk, ann, { password: { ...password, address: boss } });
    remember(desk, bob, { password: { ...password, address: ann, by: 'eve@shop.example' } });
    expect(waitingAt(desk)).toEqual([ann, bob]);
    ask(desk.host, 'erasePasswords', { emails: [boss] });
    expect(waitingAt(desk)).toEqual([ann, bob]);
    ask(desk.host, 'erasePasswords', { emails: [bob] });
    expect(waitingAt(desk)).toEqual([ann]);
  });

  test('does not let the reset of another row take a password away', () => {
    const desk = open([row('ann'), row('eve')], { users: [person('eve@shop.example', 'eve Test')] });
    desk.checkAndRun();
    const password = { run: runOf(desk, ann), address: ann, generation: 0, by: admin, at: '2026-03-02T08:00:00Z' };
    remember(desk, 'eve@shop.example', { password: { ...password, given: false } });
    desk.type('eve@shop.example', 'Password', 'Nussbaum-4-Tor');
    desk.checkAndRun();
    expect(waitingAt(desk)).toEqual([ann, 'eve@shop.example']);
  });
});

describe('a run that died, and whose Journal is gone', () => {
  test('shows everybody who may have a password, and says that it is not sure', () => {
    const desk = open([row('ann'), row('bob'), row('cec', { Email: 'cec@elsewhere.example' })]);
    desk.check();
    desk.host.onEffect = ({ kind, when }) => {
      if (kind === 'google' && when === 'after') throw new Killed('The execution died.');
    };
    expect(() => ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId })).toThrow(Killed);
    desk.host.onEffect = () => undefined;
    desk.host.edit.clear('Journal', { row: 2, column: 1, rows: 999, columns: 9 });
    wait(desk, 200);
    expect(ask(desk.host, 'getHandOff')).toEqual([]);
    desk.check();
    const made = desk.tenant().accounts.flatMap(({ users = [] }) => users.map(({ primaryEmail }) => primaryEmail));
    const doubtful = ask(desk.host, 'getHandOff');
    expect(doubtful.map(({ email }) => email)).toEqual([ann, bob]);
    expect(doubtful.every((one) => one.doubtful)).toBe(true);
    expect(made).toContain(ann);
    expect(wrongAmong(desk, desk.handOff()).filter(({ email }) => made.includes(email))).toEqual([]);
  });

  test('is in no doubt any more once everybody has an account and a password of a later run', () => {
    const desk = open([row('ann'), row('bob')]);
    desk.check();
    desk.host.onEffect = ({ kind, when }) => {
      if (kind === 'google' && when === 'before') throw new Killed('The execution died.');
    };
    expect(() => ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId })).toThrow(Killed);
    desk.host.onEffect = () => undefined;
    desk.host.edit.clear('Journal', { row: 2, column: 1, rows: 999, columns: 9 });
    wait(desk, 200);
    desk.checkAndRun();
    expect(ask(desk.host, 'getHandOff').map(({ email, doubtful }) => [email, doubtful])).toEqual([
      [ann, undefined],
      [bob, undefined],
    ]);
    expect(waitingAt(desk)).toEqual([ann, bob]);
  });

  test.each([
    ['whom Google refused for certain does not wait', { status: 400, reason: 'invalid', message: 'No.' }, []],
    ['whom no answer came for may have a password', { status: 503, reason: 'backendError', message: 'Later.' }, [true]],
  ])('somebody %s', (_what, failure, doubts) => {
    const desk = open([row('ann')]);
    desk.check();
    googleOf(desk).control.failNext('directory.users.insert', failure, 50);
    desk.run();
    desk.host.edit.clear('Journal', { row: 2, column: 1, rows: 999, columns: 9 });
    expect(ask(desk.host, 'getHandOff').map(({ doubtful }) => doubtful)).toEqual(doubts);
  });
});

describe('thirty days', () => {
  test('are over whether or not anybody opened the sidebar', () => {
    const desk = handingOff();
    wait(desk, 30 * 86_400 + 120);
    expect(ask(desk.host, 'getHandOff')).toEqual([]);
    for (const email of [ann, bob])
      expect(() => ask(desk.host, 'showPasswords', { emails: [email] })).toThrow(/No first password/);
    ask(desk.host, 'getStartPage');
    expect(namesOf(desk)).toEqual([]);
  });

  test('count from the approval, however old the check is', () => {
    const desk = open([row('ann')]);
    desk.check();
    wait(desk, 20 * 86_400);
    desk.run();
    wait(desk, 15 * 86_400);
    expect(waitingAt(desk)).toEqual([ann]);
  });
});

/** The names of what the vault keeps. */
const namesOf = (desk: TestDesk): readonly string[] =>
  Object.keys(desk.host.state.properties.users[admin] ?? {}).filter((name) => /^(?:vault|waits):/.test(name));

/** Enough people that what is kept of them stands in several properties. */
function manyWaiting(count: number): TestDesk {
  const many = Array.from({ length: count }, (_, at) =>
    row(`person.${String(at).padStart(4, '0')}`, {
      'First name': '健太郎'.repeat(6),
      ...(at % 2 ? { Password: `Geheim-${String(at).padStart(4, '0')}-${'x'.repeat(80)}` } : {}),
    }),
  );
  const desk = open(many, {}, { latency: 0, quotas: 'off', switches: { cloudIdentityCap: 'off' } });
  desk.checkAndRun();
  return desk;
}

describe('an execution that dies while it erases', () => {
  test('at any write of a property loses nobody else’s password, and can be done again', () => {
    const desk = manyWaiting(60);
    const all = desk.handOff();
    const emails = all.map(({ email }) => email);
    const erased = emails.filter((_, at) => at % 3 === 0);
    const kept = all.filter(({ email }) => !erased.includes(email));
    expect(namesOf(desk).length).toBeGreaterThan(3);
    for (const wanted of [erased, emails]) {
      const points = dieAtEveryWrite(desk, wanted, () => {
        const left = desk.handOff();
        if (wanted === erased) expect(left).toEqual(expect.arrayContaining(kept));
        for (const one of left) expect(all).toContainEqual(one);
        ask(desk.host, 'erasePasswords', { emails: wanted });
        expect(desk.handOff()).toEqual(wanted === erased ? kept : []);
      });
      expect(points).toBeGreaterThan(wanted === erased ? 1 : 5);
    }
    ask(desk.host, 'erasePasswords', { emails });
    expect(namesOf(desk)).toEqual([]);
  });
});

/** Erases these people, dying at each write of a property in turn, and says at how many. The desk ends as it began. */
function dieAtEveryWrite(desk: TestDesk, emails: readonly string[], afterwards: () => void): number {
  const before = desk.host.snapshot();
  for (let points = 0; ; points++) {
    desk.host.restore(before);
    let seen = 0;
    desk.host.onEffect = ({ kind }) => {
      if (kind === 'property' && seen++ === points) throw new Killed('The execution died.');
    };
    const died = dies(() => ask(desk.host, 'erasePasswords', { emails }));
    desk.host.onEffect = () => undefined;
    if (!died) {
      desk.host.restore(before);
      return points;
    }
    afterwards();
  }
}

function dies(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

test('showing passwords and saying who waits write nothing at all', () => {
  const desk = handingOff();
  const effects: string[] = [];
  desk.host.onEffect = ({ kind }) => {
    effects.push(kind);
  };
  expect(writesDuring(desk, () => desk.handOff())).toEqual([]);
  desk.host.onEffect = () => undefined;
  expect(effects).toEqual([]);
});

test('while somebody is at work in the spreadsheet nothing is erased, and it is said', () => {
  const desk = handingOff();
  desk.type(ann, 'Org unit', '/Sales');
  desk.check();
  let said = '';
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' || when !== 'before' || said) return;
    said = saying(() => ask(desk.host, 'erasePasswords', { emails: [ann] }));
  };
  desk.run();
  desk.host.onEffect = () => undefined;
  expect(said).toMatch(/working in this spreadsheet already/);
  expect(waitingAt(desk)).toEqual([ann, bob]);
});

function saying(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof ServerSaidNo) return error.message;
    throw error;
  }
}

test('a thousand people wait within the limits of properties, with the longest passwords and names beyond ASCII', () => {
  const many = sampleOr(120, 1_000);
  const desk = manyWaiting(many);
  const kept = Object.entries(desk.host.state.properties.users[admin] ?? {});
  const sizes = kept.map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value));
  expect(Math.max(...sizes)).toBeLessThan(9 * 1024);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan((500 * 1024 * 0.9 * many) / 1_000);
  expect(waitingAt(desk)).toHaveLength(many);
}, 120_000);

test('what waits in another spreadsheet of the same person is neither shown nor erased here', () => {
  const desk = handingOff();
  const { properties } = desk.host.state;
  const other = open([row('cec')], {}, { platform: { spreadsheet: { id: 'another', name: 'Another' } } });
  const before = { ...properties.users[admin] };
  other.host.state.properties.users[admin] = { ...before };
  expect(other.handOff()).toEqual([]);
  other.checkAndRun();
  ask(other.host, 'erasePasswords', { emails: [ann, bob, 'cec@shop.example'] });
  ask(other.host, 'getStartPage');
  for (const name of namesOf(desk)) expect(other.host.state.properties.users[admin]?.[name]).toBe(before[name]);
});
