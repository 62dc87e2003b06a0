import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { boss, newCustomer, open as openReseller, order, someone } from '../new-customers/reseller';
import { admin, open, refusal, writesDuring } from '../users/shop';

/**
 * What a job keeps in the properties of the script (500 KB each of the document's and of a person's) has room there, or
 * is told before anything begins.
 */

const KB = 1024;
const documentStore = (desk: TestDesk): Record<string, string> => desk.host.state.properties.document;
const ownStore = (desk: TestDesk, person: string): Record<string, string> =>
  (desk.host.state.properties.users[person] ??= {});

const bytesIn = (store: Readonly<Record<string, string>>): number =>
  Object.entries(store).reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text), 0);

/** What another script keeps there, up to so many bytes that are left. */
function leave(store: Record<string, string>, left: number): void {
  for (let n = 100, room = 500 * KB - left - bytesIn(store); room > 30; n++) {
    const name = `other-script-${String(n)}`;
    store[name] = 'x'.repeat(Math.min(9_000, room - name.length));
    room -= name.length + (store[name]?.length ?? 0);
  }
}

function empty(store: Record<string, string>): void {
  for (const name of Object.keys(store).filter((one) => one.startsWith('other-script-')))
    Reflect.deleteProperty(store, name);
}

const people = (count: number, nameOf: (at: number) => string): Record<string, string>[] =>
  Array.from({ length: count }, (_one, at) => ({
    Email: `${nameOf(at)}@shop.example`,
    'First name': 'Ana',
    'Last name': 'Ruiz',
  }));

/** Such names pack badly: each is of other letters. */
const mixed = (at: number): string =>
  `${(((at + 7) * 2654435761) % 4294967296).toString(36)}.${(((at + 3) * 40503) % 65536).toString(36)}`;

const keysOf = (rows: readonly Record<string, string>[]): string[] => rows.map(({ Email }) => `Users!${Email ?? ''}`);

describe('the rows that were chosen', () => {
  test('are kept packed where they are many, so that they have room; the plan is of them alone', () => {
    const rows = people(1_000, (at) => `somebody.of.the.northern.branch.${String(at)}`);
    const desk = open(rows);
    const chosen = keysOf(rows).slice(0, 980);
    leave(documentStore(desk), 48 * KB);
    expect(JSON.stringify(chosen).length).toBeGreaterThan(50 * KB);
    expect(desk.check({ scope: { kind: 'rows', rows: chosen } }).rows).toBe(980);
  });

  test('and have no room even so: it says how many rows do, and that everything needs no list', () => {
    const rows = people(1_500, mixed);
    const desk = open(rows);
    leave(documentStore(desk), 50 * KB);
    const work = ask(desk.host, 'getStartPage').work;
    const said = refusal(() => desk.check({ scope: { kind: 'rows', rows: keysOf(rows) } }));
    expect(said.code).toBe('storeFull');
    const fit = Number(/at most (\d+) rows at a time/.exec(said.message)?.[1]);
    expect(said.message).toMatch(
      /^Which 1500 rows were chosen takes \d+ KB .* where 10 KB are left\. Nothing was checked\. Check everything, /,
    );
    expect(ask(desk.host, 'getStartPage').work).toEqual(work);
    expect(desk.check({ scope: { kind: 'rows', rows: keysOf(rows).slice(0, fit) } }).rows).toBe(fit);
    expect(desk.check().rows).toBe(1_500);
  });
});

describe('notes of mails to customers, which are never sent twice', () => {
  const domains = Array.from({ length: 12 }, (_one, at) => `shop${String(at)}.example`);
  const openShops = (): TestDesk =>
    openReseller({
      customers: domains.map((domain) => newCustomer(domain)),
      subscriptions: domains.map((domain) => order(domain)),
      users: domains.map((domain) => someone(`root@${domain}`, { 'Super admin': 'yes' })),
    });

  test.each([
    ['of the spreadsheet', documentStore],
    ['of the person', (desk: TestDesk) => ownStore(desk, boss)],
  ])('that find no room in the memory %s: the plan says how many do, and nothing is sent', (_whose, storeOf) => {
    const desk = openShops();
    leave(storeOf(desk), 41 * KB);
    const plan = desk.check();
    expect(plan.lacks?.says).toMatch(/there is room for \d more, and this plan has 12\.$/);
    expect(plan.lacks?.remedy).toContain('another copy of the spreadsheet');
    const wrote = writesDuring(desk, () => {
      expect(refusal(() => desk.run()).code).toBe('lacks');
    });
    expect(wrote).toEqual([]);
    empty(storeOf(desk));
    desk.checkAndRun();
    expect(desk.host.state.mails).toHaveLength(12);
  });

  test('each write a part of them alone, however many there are, and those of an older version are taken over', () => {
    const desk = openShops();
    const stores = () => [documentStore(desk), ownStore(desk, boss)];
    const at = '2026-01-05T10:00:00.000Z';
    const former = Array.from({ length: 300 }, (_one, n) => `Customers!former${String(n)}.example`);
    const before = Object.fromEntries(former.map((key) => [key, { 'mail:welcome': at }]));
    const pieces = JSON.stringify(before).match(/.{1,8000}/g) ?? [];
    for (const store of stores()) {
      store['begun'] = `#${String(pieces.length)}`;
      pieces.forEach((piece, i) => (store[`begun.${String(i + 1)}`] = piece));
    }
    desk.checkAndRun();
    for (const store of stores()) {
      const notes = Object.entries(store).filter(([name]) => name.startsWith('begun'));
      expect(notes.filter(([name]) => !/^begun:\d+$/.test(name))).toEqual([]);
      expect(Math.max(...notes.map(([, value]) => value.length))).toBeLessThanOrEqual(8_000);
      const kept = notes.flatMap(([, value]) => JSON.parse(value) as [string, object][]);
      expect(kept.map(([key]) => key).sort()).toEqual(
        [...former, ...domains.map((domain) => `Customers!${domain}`)].sort(),
      );
      expect(Object.fromEntries(kept)).toMatchObject(before);
    }
  });
});

describe('first passwords that wait for hand-off', () => {
  const nameOf = (at: number): string => `person.${String(at + 1).padStart(5, '0')}`;
  const shares = (desk: TestDesk): [string, string][] =>
    Object.entries(ownStore(desk, admin)).filter(([name]) => name.startsWith('waits:'));

  test('take little of a person’s memory: five thousand have room in it', () => {
    const rows = people(140, nameOf);
    const desk = open(rows);
    // The part of the 500 KB that so many of five thousand have, beside what a run keeps.
    leave(ownStore(desk, admin), bytesIn(ownStore(desk, admin)) + 25 * KB + (475 * KB * 140) / 5_000);
    const plan = desk.check();
    expect(plan.rows).toBe(140);
    desk.run();
    expect(desk.handOff()).toHaveLength(140);
    const kept = shares(desk).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    expect(kept).toBeLessThan((475 * KB * 140) / 5_000);
  });

  test('kept as older versions did are handed off all the same', () => {
    const desk = open(people(3, nameOf));
    desk.checkAndRun();
    const before = desk.handOff();
    const id = '100000000000000000001';
    const formerly = before.map(({ email }) => [email, { waits: 'made', name: 'Ana Ruiz', id }]);
    const [[share] = ['']] = shares(desk);
    ownStore(desk, admin)[share] = JSON.stringify(formerly);
    expect(desk.handOff()).toEqual(before);
    ask(desk.host, 'erasePasswords', { emails: [before[0]?.email ?? ''] });
    expect(desk.handOff()).toEqual(before.slice(1));
  });
});
