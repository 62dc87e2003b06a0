import { Turns } from '../../src/engine/turns';

/** Who takes a seat first. Times in milliseconds. */

const held = (row: number, since = 0) => ({ row, since, item: `row ${row}` });

describe('where seats are short', () => {
  const turns = () => {
    const one = new Turns<string>(() => Infinity);
    for (const row of [1, 2, 3]) one.expect('seat', row);
    return one;
  };

  test('each row waits for the answer of those before it, however long that takes', () => {
    const one = turns();
    one.hold('seat', held(2));
    expect(one.due(1_000_000)).toEqual([]);
    one.hold('seat', held(1));
    expect(one.due(0)).toEqual(['row 1']);
    expect(one.due(1_000_000)).toEqual([]);
    one.had('seat', 1);
    expect(one.due(0)).toEqual(['row 2']);
  });

  test('a row that ends without its seat holds up nobody', () => {
    const one = turns();
    one.hold('seat', held(3));
    one.ended(1);
    one.ended(2);
    expect(one.due(0)).toEqual(['row 3']);
  });
});

describe('where nobody knows how many there are', () => {
  const turns = () => {
    const one = new Turns<string>(() => 10_000);
    for (const row of [1, 2, 3]) one.expect('seat', row);
    return one;
  };

  test('rows go in their order as soon as those before them have asked, without waiting for answers', () => {
    const one = turns();
    one.hold('seat', held(2));
    expect(one.due(9_999)).toEqual([]);
    one.hold('seat', held(1, 500));
    expect(one.due(500)).toEqual(['row 1', 'row 2']);
    one.hold('seat', held(3, 600));
    expect(one.due(600)).toEqual(['row 3']);
  });

  test('a row that has not asked is waited for as long as patience lasts', () => {
    const one = turns();
    one.hold('seat', held(3, 100));
    expect(one.nextDue()).toBe(10_100);
    expect(one.due(10_100)).toEqual(['row 3']);
  });

  test('those behind a request that goes again wait for its answer', () => {
    const one = turns();
    one.hold('seat', held(1));
    expect(one.due(0)).toEqual(['row 1']);
    one.again('seat', 1);
    one.hold('seat', held(2, 100));
    expect(one.due(200)).toEqual([]);
    one.had('seat', 1);
    expect(one.due(200)).toEqual(['row 2']);
  });
});

test('where seats are plenty nobody waits', () => {
  const one = new Turns<string>(() => 0);
  for (const row of [1, 2]) one.expect('seat', row);
  one.hold('seat', held(2));
  expect(one.due(0)).toEqual(['row 2']);
});
