import { ask } from '../../sandbox/cli/desk';
import type { Progress } from '../../src/job/wire';
import { waitBeforeLook } from '../../src/sidebar/act/look-pace';
import type { TestDesk } from '../sandbox-desk';
import { open } from './shop';

/** Looking on costs little, and nothing hangs on what the cache remembers. */

const people = 12;

/** So slow that a run takes some minutes. */
function slowDesk(): TestDesk {
  const rows = Array.from({ length: people }, (_, n) => ({
    Email: `p${n}@shop.example`,
    'First name': 'Pia',
    'Last name': `Moss ${n}`,
  }));
  const desk = open(rows, {}, { latency: 12_000 });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  desk.check();
  return desk;
}

/** Runs the plan, doing something before every effect on Google. */
function runDoing(desk: TestDesk, something: (n: number) => void): Progress {
  let busy = false;
  desk.host.onEffect = ({ kind, when, n }) => {
    if (busy || kind !== 'google' || when !== 'before') return;
    busy = true;
    something(n);
    busy = false;
  };
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  desk.host.onEffect = undefined;
  return progress;
}

test('a look costs one call of the cache, at most one more of the properties, and none of the document', () => {
  const desk = slowDesk();
  const costs: string[] = [];
  const seen: number[] = [];
  runDoing(desk, () => {
    const before = { ...desk.host.state.counters };
    seen.push(ask(desk.host, 'getProgress').done);
    const { cacheCalls, propertyCalls, documentCalls, executions } = desk.host.state.counters;
    expect([executions - before.executions, documentCalls - before.documentCalls]).toEqual([1, 0]);
    costs.push(`${cacheCalls - before.cacheCalls} ${propertyCalls - before.propertyCalls}`);
  });
  expect(new Set(costs)).toEqual(new Set(['1 0', '1 1']));
  expect(new Set(seen).size).toBeGreaterThan(4);
});

test('where the cache forgets everything at once, progress is told all the same, and Stop stops', () => {
  const desk = slowDesk();
  const seen: number[] = [];
  const progress = runDoing(desk, (n) => {
    if (n === 4) ask(desk.host, 'stopWork');
    desk.host.state.cache = {};
    seen.push(ask(desk.host, 'getProgress').done);
  });
  expect(progress).toMatchObject({ phase: 'stopped', more: false });
  expect(new Set(seen).size).toBeGreaterThan(1);
  expect(desk.rows().filter(({ Status }) => Status === 'Not reached').length).toBeGreaterThan(4);
});

test('a look after the end tells the end, at once', () => {
  const desk = slowDesk();
  runDoing(desk, () => undefined);
  expect(ask(desk.host, 'getProgress')).toMatchObject({ phase: 'finished', more: false, done: people });
});

test('the sidebar looks every two seconds, and up to every ten where nothing changes; where calls are slow, no oftener', () => {
  expect([0, 1, 2, 4, 40].map((unchanged) => waitBeforeLook(unchanged))).toEqual([2_000, 4_000, 6_000, 10_000, 10_000]);
  expect([0, 40].map((unchanged) => waitBeforeLook(unchanged, 15_000))).toEqual([15_000, 15_000]);
});
