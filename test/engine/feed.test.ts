import { Feed } from '../../src/engine/feed';

/** Rows are begun together, so that what they send goes out together. */

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

function feedOf(rows: number): { readonly begun: number[]; readonly feed: Feed<number> } {
  const begun: number[] = [];
  const feed = new Feed(numbers(0, rows), { groupOf: () => 'all', begin: (row) => begun.push(row) > 0 });
  feed.start();
  return { begun, feed };
}

test('400 rows are in hand, and the next are begun twenty at a time, the last ones too', () => {
  const { begun, feed } = feedOf(450);
  expect(begun).toEqual(numbers(0, 400));
  for (const row of numbers(0, 19)) feed.ended(row);
  expect(begun).toHaveLength(400);
  feed.ended(19);
  expect(begun).toEqual(numbers(0, 420));
  for (const row of numbers(20, 60)) feed.ended(row);
  expect(begun).toEqual(numbers(0, 450));
});
