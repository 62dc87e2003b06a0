import { Lanes, type Toll } from '../../src/engine/lanes';
import { Queue } from '../../src/engine/queue';

/** Which requests of a wave go, and in which order, where lanes are shared. */

const directory = { lane: 'directory', key: 'directory' };
const creations = { lane: 'creations', key: 'creations' };
const licences = { lane: 'licences', key: 'licences' };
const rates = {
  directory: { perSecond: 40, burst: 40 },
  creations: { perSecond: 10, burst: 10 },
  licences: { perSecond: 1, burst: 1 },
};
const wave = { width: 60, together: true };

function queueOf(all: readonly { readonly op: string; readonly tolls: readonly Toll[]; readonly count: number }[]) {
  const queue = new Queue<string>();
  let order = 0;
  for (const { op, tolls, count } of all)
    for (let one = 0; one < count; one += 1)
      queue.add({
        request: { op, account: 'C1', params: {} },
        tolls,
        order: (order += 1),
        attempt: 0,
        spared: false,
        notBefore: 0,
        item: op,
      });
  return queue;
}

const opsIn = (taken: readonly { readonly item: string }[]): readonly string[] => taken.map(({ item }) => item);
const countOf = (ops: readonly string[], op: string): number => ops.filter((one) => one === op).length;

test('many aliases do not keep new people from their place, which are made within the same quota', () => {
  const lanes = new Lanes(rates);
  const queue = queueOf([
    { op: 'alias', tolls: [directory], count: 200 },
    { op: 'create', tolls: [directory, creations], count: 15 },
  ]);
  const first = opsIn(queue.take(lanes, 10_000, wave));
  expect(countOf(first, 'create')).toBe(10);
  expect(countOf(first, 'alias')).toBeGreaterThan(0);
  const between = opsIn(queue.take(lanes, 10_500, wave));
  expect(countOf(between, 'create')).toBe(0);
  expect(countOf(opsIn(queue.take(lanes, 11_040, wave)), 'create')).toBe(5);
  // Once nobody is to be made any more, the whole quota is theirs.
  expect(countOf(opsIn(queue.take(lanes, 13_000, wave)), 'alias')).toBe(40);
});

test('what is sent at a documented rate leaves before what tries more, so that it arrives as evenly as it leaves', () => {
  const lanes = new Lanes(rates, true);
  lanes.remember(licences, { margin: 0, good: 20, at: 0 });
  const queue = queueOf([
    { op: 'license', tolls: [licences], count: 40 },
    { op: 'create', tolls: [directory, creations], count: 15 },
  ]);
  const ops = opsIn(queue.take(lanes, 10_000, wave));
  expect(ops.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'create'));
  expect(countOf(ops, 'license')).toBe(20);
});
