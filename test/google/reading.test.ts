import type { Read } from '../../src/engine/ports';
import { FactTable } from '../../src/google/fact-table';
import { userFact, usersFact } from '../../src/google/facts';

/** Lists of an account: who has all of it has each of its members, and a list that broke off holds nobody up. */

const account = 'C0shop01';
const user = (at: number) => ({ id: `10${String(at)}`, primaryEmail: `p${String(at)}@shop.example` });
const page = (from: number, next = '') => ({
  value: { users: [user(from), user(from + 1)], ...(next ? { nextPageToken: next } : {}) },
});
const fact = (at: number) => userFact(account, `p${String(at)}@shop.example`);
const ops = (reads: readonly Read[]) => reads.map(({ request }) => [request.op, request.params['pageToken'] ?? '']);

function readAll(table: FactTable): void {
  const [first] = table.reads([usersFact(account)]);
  const [second] = first?.learn(page(1, 'two')) ?? [];
  expect(ops(second ? [second] : [])).toEqual([['directory.users.list', 'two']]);
  expect(second?.learn(page(3))).toEqual([]);
}

test('everybody of an account is read to the last page, and then each of them is known', () => {
  const table = new FactTable();
  readAll(table);
  expect(table.valueOf(usersFact(account))?.map(({ primaryEmail }) => primaryEmail)).toEqual(
    [1, 2, 3, 4].map((at) => user(at).primaryEmail),
  );
  expect(table.valueOf(fact(3))).toMatchObject(user(3));
  // Nobody else is there: that is known, too.
  expect(table.known(fact(9))).toEqual({ value: undefined });
});

test('what is known of one since shows among all of them', () => {
  const table = new FactTable();
  readAll(table);
  for (const key of ['p2@shop.example', '102']) table.set(userFact(account, key), undefined);
  expect(table.valueOf(usersFact(account))?.map(({ id }) => id)).toEqual(['101', '103', '104']);
});

test('members that are asked for while all is read wait for that list', () => {
  const table = new FactTable();
  const asked = [fact(3), usersFact(account), fact(4)];
  expect(ops(table.reads(asked))).toEqual([['directory.users.list', '']]);
  expect(table.reads(asked)).toEqual([]);
});

test('it is kept from one slice to the next', () => {
  const [before, after] = [new FactTable(), new FactTable()];
  readAll(before);
  after.load(JSON.parse(JSON.stringify(before.save())) as ReturnType<FactTable['save']>);
  expect(after.valueOf(usersFact(account))).toHaveLength(4);
});

test('a list that broke off when its reader ended holds nobody up: others are asked for singly', () => {
  const table = new FactTable();
  const many = Array.from({ length: 12 }, (_, at) => fact(at + 1));
  const [list] = table.reads(many);
  list?.learn(page(1, 'two'));
  expect(table.reads([fact(12)])).toEqual([]);
  table.dropReads();
  expect(ops(table.reads([fact(12)]))).toEqual([['directory.users.get', '']]);
  expect(ops(table.reads([usersFact(account)]))).toEqual([['directory.users.list', '']]);
});
