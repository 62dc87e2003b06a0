import type { TestDesk } from '../sandbox-desk';
import { open } from '../users/shop';

/**
 * What is looked at of the Journal while a run writes into it: enough that nobody's lines are written over, and no
 * more.
 */

const cut = 10;
const there = 600;
const row = (at: number): Record<string, string> => ({
  Email: `p${String(at)}@shop.example`,
  'First name': 'Pia',
  'Last name': 'Moss',
});
const rows = Array.from({ length: there }, (_one, at) => row(at));
const keys = rows.slice(0, cut).map(({ Email = '' }) => `Users!${Email}`);

/** A Journal of many lines, and ten rows of them to be run, at so many new people a second. */
function checked(perSecond: number): TestDesk {
  const desk = open(rows, {}, { quotas: `userCreations=${String(perSecond)}` });
  desk.check();
  desk.check({ scope: { kind: 'rows', rows: keys } });
  return desk;
}

const linesOf = (desk: TestDesk): readonly string[] => desk.rows('Journal').map(({ Key = '' }) => Key);

test('a run that writes more often does not read all keys each time', () => {
  const [quick = 0, slow = 0] = [2, 0.2].map((perSecond) => {
    const desk = checked(perSecond);
    const { counters } = desk.host.state;
    const before = counters.cellsRead;
    const at = desk.clock.now();
    desk.run();
    expect(desk.clock.now() - at).toBeGreaterThan(perSecond < 1 ? 40_000 : 5_000);
    return counters.cellsRead - before;
  });
  expect(slow - quick).toBeLessThan(3 * there);
});

test('lines that somebody deleted meanwhile, where nothing is written, stand there again at its end', () => {
  const desk = checked(0.2);
  const before = linesOf(desk);
  let sent = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' || when !== 'after' || ++sent !== 4) return;
    desk.host.edit.clear('Journal', { row: 300, column: 1, rows: 50, columns: 10 });
  };
  desk.run();
  expect(sent).toBeGreaterThan(4);
  expect(linesOf(desk)).toEqual(before);
});
