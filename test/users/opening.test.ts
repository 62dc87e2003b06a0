import { ask } from '../../sandbox/cli/desk';
import { open } from './shop';

/** Opening the sidebar does not wait for long sheets. */

test('the first answer looks into no sheet, says who is signed in and what there is to do, and leaves the rest to the second', () => {
  const desk = open([{ Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Berg' }]);
  ask(desk.host, 'getStartPage');
  desk.checkAndRun();
  const before = { ...desk.host.state.counters };
  const first = ask(desk.host, 'getStartPage', { opens: true, quick: true });
  const { documentCalls, urlFetches, propertyCalls, cacheCalls } = desk.host.state.counters;
  expect([documentCalls - before.documentCalls, urlFetches - before.urlFetches]).toEqual([0, 0]);
  expect(propertyCalls + cacheCalls - before.propertyCalls - before.cacheCalls).toBeLessThanOrEqual(5);
  expect(first).toMatchObject({ uncounted: true, rows: 0, who: { email: 'admin@shop.example' }, stops: [] });
  const { uncounted: _quick, ...quick } = first;
  const second = ask(desk.host, 'getStartPage');
  expect(second).toMatchObject({ rows: 1, counts: { done: 1 }, handOff: 1 });
  const { work, hasPlan, actions, lastRun, who } = second;
  expect(quick).toMatchObject({ work, hasPlan, actions, lastRun, who });
});
